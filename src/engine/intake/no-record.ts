import type { TableRow } from './formats/table-row.ts';
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
): (row: TableRow) => void {
  const columnsOf = (fields: readonly string[]): number[] =>
    fields.flatMap((field) => columnOf.get(field) ?? []);
  const named = new Set(columnsOf(namingFields));
  const telling = columnsOf(tellingFields);
  const others = header.flatMap((_name, column) => (named.has(column) ? [] : [column]));
  const keyColumn = columnOf.get('reference') ?? -1;
  const firstNamed = header.findIndex((name) => name !== '');
  const firstName = header[firstNamed] ?? '';
  const initial = firstName.charCodeAt(0);
  return (row) => {
    const begins = row.firstCharacter(firstNamed);
    if (firstName !== '' && (begins === initial || mayBeBlank(begins)) && isHeader(row, header)) {
      throw new RowRejected('repeated-column-names');
    }
    let first = 0;
    while (first < row.width && row.firstCharacter(first) < 0) first++;
    if (!named.has(first) && isTotals(row, first)) throw new RowRejected('line-of-totals');
    const isWithoutKey =
      keyColumn >= 0 && keyColumn < row.width && row.firstCharacter(keyColumn) < 0;
    for (const column of isWithoutKey ? others : telling) {
      if (isTotals(row, column)) throw new RowRejected('line-of-totals');
    }
  };
}

/** Quick for nearly every text: one character tells that it is none. */
function isTotals(row: TableRow, column: number): boolean {
  const start = row.firstCharacter(column) | 32;
  if (start !== 116 && start !== 103 && start !== 115 && start !== 111 && start !== 32)
    return false;
  const text = row.text(column);
  return text.length >= 5 && text.length <= longestTotals && totals.test(text.trim());
}

/** Whether a text that begins with a character may begin with another one when it is trimmed. */
function mayBeBlank(character: number): boolean {
  return character >= 0 && character <= 32;
}

function isHeader(row: TableRow, header: readonly string[]): boolean {
  return header.every((name, column) => row.text(column).trim() === name);
}
