import { plainText } from '../vawg/plain-text.ts';
import { notRecordedNames, notStatedNames } from './missing-words.ts';

/** Answers about disability, in the order they are printed; the last three are no answer, each in its own way. */
export const disabilityAnswers = [
  'yes',
  'no',
  'not stated',
  'not recorded',
  'not understood',
] as const;
export type DisabilityAnswer = (typeof disabilityAnswers)[number];

const answers: ReadonlyMap<string, DisabilityAnswer> = new Map([
  ['yes', 'yes'],
  ['y', 'yes'],
  ['true', 'yes'],
  ['1', 'yes'],
  ['disabled', 'yes'],
  ['has a disability', 'yes'],
  ['no', 'no'],
  ['n', 'no'],
  ['false', 'no'],
  ['0', 'no'],
  ['not disabled', 'no'],
  ['no disability', 'no'],
  ['none', 'no'],
]);

/** Beginnings of words for kinds of impairment, as forms list them. */
const impairment =
  /\b(?:mental health|physical|mobility|learning|autis|neurodiver|hearing|deaf|sight|vision|visual|blind|long term|sensory|cognitive|speech)/;

/**
 * Reads the answer about disability from its words: "Yes", "Yes - mobility", "N", "Prefer not to say". A kind of
 * impairment written in the column of disability ("Hearing or sight") is a yes; behind a "no" or "not" it is not
 * understood.
 */
export function disabilityAnswer(text: string): DisabilityAnswer {
  const plain = plainText(text);
  if (notRecordedNames.has(plain)) return 'not recorded';
  if (notStatedNames.has(plain)) return 'not stated';
  const known = answers.get(plain);
  if (known !== undefined) return known;
  if (plain.startsWith('yes ')) return 'yes';
  if (/\b(?:no|not|non|without)\b/.test(plain)) return 'not understood';
  return impairment.test(plain) ? 'yes' : 'not understood';
}
