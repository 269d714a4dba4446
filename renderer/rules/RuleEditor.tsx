import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Answer, Condition, Question, Rule } from '../../src/domain/vawg/rule-set.ts';
import { t } from '../words/t.ts';
import { AnswerEditor } from './AnswerEditor.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';

const firstAnswers: Readonly<Record<Question, Answer>> = {
  vawg: { question: 'vawg', tier: 'outside' },
  online: { question: 'online', online: true, confidence: 'coded-field' },
  space: { question: 'space', space: 'unclassified', subtype: '', confidence: 'none' },
};

/** A rule to start from; its id comes from its sentence once it has one. */
export function blankRule(question: Question): Rule {
  return { id: '', sentence: '', isOn: true, when: [], answer: firstAnswers[question] };
}

/** Sentence, conditions and answer of a rule. Nothing changes before it is put in the draft. */
export function RuleEditor(props: {
  rule: Rule;
  inForce: RulesInForce;
  keep: (rule: Rule) => void;
  cancel: () => void;
}) {
  const { inForce } = props;
  const [rule, setRule] = useState(props.rule);
  const firstField = inForce.fields[0]?.field as Condition['field'] | undefined;
  // Conditions have no name of their own; a number apart from their place keeps each with its fields.
  const [keys, setKeys] = useState(() => props.rule.when.map((_, index) => index));
  const put = (index: number, condition: Condition) =>
    setRule({ ...rule, when: rule.when.map((one, at) => (at === index ? condition : one)) });
  const drop = (index: number) => {
    setRule({ ...rule, when: rule.when.filter((_, at) => at !== index) });
    setKeys(keys.filter((_, at) => at !== index));
  };
  const add = () => {
    if (firstField === undefined) return;
    setRule({ ...rule, when: [...rule.when, { field: firstField, test: 'is', values: [] }] });
    setKeys([...keys, Math.max(-1, ...keys) + 1]);
  };
  return (
    <Paper withBorder p="sm" my="xs" role="group" aria-label={t('rule.editor')}>
      <Stack gap="xs">
        <TextInput
          label={t('rule.sentence')}
          maxLength={500}
          value={rule.sentence}
          onChange={(event) => setRule({ ...rule, sentence: event.currentTarget.value })}
        />
        <Text size="sm" fw={600}>
          {t('rule.holds')}
        </Text>
        {rule.when.map((condition, index) => (
          <ConditionEditor
            key={keys[index]}
            number={index + 1}
            condition={condition}
            fields={inForce.fields}
            put={(changed) => put(index, changed)}
            drop={() => drop(index)}
          />
        ))}
        <Group>
          <Button size="compact-sm" variant="default" onClick={add}>
            {t('rule.addCondition')}
          </Button>
        </Group>
        <Text size="sm" fw={600}>
          {t('rule.then')}
        </Text>
        <AnswerEditor
          answer={rule.answer}
          subtypes={inForce.subtypes}
          put={(answer) => setRule({ ...rule, answer })}
        />
        <Group>
          <Button
            size="compact-sm"
            disabled={rule.sentence.trim() === ''}
            onClick={() => props.keep({ ...rule, sentence: rule.sentence.trim() })}
          >
            {t('rule.put')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={props.cancel}>
            {t('rule.leave')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
