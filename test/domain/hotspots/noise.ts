import { seededRandom } from '../../../src/domain/hotspots/seeded-random.ts';
import type { SpaceTimeCube } from '../../../src/domain/hotspots/space-time.ts';

/** Noise without a local trend: every cell does what all cells do, by chance more or less of it. */
interface NoiseKind {
  /** Mean a cell and month. */
  readonly mean: number;
  readonly months: number;
  /** What all cells have in common, a factor a month; 1 unless told. */
  readonly factor?: (month: number) => number;
  /** Variance of a cell's own gamma factor of mean 1 each month: 0 for plain Poisson counts. */
  readonly overDispersion?: number;
}

export function noiseCube(kind: NoiseKind, cells: number, seed: number): SpaceTimeCube {
  const random = seededRandom(seed);
  const values = Float64Array.from({ length: cells * kind.months }, (_, bin) => {
    const factor = kind.factor?.(Math.floor(bin / cells)) ?? 1;
    const own = kind.overDispersion
      ? gamma(1 / kind.overDispersion, random) * kind.overDispersion
      : 1;
    return poisson(kind.mean * factor * own, random);
  });
  return { months: kind.months, values };
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count++;
  }
  return count;
}

/** Marsaglia and Tsang (2000). */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (cube > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * cube + d * Math.log(cube)) {
      return d * cube;
    }
  }
}
