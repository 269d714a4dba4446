import type { StudyCells } from '../geography/study-cells.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { GiStar } from './gi-star.ts';
import { type NeighbourhoodSums, neighbourhoodSums } from './neighbourhood-sums.ts';
import { type DrawSettings, type PermutedChance, permutedChance } from './permuted-chance.ts';

/** The adjusted p at which a cell counts as found. */
const foundUpTo = 0.05;

/** A cell and the eight around it. */
const mostSummed = 9;

export interface StepwiseChance extends PermutedChance {
  /** How often the permutation was done, cells already found taken out of the comparison in between. */
  readonly steps: number;
  /** What higher values were cut down to in one of the tests. */
  readonly cap: number;
}

/** The values in one of their two forms, and their sums around each cell. */
interface View {
  readonly values: Float64Array;
  readonly around: NeighbourhoodSums;
}

/**
 * The larger of the normal p and of a permutation p that nothing can hide from.
 *
 * A plain permutation of counts has a weakness: one very busy cell makes every sum up to its own look ordinary, since
 * any nine cells might have held that cell. Two things help, and neither makes noise hot:
 *
 * 1. The test is done twice, on the values as they are and on the values cut down to `cap`, and twice the smaller p is
 *    taken (Bonferroni). The cap depends on the set of values alone and not on their places, so the second test is as
 *    valid as the first; and in it one cell, such as a default address, weighs no more than a few others. Where p is
 *    from draws (harm, whose few grave records are such cells) only the second is done.
 * 2. Cells that are found hot are taken out of what is permuted, and the rest is tested again, until nothing new is
 *    found or half of the cells would be left (as Zhang, Assunção and Kulldorff 2010 do for scan statistics). Nothing
 *    is taken out unless the first step, a valid test of its own, found something.
 *
 * A cell is found only where the normal p agrees, so that the steps cannot run on into every cell that is a little
 * busier than the quietest. Cold cells keep the p of the first step. It yields the share that is done.
 */
export function* stepwiseChance(
  values: Float64Array,
  cells: StudyCells,
  normal: GiStar,
  settings: DrawSettings,
): Generator<number, StepwiseChance> {
  const cap = capOf(values);
  const capped = viewOf(
    values.map((value) => Math.min(value, cap)),
    cells,
  );
  const first = yield* permutedChance(capped.values, capped.around, values.length, settings);
  const views = first.draws === null ? [capped, viewOf(values, cells)] : [capped];
  const lowest = new Float64Array(values.length).fill(1);
  const isFound = new Uint8Array(values.length);
  const all = Uint32Array.from(lowest.keys());
  // The normal p stays: a cell above the limit by it alone need not be looked at again.
  const open = all.filter(
    (cell) => (normal.z[cell] ?? 0) > 0 && (normal.p[cell] ?? 1) <= foundUpTo,
  );
  let steps = 0;
  for (let left = all; ; left = left.filter((cell) => isFound[cell] === 0)) {
    if (left.length * 2 < values.length || left.length < mostSummed) break;
    for (const view of views) {
      const judged = steps === 0 ? all : open;
      const around = pickAround(view.around, judged);
      const placed = pick(view.values, left);
      const chance =
        steps === 0 && view === capped
          ? first
          : yield* permutedChance(placed, around, values.length, {
              ...settings,
              seed: settings.seed + steps,
            });
      const mean = placed.reduce((sum, value) => sum + value, 0) / placed.length;
      for (const [at, cell] of judged.entries()) {
        const isAbove = (around.sums[at] ?? 0) > (around.summed[at] ?? 1) * mean;
        // Cut down, a sum can lie on the other side of its expectation than z says.
        if (isAbove !== (normal.z[cell] ?? 0) > 0) continue;
        const p = views.length * (chance.p[at] ?? 1);
        lowest[cell] = Math.min(lowest[cell] ?? 1, p);
      }
    }
    steps++;
    const p = lowest.map((probability, cell) => Math.max(probability, normal.p[cell] ?? 1));
    if (!markFound(isFound, normal.z, p)) break;
  }
  return {
    p: lowest.map((probability, cell) => Math.max(probability, normal.p[cell] ?? 1)),
    smallest: views.length * first.smallest,
    draws: first.draws,
    steps,
    cap,
  };
}

/**
 * Where to cut values: so high that two cells at the cap in one neighbourhood can happen by chance somewhere on the
 * map, and three hardly. Of n cells J are at the cap; nine cells hold three of them with a chance of about 84 (J/n)^3,
 * which is below .45 / n (what some nine hot cells need after correction) for J up to about n^(2/3) / 6.
 */
function capOf(values: Float64Array): number {
  const ascending = values.toSorted();
  const cells = Math.ceil(values.length ** (2 / 3) / 6);
  const cap = ascending[ascending.length - cells] ?? 0;
  return cap > 0 ? cap : (ascending.find((value) => value > 0) ?? 0);
}

function viewOf(values: Float64Array, cells: StudyCells): View {
  return { values, around: neighbourhoodSums(values, cells) };
}

function pick(values: Float64Array, places: Uint32Array): Float64Array {
  return Float64Array.from(places, (place) => values[place] ?? 0);
}

function pickAround({ sums, summed }: NeighbourhoodSums, places: Uint32Array): NeighbourhoodSums {
  return {
    sums: pick(sums, places),
    summed: Uint8Array.from(places, (place) => summed[place] ?? 1),
  };
}

/** Marks the cells that are hot after correction; whether any of them was not marked before. */
function markFound(isFound: Uint8Array, z: Float64Array, p: Float64Array): boolean {
  let isFresh = false;
  for (const [cell, adjusted] of benjaminiHochberg(p).entries()) {
    if (!(adjusted <= foundUpTo && (z[cell] ?? 0) > 0) || isFound[cell] === 1) continue;
    isFound[cell] = 1;
    isFresh = true;
  }
  return isFresh;
}
