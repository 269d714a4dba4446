import { basename, dirname, extname, join } from 'node:path';
import Papa from 'papaparse';
import type { RejectedRowsPage } from '../../contract/intake.ts';
import { batchHeader, listBatches } from '../workspace/batches.ts';
import type { Reader } from '../workspace/database.ts';
import { listRejectedRows } from '../workspace/rejected-rows.ts';
import { refuseOutput, writeWhole } from '../write-whole.ts';
import { formulaCell, provenanceColumns } from './formats/rejects-form.ts';

/** A rejected row on its way to a file of rejected rows. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** The row's own text as CSV. */
  readonly text: string;
  /** Column names of its source; [] for one without; null when the text is no row of a table. */
  readonly header: readonly string[] | null;
}

/**
 * Writes rejected rows as CSV under the column names of their source, after three columns that say where each row
 * stood and why it was refused: corrected, the file is imported like its source, and only these rows come in. Rows
 * of sources with other columns go into files beside it, `-2` and so on after the name. Gives how many files.
 */
export function writeRejectedRows(
  path: string,
  rejected: readonly RejectedLine[],
  inputs: readonly string[] = [],
): number {
  const groups = new Map<string, RejectedLine[]>();
  for (const row of rejected) {
    const key = JSON.stringify(row.header);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const paths = [...groups.keys()].map((_, index) => numbered(path, index));
  for (const further of paths.slice(1)) refuseOutput(further, inputs);
  if (groups.size === 0) writeWhole(path, csvOf([]));
  for (const [index, rows] of [...groups.values()].entries()) {
    writeWhole(paths[index] ?? path, csvOf(rows));
  }
  return groups.size;
}

function numbered(path: string, index: number): string {
  if (index === 0) return path;
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}-${index + 1}${extension}`);
}

function csvOf(rows: readonly RejectedLine[]): string {
  const header = rows[0]?.header ?? null;
  const cells = rows.map(({ text }) => (header === null ? [text] : cellsOf(text)));
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const names =
    header === null
      ? ['row']
      : header.length > 0
        ? header
        : Array.from({ length: width }, () => '');
  const table = [
    [...provenanceColumns, ...names],
    ...rows.map(({ file, line, reason }, index) => [file, line, reason, ...(cells[index] ?? [])]),
  ];
  return `${Papa.unparse(table, { escapeFormulae: formulaCell })}\r\n`;
}

/** A page of a batch's rejected rows, as texts and cell by cell. */
export function rejectedRowsPage(
  reader: Reader,
  asked: { readonly batch: number; readonly after: number; readonly limit: number },
): RejectedRowsPage {
  const { rows, total } = listRejectedRows(reader, asked);
  const header = batchHeader(reader, asked.batch);
  return {
    header,
    total,
    rows: rows.map((row) => ({ ...row, cells: header === null ? [row.text] : cellsOf(row.text) })),
  };
}

function cellsOf(text: string): string[] {
  return Papa.parse<string[]>(text, { delimiter: ',' }).data[0] ?? [];
}

/** Writes the rejected rows that a batch left, and gives how many. */
export function saveRejectedRows(reader: Reader, batch: number, path: string): { rows: number } {
  const file = listBatches(reader).find((one) => one.batch === batch)?.file ?? '';
  const header = batchHeader(reader, batch);
  const { rows } = listRejectedRows(reader, { batch, after: 0, limit: -1 });
  writeRejectedRows(
    path,
    rows.map((row) => ({ ...row, file, header })),
  );
  return { rows: rows.length };
}
