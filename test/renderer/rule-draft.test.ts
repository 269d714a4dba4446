import { describe, expect, it } from 'vitest';
import { blankCode, codeByKey, isWhole } from '../../renderer/rules/audit-code.ts';
import {
  addRule,
  countChanges,
  moveRule,
  newRuleId,
  removeRule,
  replaceRule,
  rulesAbout,
} from '../../renderer/rules/draft.ts';
import type { Rule, RuleSet } from '../../src/domain/vawg/rule-set.ts';

const vawgRule = (id: string): Rule => ({
  id,
  sentence: id,
  isOn: true,
  when: [{ field: 'domesticAbuse', test: 'is', values: ['yes'] }],
  answer: { question: 'vawg', tier: 'core' },
});
const onlineRule = (id: string): Rule => ({
  ...vawgRule(id),
  answer: { question: 'online', online: true, confidence: 'coded-field' },
});

// The questions stand mixed in the file: each has its own order all the same.
const set: RuleSet = {
  format: 1,
  name: 'Made up',
  version: '1',
  settings: { includeFemaleVictimTier: false, institutionalIsPublic: true },
  rules: [vawgRule('a'), onlineRule('x'), vawgRule('b'), vawgRule('c'), onlineRule('y')],
};
const ids = (changed: RuleSet, question: 'vawg' | 'online') =>
  rulesAbout(changed, question).map((rule) => rule.id);

describe('a draft of the rules', () => {
  it('moves a rule among those of its question and leaves the others alone', () => {
    const moved = moveRule(set, 'c', 0);
    expect(ids(moved, 'vawg')).toEqual(['c', 'a', 'b']);
    expect(ids(moved, 'online')).toEqual(['x', 'y']);
    expect(ids(moveRule(set, 'a', 99), 'vawg')).toEqual(['b', 'c', 'a']);
  });

  it('gives the same set when nothing moves', () => {
    expect(moveRule(set, 'a', -1)).toBe(set);
    expect(moveRule(set, 'unknown', 1)).toBe(set);
  });

  it('counts a rule that moves past several as one change', () => {
    expect(countChanges(set, set)).toBe(0);
    expect(countChanges(set, moveRule(set, 'c', 0))).toBe(1);
    expect(countChanges(set, moveRule(moveRule(set, 'c', 0), 'y', 0))).toBe(2);
  });

  it('counts rules added, removed and changed, and the settings', () => {
    const off = replaceRule(set, 'a', { ...vawgRule('a'), isOn: false });
    expect(countChanges(set, off)).toBe(1);
    expect(countChanges(set, removeRule(off, 'b'))).toBe(2);
    expect(countChanges(set, addRule(set, vawgRule('new')))).toBe(1);
    const settings = { ...set.settings, institutionalIsPublic: false };
    expect(countChanges(set, { ...set, settings })).toBe(1);
  });

  it('makes an id of a sentence that no rule has and no count uses', () => {
    expect(newRuleId('A café, at night!', set)).toBe('a-cafe-at-night');
    expect(newRuleId('A', set)).toBe('a-2');
    expect(newRuleId('Analyst', set)).toBe('analyst-2');
    expect(newRuleId('…', set)).toBe('rule');
    expect(newRuleId('word '.repeat(40), set)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/);
  });
});

describe('coding a record by keys', () => {
  it('answers the open question, then the space, and takes answers back', () => {
    const coded = ['y', 'N', '2'].reduce(codeByKey, blankCode);
    expect(coded).toEqual({ vawg: true, online: false, space: 'public' });
    expect(isWhole(coded)).toBe(true);
    expect(isWhole(codeByKey(coded, 'Backspace'))).toBe(false);
    expect(codeByKey(coded, 'q')).toBe(coded);
    expect(codeByKey(coded, '9')).toBe(coded);
  });
});
