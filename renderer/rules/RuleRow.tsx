import { Button, Group, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Rule, RuleProblem } from '../../src/domain/vawg/rule-set.ts';
import { formatNumber, formatShare } from '../app/format.ts';
import { t } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';
import { ExamplesOfRule } from './ExamplesOfRule.tsx';
import { answerText, conditionsText } from './rule-words.ts';

/** One rule: what it says, what it decides, and what can be done with it. */
export function RuleRow(props: {
  rule: Rule;
  place: number;
  isLast: boolean;
  isReader: boolean;
  inForce: RulesInForce;
  /** Records it decides, with the draft where there is one, and in force. */
  count: number;
  was: number;
  problems: readonly RuleProblem[];
  change: (rule: Rule) => void;
  move: (place: number) => void;
  remove: () => void;
  edit: () => void;
  drag: (id: string) => void;
  dragEnd: () => void;
}) {
  const { rule, place, isReader, inForce, count, was } = props;
  const [isOpen, setOpen] = useState(false);
  const named = { number: place + 1, sentence: rule.sentence };
  return (
    <>
      <div className="rule-row">
        <span
          className="handle"
          title={t('rule.drag')}
          aria-hidden="true"
          draggable={!isReader}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', rule.id);
            props.drag(rule.id);
          }}
          onDragEnd={props.dragEnd}
        >
          ⠿ {place + 1}
        </span>
        <Switch
          size="xs"
          checked={rule.isOn}
          disabled={isReader}
          aria-label={t('rule.onOf', named)}
          onChange={(event) => props.change({ ...rule, isOn: event.currentTarget.checked })}
        />
        <div className="rule-words">
          <Text size="sm" opacity={rule.isOn ? 1 : 0.6}>
            {rule.sentence || t('rule.noSentence')}
            {rule.isOn ? '' : ` ${t('rule.off')}`}
          </Text>
          <Text size="xs" c="dimmed">
            {tRich('rule.ifThen', {
              conditions: conditionsText(rule.when, inForce.fields),
              answer: <b>{answerText(rule.answer)}</b>,
            })}
          </Text>
          {props.problems.map(({ message }) => (
            <Text key={message} size="sm" className="problem" role="alert">
              {message}
            </Text>
          ))}
        </div>
        <div className="rule-count">
          {formatNumber(count)}
          <Text size="xs" c="dimmed">
            {count === was ? formatShare(count, inForce.incidents) : t('rule.inForce', { was })}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={isOpen}
            aria-label={t('rule.examplesOf', named)}
            onClick={() => setOpen(!isOpen)}
          >
            {t('rule.examples')}
          </Button>
          <RowButton
            label={t('rule.edit')}
            name={t('rule.editOf', named)}
            isOff={isReader}
            act={props.edit}
          />
          <RowButton
            label="↑"
            title={t('rule.up')}
            name={t('rule.upOf', named)}
            isOff={isReader || place === 0}
            act={() => props.move(place - 1)}
          />
          <RowButton
            label="↓"
            title={t('rule.down')}
            name={t('rule.downOf', named)}
            isOff={isReader || props.isLast}
            act={() => props.move(place + 1)}
          />
          <RowButton
            label={t('rule.delete')}
            name={t('rule.deleteOf', named)}
            isOff={isReader}
            act={props.remove}
          />
        </Group>
      </div>
      {isOpen && <ExamplesOfRule rule={rule.id} inForce={inForce} />}
    </>
  );
}

function RowButton(props: {
  label: string;
  /** Of a button that shows a sign: what it does. */
  title?: string;
  name: string;
  isOff: boolean;
  act: () => void;
}) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={props.isOff}
      aria-label={props.name}
      title={props.title}
      onClick={props.act}
    >
      {props.label}
    </Button>
  );
}
