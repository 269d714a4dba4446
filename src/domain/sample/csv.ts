const needsQuotes = /[",\r\n]/;

/** One value of a CSV file, quoted only where RFC 4180 asks for it. */
function csvValue(value: string): string {
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A row's values by column name; a column that is not named is blank. */
export type CsvRow<Column extends string> = Partial<Record<Column, string>>;

const rowsPerChunk = 256;

/** The text of a CSV file (header, CRLF line ends) in chunks of some hundred rows. */
export function* csvText<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<Column>>,
): Generator<string> {
  // Joined and not added up: a long sum of strings is kept as a tree that weighs ten times its text.
  let lines = [columns.join(',')];
  const values = columns.map(() => '');
  for (const row of rows) {
    for (const [index, column] of columns.entries()) {
      const value = row[column];
      values[index] = value === undefined || value === '' ? '' : csvValue(value);
    }
    lines.push(values.join(','));
    if (lines.length === rowsPerChunk) {
      yield `${lines.join('\r\n')}\r\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
}
