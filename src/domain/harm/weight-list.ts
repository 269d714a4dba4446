import { looksSpreadsheetDamaged, normaliseOffenceCode } from '../vawg/offence-code.ts';
import { plainText } from '../vawg/plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from '../vawg/table-problem.ts';

export type HarmUnit = 'score' | 'days';

/**
 * A list that gives offences a weight of harm. A code that is not in it is unweighted, which is not a weight
 * of 0.
 */
export interface HarmWeightList {
  /** `ONS Crime Severity Score` or `Cambridge Crime Harm Index` where the file names one of them, else as written. */
  readonly name: string;
  /** The edition as the file says it. Editions differ in their weights and are never mixed. */
  readonly edition: string;
  /** Points of a score, or days of a starting-point sentence. */
  readonly unit: HarmUnit;
  /** Where the file came from, as the caller says it. */
  readonly source: string;
  /** Weights by code as normaliseOffenceCode writes it (`008/66`, `8Q`, `PH97008`). */
  readonly byHomeOfficeCode: ReadonlyMap<string, number>;
  readonly byClass: ReadonlyMap<string, number>;
  readonly byCjsCode: ReadonlyMap<string, number>;
}

export type ParsedWeightList =
  | { readonly ok: true; readonly list: HarmWeightList }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

const knownLists: readonly { readonly name: string; readonly unit: HarmUnit }[] = [
  { name: 'ONS Crime Severity Score', unit: 'score' },
  { name: 'Cambridge Crime Harm Index', unit: 'days' },
];

/** Names of the lists that ranks are made by; weights of any other list are used nowhere. */
export const usedListNames: readonly string[] = knownLists.map(({ name }) => name);

/** Homicide weighs some eight thousand points or five thousand days: what is far beyond is a slip, and sums would break. */
const largestWeight = 1_000_000;

/** A plain decimal number. `1,460` and `10 days` are refused: half a number read is a wrong weight. */
const plainNumber = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * Reads a list of weights from one table with the columns `list`, `edition`, `code`, `weight` and, where a file
 * has it, `class`. A row is the weight of its code, in any of the three code systems. The class beside a code
 * says nothing about the class's own weight, since a class holds offences of different weights; a row with a
 * class and no code is the weight of the class.
 *
 * @param source where the file came from, for the page to name.
 * @returns the list, or every problem with its file and line; never part of a list.
 */
export function parseWeightList(table: SourceTable, source: string): ParsedWeightList {
  const problems: TableProblem[] = [];
  const weights = {
    'home-office': new Map<string, number>(),
    class: new Map<string, number>(),
    cjs: new Map<string, number>(),
  };
  const listName = onlyOne('list', 'lists');
  const edition = onlyOne('edition', 'editions');
  for (const [index, row] of table.rows.entries()) {
    const report = (message: string): void => {
      problems.push({ file: table.file, line: lineOf(index), message });
    };
    const cell = (name: string): string => (row[name] ?? '').trim();
    listName.read(canonicalName(cell('list')), report);
    edition.read(cell('edition'), report);
    const code = codeOf(cell('code'), cell('class'), report);
    const weight = weightOf(cell('weight'), report);
    if (code === undefined) continue;
    // Noted with or without a weight: a second row of a code is wrong whatever the first one says.
    if (weights[code.kind].has(code.code)) report(`code ${code.code} stands twice`);
    else weights[code.kind].set(code.code, weight ?? 0);
  }
  if (table.rows.length === 0) {
    problems.push({ file: table.file, line: 1, message: 'the list has no rows' });
  }
  if (problems.length > 0) return { ok: false, problems };
  const name = listName.value();
  return {
    ok: true,
    list: {
      name,
      edition: edition.value(),
      unit: knownLists.find((known) => known.name === name)?.unit ?? 'score',
      source,
      byHomeOfficeCode: weights['home-office'],
      byClass: weights.class,
      byCjsCode: weights.cjs,
    },
  };
}

/** The name of a known list however its case and marks are written, else the text itself. */
function canonicalName(text: string): string {
  return knownLists.find(({ name }) => plainText(name) === plainText(text))?.name ?? text;
}

/** Reads a cell that has to say the same on every row. */
function onlyOne(
  column: string,
  plural: string,
): { read(text: string, report: (message: string) => void): void; value(): string } {
  let first = '';
  return {
    read(text, report) {
      if (text === '') report(`the ${column} is empty`);
      else if (first === '') first = text;
      else if (text !== first) report(`two ${plural} in one file: "${first}" and "${text}"`);
    },
    value: () => first,
  };
}

function codeOf(
  code: string,
  offenceClass: string,
  report: (message: string) => void,
): ReturnType<typeof normaliseOffenceCode> {
  if (code === '' && offenceClass === '') {
    report('the code is empty');
    return undefined;
  }
  const readClass = offenceClass === '' ? undefined : normaliseOffenceCode(offenceClass);
  if (offenceClass !== '' && readClass?.kind !== 'class') {
    report(`class "${offenceClass}" ${whyUnreadable(offenceClass)}`);
    return undefined;
  }
  if (code === '') return readClass;
  const read = normaliseOffenceCode(code);
  if (read === undefined) report(`code "${code}" ${whyUnreadable(code)}`);
  return read;
}

function whyUnreadable(text: string): string {
  return looksSpreadsheetDamaged(text)
    ? 'looks like a code that a spreadsheet took for a date'
    : 'is not written as an offence code';
}

function weightOf(text: string, report: (message: string) => void): number | undefined {
  if (text === '') {
    report('the weight is empty');
    return undefined;
  }
  const weight = plainNumber.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(weight)) report(`weight "${text}" is not a number`);
  else if (weight < 0) report(`weight "${text}" is negative`);
  else if (weight > largestWeight) report(`weight "${text}" is beyond any weight of harm`);
  else return weight;
  return undefined;
}
