import { type CodedText, flagCodes, type IncidentFacts } from '../evidence/columns.ts';
import { normaliseOffenceCode } from '../vawg/offence-code.ts';
import { plainText } from '../vawg/plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from '../vawg/table-problem.ts';

/** High-risk indicators: bit i of a mask stands for indicatorNames[i]. */
export const indicatorNames = [
  'strangulation',
  'coercive control',
  'stalking',
  'separation',
  'pregnancy',
  'weapons',
  'threats to kill',
] as const;
export type IndicatorName = (typeof indicatorNames)[number];

/** One indicator of the list. */
export interface RiskIndicator {
  readonly name: IndicatorName;
  /** Plain text (see plainText). */
  readonly words: readonly string[];
  /** Offence codes in the form of normaliseOffenceCode. */
  readonly codes: readonly string[];
  readonly meaning: string;
  readonly source: string;
}

/** A dated list of indicators. */
export interface RiskIndicatorList {
  readonly version: string;
  readonly indicators: readonly RiskIndicator[];
}

export type ParsedRiskIndicators =
  | { readonly ok: true; readonly list: RiskIndicatorList }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

/**
 * Builds the list from its CSV table (columns indicator, words, meaning, source; words separated by `|`). Returns
 * every problem with its file and line, or the list; never part of a list.
 */
export function parseRiskIndicators(
  { file, rows }: SourceTable,
  version: string,
): ParsedRiskIndicators {
  const problems: TableProblem[] = [];
  const indicators: RiskIndicator[] = [];
  for (const [index, row] of rows.entries()) {
    const report = (message: string): void => {
      problems.push({ file, line: lineOf(index), message });
    };
    const indicator = readIndicator(row, report);
    if (indicator === undefined) continue;
    if (indicators.some(({ name }) => name === indicator.name))
      report(`indicator "${indicator.name}" stands twice`);
    indicators.push(indicator);
  }
  if (rows.length === 0) problems.push({ file, line: 1, message: 'the list has no rows' });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, list: { version, indicators } };
}

function readIndicator(
  row: Readonly<Record<string, string>>,
  report: (message: string) => void,
): RiskIndicator | undefined {
  const cell = (column: string): string => (row[column] ?? '').trim();
  const name = indicatorNames.find((candidate) => candidate === cell('indicator'));
  if (name === undefined)
    report(`indicator "${cell('indicator')}" is not one of ${indicatorNames.join(', ')}`);
  const [words, codes]: [string[], string[]] = [[], []];
  for (const text of cell('words').split('|')) {
    const code = normaliseOffenceCode(text)?.code;
    const word = plainText(text);
    if (code !== undefined) codes.push(code);
    else if (word !== '') words.push(word);
    else if (text.trim() !== '') report(`word "${text.trim()}" has no letter or digit`);
  }
  if (words.length + codes.length === 0) report('the words are empty');
  if (cell('meaning') === '') report('the meaning is empty');
  if (cell('source') === '') report('the source is empty');
  if (name === undefined) return undefined;
  return { name, words, codes, meaning: cell('meaning'), source: cell('source') };
}

const deniedFirst = /^(no|not|non|never|none|nil|without|denies|denied|unknown)\b/;
const deniedLast =
  /\b(no|n|none|nil|never|false|0|denied|unknown|not (known|disclosed|recorded|applicable|asked)|n a)$/;

/** The indicators of a cell as plain text, one by one, without those written as absent or not known. */
export function namedParts(text: string): string[] {
  return text
    .split(/[;|\n]/)
    .map(plainText)
    .filter((part) => part !== '' && !deniedFirst.test(part) && !deniedLast.test(part));
}

/** Which indicators an incident carries, and what they rest on. */
export interface IndicatorMasks {
  /** Bits of indicatorNames for each incident, from any of the three. */
  readonly any: Uint8Array;
  /** Bits from the risk indicators as written. */
  readonly written: Uint8Array;
}

/**
 * Finds the listed indicators of every incident: as whole words in its risk indicators or in the title of its
 * offence, by its offence code, and weapons also by the knife flag. What is not written is not absent.
 */
export function indicatorMasks(
  facts: Pick<IncidentFacts, 'riskIndicators' | 'offenceTitle' | 'offenceCode' | 'knife'>,
  list: RiskIndicatorList,
): IndicatorMasks {
  const maskOf = (text: string, holds: (one: RiskIndicator) => boolean): number =>
    text === ''
      ? 0
      : list.indicators.reduce(
          (mask, one) => (holds(one) ? mask | (1 << indicatorNames.indexOf(one.name)) : mask),
          0,
        );
  const ofParts = masksOf(facts.riskIndicators, (text) => {
    const parts = namedParts(text);
    return maskOf(text, ({ words }) => parts.some((part) => hasWord(part, words)));
  });
  const ofTitle = masksOf(facts.offenceTitle, (text) => {
    const title = plainText(text);
    return maskOf(text, ({ words }) => hasWord(title, words));
  });
  const ofCode = masksOf(facts.offenceCode, (text) => {
    const code = normaliseOffenceCode(text)?.code;
    return maskOf(text, ({ codes }) => code !== undefined && codes.includes(code));
  });
  const weapons = 1 << indicatorNames.indexOf('weapons');
  const length = facts.knife.length;
  const [any, written] = [new Uint8Array(length), new Uint8Array(length)];
  for (let index = 0; index < length; index++) {
    const own = ofParts[facts.riskIndicators.codes[index] ?? 0] ?? 0;
    written[index] = own;
    any[index] =
      own |
      (ofTitle[facts.offenceTitle.codes[index] ?? 0] ?? 0) |
      (ofCode[facts.offenceCode.codes[index] ?? 0] ?? 0) |
      (facts.knife[index] === flagCodes.yes ? weapons : 0);
  }
  return { any, written };
}

function masksOf(column: CodedText, maskOf: (text: string) => number): Uint8Array {
  return Uint8Array.from(column.values, maskOf);
}

function hasWord(text: string, words: readonly string[]): boolean {
  const padded = ` ${text} `;
  return words.some((word) => padded.includes(` ${word} `));
}

/** The bits of a mask as names, in the order of indicatorNames. */
export function indicatorsIn(mask: number): IndicatorName[] {
  return indicatorNames.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
