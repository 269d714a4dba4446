import type { RejectedRow } from '../../contract/intake.ts';
import type { Reader } from './database.ts';

/** A page of a batch's rejected rows in the order of the file, and how many there are. */
export function listRejectedRows(
  reader: Reader,
  asked: { readonly batch: number; readonly after: number; readonly limit: number },
): { rows: RejectedRow[]; total: number } {
  const rows = reader.database
    .prepare<[number, number, number], RejectedRow>(
      'SELECT line, reason, text FROM rejected_row WHERE batch = ? ORDER BY line, rowid LIMIT ? OFFSET ?',
    )
    .all(asked.batch, asked.limit, asked.after);
  const total =
    reader.database
      .prepare<[number], number>('SELECT count(*) FROM rejected_row WHERE batch = ?')
      .pluck()
      .get(asked.batch) ?? 0;
  return { rows, total };
}
