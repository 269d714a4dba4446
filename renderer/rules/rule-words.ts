import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Answer, Condition, Question, Rule } from '../../src/domain/vawg/rule-set.ts';
import { type PlainKey, t, tCode } from '../words/t.ts';

/** The questions in the order in which they are asked, with the keys of their headings. */
export const questionHeadings: readonly (readonly [Question, PlainKey])[] = [
  ['vawg', 'question.isVawg'],
  ['online', 'question.onlineElement'],
  ['space', 'question.physicalSpace'],
];

export const tierChoices = [
  { value: 'core', label: t('tier.core') },
  { value: 'flagged', label: t('tier.flagged') },
  { value: 'female-victim', label: t('tier.female-victim') },
  { value: 'outside', label: t('tier.outside') },
  { value: 'context', label: t('tier.context') },
  { value: 'unmatched', label: t('tier.unmatched') },
] as const;

export const spaceChoices = [
  { value: 'private', label: t('spaceIs.private') },
  { value: 'public', label: t('spaceIs.public') },
  { value: 'set-aside', label: t('spaceIs.set-aside') },
  { value: 'unclassified', label: t('spaceIs.unclassified') },
] as const;

export const confidenceChoices = [
  { value: 'coded-field', label: t('rests.coded-field') },
  { value: 'address-match', label: t('rests.address-match') },
  { value: 'offence-inference', label: t('rests.offence-inference') },
  { value: 'free-text-hint', label: t('rests.free-text-hint') },
  { value: 'none', label: t('rests.none') },
] as const;

export const testChoices = [
  { value: 'is', label: t('test.is') },
  { value: 'is-not', label: t('test.is-not') },
  { value: 'contains', label: t('test.contains') },
] as const;

export const threatChoices = [
  { value: 'domestic-abuse', label: t('threat.domestic-abuse') },
  { value: 'rape-serious-sexual', label: t('threat.rape-serious-sexual') },
  { value: 'child-sexual', label: t('threat.child-sexual') },
  { value: 'tech-enabled', label: t('threat.tech-enabled') },
  { value: 'honour-based', label: t('threat.honour-based') },
] as const;

/** A name of the contract in words: `care-home-room` as "care home room". */
export function plainName(name: string): string {
  return name.replaceAll('-', ' ');
}

/** The label of a value among choices; the value itself when it is not among them. */
export function labelOf(
  choices: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return choices.find((choice) => choice.value === value)?.label ?? plainName(value);
}

/** Conditions as a part of a sentence: "Online flag is yes, and Offence contains threat". */
export function conditionsText(
  conditions: readonly Condition[],
  fields: RulesInForce['fields'],
): string {
  if (conditions.length === 0) return '…';
  return conditions
    .map((one) => conditionText(one, fields))
    .reduce((before, next) => t('condition.and', { before, next }));
}

function conditionText(condition: Condition, fields: RulesInForce['fields']): string {
  const field = fields.find((one) => one.field === condition.field)?.words ?? condition.field;
  const said = condition.values.map((value) => value || t('condition.nothing'));
  const values =
    said.length === 0 ? '…' : said.reduce((before, next) => t('condition.or', { before, next }));
  return t('condition.whole', { field, test: labelOf(testChoices, condition.test), values });
}

/** A space and the kind of place in it: "private: home". */
export function placeText(space: string, subtype: string): string {
  return t('answer.place', {
    space: tCode(`spaces.${space}`),
    kind: tCode(`subtype.${subtype}`),
  });
}

/** What a rule answers, in words. */
export function answerText(answer: Answer): string {
  if (answer.question === 'vawg') return labelOf(tierChoices, answer.tier);
  if (answer.question === 'online') return t(answer.online ? 'spaces.online' : 'answer.notOnline');
  const space = t(`spaces.${answer.space}`);
  if (answer.subtype === '' || answer.space === 'unclassified') return space;
  if (answer.subtype === 'from:location-type') return t('answer.spaceAsType', { space });
  if (answer.subtype === 'from:location-text') return t('answer.spaceAsText', { space });
  return placeText(answer.space, answer.subtype);
}

/** What stands behind the id of a rule that decided: its sentence, or who decided in place of one. */
export function ruleText(id: string, rules: readonly Rule[]): string {
  if (id === 'analyst') return t('rule.byAnalyst');
  if (id === '' || id === 'no-rule') return t('rule.noneHolds');
  return rules.find((rule) => rule.id === id)?.sentence ?? id;
}

/** A tier in few words, for tables. */
export function tierText(tier: string): string {
  return tCode(`tierShort.${tier}`);
}

/** What a space or an online element rests on. */
export function confidenceText(confidence: string): string {
  return tCode(`rests.${confidence}`);
}
