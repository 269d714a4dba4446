import type { RunTable } from '../../../contract/hotspots.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes, sourceNames } from '../../../domain/evidence/columns.ts';
import { number, share } from '../../../domain/figures/words.ts';
import { distinctPositionShare } from '../../../domain/geography/default-positions.ts';
import {
  positionKeys,
  type RepeatPlaces,
  repeatPlaces,
} from '../../../domain/hotspots/repeat-places.ts';
import { minutesPerDay } from '../../../domain/time/policing-day.ts';
import { dayText } from '../assess-plan.ts';
import { numberColumn } from './cell-columns.ts';
import type { MethodContext, MethodRunner } from './method-runner.ts';
import { countsOnly, timesOf } from './record-times.ts';

/** Places with more than one record, by keyed address or by position. */
export const repeatsRunner: MethodRunner = {
  settings: ['by'],
  needsPositions: false,
  usesArea: false,
  drawsRecords: true,
  version: 1,
  run(context) {
    countsOnly(context, 'a place repeats when it has more than one.');
    const { filter } = context.question;
    const isIncident = filter.evidence === 'vawg' || filter.evidence === 'all-incidents';
    const by = context.settings.choice(
      'by',
      isIncident ? ['address', 'position'] : ['position'],
      isIncident && filter.space === 'private' ? 'address' : 'position',
    );
    const published = isIncident ? publishedPoints(context) : new Set<number>();
    const keys = (by === 'address' ? addressKeys(context) : positionsOf(context)).map(
      (key, place) => (published.has(place) ? Number.NaN : key),
    );
    const { minutes } = timesOf(context, context.points);
    const days = Float64Array.from(minutes, (minute) =>
      minute === noMinutes ? Number.NaN : Math.floor(minute / minutesPerDay),
    );
    const result = repeatPlaces(keys, days);
    const leftOut = {
      publishedPoint: published.size,
      noPlaceKey: result.withoutKey - published.size,
    };
    if (result.records === 0) refuseNothing(context, leftOut, by);
    const { looksSnapped } = distinctPositionShare(
      context.points.eastings,
      context.points.northings,
    );
    return {
      main: tableOf(result),
      geometry:
        by === 'address'
          ? { kind: 'none' }
          : { kind: 'points', positions: pairsOf(context, result) },
      shade: null,
      summary: {
        by,
        places: result.places,
        repeated: result.repeated.length,
        recordsAtRepeated: result.recordsAtRepeated,
        looksSnapped,
      },
      words: wordsOf(result, by, looksSnapped && by === 'position'),
      leftOut,
      ground: null,
    };
  },
};

/** Points of published open data: each stands for at least eight addresses, so that no two need be one place. */
function publishedPoints({ points, standing }: MethodContext): Set<number> {
  const { source } = standing.columns.incidents;
  const openData = sourceNames.indexOf('open-data');
  const found = new Set<number>();
  for (const [place, index] of points.indexes.entries()) {
    if (source[index] === openData) found.add(place);
  }
  return found;
}

function addressKeys({ points, standing }: MethodContext): Float64Array {
  const { place, setAside } = standing.columns.incidents;
  return Float64Array.from(points.indexes, (index) => {
    const code = place[index] ?? 0;
    return code === 0 || setAside[index] === 1 ? Number.NaN : code;
  });
}

function positionsOf({ question, points, standing }: MethodContext): Float64Array {
  const keys = positionKeys(points.eastings, points.northings);
  const { evidence } = question.filter;
  if (evidence === 'partner' || evidence === 'perceptions') return keys;
  // A place that is only where the report was made is no place of repeats.
  const { setAside } = standing.columns.incidents;
  return keys.map((key, at) => (setAside[points.indexes[at] ?? -1] === 1 ? Number.NaN : key));
}

function refuseNothing(
  { points }: MethodContext,
  leftOut: { readonly publishedPoint: number; readonly noPlaceKey: number },
  by: 'address' | 'position',
): never {
  const detail = { leftOut: { ...points.leftOut, ...leftOut } };
  if (leftOut.publishedPoint > 0 && leftOut.noPlaceKey === 0) {
    throw new FailureError(
      'nothing-to-show',
      'All of these records are published open data: each of their points stands for many addresses, so records at one point are not repeats at one place.',
      'Import the force’s own extract to see repeat places.',
      detail,
    );
  }
  throw new FailureError(
    'nothing-to-show',
    `No record has ${by === 'address' ? 'an address' : 'a position'} to match by.`,
    `Write the setting by=${by === 'address' ? 'position' : 'address'} (on the map under More; for commands --set), or import records with places.`,
    detail,
  );
}

function tableOf({ repeated, records }: RepeatPlaces): RunTable {
  return {
    name: 'places',
    title: 'Places with more than one record',
    columns: [
      numberColumn(
        'place',
        'Place',
        null,
        Float64Array.from(repeated, (_, at) => at + 1),
      ),
      numberColumn(
        'records',
        'Records',
        'records',
        Float64Array.from(repeated, (one) => one.records),
      ),
      numberColumn(
        'share',
        'Part of all records with a place',
        null,
        Float64Array.from(repeated, (one) => one.records / records),
      ),
      {
        name: 'first',
        title: 'First',
        unit: null,
        values: repeated.map((one) => dayOrBlank(one.first)),
      },
      {
        name: 'last',
        title: 'Last',
        unit: null,
        values: repeated.map((one) => dayOrBlank(one.last)),
      },
    ],
  };
}

function dayOrBlank(day: number): string {
  return Number.isNaN(day) ? '' : dayText(day);
}

function pairsOf({ points }: MethodContext, { repeated }: RepeatPlaces): Float64Array {
  return Float64Array.from(
    repeated.flatMap(({ record }) => [points.eastings[record] ?? 0, points.northings[record] ?? 0]),
  );
}

function wordsOf(result: RepeatPlaces, by: 'address' | 'position', isSnapped: boolean): string[] {
  const { repeated, places, records, recordsAtRepeated } = result;
  const [most] = repeated;
  return [
    most === undefined
      ? `None of the ${number(places)} places has more than one of the ${number(records)} records.`
      : `${number(repeated.length)} of ${number(places)} places (${share(repeated.length, places)}) have more than one record and hold ${share(recordsAtRepeated, records)} of the ${number(records)} with a place; the fullest has ${number(most.records)}.`,
    by === 'address'
      ? 'A place is an address, known by its key alone: no address and no position is given.'
      : 'A place is a position to a tenth of a metre. A street’s or a station’s default position counts as one place, so a repeat may be none; look at what stands there.',
    ...(isSnapped
      ? [
          'These records share so few positions that they seem to have been moved to a list of points: repeats at a point then say nothing of a place. Do not report them.',
        ]
      : []),
    'Some repeats come by chance alone: the more records for each place, the more.',
  ];
}
