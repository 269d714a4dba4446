import Papa from 'papaparse';
import { FailureError } from '../../contract/outcome.ts';
import type { ExtractGrain, UnknownValue } from '../../contract/results.ts';
import { breathe, type Job } from '../jobs.ts';
import type { BatchCounts } from '../workspace/batches.ts';
import type { Writer } from '../workspace/database.ts';
import type { Landing } from '../workspace/indexed-table.ts';
import { better, FlatStore, IncidentStore, type RecordStore } from '../workspace/record-store.ts';
import { flatLayouts } from './layouts/flat.ts';
import type {
  PackedBatch,
  ReadMessage,
  RejectedRow,
  RepeatingRow,
  TableFacts,
} from './packing/batch.ts';

type KeepRejected = (line: number, reason: string, text: string) => void;

export interface StoredTable {
  readonly sha256: string;
  readonly restsOn: readonly number[];
  readonly grain: ExtractGrain | null;
  readonly unknown: readonly UnknownValue[];
}

/**
 * Stores the batches of one table until its end, counting every row exactly once. Runs inside the caller's
 * transaction and gives way between batches. Throws the table's failure when its reading fails.
 */
export async function storeTable(
  writer: Writer,
  facts: TableFacts,
  messages: AsyncIterator<ReadMessage>,
  batchNumber: number,
  counts: BatchCounts,
  keepRejected: KeepRejected,
  job: Job,
): Promise<StoredTable> {
  const store = storeOf(writer, facts, batchNumber);
  counts.warnings.push(...facts.warnings);

  for (;;) {
    const { value: message, done } = await messages.next();
    if (done === true || message.type === 'table' || message.type === 'skipped') {
      throw new Error('the reader of a file stopped in the middle of a table');
    }
    if (message.type === 'table-failed') {
      const { code, message: words, remedy, detail } = message.failure;
      throw new FailureError(code, words, remedy, detail);
    }
    if (message.type === 'table-end') {
      const { restsOn, grain, differing, apart, maybeTwice } = store.finish();
      if (differing > 0) counts.warnings.push(`rows-of-a-record-differ: ${differing}`);
      if (apart > 0) counts.warnings.push(`references-used-again: ${apart}`);
      for (const [people, count] of Object.entries(maybeTwice)) {
        if (count > 0) counts.warnings.push(`${people}-that-may-count-twice: ${count}`);
      }
      for (const [code, count] of Object.entries(message.warnings)) {
        counts.warnings.push(`${code}: ${count}`);
      }
      return { sha256: message.sha256, restsOn, grain, unknown: message.unknown };
    }
    const { batch } = message;
    const landings = store.put(batch);
    const refused = batch.repeating
      .filter(({ record }) => landings[record] === 'contradiction')
      .map(asRejected);
    countRows(batch, landings, refused, counts);
    for (const { line, reason, text } of [...batch.rejected, ...refused]) {
      keepRejected(line, reason, text);
    }

    job.report({ stage: 'Reading rows', done: batch.bytesRead, total: batch.bytesTotal });
    await breathe(job);
  }
}

/** A row that contradicts an earlier one of its file, as it is kept. */
function asRejected({ line, cells }: RepeatingRow): RejectedRow {
  const text = Papa.unparse([cells.split('\u0000')]);
  return { line, reason: 'differs-from-earlier-row', text };
}

function storeOf(writer: Writer, facts: TableFacts, batch: number): RecordStore {
  if (facts.kind === 'incidents') return new IncidentStore(writer, facts, batch, facts.isKnownFile);
  return new FlatStore(
    writer,
    flatLayouts[facts.kind].table,
    facts.columns,
    batch,
    facts.isKnownFile,
  );
}

/** Adds what became of a batch's rows. Records that came from one row are told as one. */
function countRows(
  batch: PackedBatch,
  landings: readonly Landing[],
  refused: readonly RejectedRow[],
  counts: BatchCounts,
): void {
  for (let record = 0; record < landings.length; ) {
    const row = batch.rowOf[record];
    let landing = landings[record] ?? 'duplicate';
    let rows = batch.rowsIn[record] ?? 1;
    for (record++; record < landings.length && batch.rowOf[record] === row; record++) {
      landing = better(landing, landings[record] ?? 'duplicate');
      rows += batch.rowsIn[record] ?? 0;
    }
    counts.rows += rows;
    if (landing === 'accepted') counts.accepted += rows;
    else if (landing === 'updated') counts.updated += rows;
    else counts.duplicates += rows;
  }
  // A refused row was counted as a duplicate above.
  counts.duplicates -= refused.length;
  counts.rejected += refused.length;
  counts.rows += batch.rejected.length;
  counts.rejected += batch.rejected.length;
  counts.withoutLocation += batch.withoutLocation;
  for (const { reason } of [...batch.rejected, ...refused]) {
    counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
  }
}
