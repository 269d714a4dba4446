import { RowRejected } from './values.ts';

const totals = /^(?:(?:grand|overall|sub)[ -]?)?totals?(?: ?[:=-])?(?: ?[\d,.]+)?$/i;
/** "grand totals: 1,234" with some blanks around it. */
const longestTotals = 24;

/** Fields that say which record a row is or of what kind: no record is called "Total" in one of them. */
const tellingFields = ['reference', 'offenceTitle', 'offenceCode', 'category', 'type', 'areaCode'];
/** Fields of names and free words: a garage, a street or a note may be called anything. */
const namingFields = [
  'name',
  'locationText',
  'place',
  'address',
  'description',
  'summary',
  'quote',
];

/**
 * Refuses rows that stand in a table and are no record of it: the column names once more, as where extracts were
 * put one below the other, and a line of totals. The word stands in the first column that is filled or in one that
 * tells what a record is; in a row without the reference that others have, in any column but those of names.
 */
export function noRecordCheck(
  header: readonly string[],
  columnOf: ReadonlyMap<string, number>,
): (cells: readonly string[]) => void {
  const columnsOf = (fields: readonly string[]): number[] =>
    fields.flatMap((field) => columnOf.get(field) ?? []);
  const named = new Set(columnsOf(namingFields));
  const telling = columnsOf(tellingFields);
  const others = header.flatMap((_name, column) => (named.has(column) ? [] : [column]));
  const keyColumn = columnOf.get('reference') ?? -1;
  const firstNamed = header.findIndex((name) => name !== '');
  const firstName = header[firstNamed] ?? '';
  return (cells) => {
    if (firstName !== '' && cells[firstNamed]?.trim() === firstName && isHeader(cells, header)) {
      throw new RowRejected('repeated-column-names');
    }
    let first = 0;
    while (cells[first] === '') first++;
    if (!named.has(first) && isTotals(cells[first])) throw new RowRejected('line-of-totals');
    for (const column of cells[keyColumn] === '' ? others : telling) {
      if (isTotals(cells[column])) throw new RowRejected('line-of-totals');
    }
  };
}

/** Quick for nearly every text: one character tells that it is none. */
function isTotals(text = ''): boolean {
  if (text.length < 5 || text.length > longestTotals) return false;
  const start = text.charCodeAt(0) | 32;
  if (start !== 116 && start !== 103 && start !== 115 && start !== 111 && start !== 32)
    return false;
  return totals.test(text.trim());
}

function isHeader(cells: readonly string[], header: readonly string[]): boolean {
  return header.every((name, column) => (cells[column] ?? '').trim() === name);
}
