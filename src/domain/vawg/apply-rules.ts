import type { Codes } from '../evidence/columns.ts';
import type { FieldColumn } from './field-columns.ts';
import { plainText } from './plain-text.ts';
import type { Condition, FieldName, Rule } from './rule-set.ts';

/** Stands for "no rule held". */
export const noRule = 255;
/** Most rules that one question can have. */
export const mostRules = 250;

/**
 * The first of the rules that holds of each record, as its place in `rules`; `noRule` where none does. A
 * condition is decided once for each distinct value and looked up for each record.
 */
export function applyRules(
  rules: readonly Rule[],
  column: (field: FieldName) => FieldColumn,
  length: number,
): Uint8Array {
  const decidedBy = new Uint8Array(length).fill(noRule);
  const holds = new Uint8Array(length);
  for (const [place, rule] of rules.slice(0, mostRules).entries()) {
    holds.fill(1);
    for (const condition of rule.when) {
      const { codes, values } = column(condition.field);
      narrow(holds, codes, admitted(condition, values));
    }
    for (let index = 0; index < length; index++) {
      if (holds[index] === 1 && decidedBy[index] === noRule) decidedBy[index] = place;
    }
  }
  return decidedBy;
}

/** Whether a rule holds of one record. */
export function ruleHolds(
  rule: Rule,
  column: (field: FieldName) => FieldColumn,
  index: number,
): boolean {
  return rule.when.every((condition) => {
    const { codes, values } = column(condition.field);
    return holdsOf(condition, wanted(condition), values[codes[index] ?? 0] ?? []);
  });
}

function narrow(holds: Uint8Array, codes: Codes, isAdmitted: Uint8Array): void {
  for (let index = 0; index < holds.length; index++) {
    if (isAdmitted[codes[index] ?? 0] !== 1) holds[index] = 0;
  }
}

function admitted(condition: Condition, values: readonly (readonly string[])[]): Uint8Array {
  const own = wanted(condition);
  return Uint8Array.from(values, (held) => (holdsOf(condition, own, held) ? 1 : 0));
}

function wanted(condition: Condition): ReadonlySet<string> {
  return new Set(condition.values.map(plainText).filter((value) => value !== ''));
}

function holdsOf(condition: Condition, own: ReadonlySet<string>, held: readonly string[]): boolean {
  const plain = held.map(plainText);
  if (condition.test === 'is') return plain.some((value) => own.has(value));
  if (condition.test === 'is-not') return !plain.some((value) => own.has(value));
  return plain.some((value) => [...own].some((words) => ` ${value} `.includes(` ${words} `)));
}
