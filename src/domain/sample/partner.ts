import {
  dayOf,
  daysOf,
  lastDay,
  minuteOn,
  minutesAt,
  minuteText,
  type PatternName,
} from './calendar.ts';
import { type CsvRow, csvText } from './csv.ts';
import { partnerColumns } from './headers.ts';
import { truthPlaces } from './place.ts';
import { choices, type RandomStream, randomStream } from './random.ts';
import type { World } from './world.ts';

type PartnerRow = CsvRow<(typeof partnerColumns)[number]>;

export const healthEventCount = 2_600;
export const councilEventCount = 1_400;

/** Where in the week the events of a partner gather, and how many of them near a planted place. */
interface EventSort {
  readonly source: string;
  readonly category: string;
  readonly pattern: PatternName;
  readonly near: keyof typeof truthPlaces | null;
  readonly description: string;
}

const healthSorts = choices<EventSort>(
  [
    {
      source: 'Emergency department',
      category: 'Assault - blunt force',
      pattern: 'night',
      near: null,
      description: 'Attended after an assault',
    },
    38,
  ],
  [
    {
      source: 'Emergency department',
      category: 'Assault - sharp object',
      pattern: 'night',
      near: null,
      description: 'Attended after an assault',
    },
    5,
  ],
  [
    {
      source: 'Emergency department',
      category: 'Assault - blunt force',
      pattern: 'night-economy',
      near: 'nightEconomy',
      description: 'Attended after an assault in the town centre',
    },
    7,
  ],
  [
    {
      source: 'Emergency department',
      category: 'Suspected drink spiking',
      pattern: 'night-economy',
      near: 'nightEconomy',
      description: 'Felt unwell on a night out',
    },
    4,
  ],
  [
    {
      source: 'Emergency department',
      category: 'Domestic abuse disclosed',
      pattern: 'domestic',
      near: null,
      description: 'Disclosed to a nurse',
    },
    12,
  ],
  [
    {
      source: 'Ambulance',
      category: 'Assault or sexual assault',
      pattern: 'night',
      near: null,
      description: 'Ambulance called',
    },
    22,
  ],
  [
    {
      source: 'Ambulance',
      category: 'Assault or sexual assault',
      pattern: 'night-economy',
      near: 'nightEconomy',
      description: 'Ambulance called to the night-time economy',
    },
    6,
  ],
  [
    {
      source: 'Sexual health service',
      category: 'Sexual violence disclosed',
      pattern: 'day',
      near: null,
      description: 'Disclosed at a clinic',
    },
    6,
  ],
);
const councilSorts = choices<EventSort>(
  [
    {
      source: 'Council',
      category: 'Street light out',
      pattern: 'overnight',
      near: null,
      description: 'Lamp reported not working',
    },
    30,
  ],
  [
    {
      source: 'Council',
      category: 'Street light out',
      pattern: 'overnight',
      near: 'feared',
      description: 'Lamp on the path or in the underpass not working',
    },
    5,
  ],
  [
    {
      source: 'Council',
      category: 'Anti-social behaviour',
      pattern: 'street',
      near: null,
      description: 'Complaint about behaviour',
    },
    34,
  ],
  [
    {
      source: 'Council',
      category: 'Anti-social behaviour',
      pattern: 'school-run',
      near: 'schoolRun',
      description: 'Complaint about behaviour at the bus stops',
    },
    4,
  ],
  [
    {
      source: 'Council',
      category: 'CCTV incident',
      pattern: 'night',
      near: null,
      description: 'Seen by the control room',
    },
    12,
  ],
  [
    {
      source: 'Council',
      category: 'CCTV incident',
      pattern: 'night-economy',
      near: 'nightEconomy',
      description: 'Seen by the control room',
    },
    7,
  ],
  [
    {
      source: 'Council',
      category: 'Noise complaint',
      pattern: 'night',
      near: null,
      description: 'Complaint about noise',
    },
    8,
  ],
);
const healthPlaces = [
  'Outside a bar in the centre',
  'At home',
  'Bus station',
  'Lantern Quarter',
  'A friend’s house',
  'Car park by the station',
  'Not known',
  'Park near the ring road',
];
const confidences = choices(['High', 40], ['Medium', 35], ['Low', 25]);
const hospitalSexes = choices(['Female', 52], ['Male', 43], ['', 5]);

/** The health file: no names or references of people, and often only words for the place. */
export function healthText(world: World): Iterable<string> {
  return csvText(partnerColumns, rows(world, 'health'));
}

/** The council file: nearly all with a position. */
export function councilText(world: World): Iterable<string> {
  return csvText(partnerColumns, rows(world, 'council'));
}

function* rows(world: World, partner: 'health' | 'council'): Generator<PartnerRow> {
  const isHealth = partner === 'health';
  const random = randomStream(world.seed, `partner/${partner}`);
  const count = isHealth ? healthEventCount : councilEventCount;
  for (let number = 1; number <= count; number++) {
    const sort = random.weighted(isHealth ? healthSorts : councilSorts);
    const day = random.weighted(daysOf(sort.pattern, 'summer', 0.02));
    const minute = minuteOn(day, sort.pattern, random);
    const isBeyond = dayOf(minute) > lastDay;
    const from = isBeyond ? minute - 7 * 1440 : minute;
    yield {
      reference: `${isHealth ? 'NMH' : 'NMK'}-${String(number).padStart(5, '0')}`,
      source: sort.source,
      category: sort.category,
      // Some partners give the day alone: 00:00 stands for a time that is not known.
      occurredFrom: minuteText(
        isHealth && random.chance(0.12) ? minutesAt(dayOf(from), 0, 0) : from,
      ),
      occurredTo: isHealth
        ? ''
        : minuteText(Math.min(from + random.integer(0, 6) * 15, minutesAt(lastDay, 23, 59))),
      ...eventPlace(world, sort, isHealth, random),
      ...(isHealth && {
        sex: random.weighted(hospitalSexes),
        age: random.chance(0.12) ? '' : String(random.integer(15, 71)),
      }),
      description: `${sort.description}.`,
    };
  }
}

function eventPlace(
  world: World,
  sort: EventSort,
  isHealth: boolean,
  random: RandomStream,
): PartnerRow {
  const place = sort.near ? world.within(truthPlaces[sort.near], random) : world.outdoors(random);
  const isText = random.chance(isHealth ? 0.38 : 0.03);
  const named = sort.near ? truthPlaces[sort.near].name : random.pick(healthPlaces);
  if (isText) return { locationText: named, locationConfidence: 'Low' };
  return {
    easting: String(place.easting),
    northing: String(place.northing),
    areaCode: place.areaCode,
    locationText: isHealth && random.chance(0.5) ? named : '',
    locationConfidence: random.weighted(confidences),
  };
}
