import Papa from 'papaparse';
import type { SourceTable, TableProblem } from '../../domain/vawg/table-problem.ts';

/** A list of offences as its file says it, with every fault of the file itself; rows only when there is none. */
export interface ListText {
  readonly table: SourceTable;
  readonly problems: readonly TableProblem[];
}

const file = 'the list';

/**
 * Reads a CSV of offences strictly: the line of each row is its line in the file, blank lines and line breaks inside
 * quotes counted, and a row whose cells do not fit the header is a fault. A quote that is never closed would otherwise
 * swallow the rows after it.
 */
export function readListText(bytes: Uint8Array): ListText {
  const refused = (line: number, message: string): ListText => ({
    table: { file, rows: [], lines: [] },
    problems: [{ file, line, message }],
  });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refused(1, 'the file is a workbook or a ZIP archive: save the list as CSV');
  }
  const text = decoded(bytes);
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(firstLine) });
  const [header = [], ...records] = data;
  const names = header.map((name) => name.trim());
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) return refused(1, `the column ${twice} stands twice`);
  const rows: Record<string, string>[] = [];
  const lines: number[] = [];
  const problems: TableProblem[] = [];
  const quote = errors.find((error) => error.type === 'Quotes');
  let line = 1 + breaksIn(header);
  for (const [index, cells] of records.entries()) {
    const start = line + 1;
    line = start + breaksIn(cells);
    if (quote?.row === index + 1) {
      problems.push({ file, line: start, message: 'a quotation mark is opened and never closed' });
      break;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== names.length) {
      const message = `${cells.length} cells where the header has ${names.length}`;
      problems.push({ file, line: start, message });
      continue;
    }
    rows.push(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
    lines.push(start);
  }
  return { table: { file, rows, lines }, problems };
}

/** UTF-16 by its byte order mark, UTF-8 when all of it is valid, else Windows-1252, as any other table is read. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The mark that the header is parted by most often; the header has no prose that could mislead. */
function delimiterOf(header: string): string {
  const count = (mark: string): number => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
