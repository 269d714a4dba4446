/** Where the number of rows, the header's length and a row's length stand in a dBASE file. */
const rowCountAt = 4;
const headerLengthAt = 8;
const rowLengthAt = 10;
const fieldBytes = 32;
const fieldsEnd = 0x0d;
const deletedMark = 0x2a;

/**
 * The table with nothing between its list of columns and its first row (some programs leave a gap there, which
 * the library does not expect). Null when it is no dBASE table or is cut off.
 */
export function trimmedTable(dbf: Buffer): Buffer | null {
  if (dbf.length <= fieldBytes) return null;
  const headerLength = dbf.readUInt16LE(headerLengthAt);
  const rowsBytes = dbf.readUInt32LE(rowCountAt) * dbf.readUInt16LE(rowLengthAt);
  const end = endOfFields(dbf);
  if (end === null || headerLength <= end || dbf.length < headerLength + rowsBytes) return null;
  const table = Buffer.concat([dbf.subarray(0, end + 1), dbf.subarray(headerLength)]);
  table.writeUInt16LE(end + 1, headerLengthAt);
  return table;
}

function endOfFields(dbf: Buffer): number | null {
  let at = fieldBytes;
  while (at < dbf.length && dbf[at] !== fieldsEnd) at += fieldBytes;
  return at < dbf.length ? at : null;
}

/** How many rows the table says it has. */
export function rowCount(table: Buffer): number {
  return table.readUInt32LE(rowCountAt);
}

/** The names of the columns; none when it is no dBASE table. */
export function columnNames(dbf: Buffer): string[] {
  const end = endOfFields(dbf) ?? 0;
  const names: string[] = [];
  for (let at = fieldBytes; at < end; at += fieldBytes) {
    names.push((dbf.toString('latin1', at, at + 11).split('\0')[0] ?? '').trim());
  }
  return names;
}

/** Whether a row of a trimmed table is marked as deleted: it is still in the file, and so is its shape. */
export function isDeleted(table: Buffer, row: number): boolean {
  const start = table.readUInt16LE(headerLengthAt) + row * table.readUInt16LE(rowLengthAt);
  return table[start] === deletedMark;
}

/** The encoding of the text: as the .cpg file says, else UTF-8 where all of it is that, else Windows-1252. */
export function encodingOf(table: Buffer, cpg: string): string {
  const named = /^(?:ANSI\s*)?(125\d)$/i.exec(cpg)?.[1];
  const label = named === undefined ? cpg : `windows-${named}`;
  if (label !== '' && isEncoding(label)) return label;
  // The header has bytes of its own that are no text; only what follows the list of columns counts.
  const text = table.subarray(table.readUInt16LE(headerLengthAt));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(text);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
