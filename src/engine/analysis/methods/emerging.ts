import { FailureError } from '../../../contract/outcome.ts';
import { number } from '../../../domain/figures/words.ts';
import {
  type Emerging,
  type EmergingOptions,
  emergingHotSpots,
} from '../../../domain/hotspots/emerging.ts';
import { fewestForTrend } from '../../../domain/hotspots/share-trend.ts';
import { spaceTimeCube } from '../../../domain/hotspots/space-time.ts';
import { monthIndexOf, monthText } from '../../../domain/time/months.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import { runSteps } from '../../jobs.ts';
import { emergingOptions, emergingSettings } from '../emerging-settings.ts';
import { cellGeometry, cellIdColumn, cellSummary, numberColumn } from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';
import { countsOnly, datedPoints, refused } from './record-times.ts';

const standard: EmergingOptions = {
  neighbourhoodSteps: 1,
  inference: 'even',
  correction: 'bh',
  rules: 'current',
  trend: 'share',
};

const significant = 0.05;

/** Which places are hot month after month, newly, or on and off; and which gain or lose against the whole area. */
export const emergingRunner: MethodRunner = {
  settings: emergingSettings,
  needsPositions: true,
  usesArea: true,
  version: 1,
  async run(context) {
    countsOnly(context, 'harm by month rests on a few grave records.');
    const options = emergingOptions(context.settings, standard);
    const { points, minutes, coverage, leftOut } = datedPoints(context, 'month');
    const ground = context.ground({}, points);
    const month = minutes.map(monthIndexOf);
    const first = monthIndexOf(coverage.from * minutesPerDay);
    const last = monthIndexOf((coverage.to - 1) * minutesPerDay);
    const months = last - first + 1;
    if (months < 2) {
      throw new FailureError(
        'nothing-to-show',
        'The data covers one month, so nothing can emerge.',
        'Choose a longer period.',
      );
    }
    const { cells } = ground;
    const result = await runSteps(
      emergingHotSpots(
        cubeOf(cells.cells.length, months, ground.placeOfPoint, month, first),
        cells,
        options,
      ),
      context.job,
      'Testing months',
    );
    const directions = directionsOf(result);
    const summary = {
      ...cellSummary(ground),
      firstMonth: monthText(first),
      lastMonth: monthText(last),
      months,
      classes: tally(result.classes),
      rising: directions.filter((word) => word === 'rising').length,
      falling: directions.filter((word) => word === 'falling').length,
      trendTested: result.trendPBh.filter((p) => !Number.isNaN(p)).length,
    };
    return {
      main: {
        name: 'cells',
        title: 'Cells',
        columns: [
          cellIdColumn(cells),
          numberColumn('count', 'Records', 'records', ground.counts),
          { name: 'class', title: 'Class', unit: null, values: result.classes },
          numberColumn('hot_months', 'Hot months', 'months', Float64Array.from(result.hotMonths)),
          numberColumn(
            'cold_months',
            'Cold months',
            'months',
            Float64Array.from(result.coldMonths),
          ),
          { name: 'share_direction', title: 'Share of the whole', unit: null, values: directions },
          numberColumn(
            'share_change',
            'Change of the share a year',
            '% of its mean',
            result.trendSlope.map((slope) => slope * 1200),
          ),
          numberColumn('trend_t', "Student's t of the share", null, result.trendT),
          numberColumn('trend_p', 'p of the trend, one cell by itself', null, result.trendP),
          numberColumn(
            'trend_p_bh',
            'p of the trend, corrected over cells with a record a month',
            null,
            result.trendPBh,
          ),
          numberColumn('mk_z', 'Mann-Kendall z of Gi*', 'standard deviations', result.mannKendallZ),
          numberColumn('mk_p', 'Mann-Kendall p, not corrected', null, result.mannKendallP),
        ],
      },
      geometry: cellGeometry(cells),
      shade: { column: 'class', kind: 'classes', breaks: [], unit: 'class' },
      summary,
      words: wordsOf(summary, options),
      parameters: { months },
      leftOut,
      ground,
    };
  },
};

function cubeOf(
  cells: number,
  months: number,
  places: Int32Array,
  month: Int32Array,
  first: number,
): ReturnType<typeof spaceTimeCube> {
  try {
    const fromFirst = month.map((value) => value - first);
    return spaceTimeCube(cells, months, places, fromFirst);
  } catch (error) {
    throw refused(error, 'Choose larger cells or a shorter period.');
  }
}

function directionsOf({ trendPBh, trendT }: Emerging): string[] {
  return Array.from(trendPBh, (p, cell) => {
    if (Number.isNaN(p)) return 'too few records';
    if (p > significant) return 'no trend';
    return (trendT[cell] ?? 0) > 0 ? 'rising' : 'falling';
  });
}

/** How many cells a class has, the largest first. */
function tally(classes: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of classes) if (name !== 'none') counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

interface Told {
  readonly classes: Readonly<Record<string, number>>;
  readonly months: number;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly rising: number;
  readonly falling: number;
  readonly trendTested: number;
}

function wordsOf(told: Told, options: EmergingOptions): string[] {
  const classes = Object.entries(told.classes).map(([name, cells]) => `${number(cells)} ${name}`);
  const finding =
    classes.length === 0
      ? 'No cell is hot in enough months to be given a class.'
      : `Cells by class: ${classes.join(', ')}.`;
  return [
    finding,
    trendWords(told, options),
    `${number(told.months)} months, ${told.firstMonth} to ${told.lastMonth}; the first and the last may be cut by the data.`,
    options.inference === 'even'
      ? 'A month is hot when the cell and those around it hold more, in it and the month before, than the same records spread evenly over all cells and months would put there (bursts allowed for); at most 5 in 100 of the months called so are expected to be false.'
      : 'A month is hot by a normal z, which calls far too many months hot where counts are sparse.',
    'The classes are the names of Esri: they say how often a place was hot, not how dangerous it is.',
  ];
}

function trendWords(told: Told, { trend }: EmergingOptions): string {
  if (trend === 'mann-kendall') {
    return 'The trend is Mann-Kendall on Gi*, not corrected: where each month also looks at the one before, it calls some 16 in 100 cells of pure noise a trend.';
  }
  if (told.trendTested === 0) {
    return `No trend was tested: that takes ${fewestForTrend.months} months, and a record a month around a cell.`;
  }
  return `Against the whole area's total, ${number(told.rising)} cells rise and ${number(told.falling)} fall, of ${number(told.trendTested)} with at least a record a month around them; at most 5 in 100 of those named are expected to be false. A season, a change of recording or growth that all places share is no trend here; if one large place rises, the others' shares fall.`;
}
