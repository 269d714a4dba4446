import { Button, Group, Text, Title } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Question, RuleSet } from '../../src/domain/vawg/rule-set.ts';
import { t } from '../words/t.ts';
import { addRule, moveRule, newRuleId, removeRule, replaceRule, rulesAbout } from './draft.ts';
import { blankRule, RuleEditor } from './RuleEditor.tsx';
import { RuleRow } from './RuleRow.tsx';
import type { RulesWork } from './use-rules.ts';

/** Puts the focus back on what had it, once a moved row stands in its new place. */
function keepFocus(): void {
  const focused = document.activeElement;
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement) focused.focus();
  });
}

/** The rules of one question in their order. */
export function RuleList(props: {
  question: Question;
  heading: string;
  work: RulesWork;
  inForce: RulesInForce;
  set: RuleSet;
  isReader: boolean;
}) {
  const { question, work, inForce, set, isReader } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const rules = rulesAbout(set, question);
  const { preview } = work;
  const isTried = preview !== null && preview.problems.length === 0;
  const matches = isTried ? preview.matches : inForce.matches;
  const decided = rules.reduce((sum, rule) => sum + (matches[rule.id] ?? 0), 0);
  const move = (id: string, place: number) => {
    if (isReader) return;
    keepFocus();
    work.change(moveRule(set, id, place));
  };
  const moveByKey = (event: KeyboardEvent, id: string, place: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(id, event.key === 'ArrowUp' ? place - 1 : place + 1);
  };
  const drop = (place: number) => {
    if (dragged !== null) move(dragged, place);
    setDragged(null);
    setOver(null);
  };
  return (
    <section aria-label={props.heading}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {props.heading}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isReader}
          aria-label={t('rule.addTo', { question: props.heading })}
          onClick={() => setAdding(true)}
        >
          {t('rule.add')}
        </Button>
      </Group>
      {isAdding && (
        <RuleEditor
          rule={blankRule(question)}
          inForce={inForce}
          keep={(rule) => {
            work.change(addRule(set, { ...rule, id: newRuleId(rule.sentence, set) }));
            setAdding(false);
          }}
          cancel={() => setAdding(false)}
        />
      )}
      <ol className="rule-list">
        {rules.map((rule, place) => (
          <li
            key={rule.id}
            className={over === rule.id ? 'rule over' : 'rule'}
            // Alt and an arrow move the row that has the focus.
            tabIndex={0}
            aria-label={t('rule.numbered', { number: place + 1, sentence: rule.sentence })}
            onKeyDown={(event) => moveByKey(event, rule.id, place)}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(rule.id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              drop(place);
            }}
          >
            <RuleRow
              rule={rule}
              place={place}
              isLast={place === rules.length - 1}
              isReader={isReader}
              inForce={inForce}
              count={matches[rule.id] ?? 0}
              was={inForce.matches[rule.id] ?? 0}
              problems={preview?.problems.filter((problem) => problem.rule === rule.id) ?? []}
              change={(changed) => work.change(replaceRule(set, rule.id, changed))}
              move={(to) => move(rule.id, to)}
              remove={() => work.change(removeRule(set, rule.id))}
              edit={() => setEditing(editing === rule.id ? null : rule.id)}
              drag={setDragged}
              dragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            />
            {editing === rule.id && (
              <RuleEditor
                rule={rule}
                inForce={inForce}
                keep={(changed) => {
                  work.change(replaceRule(set, rule.id, changed));
                  setEditing(null);
                }}
                cancel={() => setEditing(null)}
              />
            )}
          </li>
        ))}
      </ol>
      <Text size="xs" c="dimmed">
        {t('rule.byNone', {
          some: Math.max(0, inForce.incidents - decided),
          count: inForce.incidents,
        })}
      </Text>
    </section>
  );
}
