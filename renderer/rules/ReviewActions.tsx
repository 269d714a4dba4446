import { Button, Group, Kbd, Paper, Select, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RulesInForce } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { t, tCode } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';
import { decisionKeys } from './review-keys.ts';
import { placeText } from './rule-words.ts';
import type { Review } from './use-review.ts';

const noSubtypes: RulesInForce['subtypes'] = { private: [], public: [] };

/** The decisions with their keys, other kinds of place, the reason to keep, and the way back. */
export function ReviewActions(props: {
  review: Review;
  isReader: boolean;
  why: string;
  setWhy: (why: string) => void;
}) {
  const { review, isReader, why } = props;
  const [subtypes, setSubtypes] = useState(noSubtypes);
  useEffect(() => {
    void ask('readRules', {}).then((outcome) => {
      if (outcome.ok) setSubtypes(outcome.value.subtypes);
    });
  }, []);
  const isOff = isReader || review.current === null;
  const decidePlace = (chosen: string | null) => {
    const [space, subtype = ''] = (chosen ?? '').split(' ');
    if (space !== 'private' && space !== 'public') return;
    const words = placeText(space, subtype);
    review.decide({ question: 'space', space, subtype }, words, why);
  };
  return (
    <Paper withBorder p="xs" role="toolbar" aria-label={t('review.decide')}>
      <Group gap="xs">
        {decisionKeys.map(({ key, words, answer }) => (
          <Button
            key={key}
            size="compact-sm"
            variant="default"
            disabled={isOff}
            onClick={() => review.decide(answer, words, why)}
            leftSection={<Kbd size="xs">{key}</Kbd>}
          >
            {words}
          </Button>
        ))}
        <Select
          size="xs"
          w={270}
          aria-label={t('review.another')}
          placeholder={t('review.another')}
          searchable
          disabled={isOff}
          data={(['private', 'public'] as const).map((space) => ({
            group: t(`spaces.${space}`),
            items: subtypes[space].map((subtype) => ({
              value: `${space} ${subtype}`,
              label: tCode(`subtype.${subtype}`),
            })),
          }))}
          value={null}
          onChange={decidePlace}
        />
        <TextInput
          size="xs"
          w={320}
          aria-label={t('review.why')}
          placeholder={t('review.why')}
          maxLength={500}
          disabled={isReader}
          value={why}
          onChange={(event) => props.setWhy(event.currentTarget.value)}
        />
      </Group>
      <Group gap="xs" mt={6}>
        <Text size="xs" c="dimmed">
          {tRich('review.keys', {
            up: <Kbd size="xs">↑</Kbd>,
            down: <Kbd size="xs">↓</Kbd>,
            k: <Kbd size="xs">K</Kbd>,
            j: <Kbd size="xs">J</Kbd>,
            space: <Kbd size="xs">{t('keys.choose')}</Kbd>,
            shift: <Kbd size="xs">{t('key.shift')}</Kbd>,
            ctrl: <Kbd size="xs">Ctrl</Kbd>,
            z: <Kbd size="xs">Z</Kbd>,
          })}
        </Text>
      </Group>
      {review.said !== '' && (
        <Group gap="xs" mt={6}>
          <Text size="sm" fw={600} role="status">
            {review.said}
          </Text>
          {review.last !== null && (
            <Button size="compact-xs" disabled={isReader} onClick={() => review.undoLast()}>
              {t('review.undoOf', { decision: review.last.words })}
            </Button>
          )}
        </Group>
      )}
    </Paper>
  );
}
