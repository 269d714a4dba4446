import type { RunTable } from '../../../contract/hotspots.ts';
import { FailureError } from '../../../contract/outcome.ts';
import {
  type Assessment,
  type AssessmentCounts,
  assess,
} from '../../../domain/hotspots/before-after.ts';
import { countZones } from '../../../domain/hotspots/zones.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import { assessmentPlan, assessSettings, dayText, type KnownActivity } from '../assess-plan.ts';
import { assessmentWords } from '../assess-words.ts';
import { numberColumn } from './cell-columns.ts';
import type { MethodContext, MethodRunner } from './method-runner.ts';
import { countsOnly, datedPoints, refused } from './record-times.ts';

/** Before and after an activity, against a buffer and everything else. */
export const assessRunner: MethodRunner = {
  settings: ['activity', ...assessSettings],
  needsPositions: true,
  usesArea: false,
  alsoReads: ['activities'],
  version: 1,
  run(context) {
    countsOnly(context, 'before, after and in between.');
    const { points, minutes, coverage, leftOut } = datedPoints(context, 'day');
    const days = minutes.map((minute) => Math.floor(minute / minutesPerDay));
    const plan = assessmentPlan(context.settings, coverage, activityOf(context));
    const { counts, outside } = countZones(points.eastings, points.northings, days, plan);
    const result = assessed(counts);
    const { before, after, earlier } = plan;
    const periods = [before, after, ...(earlier === null ? [] : [earlier])].map(
      ({ from, to }) => `${dayText(from)} to ${dayText(to - 1)}`,
    );
    return {
      main: tableOf(counts, result),
      geometry: { kind: 'none' },
      shade: null,
      summary: { ...result, dispersion: counts.dispersion },
      words: [
        ...assessmentWords(counts, result),
        `Before: ${periods[0] ?? ''}; after: ${periods[1] ?? ''}. Treated: within ${plan.radiusMetres} m of the place; buffer: ${plan.bufferMetres} m more; comparison: every other counted record.`,
      ],
      parameters: {
        before: periods[0],
        after: periods[1],
        earlier: periods[2] ?? null,
      },
      leftOut: { ...leftOut, outsideAssessment: outside },
      ground: null,
    };
  },
};

/** The activity that the settings name; null where they name none. */
function activityOf({ settings, session }: MethodContext): KnownActivity | null {
  const reference = settings.text('activity');
  if (reference === null) return null;
  const activity = session.activities().find((one) => one.reference === reference);
  if (activity === undefined) {
    throw new FailureError(
      'not-found',
      'There is no activity with that reference.',
      'Import the activities (kind activities), or give place and days as settings.',
    );
  }
  const { easting, northing, fromMinutes, toMinutes } = activity;
  return {
    easting,
    northing,
    from: Math.floor(fromMinutes / minutesPerDay),
    to: toMinutes === null ? null : Math.ceil(toMinutes / minutesPerDay),
  };
}

function assessed(counts: AssessmentCounts): Assessment {
  try {
    return assess(counts);
  } catch (error) {
    throw refused(error, 'Choose a larger radius, a longer period or a wider filter.');
  }
}

function tableOf(counts: AssessmentCounts, result: Assessment): RunTable {
  const zones = [
    { name: 'treated', ...counts.treated, earlier: counts.earlier?.treated, ratio: result.ratio },
    { name: 'buffer', ...counts.buffer, earlier: undefined, ratio: result.bufferRatio },
    {
      name: 'comparison',
      ...counts.comparison,
      earlier: counts.earlier?.comparison,
      ratio: undefined,
    },
  ];
  const column = (of: (zone: (typeof zones)[number]) => number | undefined): Float64Array =>
    Float64Array.from(zones, (zone) => of(zone) ?? Number.NaN);
  return {
    name: 'zones',
    title: 'Records before and after',
    columns: [
      { name: 'zone', title: 'Zone', unit: null, values: zones.map(({ name }) => name) },
      numberColumn(
        'before',
        'Before',
        'records',
        column((zone) => zone.before),
      ),
      numberColumn(
        'after',
        'After',
        'records',
        column((zone) => zone.after),
      ),
      numberColumn(
        'earlier',
        'Earlier still',
        'records',
        column((zone) => zone.earlier),
      ),
      numberColumn(
        'ratio',
        'Change against the comparison',
        'times',
        column((zone) => zone.ratio?.estimate),
      ),
      numberColumn(
        'low',
        '95 % from',
        'times',
        column((zone) => zone.ratio?.low),
      ),
      numberColumn(
        'high',
        '95 % to',
        'times',
        column((zone) => zone.ratio?.high),
      ),
    ],
  };
}
