import { filterSchema } from '../../contract/filter.ts';
import type { AnalysisRun } from '../../contract/hotspots.ts';
import type { Reader, Writer } from './database.ts';
import type { PackedValue } from './run-blob.ts';

/** What is kept of a run beside its figures. */
export interface RunContents {
  /** The question as it was asked, as JSON. */
  readonly question: string;
  readonly weight: string;
  readonly result: PackedValue;
}

interface StoredRun {
  id: string;
  method: string;
  parameters: string;
  filter: string;
  fingerprint: string;
  made_at: string;
  count_in: number;
  left_out: string;
  summary: string;
  departures: string;
  question: string | null;
  has_tables: number;
}

/**
 * Keeps a run whole. The same run again changes nothing but what it departs from: a run's id is made from
 * everything that decides its result.
 */
export function saveRun(writer: Writer, run: AnalysisRun, contents: RunContents): void {
  writer.database
    .prepare(
      `INSERT INTO analysis_run (id, method, parameters, filter, fingerprint, made_at, count_in, left_out, summary,
         departures, question, weight, result, result_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET departures = excluded.departures, question = excluded.question,
         result = excluded.result, result_hash = excluded.result_hash`,
    )
    .run(
      run.run,
      run.method,
      JSON.stringify(run.parameters),
      JSON.stringify(run.filter),
      run.fingerprint,
      run.madeAt,
      run.countIn,
      JSON.stringify(run.leftOut),
      JSON.stringify(run.summary),
      JSON.stringify(run.departures),
      contents.question,
      contents.weight,
      contents.result.bytes,
      contents.result.hash,
    );
}

/** A kept run and the question it answered; that is null for a run of an older format. */
export interface KeptRun {
  readonly run: AnalysisRun;
  readonly question: string | null;
  /** False for a run of an older format, and for one whose tables went with erased records. */
  readonly hasTables: boolean;
}

const columns = `id, method, parameters, filter, fingerprint, made_at, count_in, left_out, summary, departures, question,
  result IS NOT NULL AS has_tables`;

/** All kept runs, the latest first. */
export function allRuns(reader: Reader): KeptRun[] {
  return reader.database
    .prepare<[], StoredRun>(`SELECT ${columns} FROM analysis_run ORDER BY made_at DESC, id`)
    .all()
    .map(asRun);
}

/** One kept run; null when there is none with that id. */
export function keptRun(reader: Reader | Writer, id: string): KeptRun | null {
  const row = reader.database
    .prepare<[string], StoredRun>(`SELECT ${columns} FROM analysis_run WHERE id = ?`)
    .get(id);
  return row === undefined ? null : asRun(row);
}

/** The packed tables of a run; null where there are none. */
export function runTables(reader: Reader, id: string): PackedValue | null {
  const row = reader.database
    .prepare<[string], { bytes: Buffer | null; hash: string | null }>(
      'SELECT result AS bytes, result_hash AS hash FROM analysis_run WHERE id = ?',
    )
    .get(id);
  if (row === undefined || row.bytes === null || row.hash === null) return null;
  return { bytes: row.bytes, hash: row.hash };
}

/** How many runs are kept. */
export function countRuns(reader: Reader | Writer): number {
  return (
    reader.database.prepare<[], number>('SELECT count(*) FROM analysis_run').pluck().get() ?? 0
  );
}

/** Removes a run. */
export function deleteRun(writer: Writer, id: string): void {
  writer.database.prepare('DELETE FROM analysis_run WHERE id = ?').run(id);
}

function asRun(row: StoredRun): KeptRun {
  return {
    run: {
      run: row.id,
      method: row.method as AnalysisRun['method'],
      parameters: JSON.parse(row.parameters) as AnalysisRun['parameters'],
      // A filter kept before a choice existed has its default.
      filter: filterSchema.parse(JSON.parse(row.filter)),
      fingerprint: row.fingerprint,
      madeAt: row.made_at,
      countIn: row.count_in,
      leftOut: JSON.parse(row.left_out) as AnalysisRun['leftOut'],
      summary: JSON.parse(row.summary) as AnalysisRun['summary'],
      departures: JSON.parse(row.departures) as string[],
    },
    question: row.question,
    hasTables: row.has_tables === 1,
  };
}
