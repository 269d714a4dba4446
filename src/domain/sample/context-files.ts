import { dayText, firstDay, lastDay, minutesAt, minuteText } from './calendar.ts';
import { type CsvRow, csvText } from './csv.ts';
import {
  activityColumns,
  calendarColumns,
  capabilityColumns,
  comparatorColumns,
  conductColumns,
} from './headers.ts';
import { sampleForceName, truthPlaces } from './place.ts';
import { randomStream } from './random.ts';
import type { World } from './world.ts';

/**
 * What stands around the evidence: what was done where, what was on when, published tables, capability and conduct.
 * The growing place has no activity on purpose: that is the gap an analyst should find.
 */
interface Programme {
  readonly type: string;
  readonly owner: string;
  readonly place: keyof typeof truthPlaces;
  readonly placeName: string;
  readonly everyDays: number;
  /** Days before the end of the period on which it began. */
  readonly startedDaysAgo: number;
  /** Days by which a single one may lie off its weekday. */
  readonly days: readonly [number, number];
  readonly hour: number;
  readonly hours: number;
}

const programmes: readonly Programme[] = [
  {
    type: 'Foot patrol',
    owner: 'Northmoor neighbourhood team',
    place: 'nightEconomy',
    placeName: 'Lantern Quarter',
    everyDays: 7,
    startedDaysAgo: 721,
    days: [-1, 0],
    hour: 22,
    hours: 4,
  },
  {
    type: 'Street pastors',
    owner: 'Northmoor street pastors (sample)',
    place: 'nightEconomy',
    placeName: 'Lantern Quarter',
    everyDays: 14,
    startedDaysAgo: 546,
    days: [-1, 0],
    hour: 21,
    hours: 5,
  },
  {
    type: 'School-run patrol',
    owner: 'Marrowbridge safer schools officer',
    place: 'schoolRun',
    placeName: 'Marrowbridge Academy',
    everyDays: 14,
    startedDaysAgo: 403,
    days: [0, 2],
    hour: 15,
    hours: 2,
  },
  {
    type: 'Problem-solving visit',
    owner: 'Thistlecombe neighbourhood team',
    place: 'fading',
    placeName: 'Thistlecombe precinct',
    everyDays: 30,
    startedDaysAgo: 900,
    days: [-2, 0],
    hour: 17,
    hours: 3,
  },
];

/** What was done where: one row an activity. */
export function activityText(world: World): Iterable<string> {
  return csvText(activityColumns, activityRows(world));
}

function* activityRows(world: World): Generator<CsvRow<(typeof activityColumns)[number]>> {
  const random = randomStream(world.seed, 'activities');
  let count = 0;
  for (const programme of programmes) {
    for (let ago = programme.startedDaysAgo; ago >= 0; ago -= programme.everyDays) {
      const day = lastDay - ago + random.integer(...programme.days);
      const { easting, northing } = world.within(truthPlaces[programme.place], random);
      const start = minutesAt(day, programme.hour, 0);
      count++;
      yield {
        reference: `NMA-${String(count).padStart(4, '0')}`,
        type: programme.type,
        from: minuteText(start),
        to: minuteText(start + programme.hours * 60),
        hours: String(programme.hours),
        owner: programme.owner,
        easting: String(easting),
        northing: String(northing),
        locationText: programme.placeName,
      };
    }
  }
}

/** Days of the year on which reports of feeling unsafe were promoted, and for how long. */
const promotions = [
  ['StreetSafe promotion: winter nights', 0, 20],
  ['StreetSafe promotion: students’ arrival', 320, 14],
] as const;

/** What was on: promotions of StreetSafe, and events that fill the streets. */
export function calendarText(seed: number): Iterable<string> {
  return csvText(calendarColumns, calendarRows(seed));
}

function* calendarRows(seed: number): Generator<CsvRow<(typeof calendarColumns)[number]>> {
  const random = randomStream(seed, 'calendar');
  for (let year = firstDay; year < lastDay; year += 365) {
    for (const [name, after, days] of promotions) {
      const from = year + after + random.integer(0, 9);
      if (from + days > lastDay) continue;
      yield { name, type: 'campaign', from: dayText(from), to: dayText(from + days) };
    }
    const fair = year + 300 + random.integer(0, 6);
    if (fair + 2 <= lastDay) {
      yield { name: 'Eldersea regatta', type: 'event', from: dayText(fair), to: dayText(fair + 2) };
    }
  }
}

/** Published counts a quarter of the sample force: class, first quarter, change a year in per cent. */
const publishedClasses = [
  ['19C', 52, 6],
  ['19D', 19, 4],
  ['20A', 84, 8],
  ['8L', 172, 5],
  ['8Q', 98, 9],
  ['88A', 21, 6],
  ['105A', 610, 2],
  ['8N', 470, 1],
  ['28E', 310, -6],
  ['45', 240, -2],
  ['49', 520, -1],
  ['58D', 410, -3],
] as const;

/** The sample's most similar group, made up like the force, each with its size beside it. */
const similarForces = [
  [sampleForceName, 1],
  ['Eastmarsh (sample)', 1.2],
  ['Weirdale (sample)', 0.9],
  ['Coldwater (sample)', 1.1],
  ['Highfell (sample)', 0.8],
] as const;

/** Published recorded crime by quarter of the force and of forces most similar to it. */
export function comparatorText(seed: number): Iterable<string> {
  return csvText(comparatorColumns, comparatorRows(seed));
}

function* comparatorRows(seed: number): Generator<CsvRow<(typeof comparatorColumns)[number]>> {
  const random = randomStream(seed, 'comparators');
  for (const [force, size] of similarForces) {
    const own = force === sampleForceName ? 1 : 0.4 + random.unit() * 0.8;
    for (const [offenceCode, first, change] of publishedClasses) {
      for (let quarter = 0; quarter < 8; quarter++) {
        const year = 2024 + Math.floor(quarter / 4);
        const trend = 1 + (change * own * quarter) / 400;
        const expected = first * size * trend * (0.94 + random.unit() * 0.12);
        yield {
          period: `${year}/${String(year + 1).slice(2)} Q${(quarter % 4) + 1}`,
          force,
          offenceCode,
          count: String(Math.round(expected)),
        };
      }
    }
  }
}

const years = ['2024/25', '2025/26'] as const;

/** Small tables that the force supplies by hand: specialist investigators and deaths. */
export function capabilityText(seed: number): Iterable<string> {
  const random = randomStream(seed, 'capability');
  const items: readonly (readonly [item: string, from: number, to: number, note: string])[] = [
    ['Specialist investigators, posts', 58, 62, 'rape and serious sexual offences, domestic abuse'],
    ['Specialist investigators, in post', 44, 52, 'on 31 March'],
    ['Specialist investigators, accredited', 30, 38, 'on 31 March'],
    ['Investigations open per investigator in post', 17, 23, 'mean on 31 March'],
    ['Domestic abuse-related deaths', 1, 4, 'reviews under way; never a person'],
    ['Suspected suicides after domestic abuse', 1, 5, 'as the review panel counts them'],
  ];
  return csvText(
    capabilityColumns,
    items.flatMap(([item, from, to, note]) =>
      years.map((period) => ({ item, period, count: String(random.integer(from, to)), note })),
    ),
  );
}

/** Allegations against officers and staff: a table of its own, in no count of incidents. */
export function conductText(seed: number): Iterable<string> {
  const random = randomStream(seed, 'conduct');
  const items: readonly (readonly [item: string, from: number, to: number, note: string])[] = [
    ['Allegations of violence or abuse against women and girls', 24, 34, 'officers and staff'],
    ['Of these, assessed as conduct matters', 14, 20, ''],
    ['Suspended or on restricted duties', 5, 11, 'at the end of the year'],
    ['Misconduct hearings held', 3, 6, ''],
  ];
  return csvText(
    conductColumns,
    items.flatMap(([item, from, to, note]) =>
      years.map((period) => ({ item, period, count: String(random.integer(from, to)), note })),
    ),
  );
}
