import { disabilityAnswer, disabilityAnswers } from '../equality/disability.ts';
import { ethnicGroups, selfDefinedEthnicity } from '../equality/ethnicity.ts';
import { notRecordedNames, notStatedNames } from '../equality/missing-words.ts';
import { officerDefinedEthnicity, officerDescriptions } from '../equality/officer-ethnicity.ts';
import { type CodedText, tierNames } from '../evidence/columns.ts';
import { plainText } from '../vawg/plain-text.ts';
import type { Block, TableBlock } from './blocks.ts';
import { ageBands, smallestPrinted, smallNumber } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { careful, number, share } from './words.ts';

/** Answers that are none, each for its own reason, in the order they are printed. */
const noAnswers = ['not stated', 'not known', 'not recorded', 'not understood'] as const;
/** Whether a label says that there is no answer, for whatever reason. */
export const isNoAnswer = (label: string): boolean => noAnswers.some((none) => none === label);

const femaleVictimTier = tierNames.indexOf('female-victim');

interface Answer {
  readonly label: string;
  /** Victim entries. */
  readonly value: number;
}

/**
 * Who the victims are: one table each for age, self-defined ethnicity, officer-defined ethnicity, disability, sex
 * and gender. Each shows how much is missing. Groups below smallestPrinted show no number.
 *
 * @param victimIndexes entries of the victim columns; a person on several incidents is several entries.
 */
export function equalityTable(inputs: ProfileInputs, victimIndexes: readonly number[]): Block[] {
  if (inputs.isContextOnly) {
    return [
      { kind: 'warning', text: `${contextSentence} It says nothing about who the victims are.` },
    ];
  }
  const { victims } = inputs.evidence;
  const total = victimIndexes.length;
  if (total === 0) {
    return [{ kind: 'warning', text: 'No victim is recorded on these incidents.' }];
  }
  // The female-victim tier is in because of the victim's sex: in a share of women it would prove itself.
  const isChosenBySex = (index: number): boolean =>
    inputs.evidence.incidents.tier[victims.incident[index] ?? -1] === femaleVictimTier;
  const bothSexes = victimIndexes.filter((index) => !isChosenBySex(index));
  const table = (
    what: string,
    title: string,
    answers: readonly Answer[],
    of: readonly number[] = victimIndexes,
  ): TableBlock => {
    const leftOut = total - of.length;
    const without =
      leftOut === 0 ? '' : `; without ${number(leftOut)} of the female-victim tier, chosen by sex`;
    const basis = `Recorded ${periodInWords(inputs)}; n = ${number(of.length)} victim entries${without}`;
    const caption = `${what}. ${missingInWords(answers, of.length)} ${basis}.`;
    return answersTable(caption, title, answers, of.length);
  };
  return [
    { kind: 'paragraph', text: howToRead(victims.person, victimIndexes) },
    table('Age of victims', 'Age', ageBands(inputs.evidence, victimIndexes)),
    table(
      'Self-defined ethnicity of victims, as they said it, in the five groups of the census (Chinese under Asian)',
      'Ethnic group',
      answersOf(victims.ethnicity, victimIndexes, selfDefinedLabel, [
        ...ethnicGroups,
        'not stated',
        'not recorded',
        'not understood',
      ]),
    ),
    table(
      'Officer-defined ethnicity of victims, as an officer saw it: another question, and never used to fill the self-defined one',
      'As seen',
      answersOf(victims.ethnicityOfficer, victimIndexes, officerLabel, [
        ...officerDescriptions,
        'not known',
        'not recorded',
        'not understood',
      ]),
    ),
    table(
      'Disability of victims',
      'Disability',
      answersOf(victims.disability, victimIndexes, disabilityAnswer, disabilityAnswers),
    ),
    table(
      'Sex of victims',
      'Sex',
      answersOf(victims.sex, bothSexes, writtenLabel, ['female', 'male', 'not recorded']),
      bothSexes,
    ),
    table(
      'Gender of victims, a separate answer from sex',
      'Gender',
      answersOf(victims.gender, bothSexes, writtenLabel, ['not recorded']),
      bothSexes,
    ),
  ];
}

function howToRead(persons: Uint32Array, victimIndexes: readonly number[]): string {
  const named = new Set<number>();
  let unnamed = 0;
  for (const index of victimIndexes) {
    const person = persons[index] ?? 0;
    if (person === 0) unnamed++;
    else named.add(person);
  }
  return `The tables count victim entries: ${number(named.size)} identified people, who count once for each incident they are a victim of, and ${number(unnamed)} entries without an identifier. Groups of fewer than ${smallestPrinted} show no number, and those of fewer than ${smallNumber} are to be read with care. Recorded crime is not prevalence: a group with few entries may report less, or be asked less.`;
}

/** A written self-defined ethnicity as its group of the census, or as why there is none. */
export function selfDefinedLabel(text: string): string {
  const read = selfDefinedEthnicity(text);
  return read.kind === 'stated' ? read.group : read.kind;
}

/** A written officer-defined ethnicity as a description, or as why there is none. */
export function officerLabel(text: string): string {
  const read = officerDefinedEthnicity(text);
  return read.kind === 'seen' ? read.description : read.kind;
}

/** A text as its own label, unless it says that there is no answer. */
function writtenLabel(text: string): string {
  const plain = plainText(text);
  if (notRecordedNames.has(plain)) return 'not recorded';
  return notStatedNames.has(plain) ? 'not stated' : text;
}

/**
 * Entries of each answer. Labels of `always` come first, in their order and shown even at 0; others follow, the
 * commonest first; missing ones last.
 */
function answersOf(
  column: CodedText,
  indexes: readonly number[],
  read: (text: string) => string,
  always: readonly string[],
): Answer[] {
  // Each distinct text is read once, however many entries have it.
  const labelOfCode = column.values.map(read);
  const counts = new Map(always.map((label) => [label, 0]));
  for (const index of indexes) {
    const label = labelOfCode[column.codes[index] ?? 0] ?? 'not recorded';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const place = ({ label }: Answer): number => {
    if (isNoAnswer(label)) return 2;
    return always.includes(label) ? 0 : 1;
  };
  return [...counts]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => place(a) - place(b) || (place(a) === 1 ? b.value - a.value : 0));
}

function answersTable(
  caption: string,
  title: string,
  answers: readonly Answer[],
  total: number,
): TableBlock {
  const answered = answers
    .filter(({ label }) => !isNoAnswer(label))
    .reduce((sum, { value }) => sum + value, 0);
  return {
    kind: 'table',
    caption,
    columns: [
      { title },
      { title: 'Victim entries', isNumber: true },
      { title: 'Share of those with an answer', isNumber: true },
      { title: 'Share of all entries', isNumber: true },
    ],
    rows: answers.map(({ label, value }) => {
      const ofAll = share(value, total);
      // How much is missing says nothing about one person, so it is always shown.
      if (isNoAnswer(label)) return [label, number(value), noShare, ofAll];
      if (value === 0) return [label, '0', noShare, noShare];
      if (value < smallestPrinted)
        return [label, `fewer than ${smallestPrinted}`, noShare, noShare];
      return [label, careful(value), share(value, answered), ofAll];
    }),
  };
}

const noShare = '\u2013';

function missingInWords(answers: readonly Answer[], total: number): string {
  const missing = answers.filter(({ label }) => isNoAnswer(label));
  const without = missing.reduce((sum, { value }) => sum + value, 0);
  if (without === 0) return 'Every entry has an answer.';
  const parts = missing
    .filter(({ value }) => value > 0)
    .map(({ label, value }) => `${number(value)} ${label}`);
  return `Without an answer: ${share(without, total)} (${parts.join(', ')}).`;
}
