import { seededRandom } from './seeded-random.ts';

/** Parts of the whole for which the fewest cells are looked for. */
export const concentrationParts = [0.25, 0.5, 0.8] as const;

/** The fewest cells that hold a part of the whole, beside what chance gives. */
export interface CellsForPart {
  /** 0.25, 0.5 or 0.8. */
  readonly part: number;
  readonly cells: number;
  /** `cells` as a share of all study cells, 0 to 1. */
  readonly share: number;
  /** Mean of `cells` over the random draws, and what nine in ten draws lie between. */
  readonly randomCells: number;
  readonly randomLow: number;
  readonly randomHigh: number;
}

/** How unevenly records lie over cells. */
export interface ConcentrationProfile {
  readonly parts: readonly CellsForPart[];
  /** 0 when every cell holds the same, near 1 when one cell holds all. */
  readonly gini: number;
  /** Corrected for having fewer records than cells (Bernasco and Steenbeek 2017). */
  readonly giniGeneralised: number;
  /** Mean over the random draws. */
  readonly randomGini: number;
  readonly randomGiniGeneralised: number;
  /** The Lorenz curve from the fullest cell on: share of cells and share of the whole that they hold. */
  readonly lorenz: readonly { readonly cells: number; readonly held: number }[];
  readonly draws: number;
}

/** Enough to draw a smooth curve. */
const mostLorenzSteps = 200;

/**
 * Lorenz curve, Gini coefficients and the fewest cells that hold a quarter, a half and four fifths of all records
 * (or of their weight), each beside what the same records give when every one falls into any cell with the same
 * chance. With few records most cells are empty and any pattern looks concentrated, so a share of cells says
 * nothing by itself.
 *
 * Gini = sum (2k - n - 1) x_(k) / (n sum x), ascending, over all n study cells, empty ones too; generalised
 * max(1, n / N) (G - 1) + 1 for N records (Bernasco and Steenbeek 2017).
 *
 * @param values Records or weight of each study cell, empty cells too.
 * @param thrown The weight of each record, or how many records of weight 1 there are: what is thrown at random.
 * @yields Share of the draws done, 0 to 1.
 * @returns undefined when nothing lies in the cells.
 * @throws RangeError for a value below 0 or not finite.
 */
export function* concentrationProfile(
  values: Float64Array,
  thrown: Float64Array | number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Generator<number, ConcentrationProfile | undefined> {
  if (!values.every((value) => value >= 0 && Number.isFinite(value))) {
    throw new RangeError('Concentration needs values from 0.');
  }
  const records = typeof thrown === 'number' ? thrown : thrown.length;
  const found = measure(values, values.length);
  if (found === undefined || records === 0) return undefined;
  const random = seededRandom(seed);
  const drawnParts = concentrationParts.map(() => [] as number[]);
  let drawnGini = 0;
  const cells = new Float64Array(values.length);
  for (let draw = 0; draw < draws; draw++) {
    yield draw / draws;
    const measured = measure(throwAtRandom(cells, thrown, random), values.length);
    drawnGini += (measured?.gini ?? 0) / draws;
    for (const [place, list] of drawnParts.entries()) list.push(measured?.cells[place] ?? 0);
  }
  const generalised = (gini: number): number =>
    Math.max(1, values.length / records) * (gini - 1) + 1;
  return {
    parts: concentrationParts.map((part, place) => {
      const drawn = (drawnParts[place] ?? []).sort((a, b) => a - b);
      const count = found.cells[place] ?? 0;
      return {
        part,
        cells: count,
        share: count / values.length,
        randomCells: drawn.reduce((sum, one) => sum + one, 0) / draws,
        randomLow: drawn[Math.floor(0.05 * draws)] ?? 0,
        randomHigh: drawn[Math.ceil(0.95 * draws) - 1] ?? 0,
      };
    }),
    gini: found.gini,
    giniGeneralised: generalised(found.gini),
    randomGini: drawnGini,
    randomGiniGeneralised: generalised(drawnGini),
    lorenz: found.lorenz,
    draws,
  };
}

interface Measured {
  readonly gini: number;
  /** For each of `concentrationParts`. */
  readonly cells: readonly number[];
  readonly lorenz: readonly { readonly cells: number; readonly held: number }[];
}

/** @param occupied Values of at least the cells that are not empty. @param count All cells. */
function measure(occupied: Float64Array, count: number): Measured | undefined {
  const ascending = occupied.filter((value) => value > 0).sort();
  let total = 0;
  let ranked = 0;
  for (let at = 0; at < ascending.length; at++) {
    const value = ascending[at] ?? 0;
    const rank = count - ascending.length + at + 1;
    total += value;
    ranked += (2 * rank - count - 1) * value;
  }
  if (!(total > 0)) return undefined;
  const cells: number[] = [];
  const lorenz = [{ cells: 0, held: 0 }];
  const step = Math.max(1, Math.ceil(ascending.length / mostLorenzSteps));
  let held = 0;
  for (let taken = 1; taken <= ascending.length; taken++) {
    held += ascending[ascending.length - taken] ?? 0;
    // The last cell holds the whole even where the sum rounds a hair below it.
    const share = taken === ascending.length ? 1 : held / total;
    while (share >= (concentrationParts[cells.length] ?? 2)) cells.push(taken);
    if (taken % step === 0 || taken === ascending.length) {
      lorenz.push({ cells: taken / count, held: share });
    }
  }
  if (ascending.length < count) lorenz.push({ cells: 1, held: 1 });
  return { gini: ranked / (count * total), cells, lorenz };
}

/** Throws every record into any cell and returns what the cells that were hit hold. `cells` is all 0 again after. */
function throwAtRandom(
  cells: Float64Array,
  thrown: Float64Array | number,
  random: () => number,
): Float64Array {
  const records = typeof thrown === 'number' ? thrown : thrown.length;
  const hit = new Int32Array(Math.min(records, cells.length));
  let hits = 0;
  for (let record = 0; record < records; record++) {
    const weight = typeof thrown === 'number' ? 1 : (thrown[record] ?? 0);
    const cell = Math.floor(random() * cells.length);
    const before = cells[cell] ?? 0;
    if (weight > 0 && before === 0) hit[hits++] = cell;
    cells[cell] = before + weight;
  }
  const held = Float64Array.from(hit.subarray(0, hits), (cell) => cells[cell] ?? 0);
  for (const cell of hit.subarray(0, hits)) cells[cell] = 0;
  return held;
}
