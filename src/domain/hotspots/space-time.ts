import type { StudyCells } from '../geography/study-cells.ts';

/**
 * Records by study cell and month. `values` holds month after month, each with one entry a study cell: the entry of
 * cell i in month t is `values[t * cells + i]`.
 */
export interface SpaceTimeCube {
  readonly months: number;
  readonly values: Float64Array;
}

/** More bins than these would need more memory than the engine may take. */
const mostBins = 8_000_000;

/**
 * Counts records into cells and months.
 *
 * @param placeOfRecord Place in the list of study cells; negative for a record outside.
 * @param monthOfRecord Months from the first month of the cube; records of other months are left out.
 * @throws RangeError for no month, and for more than eight million cells times months.
 */
export function spaceTimeCube(
  cells: number,
  months: number,
  placeOfRecord: ArrayLike<number>,
  monthOfRecord: ArrayLike<number>,
): SpaceTimeCube {
  if (!(Number.isInteger(months) && months > 0)) throw new RangeError('There is no month.');
  if (cells * months > mostBins) {
    throw new RangeError(
      `${cells} cells in ${months} months are more than ${mostBins} numbers. Choose larger cells or a shorter period.`,
    );
  }
  const values = new Float64Array(cells * months);
  for (let record = 0; record < placeOfRecord.length; record++) {
    const place = placeOfRecord[record] ?? -1;
    const month = monthOfRecord[record] ?? -1;
    if (place < 0 || place >= cells || month < 0 || month >= months) continue;
    const bin = month * cells + place;
    values[bin] = (values[bin] ?? 0) + 1;
  }
  return { months, values };
}

/** For each bin the sum over the cell and the study cells that touch it, in that month. */
export function neighbourhoodSums(
  { months, values }: SpaceTimeCube,
  { cells, neighbourStart, neighbours }: StudyCells,
): Float64Array {
  const count = cells.length;
  const sums = values.slice();
  for (let cell = 0; cell < count; cell++) {
    const end = neighbourStart[cell + 1] ?? 0;
    for (let at = neighbourStart[cell] ?? 0; at < end; at++) {
      const other = neighbours[at] ?? 0;
      for (let month = 0; month < months; month++) {
        const bin = month * count + cell;
        sums[bin] = (sums[bin] ?? 0) + (values[month * count + other] ?? 0);
      }
    }
  }
  return sums;
}
