import { FailureError } from '../../../contract/outcome.ts';

/** Runs the steps of a long calculation to their end, as nobody waits for anything else meanwhile. */
export function finish<Result>(steps: Generator<number, Result>): Result {
  return plainly(() => {
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  });
}

/** Runs a calculation; what it refuses becomes a plain failure. */
export function plainly<Result>(calculate: () => Result): Result {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FailureError(
      'bad-request',
      error.message,
      'Nothing was written. Check the points and the settings.',
    );
  }
}
