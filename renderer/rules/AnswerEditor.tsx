import { Group, Select } from '@mantine/core';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Answer } from '../../src/domain/vawg/rule-set.ts';
import { confidenceChoices, plainName, spaceChoices, tierChoices } from './rule-words.ts';

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
        label="The record is"
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
      label="It rests on"
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
          label="The record is"
          size="xs"
          w={160}
          allowDeselect={false}
          data={['online', 'not online']}
          value={answer.online ? 'online' : 'not online'}
          onChange={(chosen) => put({ ...answer, online: chosen === 'online' })}
        />
        {confidence}
      </Group>
    );
  }
  return (
    <Group gap="xs">
      <Select
        label="The space is"
        size="xs"
        w={220}
        allowDeselect={false}
        data={[...spaceChoices]}
        value={answer.space}
        onChange={(space) => space !== null && put(withSpace(answer, space))}
      />
      <Select
        label="Kind of place"
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
    { value: 'from:location-type', label: 'as the location type says' },
    { value: 'from:location-text', label: 'as the location text says' },
  ];
  if (space === 'unclassified') return [{ value: '', label: 'none' }];
  if (space === 'set-aside') return [{ value: '', label: 'none' }, ...sources];
  return [
    ...sources,
    ...subtypes[space].map((subtype) => ({ value: subtype, label: plainName(subtype) })),
  ];
}
