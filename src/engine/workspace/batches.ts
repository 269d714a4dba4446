import type { ImportKind, SourceSummary } from '../../contract/results.ts';
import type { SourceQuality } from '../../domain/evidence/other-evidence.ts';
import type { Reader, Writer } from './database.ts';

/** What became of a file's rows; rows = accepted + rejected + duplicates + updated. */
export interface BatchCounts {
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  updated: number;
  withoutLocation: number;
  reasons: Record<string, number>;
  warnings: string[];
}

export interface BatchFacts extends BatchCounts {
  readonly kind: ImportKind;
  readonly preset: string;
  readonly fileName: string;
  readonly fileSha256: string;
}

/** The number the next batch will have. Only the writer asks, inside its transaction. */
export function nextBatch(writer: Writer): number {
  return writer.database
    .prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM import_batch')
    .pluck()
    .get() as number;
}

/** Writes the batch's facts, once its rows are stored. */
export function writeBatch(writer: Writer, batch: number, facts: BatchFacts): void {
  writer.database
    .prepare(
      `INSERT INTO import_batch (id, kind, preset, file_name, file_sha256, imported_at, rows, accepted, rejected,
         duplicates, updated, without_location, reasons, warnings)
       VALUES (@batch, @kind, @preset, @fileName, @fileSha256, @importedAt, @rows, @accepted, @rejected,
         @duplicates, @updated, @withoutLocation, @reasons, @warnings)`,
    )
    .run({
      ...facts,
      batch,
      importedAt: new Date().toISOString(),
      reasons: JSON.stringify(facts.reasons),
      warnings: JSON.stringify(facts.warnings),
    });
}

/** A function that keeps one rejected row: its line in the file, the reason's code and the row's own text. */
export function rejectedRowWriter(
  writer: Writer,
  batch: number,
): (line: number, reason: string, text: string) => void {
  const insert = writer.database.prepare(
    'INSERT INTO rejected_row (batch, line, reason, text) VALUES (?, ?, ?, ?)',
  );
  return (line, reason, text) => {
    insert.run(batch, line, reason, text);
  };
}

interface SummedBatches extends Omit<SourceSummary, 'batches'> {
  batches: number;
}

/** One entry a kind and preset: how many files, and what became of their rows. */
export function sourceSummaries(reader: Reader): SourceSummary[] {
  return reader.database
    .prepare<[], SummedBatches>(
      `SELECT kind, preset, count(*) AS batches, sum(rows) AS rows, sum(accepted) AS accepted,
         sum(rejected) AS rejected, sum(duplicates) AS duplicates, sum(updated) AS updated,
         sum(without_location) AS withoutLocation
       FROM import_batch GROUP BY kind, preset ORDER BY min(id)`,
    )
    .all();
}

/** The same with the reasons of the rejected rows, for the profile's "Data and limitations". */
export function sourceQualities(reader: Reader): SourceQuality[] {
  const reasonTexts = reader.database.prepare<[string, string], { reasons: string }>(
    'SELECT reasons FROM import_batch WHERE kind = ? AND preset = ?',
  );
  return sourceSummaries(reader).map(({ batches, ...source }) => {
    const reasons: Record<string, number> = {};
    for (const row of reasonTexts.all(source.kind, source.preset)) {
      for (const [reason, count] of Object.entries(
        JSON.parse(row.reasons) as Record<string, number>,
      )) {
        reasons[reason] = (reasons[reason] ?? 0) + count;
      }
    }
    return { ...source, files: batches, reasons };
  });
}
