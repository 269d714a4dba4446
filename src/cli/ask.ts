import type { CallInput, CallName, CallOutputs } from '../contract/calls.ts';
import { FailureError } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';
import { type Job, quietJob } from '../engine/jobs.ts';

/** Calls the engine and gives the value, or throws the failure. */
export async function ask<Name extends CallName>(
  engine: Engine,
  name: Name,
  input: CallInput<Name>,
  job: Job = quietJob,
): Promise<CallOutputs[Name]> {
  const outcome = await engine.call(name, input, job);
  if (outcome.ok) return outcome.value;
  const { code, message, remedy, detail } = outcome;
  throw new FailureError(code, message, remedy, detail);
}
