/** Runs work written as steps to its end; fails on a step that is not a share from 0 to 1. */
export function atOnce<Result>(steps: Generator<number, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (!(step.value >= 0 && step.value <= 1)) throw new RangeError(`step ${step.value}`);
  }
}
