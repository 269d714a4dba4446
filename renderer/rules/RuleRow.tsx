import { Button, Group, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Rule, RuleProblem } from '../../src/domain/vawg/rule-set.ts';
import { formatNumber, formatShare } from '../app/format.ts';
import { ExamplesOfRule } from './ExamplesOfRule.tsx';
import { answerText, conditionText } from './rule-words.ts';

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
  const name = `rule ${place + 1}, ${rule.sentence}`;
  return (
    <>
      <div className="rule-row">
        <span
          className="handle"
          title="Drag to change the order"
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
          aria-label={`On: ${name}`}
          onChange={(event) => props.change({ ...rule, isOn: event.currentTarget.checked })}
        />
        <div className="rule-words">
          <Text size="sm" opacity={rule.isOn ? 1 : 0.6}>
            {rule.sentence || '(no sentence yet)'}
            {rule.isOn ? '' : ' (off)'}
          </Text>
          <Text size="xs" c="dimmed">
            If {rule.when.map((one) => conditionText(one, inForce.fields)).join(', and ') || '…'} →{' '}
            <b>{answerText(rule.answer)}</b>
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
            {count === was
              ? formatShare(count, inForce.incidents)
              : `now in force ${formatNumber(was)}`}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={isOpen}
            aria-label={`Examples of ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            Examples
          </Button>
          <RowButton label="Edit" name={name} isOff={isReader} act={props.edit} />
          <RowButton
            label="↑"
            name={`Move up ${name}`}
            isOff={isReader || place === 0}
            act={() => props.move(place - 1)}
          />
          <RowButton
            label="↓"
            name={`Move down ${name}`}
            isOff={isReader || props.isLast}
            act={() => props.move(place + 1)}
          />
          <RowButton label="Delete" name={name} isOff={isReader} act={props.remove} />
        </Group>
      </div>
      {isOpen && <ExamplesOfRule rule={rule.id} inForce={inForce} />}
    </>
  );
}

function RowButton(props: { label: string; name: string; isOff: boolean; act: () => void }) {
  const isWord = /^\w/.test(props.label);
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={props.isOff}
      aria-label={isWord ? `${props.label} ${props.name}` : props.name}
      title={isWord ? undefined : props.name.slice(0, props.name.indexOf(' rule'))}
      onClick={props.act}
    >
      {props.label}
    </Button>
  );
}
