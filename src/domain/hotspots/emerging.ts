import type { StudyCells } from '../geography/study-cells.ts';
import { benjaminiHochbergLimit } from './benjamini-hochberg.ts';
import { type ClassRules, type EmergingClass, emergingClass } from './emerging-classes.ts';
import { mannKendall } from './mann-kendall.ts';
import { shareTrend } from './share-trend.ts';
import type { SpaceTimeCube } from './space-time.ts';
import { spaceTimeGiStar } from './space-time-gi-star.ts';

export interface EmergingOptions {
  /** Months before its own that each bin of Gi* looks at. */
  readonly neighbourhoodSteps: 0 | 1;
  /** How a bin's p is found; see `spaceTimeGiStar`. */
  readonly inference: 'normal' | 'even';
  /** Bins are significant by p corrected over all bins (Benjamini and Hochberg), or by the plain p. */
  readonly correction: 'bh' | 'none';
  readonly rules: ClassRules;
  /** `share`: see `shareTrend`, corrected over all cells. `mann-kendall`: of the z of Gi*, not corrected. */
  readonly trend: 'share' | 'mann-kendall';
}

/** One entry a study cell. */
export interface Emerging {
  readonly classes: readonly EmergingClass[];
  /** Months in which the cell is significantly high. */
  readonly hotMonths: Int32Array;
  readonly coldMonths: Int32Array;
  /** Mann-Kendall of the z of space-time Gi*, without continuity correction. */
  readonly mannKendallZ: Float64Array;
  readonly mannKendallP: Float64Array;
  /** Trend of the share; NaN where it was not tested. */
  readonly trendSlope: Float64Array;
  readonly trendT: Float64Array;
  readonly trendP: Float64Array;
  /** `trendP` corrected over the cells with enough records; NaN elsewhere. See `shareTrend`. */
  readonly trendPBh: Float64Array;
}

const significant = 0.05;
const cellsAStep = 2000;

/** Esri's emerging hot spots, or the product's own more careful reading of them. Yields the share done. */
export function* emergingHotSpots(
  cube: SpaceTimeCube,
  cells: StudyCells,
  options: EmergingOptions,
): Generator<number, Emerging> {
  const count = cells.cells.length;
  const { months } = cube;
  const { z, p } = spaceTimeGiStar(cube, cells, options.neighbourhoodSteps, options.inference);
  yield 0.2;
  const limit = options.correction === 'bh' ? benjaminiHochbergLimit(p, significant) : significant;
  yield 0.5;
  const share = shareTrend(cube, cells);
  yield 0.6;
  const result = {
    classes: [] as EmergingClass[],
    hotMonths: new Int32Array(count),
    coldMonths: new Int32Array(count),
    mannKendallZ: new Float64Array(count),
    mannKendallP: new Float64Array(count),
  };
  const series = new Float64Array(months);
  const marks = new Int8Array(months);
  for (let cell = 0; cell < count; cell++) {
    for (let month = 0; month < months; month++) {
      const bin = month * count + cell;
      const score = z[bin] ?? 0;
      series[month] = score;
      marks[month] = (p[bin] ?? 1) <= limit ? Math.sign(score) : 0;
    }
    const own = mannKendall(series, { continuity: false });
    const trend =
      options.trend === 'share'
        ? direction(share.pBh[cell], share.t[cell])
        : direction(own.p, own.s);
    result.classes.push(emergingClass(marks, trend, options.rules));
    result.hotMonths[cell] = marks.filter((mark) => mark === 1).length;
    result.coldMonths[cell] = marks.filter((mark) => mark === -1).length;
    result.mannKendallZ[cell] = own.z;
    result.mannKendallP[cell] = own.p;
    if (cell % cellsAStep === 0) yield 0.6 + (0.4 * cell) / count;
  }
  return {
    ...result,
    trendSlope: share.slope,
    trendT: share.t,
    trendP: share.p,
    trendPBh: share.pBh,
  };
}

/** 1 up, -1 down, 0 where nothing is significant or tested. */
function direction(p: number | undefined, sign: number | undefined): number {
  return p !== undefined && sign !== undefined && p <= significant ? Math.sign(sign) : 0;
}
