import type { StudyCells } from '../geography/study-cells.ts';

/** What is added up around each study cell, one entry a study cell. */
export interface NeighbourhoodSums {
  /** The cell's own value and those of the study cells that touch it. */
  readonly sums: Float64Array;
  /** How many cells were added up: 1 to 9. */
  readonly summed: Uint8Array;
}

/**
 * The sum around each study cell, itself included.
 *
 * @param values One entry a study cell.
 * @throws RangeError when the values do not fit the cells, or one is not finite.
 */
export function neighbourhoodSums(
  values: Float64Array,
  { cells, neighbourStart, neighbours }: StudyCells,
): NeighbourhoodSums {
  if (values.length !== cells.length) {
    throw new RangeError(`Values must have ${cells.length} entries, one a study cell.`);
  }
  const sums = new Float64Array(cells.length);
  const summed = new Uint8Array(cells.length);
  for (let cell = 0; cell < cells.length; cell++) {
    const start = neighbourStart[cell] ?? 0;
    const end = neighbourStart[cell + 1] ?? 0;
    let sum = values[cell] ?? 0;
    if (!Number.isFinite(sum)) throw new RangeError('Gi* needs a finite value for every cell.');
    for (let at = start; at < end; at++) sum += values[neighbours[at] ?? 0] ?? 0;
    sums[cell] = sum;
    summed[cell] = 1 + end - start;
  }
  return { sums, summed };
}
