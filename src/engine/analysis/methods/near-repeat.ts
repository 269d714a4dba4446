import { number } from '../../../domain/figures/words.ts';
import { distinctPositionShare } from '../../../domain/geography/default-positions.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { type NearRepeatTable, nearRepeat } from '../../../domain/hotspots/near-repeat.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import { runSteps } from '../../jobs.ts';
import { nearRepeatOptions, nearRepeatSettings } from '../near-repeat-settings.ts';
import { numberColumn } from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';
import { countsOnly, datedPoints, refused } from './record-times.ts';

type Band = NearRepeatTable['bands'][number];

/** Knox's table: are records followed by others close by and soon after more often than by chance? */
export const nearRepeatRunner: MethodRunner = {
  settings: nearRepeatSettings,
  needsPositions: true,
  usesArea: false,
  version: 1,
  async run(context) {
    countsOnly(context, 'pairs of records that are near in space and time.');
    const options = nearRepeatOptions(context.settings);
    const { points, minutes, leftOut } = datedPoints(context, 'day');
    const days = minutes.map((minute) => Math.floor(minute / minutesPerDay));
    const steps = nearRepeat(points.eastings, points.northings, days, options);
    const table = await runSteps(steps, context.job, 'Dealing dates').catch((error: unknown) => {
      throw refused(error, 'Choose shorter distances, or narrow the filter.');
    });
    const { bands } = table;
    const pBh = benjaminiHochberg(Float64Array.from(bands, (band) => band.p));
    const column = (of: (band: Band) => number): Float64Array => Float64Array.from(bands, of);
    const { looksSnapped } = distinctPositionShare(points.eastings, points.northings);
    const found = bands
      .filter((band, at) => (pBh[at] ?? 1) <= 0.05 && band.observed > band.expected)
      .toSorted((a, b) => b.observed / b.expected - a.observed / a.expected);
    return {
      main: {
        name: 'bands',
        title: 'Pairs of records by distance and days apart',
        columns: [
          numberColumn(
            'space_lo',
            'From',
            'metres',
            column((band) => band.spaceFromMetres),
          ),
          numberColumn(
            'space_hi',
            'To under',
            'metres',
            column((band) => band.spaceToMetres),
          ),
          numberColumn(
            'time_lo',
            'From',
            'days',
            column((band) => band.timeFromDays),
          ),
          numberColumn(
            'time_hi',
            'To under',
            'days',
            column((band) => band.timeToDays),
          ),
          numberColumn(
            'observed',
            'Pairs',
            'pairs',
            column((band) => band.observed),
          ),
          numberColumn(
            'expected',
            'Expected pairs',
            'pairs',
            column((band) => band.expected),
          ),
          numberColumn(
            'ratio',
            'Observed over expected',
            'times',
            column((band) => (band.expected > 0 ? band.observed / band.expected : Number.NaN)),
          ),
          numberColumn(
            'p',
            'p, one band by itself',
            null,
            column((band) => band.p),
          ),
          numberColumn('p_bh', 'p, corrected over all bands', null, pBh),
        ],
      },
      geometry: { kind: 'none' },
      shade: null,
      summary: {
        events: table.events,
        closePairs: table.closePairs,
        bands: bands.length,
        bandsAboveChance: found.length,
        looksSnapped,
      },
      words: [
        ...finding(found, bands.length, options.permutations),
        'Expected is what the same places and the same dates give when the dates are dealt to the places at random, so neither busy places nor busy months make a near repeat. A place that was busy for only a part of the period does.',
        `Days are calendar days of the ${dayBasis(context.question.filter)}.`,
        ...(looksSnapped
          ? [
              'Many records share few coordinates, as in published data that was moved to a list of points: pairs at one point are then not repeats at one address, and short distances mean little.',
            ]
          : []),
      ],
      leftOut,
      ground: null,
    };
  },
};

function finding(found: readonly Band[], bands: number, permutations: number): string[] {
  if (permutations === 0) return ['No dates were dealt, so no chance is given.'];
  const [most] = found;
  if (most === undefined) {
    return [
      `None of the ${number(bands)} bands of distance and days holds more pairs than chance gives (corrected over all bands).`,
    ];
  }
  const rest = found.length - 1;
  return [
    `${place(most)} and ${time(most)} apart there are ${number(most.observed)} pairs where chance gives ${most.expected.toFixed(1)}: ${(most.observed / most.expected).toFixed(1)} times as many (p = ${most.p.toPrecision(1)} by itself).${rest === 0 ? '' : ` ${number(rest)} more ${rest === 1 ? 'band is' : 'bands are'} above chance.`} Of the ${number(bands)} bands tested at once, those named are a set in which at most 5 in 100 are expected to be false.`,
  ];
}

function place({ spaceFromMetres, spaceToMetres }: Band): string {
  return spaceToMetres <= 1
    ? 'At the same place'
    : `From ${spaceFromMetres} to under ${spaceToMetres} m`;
}

function time({ timeFromDays, timeToDays }: Band): string {
  return timeToDays - timeFromDays === 1
    ? `${timeFromDays} days`
    : `${timeFromDays} to ${timeToDays - 1} days`;
}

function dayBasis({ evidence, dateBasis }: { evidence: string; dateBasis: string }): string {
  if (evidence === 'partner') return 'event';
  if (evidence === 'perceptions') return 'report';
  return dateBasis === 'recorded'
    ? 'recording, which can be long after the event: choose the date committed for what happened when'
    : 'event (its start)';
}
