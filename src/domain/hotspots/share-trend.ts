import type { StudyCells } from '../geography/study-cells.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { neighbourhoodSums, type SpaceTimeCube } from './space-time.ts';
import { studentTwoSided } from './student.ts';

/** One entry a study cell. */
interface ShareTrend {
  /** Change of the share a month, as a part of the mean share: 0.02 = 2 % of it a month. NaN where not tested. */
  readonly slope: Float64Array;
  /** Student's t of the slope; NaN where not tested. */
  readonly t: Float64Array;
  /** Two-sided, not corrected for the number of cells; NaN where not tested. */
  readonly p: Float64Array;
  /**
   * p corrected over all cells with at least one record a month around them (Benjamini and Hochberg); NaN elsewhere.
   * With fewer no trend could be found anyway, and their number would hide it where it could. How many records a cell
   * has says nothing of their trend, so leaving cells out by it keeps the correction right (Bourgon and others 2010).
   */
  readonly pBh: Float64Array;
}

/** Fewer records than these around a cell, or fewer months, and no test of a trend can be trusted. */
export const fewestForTrend = { records: 10, months: 12 } as const;

/**
 * Tests each cell for a trend of its share: of all records of a month, the part that lies in the cell and the cells
 * that touch it. What all cells have in common (the season, a change of recording, growth everywhere) cancels out,
 * so it cannot pass for a local trend.
 *
 * The share is regressed on the month with the month's total as weight, and the slope is tested by Student's t with
 * two degrees of freedom less than there are months. Each cell's own scatter sets its error, so clustered
 * (over-dispersed) counts are allowed for, and a month is summed alone, so successive values share no records, unlike
 * the z of space-time Gi* on which Mann-Kendall calls 16 % of pure noise a trend.
 *
 * On seeded noise (independent, over-dispersed, seasonal, with a step in recording) 3 to 7 % of cells have a p of at
 * most .05. A month without any record has no share and no weight.
 */
export function shareTrend(cube: SpaceTimeCube, cells: StudyCells): ShareTrend {
  const count = cells.cells.length;
  const { months, values } = cube;
  const sums = neighbourhoodSums(cube, cells);
  const time = weightedMonths(months, values, count);
  const result = {
    slope: new Float64Array(count).fill(Number.NaN),
    t: new Float64Array(count).fill(Number.NaN),
    p: new Float64Array(count).fill(Number.NaN),
    pBh: new Float64Array(count).fill(Number.NaN),
  };
  const corrected = new Float64Array(count).fill(Number.NaN);
  if (time.used < fewestForTrend.months || !(time.spread > 0)) return result;
  for (let cell = 0; cell < count; cell++) {
    let records = 0;
    let moment = 0;
    for (let month = 0; month < months; month++) {
      const value = sums[month * count + cell] ?? 0;
      records += value;
      moment += value * (time.centred[month] ?? 0);
    }
    if (records < fewestForTrend.records) continue;
    const slope = moment / time.spread;
    let squares = 0;
    for (let month = 0; month < months; month++) {
      const weight = time.weight[month] ?? 0;
      if (weight === 0) continue;
      const fitted = weight * (records + slope * (time.centred[month] ?? 0));
      squares += ((sums[month * count + cell] ?? 0) - fitted) ** 2 / weight;
    }
    const degrees = time.used - 2;
    // A scatter of nothing but rounding means that all shares are equal, as where one neighbourhood is everything.
    const isLevel = squares <= 1e-18 * records * records && Math.abs(slope) < 1e-9 * records;
    const t = isLevel ? 0 : moment / Math.sqrt((squares / degrees) * time.spread);
    result.slope[cell] = slope / records;
    result.t[cell] = t;
    const p = studentTwoSided(t, degrees);
    result.p[cell] = p;
    if (records >= months) corrected[cell] = p;
  }
  result.pBh.set(benjaminiHochberg(corrected));
  return result;
}

/** The weight of each month (its share of all records), and the months centred by it. */
function weightedMonths(
  months: number,
  values: Float64Array,
  count: number,
): { weight: Float64Array; centred: Float64Array; spread: number; used: number } {
  const weight = new Float64Array(months);
  let total = 0;
  for (const [bin, value] of values.entries()) {
    const month = Math.floor(bin / count);
    weight[month] = (weight[month] ?? 0) + value;
    total += value;
  }
  let mean = 0;
  for (let month = 0; month < months; month++) {
    weight[month] = total > 0 ? (weight[month] ?? 0) / total : 0;
    mean += month * (weight[month] ?? 0);
  }
  const centred = Float64Array.from({ length: months }, (_, month) => month - mean);
  const spread = centred.reduce((sum, part, month) => sum + (weight[month] ?? 0) * part ** 2, 0);
  return { weight, centred, spread, used: weight.filter((part) => part > 0).length };
}
