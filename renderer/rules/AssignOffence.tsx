import { Button, Checkbox, Group, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import { t } from '../words/t.ts';
import { threatChoices } from './rule-words.ts';

type To = CallInput<'assignOffence'>['to'];
type OwnRow = Extract<To, { tier: unknown }>;

const tiers = ['core', 'flag', 'exclude', 'outside'] as const;

/** Where an offence that matched nothing belongs: another wording of a listed one, or a row of its own. */
export function AssignOffence(props: {
  titles: readonly string[];
  assign: (to: To) => void;
  leave: () => void;
}) {
  const [way, setWay] = useState('title');
  const [title, setTitle] = useState<string | null>(null);
  const [tier, setTier] = useState<OwnRow['tier'] | null>(null);
  const [threats, setThreats] = useState<OwnRow['threats']>([]);
  const given = way === 'title' ? title && { title } : tier && { tier, threats };
  return (
    <Stack gap="xs" py="xs">
      <Radio.Group aria-label={t('assign.how')} value={way} onChange={setWay}>
        <Group>
          <Radio value="title" label={t('assign.wording')} />
          <Radio value="own" label={t('assign.own')} />
        </Group>
      </Radio.Group>
      {way === 'title' ? (
        <Select
          label={t('assign.offence')}
          placeholder={t('assign.search')}
          maw={560}
          searchable
          limit={50}
          nothingFoundMessage={t('assign.nothing')}
          data={[...props.titles]}
          value={title}
          onChange={setTitle}
        />
      ) : (
        <Group align="start">
          <Select
            label={t('list.tier')}
            w={280}
            data={tiers.map((one) => ({ value: one, label: t(`assign.tier.${one}`) }))}
            value={tier}
            onChange={setTier}
          />
          <Checkbox.Group
            label={t('assign.threats')}
            value={[...threats]}
            onChange={(chosen) => setThreats(chosen)}
          >
            <Group mt={8}>
              {threatChoices.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
        </Group>
      )}
      <Group>
        <Button size="compact-sm" disabled={!given} onClick={() => given && props.assign(given)}>
          {t('assign.assign')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.leave}>
          {t('assign.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
