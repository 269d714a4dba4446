import { FailureError } from '../../contract/outcome.ts';

/** The settings of one method (`--set name=value`), read as what they stand for. Wrong ones are named. */
export class MethodSettings {
  readonly #values: ReadonlyMap<string, string>;
  readonly #used: Record<string, unknown> = {};

  /** @throws FailureError for a setting that the method does not have. */
  constructor(values: ReadonlyMap<string, string>, known: readonly string[]) {
    for (const name of values.keys()) {
      if (known.includes(name)) continue;
      throw new FailureError(
        'bad-request',
        `There is no setting "${name}" here.`,
        known.length === 0
          ? 'This method has no settings.'
          : `Known settings: ${known.join(', ')}.`,
      );
    }
    this.#values = values;
  }

  /** Every setting that was read so far, with the value that held, given or standard. */
  used(): Readonly<Record<string, unknown>> {
    return { ...this.#used };
  }

  #use<Value>(name: string, value: Value): Value {
    this.#used[name] = value;
    return value;
  }

  /** A number of at least `least` (and at most `most`). */
  number(
    name: string,
    standard: number,
    { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
  ): number {
    const text = this.#values.get(name);
    if (text === undefined) return this.#use(name, standard);
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most && Number.isFinite(value)) return this.#use(name, value);
    throw new FailureError(
      'bad-request',
      `The setting "${name}" cannot be ${JSON.stringify(text.slice(0, 40))}.`,
      `Give a number${Number.isFinite(least) ? `, at least ${least}` : ''}${Number.isFinite(most) ? `, at most ${most}` : ''}.`,
    );
  }

  /** A whole number of at least `least` (and at most `most`). */
  whole(name: string, standard: number, bounds: { least?: number; most?: number } = {}): number {
    const value = this.number(name, standard, bounds);
    if (Number.isInteger(value)) return value;
    throw new FailureError(
      'bad-request',
      `The setting "${name}" must be a whole number.`,
      'Leave the fraction out.',
    );
  }

  /** Numbers between commas, ascending. */
  ascending(name: string, standard: readonly number[]): readonly number[] {
    const text = this.#values.get(name);
    if (text === undefined) return this.#use(name, standard);
    const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    const isAscending = values.every(
      (value, at) => Number.isFinite(value) && (at === 0 || value > (values[at - 1] ?? value)),
    );
    if (isAscending && values.length >= 2) return this.#use(name, values);
    throw new FailureError(
      'bad-request',
      `The setting "${name}" needs two or more numbers that rise, between commas.`,
      `Write for example ${standard.join(',')}.`,
    );
  }

  /** One of a few words. */
  choice<Word extends string>(name: string, words: readonly Word[], standard: Word): Word {
    const text = this.#values.get(name);
    if (text === undefined) return this.#use(name, standard);
    const found = words.find((word) => word === text);
    if (found !== undefined) return this.#use(name, found);
    throw new FailureError(
      'bad-request',
      `The setting "${name}" cannot be "${text.slice(0, 40)}".`,
      `Choose one of ${words.join(', ')}.`,
    );
  }

  /** Free text; null when it was not given. */
  text(name: string): string | null {
    return this.#use(name, this.#values.get(name) ?? null);
  }
}
