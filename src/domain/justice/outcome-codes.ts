import type { CodedText } from '../evidence/columns.ts';
import { plainText } from '../vawg/plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from '../vawg/table-problem.ts';

/**
 * What an outcome is reported under: the Home Office reporting groups, and three of our own. `merged`: published
 * data that holds 14, 15 and 16 in one. `undecided`: words that say that no outcome is assigned yet.
 * `not-known`: words that do not say whether one is.
 */
export const outcomeGroups = {
  charged: 'Charged or summonsed',
  'out-of-court-formal': 'Out of court, formal',
  'out-of-court-informal': 'Out of court, informal',
  diversionary: 'Diversionary, educational or intervention activity',
  'taken-into-consideration': 'Taken into consideration',
  'evidential-victim-supports': 'Evidential difficulties, victim supports action',
  'evidential-victim-does-not-support': 'Evidential difficulties, victim does not support action',
  'prevented-or-not-in-public-interest': 'Prosecution prevented or not in the public interest',
  'further-investigation-not-in-public-interest':
    'Further investigation not in the public interest',
  transferred: 'Transferred to another body',
  'investigation-complete': 'Investigation complete, no suspect identified',
  merged: 'Unable to prosecute suspect: 14, 15 and 16 in one',
  undecided: 'No outcome yet',
  'not-known': 'Not known whether decided',
} as const;
export type OutcomeGroup = keyof typeof outcomeGroups;

/** One outcome of the list. Codes `1` to `22`, `1A` to `3A`, or a word for what no single number stands for. */
export interface Outcome {
  readonly code: string;
  readonly name: string;
  readonly group: OutcomeGroup;
}

/** A dated list of outcomes with its indexes. */
export interface OutcomeCodeList {
  readonly version: string;
  readonly outcomes: readonly (Outcome & { readonly source: string })[];
  readonly byCode: ReadonlyMap<string, Outcome>;
  /** By name and label in the form of `labelKey`. */
  readonly byLabel: ReadonlyMap<string, Outcome>;
}

export type ParsedOutcomeCodes =
  | { readonly ok: true; readonly list: OutcomeCodeList }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

const numberedCode = /^(?:[123]A?|[4-9]|1\d|2[0-2])$/;
const wordCode = /^(?:[a-z]+(?:-[a-z]+)*|14-16)$/;

/**
 * Builds the list from its CSV table (columns code, name, labels, group, source; labels separated by `|`). Returns
 * every problem with its file and line, or the list; never part of a list.
 */
export function parseOutcomeCodes(
  { file, rows }: SourceTable,
  version: string,
): ParsedOutcomeCodes {
  const problems: TableProblem[] = [];
  const outcomes: OutcomeCodeList['outcomes'][number][] = [];
  const byCode = new Map<string, Outcome>();
  const byLabel = new Map<string, Outcome>();
  for (const [index, row] of rows.entries()) {
    const report = (message: string): void => {
      problems.push({ file, line: lineOf(index), message });
    };
    const cell = (column: string): string => (row[column] ?? '').trim();
    const [code, name, group, source] = ['code', 'name', 'group', 'source'].map(cell);
    if (!code || !(numberedCode.test(code) || wordCode.test(code)))
      report(`code "${code}" is not 1 to 22, 1A to 3A, or words joined by hyphens`);
    if (!isGroup(group)) report(`group "${group}" is not one of ${groupNames.join(', ')}`);
    if (!name) report('the name is empty');
    if (!source) report('the source is empty');
    if (!code || !name || !source || !isGroup(group)) continue;
    if (byCode.has(code)) report(`code "${code}" stands twice`);
    const outcome = { code, name, group, source };
    outcomes.push(outcome);
    byCode.set(code, outcome);
    for (const label of [name, ...cell('labels').split('|')]) {
      const key = labelKey(label);
      const other = byLabel.get(key);
      if (other !== undefined && other !== outcome)
        report(`label "${label.trim()}" stands for ${other.code} too`);
      else if (key !== '') byLabel.set(key, outcome);
    }
  }
  if (rows.length === 0) problems.push({ file, line: 1, message: 'the list has no rows' });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, list: { version, outcomes, byCode, byLabel } };
}

const groupNames = Object.keys(outcomeGroups);

function isGroup(text: string | undefined): text is OutcomeGroup {
  return text !== undefined && groupNames.includes(text);
}

const fillers = new Set(['a', 'an', 'the', 'is', 'has', 'been']);

/** A label as it is compared: plain text without the little words that differ between systems. */
function labelKey(text: string): string {
  return plainText(text)
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');
}

const prefixed =
  /^(?:outcome\s*(?:type|code|no\.?|number)?|type|code|oc|o)[\s:#-]*0*(\d{1,2})(?:\.0+)?\s*(a)?(?![\da-z])(.*)$/is;
const bare = /^0*(\d{1,2})(?:\.0+)?\s*(a)?$/i;
const bareWithWords = /^0*(\d{1,2})\s*(a)?\s*[-–—:.,)]\s*(\D.*)$/is;

/**
 * The outcome that a text stands for, or null where the list does not know it: `16`, `016`, `1a`, "Outcome 16",
 * "OC16", "Type 16 - Victim ...", or a label in words (case, punctuation, little words and a cut end do not matter).
 * A number with words that stand for another outcome is not known: one of the two must be wrong.
 */
export function recogniseOutcome(text: string, list: OutcomeCodeList): Outcome | null {
  const written = text.trim();
  const match = prefixed.exec(written) ?? bare.exec(written) ?? bareWithWords.exec(written);
  if (match === null) return byWords(labelKey(written), list);
  const byNumber = list.byCode.get(`${Number(match[1])}${(match[2] ?? '').toUpperCase()}`) ?? null;
  const words = byWords(labelKey(match[3] ?? ''), list);
  return words === null || byNumber === null || agree(byNumber, words) ? byNumber : null;
}

/** Whether words allow a number: of one group they do, for labels of the groups name the first of its codes. */
function agree(byNumber: Outcome, words: Outcome): boolean {
  if (words.group === 'merged') return ['14', '15', '16'].includes(byNumber.code);
  const told = ['14', '16'];
  if (told.includes(byNumber.code) && told.includes(words.code))
    return byNumber.code === words.code;
  return byNumber.group === words.group;
}

/** Words of a label that may stand inside a longer text; shorter ones mean too many things. */
const wordsInside = 4;
/** Characters of a cut text that may be completed to a label. */
const shortestCut = 20;

function byWords(key: string, list: OutcomeCodeList): Outcome | null {
  if (key === '') return null;
  const exact = list.byLabel.get(key);
  if (exact !== undefined) return exact;
  const padded = ` ${key} `;
  let longest: readonly [string, Outcome] | null = null;
  const completed = new Set<Outcome>();
  for (const [label, outcome] of list.byLabel) {
    if (key.length >= shortestCut && label.startsWith(key)) completed.add(outcome);
    if (label.split(' ').length < wordsInside || !padded.includes(` ${label} `)) continue;
    if (longest === null || label.length > longest[0].length) longest = [label, outcome];
  }
  if (longest !== null) return longest[1];
  const [only] = completed;
  return completed.size === 1 && only !== undefined ? only : null;
}

/** The outcomes of a column: each distinct text is looked up once. */
export interface OutcomeLookup {
  readonly list: OutcomeCodeList;
  /** By code of the text column: null where the text is blank or not known. */
  readonly ofText: readonly (Outcome | null)[];
  /** Texts that the list does not know, by code of the text column. */
  readonly unknown: ReadonlySet<number>;
}

/** Looks up every text of an outcome column. Blank is no outcome; a text not known is kept in `unknown`. */
export function lookUpOutcomes(column: CodedText, list: OutcomeCodeList): OutcomeLookup {
  const ofText = column.values.map((text) => recogniseOutcome(text, list));
  const unknown = new Set(
    column.values.flatMap((text, code) =>
      text.trim() !== '' && ofText[code] === null ? [code] : [],
    ),
  );
  return { list, ofText, unknown };
}
