import { threatNames } from '../evidence/columns.ts';
import { normaliseOffenceCode } from './offence-code.ts';
import { plainText } from './plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from './table-problem.ts';

export type Threat = (typeof threatNames)[number];

/**
 * How the list treats an offence. `core`: in by its code. `flag`: in only when a flag brings it in.
 * `exclude`: a violent offence that the list leaves out on purpose. `outside`: an offence that is not VAWG.
 */
export const listTiers = ['core', 'flag', 'exclude', 'outside'] as const;
export type ListTier = (typeof listTiers)[number];

/**
 * What a row adds to its tier.
 * - `online`: a flag-tier row that the online flag admits.
 * - `female-victim`: a flag-tier row that counts in the separate female-victim tier.
 * - `core-if-domestic-abuse`: a flag-tier row that is core when the domestic abuse flag is set.
 * - `online-only`: committed through a device by its nature, so the record has an online element unflagged.
 * - `on-duty-victim`: the victim was at work where it happened, so a police station or hospital is the scene.
 */
export const listConditions = [
  'online',
  'female-victim',
  'core-if-domestic-abuse',
  'online-only',
  'on-duty-victim',
] as const;
export type ListCondition = (typeof listConditions)[number];

/** One row of the list. Empty code cells are null. */
export interface CodeListEntry {
  readonly offenceClass: string | null;
  readonly homeOfficeCode: string | null;
  readonly cjsCodes: readonly string[];
  readonly title: string;
  readonly aliases: readonly string[];
  readonly tier: ListTier;
  readonly conditions: ReadonlySet<ListCondition>;
  readonly threats: readonly Threat[];
  readonly source: string;
  /** YYYY-MM-DD from which the offence can have been committed; null = not stated. */
  readonly validFrom: string | null;
}

/**
 * A dated list with its indexes. A class is answered by its first row in file order. Title keys are plain
 * text (see plainText).
 */
export interface VawgCodeList {
  readonly version: string;
  readonly entries: readonly CodeListEntry[];
  readonly byHomeOfficeCode: ReadonlyMap<string, CodeListEntry>;
  readonly byClass: ReadonlyMap<string, CodeListEntry>;
  readonly byCjsCode: ReadonlyMap<string, CodeListEntry>;
  readonly byTitle: ReadonlyMap<string, CodeListEntry>;
}

export type ParsedCodeList =
  | { readonly ok: true; readonly list: VawgCodeList }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

/**
 * Builds the list from its CSV tables (columns class, code, cjsCode, title, aliases, tier, conditions, threat,
 * source, validFrom; several values in a cell are separated by `|`). Returns every problem with its file and
 * line, or the list; never part of a list.
 */
export function parseCodeList(tables: readonly SourceTable[], version: string): ParsedCodeList {
  const problems: TableProblem[] = [];
  const entries: CodeListEntry[] = [];
  const byHomeOfficeCode = new Map<string, CodeListEntry>();
  const byClass = new Map<string, CodeListEntry>();
  const byCjsCode = new Map<string, CodeListEntry>();
  const byTitle = new Map<string, CodeListEntry>();

  for (const { file, rows, lines } of tables) {
    for (const [index, row] of rows.entries()) {
      const report = (message: string) =>
        problems.push({ file, line: lineOf(index, lines), message });
      const entry = readEntry(row, report);
      if (!entry) continue;
      entries.push(entry);
      if (entry.offenceClass !== null && !byClass.has(entry.offenceClass)) {
        byClass.set(entry.offenceClass, entry);
      }
      const codes = entry.homeOfficeCode === null ? [] : [entry.homeOfficeCode];
      addOnce(byHomeOfficeCode, codes, entry, (code) => report(`code ${code} stands twice`));
      addOnce(byCjsCode, entry.cjsCodes, entry, (code) => report(`CJS code ${code} stands twice`));
      const titles = new Set([entry.title, ...entry.aliases].map(plainText));
      addOnce(byTitle, titles, entry, (title) => report(`title "${title}" stands twice`));
    }
  }
  if (entries.length === 0 && problems.length === 0) {
    problems.push({ file: tables[0]?.file ?? '', line: 1, message: 'the list has no rows' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, list: { version, entries, byHomeOfficeCode, byClass, byCjsCode, byTitle } };
}

function readEntry(
  row: Readonly<Record<string, string>>,
  report: (message: string) => void,
): CodeListEntry | undefined {
  let whole = true;
  const refuse = (message: string) => {
    whole = false;
    report(message);
  };
  const cell = (name: string) => (row[name] ?? '').trim();
  const values = (name: string) =>
    cell(name)
      .split('|')
      .map((value) => value.trim())
      .filter((value) => value !== '');
  const known = <Name extends string>(column: string, names: readonly Name[]) =>
    values(column).flatMap((value) => {
      const name = names.find((candidate) => candidate === value);
      if (name === undefined) refuse(`${column} "${value}" is not one of ${names.join(', ')}`);
      return name ?? [];
    });
  const codeOf = (column: string, kind: string, text: string) => {
    const code = normaliseOffenceCode(text);
    if (code?.kind !== kind) refuse(`${column} "${text}" is not written as a ${kind} code`);
    return code?.code ?? null;
  };
  const codesIn = (column: string, kind: string) =>
    values(column).flatMap((text) => codeOf(column, kind, text) ?? []);

  const offenceClasses = codesIn('class', 'class');
  const homeOfficeCodes = codesIn('code', 'home-office');
  const cjsCodes = codesIn('cjsCode', 'cjs');
  const tiers = known('tier', listTiers);
  const title = cell('title');
  if (plainText(title) === '') refuse('the title is empty');
  if (offenceClasses.length > 1) refuse('a row has one class');
  if (homeOfficeCodes.length > 1) refuse('a row has one Home Office code');
  if (cell('tier') === '') refuse('the tier is empty');
  const validFrom = cell('validFrom');
  if (validFrom !== '' && !isDay(validFrom)) refuse(`validFrom "${validFrom}" is not YYYY-MM-DD`);
  const conditions = known('conditions', listConditions);
  const threats = known('threat', threatNames);
  const tier = tiers[0];
  if (!whole || tier === undefined) return undefined;
  return {
    offenceClass: offenceClasses[0] ?? null,
    homeOfficeCode: homeOfficeCodes[0] ?? null,
    cjsCodes,
    title,
    aliases: values('aliases'),
    tier,
    conditions: new Set(conditions),
    threats,
    source: cell('source'),
    validFrom: validFrom === '' ? null : validFrom,
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function addOnce(
  index: Map<string, CodeListEntry>,
  keys: Iterable<string>,
  entry: CodeListEntry,
  onDuplicate: (key: string) => void,
): void {
  for (const key of keys) {
    if (index.has(key)) onDuplicate(key);
    else index.set(key, entry);
  }
}
