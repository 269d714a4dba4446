import {
  type CodeListEntry,
  type ListTier,
  listConditions,
  listTiers,
  type ParsedCodeList,
  parseCodeList,
  type Threat,
  type VawgCodeList,
} from './code-list.ts';
import { normaliseOffenceCode } from './offence-code.ts';
import { plainText } from './plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from './table-problem.ts';

/** Columns of a list file, in order. */
export const listColumns = [
  'class',
  'code',
  'cjsCode',
  'title',
  'aliases',
  'tier',
  'conditions',
  'threat',
  'source',
  'validFrom',
] as const;

/** One row of a list file; several values in a cell are separated by `|`. */
export type ListFileRow = Readonly<Record<(typeof listColumns)[number], string>>;

/** An entry as its row. */
export function listRow(entry: CodeListEntry): ListFileRow {
  return {
    class: entry.offenceClass ?? '',
    code: entry.homeOfficeCode ?? '',
    cjsCode: entry.cjsCodes.join('|'),
    title: entry.title,
    aliases: entry.aliases.join('|'),
    tier: entry.tier,
    conditions: listConditions.filter((name) => entry.conditions.has(name)).join('|'),
    threat: entry.threats.join('|'),
    source: entry.source,
    validFrom: entry.validFrom ?? '',
  };
}

/** The rows of a list; read again, they give an equal list. */
export function listRows(list: VawgCodeList): ListFileRow[] {
  return list.entries.map(listRow);
}

/** Columns that a list cannot do without. */
const neededColumns = ['class', 'code', 'title', 'tier'] as const;

/**
 * Reads a list that somebody edited: as parseCodeList does, and beyond it refuses missing columns and two editions
 * in one file. A value that this version does not know may come from a newer one, and is named as such.
 */
export function readListRows(table: SourceTable, version: string): ParsedCodeList {
  const { file, rows, lines } = table;
  const problems: TableProblem[] = [];
  const [first] = rows;
  const missing = first === undefined ? [] : neededColumns.filter((name) => !(name in first));
  for (const name of missing) {
    problems.push({ file, line: 1, message: `the column ${name} is missing` });
  }
  const editions = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const edition = (row['edition'] ?? '').trim();
    if (edition !== '' && !editions.has(edition)) editions.set(edition, lineOf(index, lines));
  }
  const [, second] = editions;
  if (second !== undefined) {
    const [edition, line] = second;
    problems.push({ file, line, message: `a second edition, "${edition}", in one list` });
  }
  if (problems.length > 0) return { ok: false, problems };
  const parsed = parseCodeList([table], version);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    problems: parsed.problems.map((problem) =>
      problem.message.includes(' is not one of ')
        ? { ...problem, message: `${problem.message}; a newer version of Action Ten may know it` }
        : problem,
    ),
  };
}

/** An offence as records write it. */
interface WrittenOffence {
  readonly text: string;
  readonly code: string;
}

/** What a written offence is assigned to: a listed title, or a row of its own. */
export type Assignment =
  | { readonly title: string }
  | { readonly tier: ListTier; readonly threats: readonly Threat[] };

/**
 * The rows of a list to which a written offence was assigned: as another wording of an entry, or as a row of its
 * own. Refused with the reason when there is nothing to assign or the wording stands elsewhere.
 */
export function withAssignedOffence(
  list: VawgCodeList,
  offence: WrittenOffence,
  to: Assignment,
):
  | { readonly ok: true; readonly rows: ListFileRow[] }
  | { readonly ok: false; readonly message: string } {
  const title = offence.text.trim().replaceAll('|', ' ');
  const code = normaliseOffenceCode(offence.code);
  if (plainText(title) === '' && code === undefined) {
    return { ok: false, message: 'the records name neither an offence nor a readable code' };
  }
  const rows = listRows(list);
  if ('title' in to) return withAlias(list, rows, title, code, to.title);
  if (title !== '' && list.byTitle.has(plainText(title))) {
    return { ok: false, message: `"${title}" stands on the list already` };
  }
  const own: ListFileRow = {
    class: code?.kind === 'class' ? code.code : '',
    code: code?.kind === 'home-office' ? code.code : '',
    cjsCode: code?.kind === 'cjs' ? code.code : '',
    title: title || (code?.code ?? ''),
    aliases: '',
    tier: listTiers.find((tier) => tier === to.tier) ?? 'outside',
    // What only a flag brings in has to be open to the flags that bring it in.
    conditions: to.tier === 'flag' ? 'online|female-victim' : '',
    threat: to.threats.join('|'),
    source: 'assigned by the force',
    validFrom: '',
  };
  return checked([...rows, own]);
}

function withAlias(
  list: VawgCodeList,
  rows: readonly ListFileRow[],
  title: string,
  code: ReturnType<typeof normaliseOffenceCode>,
  target: string,
): ReturnType<typeof withAssignedOffence> {
  const entry = list.byTitle.get(plainText(target));
  if (entry === undefined) return { ok: false, message: `"${target}" is no title of the list` };
  const standing = title === '' ? undefined : list.byTitle.get(plainText(title));
  if (standing !== undefined && standing !== entry) {
    return { ok: false, message: `"${title}" stands on the list already, as "${standing.title}"` };
  }
  const place = list.entries.indexOf(entry);
  const row = rows[place];
  if (row === undefined) return { ok: false, message: `"${target}" is no title of the list` };
  const joined = (cell: string, value: string): string =>
    cell === '' ? value : `${cell}|${value}`;
  const alias = title === '' || standing !== undefined ? row.aliases : joined(row.aliases, title);
  const known = code !== undefined && isListed(list, code);
  const own: ListFileRow = {
    ...row,
    aliases: alias,
    // A row has one Home Office code; a CJS code can stand beside others.
    code: !known && code?.kind === 'home-office' && row.code === '' ? code.code : row.code,
    cjsCode: !known && code?.kind === 'cjs' ? joined(row.cjsCode, code.code) : row.cjsCode,
  };
  const isSecondCode = !known && code?.kind === 'home-office' && row.code !== '';
  const added: ListFileRow[] = isSecondCode
    ? [{ ...row, ...secondCode(code.code, title, row) }]
    : [];
  const changed = isSecondCode ? row : own;
  return checked([...rows.slice(0, place), changed, ...added, ...rows.slice(place + 1)]);
}

/** A further code of an offence is a row beside it, treated alike, under the wording it came with. */
function secondCode(code: string, title: string, row: ListFileRow): Partial<ListFileRow> {
  return {
    code,
    cjsCode: '',
    title: plainText(title) === '' ? `${row.title} (${code})` : title,
    aliases: '',
    source: 'assigned by the force',
    validFrom: '',
  };
}

function isListed(
  list: VawgCodeList,
  code: NonNullable<ReturnType<typeof normaliseOffenceCode>>,
): boolean {
  if (code.kind === 'home-office') return list.byHomeOfficeCode.has(code.code);
  return code.kind === 'cjs' ? list.byCjsCode.has(code.code) : list.byClass.has(code.code);
}

function checked(rows: ListFileRow[]): ReturnType<typeof withAssignedOffence> {
  const parsed = parseCodeList([{ file: 'the list', rows }], 'draft');
  if (parsed.ok) return { ok: true, rows };
  return { ok: false, message: parsed.problems[0]?.message ?? 'the list would be damaged' };
}

/** How two lists differ, row by row: a row is known by its code, else by its title. */
export function differencesOf(
  before: readonly ListFileRow[],
  after: readonly ListFileRow[],
): { added: string[]; removed: string[]; changed: { title: string; columns: string[] }[] } {
  const keyOf = (row: ListFileRow): string => row.code || plainText(row.title);
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const added: string[] = [];
  const changed: { title: string; columns: string[] }[] = [];
  for (const row of after) {
    const old = known.get(keyOf(row));
    known.delete(keyOf(row));
    if (old === undefined) added.push(row.title);
    else {
      const columns = listColumns.filter((name) => old[name] !== row[name]);
      if (columns.length > 0) changed.push({ title: row.title, columns });
    }
  }
  return { added, removed: [...known.values()].map((row) => row.title), changed };
}
