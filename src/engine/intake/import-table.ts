import Papa from 'papaparse';
import { breathe, type Job } from '../jobs.ts';
import type { BatchCounts } from '../workspace/batches.ts';
import type { Writer } from '../workspace/database.ts';
import { FlatStore, type Landing } from '../workspace/flat-store.ts';
import { IncidentStore } from '../workspace/incident-store.ts';
import { type CsvHead, csvSlices } from './csv-file.ts';
import { flatRow, flatTable } from './flat-rows.ts';
import { incidentRow } from './incident-rows.ts';
import type { Recognised } from './recognise.ts';
import { type FieldOf, positionOf, type ReadingRules, RowRejected } from './values.ts';

/** A function that stores the row at hand and says where it went and whether it has a position. */
type StoreRow = (field: FieldOf) => { landing: Landing; hasPosition: boolean };

function rowStore(writer: Writer, batch: number, known: Recognised, rules: ReadingRules): StoreRow {
  const { preset } = known;
  if (preset.kind === 'incidents') {
    const store = new IncidentStore(writer, batch);
    return (field) => {
      const { row, hasPosition } = incidentRow(field, preset, rules);
      return { landing: store.put(row), hasPosition };
    };
  }
  const { kind } = preset;
  const { table, fields } = flatTable(kind);
  const store = new FlatStore(writer, table, fields, batch);
  return (field) => {
    const row = flatRow(kind, field, preset, rules);
    return {
      landing: store.put(row.identity, row.content, row.values),
      hasPosition: row.hasPosition,
    };
  };
}

/** Whether a rejected row has a usable position all the same; kinds without places always pass. */
function carriesPosition(field: FieldOf, isWhole: boolean, { known, rules }: TableImport): boolean {
  if (known.preset.kind === 'population') return true;
  if (!isWhole) return false;
  try {
    return positionOf(field, rules).from !== null;
  } catch {
    return false;
  }
}

export interface TableImport {
  readonly path: string;
  readonly head: CsvHead;
  readonly known: Recognised;
  readonly rules: ReadingRules;
  readonly batch: number;
  readonly onBytes: (bytes: Buffer) => void;
  readonly onReject: (line: number, reason: string, text: string) => void;
}

/**
 * Reads a table slice by slice into the workspace, counting every row exactly once. Runs inside the caller's
 * transaction and gives way between slices.
 */
export async function importTable(
  writer: Writer,
  wanted: TableImport,
  counts: BatchCounts,
  job: Job,
): Promise<void> {
  const { head, known } = wanted;
  const store = rowStore(writer, wanted.batch, known, wanted.rules);
  const width = head.header.length;
  let current: readonly string[] = [];
  const field: FieldOf = (name) => {
    const column = known.columnOf.get(name);
    return column === undefined ? (known.preset.constants?.[name] ?? '') : (current[column] ?? '');
  };
  for (const slice of csvSlices(wanted.path, head, wanted.onBytes)) {
    for (const [index, row] of slice.rows.entries()) {
      counts.rows++;
      try {
        if (row.length !== width) throw new RowRejected('wrong-number-of-fields');
        current = row;
        const { landing, hasPosition } = store(field);
        if (!hasPosition) counts.withoutLocation++;
        if (landing === 'accepted') counts.accepted++;
        else if (landing === 'duplicate') counts.duplicates++;
        else counts.updated++;
      } catch (error) {
        if (!(error instanceof RowRejected)) throw error;
        if (!carriesPosition(field, row.length === width, wanted)) counts.withoutLocation++;
        counts.rejected++;
        counts.reasons[error.reason] = (counts.reasons[error.reason] ?? 0) + 1;
        wanted.onReject(slice.lines[index] ?? 0, error.reason, Papa.unparse([[...row]]));
      }
    }
    job.report({ stage: 'Reading rows', done: slice.bytesRead, total: slice.bytesTotal });
    await breathe(job);
  }
}
