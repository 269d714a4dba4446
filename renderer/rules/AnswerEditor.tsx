import { Group, Select } from '@mantine/core';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Answer } from '../../src/domain/vawg/rule-set.ts';
import { t, tCode } from '../words/t.ts';
import { confidenceChoices, spaceChoices, tierChoices } from './rule-words.ts';

type SpaceAnswer = Extract<Answer, { question: 'space' }>;

/** What a rule answers to its question. */
export function AnswerEditor(props: {
  answer: Answer;
  subtypes: RulesInForce['subtypes'];
  put: (answer: Answer) => void;
}) {
  const { answer, put } = props;
  if (answer.question === 'vawg') {
    return (
      <Select
        label={t('answer.record')}
        size="xs"
        w={240}
        allowDeselect={false}
        data={[...tierChoices]}
        value={answer.tier}
        onChange={(tier) => tier !== null && put({ ...answer, tier })}
      />
    );
  }
  const confidence = (
    <Select
      label={t('answer.rests')}
      size="xs"
      w={220}
      allowDeselect={false}
      data={[...confidenceChoices]}
      value={answer.confidence}
      onChange={(chosen) => chosen !== null && put({ ...answer, confidence: chosen })}
    />
  );
  if (answer.question === 'online') {
    return (
      <Group gap="xs">
        <Select
          label={t('answer.record')}
          size="xs"
          w={160}
          allowDeselect={false}
          data={[
            { value: 'online', label: t('spaces.online') },
            { value: 'no', label: t('answer.notOnline') },
          ]}
          value={answer.online ? 'online' : 'no'}
          onChange={(chosen) => put({ ...answer, online: chosen === 'online' })}
        />
        {confidence}
      </Group>
    );
  }
  return (
    <Group gap="xs">
      <Select
        label={t('answer.space')}
        size="xs"
        w={220}
        allowDeselect={false}
        data={[...spaceChoices]}
        value={answer.space}
        onChange={(space) => space !== null && put(withSpace(answer, space))}
      />
      <Select
        label={t('answer.kind')}
        size="xs"
        w={260}
        disabled={answer.space === 'unclassified'}
        allowDeselect={false}
        data={subtypeChoices(answer.space, props.subtypes)}
        value={answer.subtype}
        onChange={(subtype) => subtype !== null && put({ ...answer, subtype })}
      />
      {confidence}
    </Group>
  );
}

/** A space has kinds of its own: those of another do not go with it. */
function withSpace(answer: SpaceAnswer, space: SpaceAnswer['space']): SpaceAnswer {
  const isFree = space === 'private' || space === 'public';
  return { ...answer, space, subtype: isFree ? 'from:location-type' : '' };
}

function subtypeChoices(space: SpaceAnswer['space'], subtypes: RulesInForce['subtypes']) {
  const sources = [
    { value: 'from:location-type', label: t('answer.asType') },
    { value: 'from:location-text', label: t('answer.asText') },
  ];
  if (space === 'unclassified') return [{ value: '', label: t('answer.none') }];
  if (space === 'set-aside') return [{ value: '', label: t('answer.none') }, ...sources];
  return [
    ...sources,
    ...subtypes[space].map((subtype) => ({ value: subtype, label: tCode(`subtype.${subtype}`) })),
  ];
}
