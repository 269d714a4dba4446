import { RowRejected } from './values.ts';

const totals = /^(?:grand |sub-?)?totals?:?$/i;
/** "grand totals:" with some blanks around it. */
const longestTotals = 16;

/**
 * Refuses rows that stand in a table and are no record of it: the column names once more, as where extracts were
 * put one below the other, and a line of totals. `nameColumn` is the column of names of things, which may be called
 * anything; -1 for none.
 */
export function noRecordCheck(
  header: readonly string[],
  nameColumn: number,
): (cells: readonly string[]) => void {
  const firstNamed = header.findIndex((name) => name !== '');
  const firstName = header[firstNamed] ?? '';
  return (cells) => {
    if (firstName !== '' && cells[firstNamed]?.trim() === firstName && isHeader(cells, header)) {
      throw new RowRejected('repeated-column-names');
    }
    let first = 0;
    while (cells[first] === '') first++;
    const text = cells[first] ?? '';
    if (text.length > longestTotals || first === nameColumn || !totals.test(text.trim())) return;
    throw new RowRejected('line-of-totals');
  };
}

function isHeader(cells: readonly string[], header: readonly string[]): boolean {
  return header.every((name, column) => (cells[column] ?? '').trim() === name);
}
