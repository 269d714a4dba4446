/**
 * What crosses a process boundary: a result or a failure, never an exception.
 * A failure says what happened (message), what the user can do (remedy) and carries a stable code.
 */
export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  readonly message: string;
  readonly remedy: string;
  /** Facts that go with the failure, e.g. the counts of a refused import. Never references or free text. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export type Outcome<Value> = Success<Value> | Failure;

export type FailureCode =
  | 'bad-request'
  | 'cancelled'
  | 'corrupt'
  | 'disk-full'
  | 'empty-file'
  | 'engine-stopped'
  | 'exists'
  | 'internal'
  | 'locked'
  | 'needed-later'
  | 'newer-than-app'
  | 'no-known-columns'
  | 'no-workspace'
  | 'not-a-file'
  | 'not-a-workspace'
  | 'not-available'
  | 'not-found'
  | 'not-permitted'
  | 'nothing-to-show'
  | 'print-failed'
  | 'truncated-quote'
  | 'unreadable'
  | 'unknown-kind'
  | 'wrong-format'
  | 'wrong-passphrase';

/** Wraps a value as a success. */
export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

/** Builds a failure from its code, what happened and what to do about it. */
export function failure(
  code: FailureCode,
  message: string,
  remedy: string,
  detail?: Readonly<Record<string, unknown>>,
): Failure {
  return detail === undefined
    ? { ok: false, code, message, remedy }
    : { ok: false, code, message, remedy, detail };
}

/** An error that already knows its failure: thrown inside a room, turned into a Failure at its door. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(
    code: FailureCode,
    message: string,
    remedy: string,
    detail?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'FailureError';
    this.failure = failure(code, message, remedy, detail);
  }
}
