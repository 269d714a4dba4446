import { type ClosePairs, closePairs, type Distance } from './close-pairs.ts';
import { seededRandom } from './seeded-random.ts';

/** How a near-repeat table is made. Band i runs from bound i up to, but not including, bound i + 1. */
export interface NearRepeatOptions {
  readonly distance: Distance;
  /** Ascending, in metres. */
  readonly spaceBandsMetres: readonly number[];
  /** Ascending, in whole days. */
  readonly timeBandsDays: readonly number[];
  readonly permutations: number;
  readonly seed: number;
}

/** One pair of bands of the table. */
interface NearRepeatBand {
  readonly spaceFromMetres: number;
  readonly spaceToMetres: number;
  readonly timeFromDays: number;
  readonly timeToDays: number;
  /** Pairs of events this far apart in space and in time. */
  readonly observed: number;
  /** Pairs that there would be if space and time had nothing to do with each other. */
  readonly expected: number;
  /** Chance of at least so many pairs when the dates are dealt anew; NaN without permutations. */
  readonly p: number;
}

/** Knox's table, space bands running fastest. */
export interface NearRepeatTable {
  readonly bands: readonly NearRepeatBand[];
  readonly events: number;
  /** Pairs within the widest space band, whatever their days. */
  readonly closePairs: number;
}

/**
 * Knox's test for near repeats (Knox 1964; Johnson and Bowers 2004): counts pairs of events close in space and time.
 *
 * The expectation is exact: n_s n_t / C(n, 2), where n_s pairs of all are in the space band and n_t in the time
 * band, the mean over every way to deal the dates to the places. p is (draws with at least as many pairs + 1) /
 * (draws + 1), dates dealt by a seeded shuffle: one-sided, not corrected for the number of bands.
 *
 * Yields the share done, 0 to 1.
 *
 * @param eastings Metres; finite.
 * @param days Whole days, one an event.
 * @throws RangeError for fewer than two events, days that are not whole, bands that do not rise, or more close pairs
 * than can be held (the message names the number).
 */
export function* nearRepeat(
  eastings: Float64Array,
  northings: Float64Array,
  days: Int32Array,
  options: NearRepeatOptions,
): Generator<number, NearRepeatTable> {
  const { spaceBandsMetres, timeBandsDays, permutations, seed } = options;
  checkBands(spaceBandsMetres);
  checkBands(timeBandsDays);
  if (!timeBandsDays.every(Number.isInteger)) throw new RangeError('Days must be whole numbers.');
  if (days.length !== eastings.length) throw new RangeError('Every event needs a day.');
  const pairs = yield* shareOf(
    closePairs(eastings, northings, options.distance, spaceBandsMetres),
    pairsPart,
  );
  const lags = new LagCounts(pairs, spaceBandsMetres.length - 1, timeBandsDays, days);
  const observed = lags.count(days);

  const random = seededRandom(seed);
  // Dealt in the order of the input, so that a draw does not depend on the bands or the distance.
  const dealt = days.slice();
  const atLeast = new Float64Array(observed.length);
  const drawsAStep = Math.max(1, Math.floor(pairsAStep / (pairs.seconds.length + days.length)));
  for (let draw = 1; draw <= permutations; draw++) {
    dealt.set(days);
    shuffle(dealt, random);
    const drawn = lags.count(dealt);
    for (let band = 0; band < observed.length; band++) {
      if ((drawn[band] ?? 0) >= (observed[band] ?? 0)) atLeast[band] = (atLeast[band] ?? 0) + 1;
    }
    if (draw % drawsAStep === 0) yield pairsPart + ((1 - pairsPart) * draw) / permutations;
  }

  const inTime = pairsPerTimeBand(days, timeBandsDays);
  const allPairs = (days.length * (days.length - 1)) / 2;
  const spaces = spaceBandsMetres.length - 1;
  const inSpace = (space: number): number =>
    (pairs.starts[(space + 1) * days.length] ?? 0) - (pairs.starts[space * days.length] ?? 0);
  return {
    events: days.length,
    closePairs: pairs.seconds.length,
    bands: Array.from(observed, (count, band) => {
      const space = band % spaces;
      const time = Math.floor(band / spaces);
      return {
        spaceFromMetres: spaceBandsMetres[space] ?? 0,
        spaceToMetres: spaceBandsMetres[space + 1] ?? 0,
        timeFromDays: timeBandsDays[time] ?? 0,
        timeToDays: timeBandsDays[time + 1] ?? 0,
        observed: count,
        expected: (inSpace(space) * (inTime[time] ?? 0)) / allPairs,
        p: permutations > 0 ? ((atLeast[band] ?? 0) + 1) / (permutations + 1) : Number.NaN,
      };
    }),
  };
}

/** Part of the progress that finding pairs counts for; dealing dates is the rest. */
const pairsPart = 0.1;

/** Steps that are the first part of a longer work. */
function* shareOf<Result>(
  steps: Generator<number, Result>,
  part: number,
): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield step.value * part;
  }
}

/** Pairs looked at between two reports of progress: some twenty milliseconds. */
const pairsAStep = 10_000_000;

function checkBands(bounds: readonly number[]): void {
  const rises = bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? bound));
  if (bounds.length < 2 || !rises || !((bounds[0] ?? -1) >= 0)) {
    throw new RangeError('Bands need two or more bounds that rise from zero or more.');
  }
}

/**
 * Counts close pairs by their days apart: first by single days, earlier or later, then summed to bands. So the inner
 * loop, run once a pair and draw, neither compares nor branches: a guess of the processor would be wrong for every
 * seventh pair and cost more than the counting.
 */
class LagCounts {
  readonly #pairs: ClosePairs;
  readonly #bounds: readonly number[];
  readonly #spaces: number;
  readonly #first: number;
  /** Days from the first to the last event. */
  readonly #span: number;
  /** Pairs of one space band by days from the second event to the first, from minus the span to the span. */
  readonly #byLag: Int32Array;

  constructor(pairs: ClosePairs, spaces: number, bounds: readonly number[], days: Int32Array) {
    this.#pairs = pairs;
    this.#bounds = bounds;
    this.#spaces = spaces;
    this.#first = days.reduce((least, day) => Math.min(least, day));
    this.#span = days.reduce((most, day) => Math.max(most, day)) - this.#first;
    this.#byLag = new Int32Array(2 * this.#span + 1);
  }

  /** Pairs a band, space bands running fastest. */
  count(daysOfEvents: Int32Array): Float64Array {
    const { order, seconds, starts } = this.#pairs;
    const days = Int32Array.from(order, (event) => (daysOfEvents[event] ?? 0) - this.#first);
    const sums = new Float64Array(this.#spaces * (this.#bounds.length - 1));
    for (let space = 0; space < this.#spaces; space++) {
      const byLag = this.#byLag.fill(0);
      for (let point = 0; point < days.length; point++) {
        const end = starts[space * days.length + point + 1] ?? 0;
        const own = (days[point] ?? 0) + this.#span;
        for (let at = starts[space * days.length + point] ?? 0; at < end; at++) {
          const lag = own - (days[seconds[at] ?? 0] ?? 0);
          byLag[lag] = (byLag[lag] ?? 0) + 1;
        }
      }
      this.#sumToBands(sums, space);
    }
    return sums;
  }

  #sumToBands(sums: Float64Array, space: number): void {
    for (let time = 0; time < this.#bounds.length - 1; time++) {
      let sum = 0;
      const end = Math.min(this.#bounds[time + 1] ?? 0, this.#span + 1);
      for (let lag = this.#bounds[time] ?? 0; lag < end; lag++) {
        sum += this.#byLag[this.#span + lag] ?? 0;
        if (lag > 0) sum += this.#byLag[this.#span - lag] ?? 0;
      }
      sums[time * this.#spaces + space] = sum;
    }
  }
}

/** Pairs of all events a time band, exactly: from the number of events a day. */
function pairsPerTimeBand(days: Int32Array, bounds: readonly number[]): Float64Array {
  const perDay = new Map<number, number>();
  for (const day of days) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const sums = new Float64Array(bounds.length - 1);
  const sorted = [...perDay].sort(([a], [b]) => a - b);
  for (const [at, [day, count]] of sorted.entries()) {
    for (let later = at; later < sorted.length; later++) {
      const [laterDay, laterCount] = sorted[later] ?? [0, 0];
      const lag = laterDay - day;
      if (lag >= (bounds.at(-1) ?? 0)) break;
      const band = bandOf(lag, bounds);
      if (band < 0) continue;
      const pairs = lag === 0 ? (count * (count - 1)) / 2 : count * laterCount;
      sums[band] = (sums[band] ?? 0) + pairs;
    }
  }
  return sums;
}

/** The band that holds a value; -1 for none. */
function bandOf(value: number, bounds: readonly number[]): number {
  const after = bounds.findIndex((bound) => value < bound);
  return after - 1 < 0 ? -1 : after - 1;
}

/** Fisher and Yates. */
function shuffle(values: Int32Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = held;
  }
}
