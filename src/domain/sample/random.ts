/**
 * Chance for the sample force: sfc32 (Chris Doty-Humphrey's small fast counter generator), seeded through two
 * FNV-1a hashes of the part's name and a 32-bit finaliser. Only integer arithmetic, division and nothing
 * transcendental is used here or by its callers, so a seed gives the same bytes on every machine.
 */
export class RandomStream {
  private first: number;
  private second: number;
  private third: number;
  private counter: number;

  constructor(first: number, second: number) {
    this.first = finalise(first);
    this.second = finalise(second);
    this.third = finalise(first ^ Math.imul(second, 0x9e3779b1));
    this.counter = 1;
    // The generator's own advice: the first dozen outputs still show the seed.
    for (let round = 0; round < 12; round++) this.next();
  }

  /** A whole number from 0 to 2^32 - 1. */
  private next(): number {
    const sum = (this.first + this.second + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.first = this.second ^ (this.second >>> 9);
    this.second = (this.third + (this.third << 3)) | 0;
    this.third = ((this.third << 21) | (this.third >>> 11)) + sum;
    this.third |= 0;
    return sum >>> 0;
  }

  /** Uniform from 0 (included) to 1 (excluded). */
  unit(): number {
    return this.next() / 4294967296;
  }

  /** A whole number between two bounds, both included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.unit() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** One of the values, as often as its weight says. */
  weighted<Item>({ values, cumulative }: Choices<Item>): Item {
    const target = this.unit() * (cumulative.at(-1) ?? 0);
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const value = values[low];
    if (value === undefined) throw new RangeError('nothing to choose from');
    return value;
  }

  /** A point of the unit disc, dense in the middle: density (1 - r^2)^2, the quartic kernel. */
  discPoint(): readonly [number, number] {
    for (;;) {
      const x = this.unit() * 2 - 1;
      const y = this.unit() * 2 - 1;
      const height = 1 - x * x - y * y;
      if (height > 0 && this.unit() < height * height) return [x, y];
    }
  }

  /** A value from a distribution given by its minimum, three quartiles and maximum, straight lines between. */
  quartile(points: Quartiles): number {
    const at = this.unit() * 4;
    const part = Math.floor(at);
    const from = points[part] ?? 0;
    const to = points[part + 1] ?? from;
    return Math.floor(from + (to - from) * (at - part));
  }
}

export type Quartiles = readonly [number, number, number, number, number];

/** Values with the running sum of their weights. */
export interface Choices<Item> {
  readonly values: readonly Item[];
  readonly cumulative: readonly number[];
}

/** Builds choices from `[value, weight]` pairs. Weights need not sum to anything. */
export function choices<Item>(
  ...pairs: readonly (readonly [value: Item, weight: number])[]
): Choices<Item> {
  let sum = 0;
  return {
    values: pairs.map(([value]) => value),
    cumulative: pairs.map(([, weight]) => {
      sum += weight;
      return sum;
    }),
  };
}

/** A stream of its own for one part of the sample: the same seed and part give the same numbers. */
export function randomStream(seed: number, part: string, index = 0): RandomStream {
  let first = 0x811c9dc5 ^ seed;
  let second = 0x01000193 ^ Math.imul(seed, 0x85ebca6b);
  for (let at = 0; at < part.length; at++) {
    const unit = part.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x01000193) + 0x2545f491;
  }
  return new RandomStream(
    Math.imul(first ^ finalise(index), 0x01000193),
    Math.imul(second, 0x01000193) + index,
  );
}

/** Spreads a 32-bit number over all its bits (the finaliser of MurmurHash3). */
function finalise(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
