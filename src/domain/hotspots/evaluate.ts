/** How well the cells that an earlier period picks hold what comes after. */
export interface Evaluation {
  /** Cells picked, and their part of all cells. */
  readonly cells: number;
  readonly areaShare: number;
  /** Records of the later period in the picked cells; not whole where cells tie for the last place. */
  readonly hits: number;
  /** Part of the later period's records that fell into the picked cells. */
  readonly hitRate: number;
  /** Predictive accuracy index: hit rate over area share; 1 = as good as cells picked at random. */
  readonly pai: number;
  /** Predictive efficiency index: hits over what the best cells of the later period hold; 1 = no better choice. */
  readonly pei: number;
  /** Part of the later records that the best possible cells, as many, hold. */
  readonly bestRate: number;
  /** Recapture rate index: hit rate of the later period over that of the earlier one; 1 = the places kept their part. Null
   where the earlier period has nothing in the picked cells. */
  readonly rri: number | null;
}

/**
 * Picks the cells with the highest scores and counts what the held-out period puts into them: hit rate, PAI (Chainey,
 * Tompson and Uhlig 2008), PEI (Hunt 2016: here hits over the best possible hits in as many cells) and RRI (Levine
 * 2008). Where several cells have the last score that is taken, each counts for the part of them that is needed, so
 * that the order of cells in the grid decides nothing.
 *
 * @param scores What picks a cell, from the earlier period alone; one entry a study cell.
 * @param earlier Records of the earlier period, one entry a study cell.
 * @param later Records of the held-out period.
 * @param areaShare Part of the cells to pick, above 0 to 1; at least one cell is picked.
 * @throws RangeError when a period has no records, the arrays differ in length, or the share is out of bounds.
 */
export function evaluate(
  scores: Float64Array,
  earlier: Float64Array,
  later: Float64Array,
  areaShare: number,
): Evaluation {
  const count = scores.length;
  if (earlier.length !== count || later.length !== count) {
    throw new RangeError('Scores and counts must be of the same cells.');
  }
  if (!(areaShare > 0 && areaShare <= 1)) throw new RangeError('A share lies above 0, up to 1.');
  const totals = { earlier: sumOf(earlier), later: sumOf(later) };
  if (totals.earlier === 0) throw new RangeError('The earlier period has no records to pick by.');
  if (totals.later === 0) throw new RangeError('The held-out period has no records.');
  const cells = Math.max(1, Math.round(areaShare * count));
  const hits = heldBy(scores, cells, later);
  const hitRate = hits / totals.later;
  const best = heldBy(later, cells, later);
  const earlierRate = heldBy(scores, cells, earlier) / totals.earlier;
  return {
    cells,
    areaShare: cells / count,
    hits,
    hitRate,
    pai: (hitRate * count) / cells,
    pei: hits / best,
    bestRate: best / totals.later,
    rri: earlierRate > 0 ? hitRate / earlierRate : null,
  };
}

/** Records in the `cells` cells of highest score; cells that tie for the last places count in part. */
function heldBy(scores: Float64Array, cells: number, counts: Float64Array): number {
  const limit = scores.toSorted()[scores.length - cells] ?? Number.NEGATIVE_INFINITY;
  let above = { cells: 0, records: 0 };
  let tied = { cells: 0, records: 0 };
  for (let cell = 0; cell < scores.length; cell++) {
    const score = scores[cell] ?? 0;
    const records = counts[cell] ?? 0;
    if (score > limit) above = { cells: above.cells + 1, records: above.records + records };
    else if (score === limit) tied = { cells: tied.cells + 1, records: tied.records + records };
  }
  return above.records + (tied.records * (cells - above.cells)) / tied.cells;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
