import type { Batch, ImportKind, SourceSummary } from '../../contract/results.ts';
import type { SourceQuality } from '../../domain/evidence/other-evidence.ts';
import { appendAudit } from './audit.ts';
import type { Reader, Writer } from './database.ts';
import { bumpEvidenceVersion, bumpRulesState } from './settings.ts';
import { forgetTextIndex } from './text-index.ts';

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
  /** Member or sheet of the file; '' for a plain file. */
  readonly label: string;
  /** Column names of the file; [] when it has none; null when it is no table. */
  readonly header: readonly string[] | null;
  readonly fileSha256: string;
  /** Earlier batches that hold records of this one. */
  readonly restsOn: readonly number[];
  /** Columns that look like people's details and were read all the same, with the analyst's reason. */
  readonly kept: Readonly<Record<string, string>>;
}

/** SHA-256 of every table that was imported and not taken back. */
export function importedTables(writer: Writer): string[] {
  return writer.database
    .prepare<[], string>('SELECT DISTINCT file_sha256 FROM import_batch WHERE undone_at IS NULL')
    .pluck()
    .all();
}

/** Rows that a batch's file had; 0 when there is no such batch. */
export function rowsOfBatch(writer: Writer, batch: number): number {
  return (
    writer.database
      .prepare<[number], number>('SELECT rows FROM import_batch WHERE id = ?')
      .pluck()
      .get(batch) ?? 0
  );
}

/** The number the next batch will have. Only the writer asks, inside its transaction. */
export function nextBatch(writer: Writer): number {
  return writer.database
    .prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM import_batch')
    .pluck()
    .get() as number;
}

/** Writes the batch's facts, once its rows are stored, and notes the import in the audit log. */
export function recordBatch(writer: Writer, batch: number, facts: BatchFacts): void {
  writeBatch(writer, batch, facts);
  if (facts.accepted + facts.updated > 0) noteChange(writer, facts.kind);
  // An updated text cannot be taken out of the index without the old one: it is built again when next needed.
  if (facts.kind === 'incidents' && facts.updated > 0) forgetTextIndex(writer);
  const { kind, preset, rows, accepted, rejected, duplicates, updated } = facts;
  appendAudit(writer, 'file imported', {
    batch,
    kind,
    preset,
    rows,
    accepted,
    rejected,
    duplicates,
    updated,
    ...(Object.keys(facts.kept).length === 0 ? {} : { kept: facts.kept }),
  });
}

/** Makes stale what was built from rows of the kind, when a batch of it comes or goes. */
export function noteChange(writer: Writer, kind: ImportKind): void {
  // A base map is ground to draw on: nothing is counted from it.
  if (kind === 'basemap') return;
  bumpEvidenceVersion(writer, kind === 'incidents' ? 'incidents' : 'others');
  // The latest batch of weights is the one in force, so classes hold weights of it.
  if (kind === 'harm') bumpRulesState(writer);
}

function writeBatch(writer: Writer, batch: number, facts: BatchFacts): void {
  const { kept: _kept, ...bound } = facts;
  writer.database
    .prepare(
      `INSERT INTO import_batch (id, kind, preset, file_name, file_sha256, imported_at, rows, accepted, rejected,
         duplicates, updated, without_location, reasons, warnings, label, rests_on, header)
       VALUES (@batch, @kind, @preset, @fileName, @fileSha256, @importedAt, @rows, @accepted, @rejected,
         @duplicates, @updated, @withoutLocation, @reasons, @warnings, @label, @restsOn, @header)`,
    )
    .run({
      ...bound,
      batch,
      importedAt: new Date().toISOString(),
      reasons: JSON.stringify(facts.reasons),
      warnings: JSON.stringify(facts.warnings),
      restsOn: JSON.stringify(facts.restsOn),
      header: facts.header === null ? null : JSON.stringify(facts.header),
    });
}

/** Column names of the file that a batch came from; null when it is no table or the batch is older than their keeping. */
export function batchHeader(reader: Reader, batch: number): string[] | null {
  const header = reader.database
    .prepare<[number], string | null>('SELECT header FROM import_batch WHERE id = ?')
    .pluck()
    .get(batch);
  return header === undefined || header === null ? null : (JSON.parse(header) as string[]);
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

interface StoredBatch extends Omit<Batch, 'reasons' | 'warnings' | 'restsOn'> {
  readonly reasons: string;
  readonly warnings: string;
  readonly restsOn: string;
}

/** Every batch, the latest first, undone ones included. */
export function listBatches(reader: Reader): Batch[] {
  return reader.database
    .prepare<[], StoredBatch>(
      `SELECT id AS batch, kind, preset, file_name AS file, label, imported_at AS importedAt, rows, accepted,
         rejected, duplicates, updated, without_location AS withoutLocation, reasons, warnings,
         rests_on AS restsOn, undone_at AS undoneAt
       FROM import_batch ORDER BY id DESC`,
    )
    .all()
    .map((batch) => ({
      ...batch,
      reasons: JSON.parse(batch.reasons) as Record<string, number>,
      warnings: JSON.parse(batch.warnings) as string[],
      restsOn: JSON.parse(batch.restsOn) as number[],
    }));
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
       FROM import_batch WHERE undone_at IS NULL GROUP BY kind, preset ORDER BY min(id)`,
    )
    .all();
}

/** The same with the reasons of the rejected rows, for the profile's "Data and limitations". */
export function sourceQualities(reader: Reader): SourceQuality[] {
  const reasonTexts = reader.database.prepare<[string, string], { reasons: string }>(
    'SELECT reasons FROM import_batch WHERE kind = ? AND preset = ? AND undone_at IS NULL',
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
