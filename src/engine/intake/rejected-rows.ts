import Papa from 'papaparse';
import { listBatches } from '../workspace/batches.ts';
import type { Reader } from '../workspace/database.ts';
import { listRejectedRows } from '../workspace/rejected-rows.ts';
import { writeWhole } from '../write-whole.ts';

/** A rejected row on its way to a file of rejected rows. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/** Writes rejected rows as CSV: file, line, reason and the row's own text in one column. */
export function writeRejectedRows(path: string, rejected: readonly RejectedLine[]): void {
  const header = ['file', 'line', 'reason', 'row'];
  const rows = rejected.map((row) => [row.file, row.line, row.reason, row.text]);
  writeWhole(path, `${Papa.unparse([header, ...rows], { escapeFormulae: true })}\r\n`);
}

/** Writes the rejected rows that a batch left, and gives how many. */
export function saveRejectedRows(reader: Reader, batch: number, path: string): { rows: number } {
  const file = listBatches(reader).find((one) => one.batch === batch)?.file ?? '';
  const { rows } = listRejectedRows(reader, { batch, after: 0, limit: -1 });
  writeRejectedRows(
    path,
    rows.map((row) => ({ ...row, file })),
  );
  return { rows: rows.length };
}
