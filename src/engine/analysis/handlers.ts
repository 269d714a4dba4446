import type { CallName, CallOutputs, ParsedInput } from '../../contract/calls.ts';
import type { analysisCalls } from '../../contract/hotspot-inputs.ts';
import type { Job } from '../jobs.ts';
import { needSession } from '../session.ts';
import type { EngineState } from '../state.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { saveRun } from '../workspace/runs.ts';
import { writeRecorded } from '../write-whole.ts';
import { resultForPage } from './page-result.ts';
import { runMethod } from './run.ts';
import { refuseResultOutput, resultAsText } from './write-result.ts';

type AnalysisHandlers = {
  readonly [Name in CallName & keyof typeof analysisCalls]: (
    state: EngineState,
    input: ParsedInput<Name>,
    job: Job,
  ) => Promise<CallOutputs[Name]>;
};

/** What answers the calls about analyses. */
export const analysisHandlers: AnalysisHandlers = {
  async runAnalysis(state, input, job) {
    const { result } = await runMethod(needSession(state.session), input, job);
    return resultForPage(result, job);
  },

  async analyse(state, { out, ...question }, job) {
    const session = needSession(state.session);
    if (out !== null) refuseResultOutput(out);
    // A file that leaves has to be recorded: `session.writer` refuses a reader, who may only look.
    const writer = out === null ? session.workspace.writer : session.writer;
    await session.classifyIfStale(job);
    const { result } = await runMethod(session, question, job);
    const { run } = result;
    if (writer === null) return run;
    const record = (): void => {
      saveRun(writer, run);
      appendAudit(writer, 'analysis run', {
        run: run.run,
        method: run.method,
        countIn: run.countIn,
        exported: out !== null,
      });
    };
    if (out === null) inTransaction(writer, record);
    else writeRecorded(writer, out, resultAsText(out, result, session.areas().list), record);
    return run;
  },
};
