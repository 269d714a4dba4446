import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Answer, Condition, Question, Rule } from '../../src/domain/vawg/rule-set.ts';

/** The questions in the order in which they are asked, as headings. */
export const questionHeadings: readonly (readonly [Question, string])[] = [
  ['vawg', 'Is it VAWG?'],
  ['online', 'Online element'],
  ['space', 'Physical space'],
];

export const questionWords: Readonly<Record<Question, string>> = {
  vawg: 'VAWG',
  online: 'Online',
  space: 'Space',
};

export const tierChoices = [
  { value: 'core', label: 'in VAWG: core offence' },
  { value: 'flagged', label: 'in VAWG: by a flag' },
  { value: 'female-victim', label: 'female-victim tier' },
  { value: 'outside', label: 'outside VAWG' },
  { value: 'context', label: 'open data, context only' },
  { value: 'unmatched', label: 'offence not recognised' },
] as const;

export const spaceChoices = [
  { value: 'private', label: 'private' },
  { value: 'public', label: 'public' },
  { value: 'set-aside', label: 'set aside (only reported there)' },
  { value: 'unclassified', label: 'unclassified' },
] as const;

export const confidenceChoices = [
  { value: 'coded-field', label: 'a coded field' },
  { value: 'address-match', label: 'a match of addresses' },
  { value: 'offence-inference', label: 'the nature of the offence' },
  { value: 'free-text-hint', label: 'a hint in the text' },
  { value: 'none', label: 'nothing' },
] as const;

export const testChoices = [
  { value: 'is', label: 'is' },
  { value: 'is-not', label: 'is not' },
  { value: 'contains', label: 'contains' },
] as const;

export const threatChoices = [
  { value: 'domestic-abuse', label: 'domestic abuse' },
  { value: 'rape-serious-sexual', label: 'rape and serious sexual' },
  { value: 'child-sexual', label: 'child sexual' },
  { value: 'tech-enabled', label: 'tech-enabled' },
  { value: 'honour-based', label: 'honour-based' },
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

/** A condition as a part of a sentence: "Online flag is yes". */
export function conditionText(condition: Condition, fields: RulesInForce['fields']): string {
  const words = fields.find(({ field }) => field === condition.field)?.words ?? condition.field;
  const values = condition.values.map((value) => value || '(nothing)').join(' or ');
  return `${words} ${labelOf(testChoices, condition.test)} ${values || '…'}`;
}

/** What a rule answers, in words. */
export function answerText(answer: Answer): string {
  if (answer.question === 'vawg') return labelOf(tierChoices, answer.tier);
  if (answer.question === 'online') return answer.online ? 'online' : 'not online';
  const space = answer.space === 'set-aside' ? 'set aside' : answer.space;
  if (answer.subtype === '' || answer.space === 'unclassified') return space;
  if (answer.subtype === 'from:location-type') return `${space}, as the location type says`;
  if (answer.subtype === 'from:location-text') return `${space}, as the location text says`;
  return `${space}: ${plainName(answer.subtype)}`;
}

/** What stands behind the id of a rule that decided: its sentence, or who decided in place of one. */
export function ruleText(id: string, rules: readonly Rule[]): string {
  if (id === 'analyst') return 'Decided by an analyst';
  if (id === '' || id === 'no-rule') return 'No rule holds';
  return rules.find((rule) => rule.id === id)?.sentence ?? id;
}

const shortTiers: Readonly<Record<string, string>> = {
  core: 'core',
  flagged: 'by a flag',
  context: 'context only',
  unmatched: 'not recognised',
};

/** A tier in few words, for tables. */
export function tierText(tier: string): string {
  return shortTiers[tier] ?? labelOf(tierChoices, tier);
}

/** What a space or an online element rests on. */
export function confidenceText(confidence: string): string {
  return confidence === 'analyst' ? 'an analyst' : labelOf(confidenceChoices, confidence);
}
