import type { AnalysisRun } from '../../contract/hotspots.ts';
import type { Writer } from './database.ts';

/** Keeps a run, or leaves the same run as it is: a run's id is made from everything that decides its result. */
export function saveRun(writer: Writer, run: AnalysisRun): void {
  writer.database
    .prepare(
      `INSERT INTO analysis_run (id, method, parameters, filter, fingerprint, made_at, count_in, left_out, summary)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
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
    );
}
