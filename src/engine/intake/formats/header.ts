export type IsKnownHeader = (cells: readonly string[]) => boolean;

const headerCandidates = 20;

const number = /^(?=.*\d)[-+]?[£$€]?\s?[-+]?(\d{1,3}(,\d{3})+|\d+)?([.,]\d+)?(e[-+]?\d+)?\s?%?$/i;
const numericDate = /^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?([ T]\d{1,2}:\d{2}.*)?$/;
const wordyDate = /^\d{1,2}[ -][a-z]{3,9}[ -,]+\d{2,4}\b/i;
const clockTime = /^\d{1,2}:\d{2}(:\d{2})?$/;
const postcode = /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i;

/** Which row holds the column names, and how wide the table is. */
export interface FoundHeader {
  /** Null for a table without a header. */
  readonly index: number | null;
  readonly width: number;
  readonly hasTitleLines: boolean;
}

/**
 * Finds the header among a table's first rows: a known one wherever it is, else the first row when it looks like
 * names, else a later one below title lines. Gives null when every row is blank.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  isKnownHeader: IsKnownHeader,
): FoundHeader | null {
  const filled = rows.flatMap((row, index) => (isBlank(row) ? [] : [{ row, index }]));
  if (filled.length === 0) return null;
  const only = filled.map(({ row }) => row);
  const candidates = only.slice(0, headerCandidates);
  const known = candidates.findIndex((row) => isKnownHeader(trimmed(row)));
  const at = known >= 0 ? known : unknownHeader(only, candidates.length);
  const header = filled[at];
  if (header === undefined) return { index: null, width: usualWidth(only), hasTitleLines: false };
  return { index: header.index, width: header.row.length, hasTitleLines: at > 0 };
}

/** The cells of a header row as column names. */
export function trimmed(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim());
}

/** Whether all cells of a row are empty. */
export function isBlank(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== '') return false;
  return true;
}

/** The width that most rows have, the greater of equals; 0 without rows. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const bestCount = counts.get(best) ?? 0;
    if (count > bestCount || (count === bestCount && width > best)) best = width;
  }
  return best;
}

/** The place of a header that no source is known for, -1 when there is none. */
function unknownHeader(rows: readonly (readonly string[])[], candidates: number): number {
  const [first = []] = rows;
  const isFirstNames = looksLikeNames(first);
  if (isFirstNames && !isTitle(first, usualWidth(rows.slice(1)))) return 0;
  for (let at = 1; at < candidates; at++) {
    if (isHeaderBelowTitles(rows, at, isFirstNames)) return at;
  }
  return isFirstNames ? 0 : -1;
}

function isHeaderBelowTitles(
  rows: readonly (readonly string[])[],
  at: number,
  isFirstNames: boolean,
): boolean {
  const row = rows[at] ?? [];
  const following = rows.slice(at + 1);
  if (following.length === 0 || !looksLikeNames(row)) return false;
  if (row.length !== usualWidth(following)) return false;
  if (isTitle(row, row.length)) return false;
  return rows
    .slice(0, at)
    .every((above) =>
      isFirstNames
        ? isTitle(above, row.length)
        : above.length < row.length || isTitle(above, row.length) || isHeadings(above),
    );
}

/** Headings over groups of columns ("Crime, Crime, Victim, Victim"), as merged cells come out: words that repeat. */
function isHeadings(row: readonly string[]): boolean {
  const said = trimmed(row).filter((cell) => cell !== '');
  return new Set(said).size < said.length && !said.some(isValue);
}

/** A row in which at most half of the columns say something: a title above the table, not its names. */
function isTitle(row: readonly string[], width: number): boolean {
  const said = row.filter((cell) => cell.trim() !== '').length;
  return width > 1 && said <= width / 2;
}

function looksLikeNames(row: readonly string[]): boolean {
  const said = trimmed(row)
    .filter((cell) => cell !== '')
    .map((cell) => cell.toLowerCase());
  if (said.length === 0 || new Set(said).size < said.length) return false;
  return !said.some(isValue);
}

/** Whether a cell is a number, date, time or postcode: what records hold and column names do not. */
function isValue(cell: string): boolean {
  return [number, numericDate, wordyDate, clockTime, postcode].some((form) => form.test(cell));
}
