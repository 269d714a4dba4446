/** Runs work written as steps (see runSteps in engine/jobs.ts) to its end, for a command with nobody waiting. */
export function atOnce<Result>(steps: Generator<number, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
  }
}
