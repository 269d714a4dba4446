import type { StudyCells } from '../geography/study-cells.ts';
import { deviationsOf } from './deviations.ts';
import { neighbourCount, neighbourSum } from './local-moran.ts';
import { seededRandom } from './seeded-random.ts';

const leastDraws = 999;
const mostDraws = 499_999;
const cellsASlice = 2_000;
const rowsASlice = 20_000;

/**
 * Two-sided pseudo probabilities of local Moran's I: each cell keeps its value and draws its k neighbours from all
 * other cells without putting back, `permutations` times. p = 2 (smaller tail + 1) / (permutations + 1), at most 1,
 * where a tail counts the draws at least as far out as the sum found. Ties count on both sides: on sparse counts
 * many draws equal what was found, and to drop them would make p too small.
 *
 * The draws are shared: a row holds one cell more than any cell has neighbours, and a cell takes the first k of a
 * row that are not itself. The sums of the first k are sorted once for each k, so a cell costs a look-up and the few
 * rows in which it occurs, and many draws cost little. With R draws no p is below 2 / (R + 1): see
 * `drawsForCorrection`.
 *
 * @param values One entry a study cell.
 * @yields Share of the work done, 0 to 1.
 * @throws RangeError when the values do not fit the cells, one is not finite, or there is less than one permutation.
 */
export function* localMoranPermutations(
  values: Float64Array,
  study: StudyCells,
  permutations: number,
  seed: number,
): Generator<number, Float64Array> {
  const count = study.cells.length;
  if (!(Number.isInteger(permutations) && permutations >= 1)) {
    throw new RangeError('There must be at least one permutation.');
  }
  const { deviations, secondMoment } = deviationsOf(values, count);
  const p = new Float64Array(count).fill(1);
  if (secondMoment === 0) return p;
  const draws = yield* drawRows(count, study.grid.shape === 'square' ? 8 : 6, permutations, seed);
  const sortedSums = new Map<number, Float64Array>();
  // Sums in another order differ by rounding: a draw of the very same values must count as a tie.
  const rounding = Math.sqrt(secondMoment) * 1e-10;
  for (let cell = 0; cell < count; cell++) {
    if (cell % cellsASlice === 0) yield 0.5 + (0.5 * cell) / count;
    const neighbours = neighbourCount(study, cell);
    if (neighbours === 0 || deviations[cell] === 0) continue;
    let sums = sortedSums.get(neighbours);
    if (sums === undefined) {
      yield 0.5 + (0.5 * cell) / count;
      sums = sumsOfRows(draws, deviations, neighbours).sort();
      sortedSums.set(neighbours, sums);
    }
    const found = neighbourSum(deviations, study, cell);
    const low = found - rounding;
    const high = found + rounding;
    let above = permutations - placeIn(sums, (sum) => sum < low);
    let below = placeIn(sums, (sum) => sum <= high);
    for (let at = draws.rowStart[cell] ?? 0; at < (draws.rowStart[cell + 1] ?? 0); at++) {
      const start = (draws.rowOf[at] ?? 0) * draws.width;
      const place = draws.cells.subarray(start, start + neighbours).indexOf(cell);
      if (place < 0) continue;
      const drawn = rowSum(draws, deviations, start, neighbours);
      // Instead of itself the cell draws the next of the row.
      const next = draws.cells[start + neighbours] ?? 0;
      const instead = drawn - (deviations[cell] ?? 0) + (deviations[next] ?? 0);
      above += (instead >= low ? 1 : 0) - (drawn >= low ? 1 : 0);
      below += (instead <= high ? 1 : 0) - (drawn <= high ? 1 : 0);
    }
    p[cell] = Math.min(1, (2 * (Math.min(above, below) + 1)) / (permutations + 1));
  }
  return p;
}

/**
 * Draws that let a few cells pass a correction over all of them: two cells at the smallest p there is, 2 / (R + 1),
 * are then at .05 after Benjamini and Hochberg. At least 999, at most 499,999 (five cells of 57,600).
 */
export function drawsForCorrection(cells: number): number {
  return Math.min(mostDraws, Math.max(leastDraws, 20 * cells - 1));
}

interface Draws {
  /** `width` different cells a row. */
  readonly cells: Int32Array;
  readonly width: number;
  readonly rows: number;
  /** The rows that hold cell c stand from `rowStart[c]` up to `rowStart[c + 1]` in `rowOf`. */
  readonly rowStart: Int32Array;
  readonly rowOf: Int32Array;
}

/** Rows of one cell more than `most`, all different: the first k of a row are a fair draw of k. */
function* drawRows(
  count: number,
  most: number,
  rows: number,
  seed: number,
): Generator<number, Draws> {
  const random = seededRandom(seed);
  const width = Math.min(most + 1, count);
  const cells = new Int32Array(rows * width);
  const rowStart = new Int32Array(count + 2);
  for (let row = 0; row < rows; row++) {
    if (row % rowsASlice === 0) yield (0.5 * row) / rows;
    const start = row * width;
    for (let at = start; at < start + width; ) {
      const drawn = Math.floor(random() * count);
      if (cells.subarray(start, at).includes(drawn)) continue;
      cells[at++] = drawn;
      rowStart[drawn + 2] = (rowStart[drawn + 2] ?? 0) + 1;
    }
  }
  for (let cell = 2; cell < rowStart.length; cell++) {
    rowStart[cell] = (rowStart[cell] ?? 0) + (rowStart[cell - 1] ?? 0);
  }
  const rowOf = new Int32Array(cells.length);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? 0;
    const to = rowStart[cell + 1] ?? 0;
    rowOf[to] = Math.floor(at / width);
    rowStart[cell + 1] = to + 1;
  }
  return { cells, width, rows, rowStart, rowOf };
}

function rowSum(
  { cells }: Draws,
  deviations: Float64Array,
  start: number,
  neighbours: number,
): number {
  let sum = 0;
  for (let at = start; at < start + neighbours; at++) sum += deviations[cells[at] ?? 0] ?? 0;
  return sum;
}

function sumsOfRows(draws: Draws, deviations: Float64Array, neighbours: number): Float64Array {
  const sums = new Float64Array(draws.rows);
  for (let row = 0; row < draws.rows; row++) {
    sums[row] = rowSum(draws, deviations, row * draws.width, neighbours);
  }
  return sums;
}

/** How many values of an ascending list come first as long as `isBefore` holds. */
function placeIn(ascending: Float64Array, isBefore: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ascending[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
