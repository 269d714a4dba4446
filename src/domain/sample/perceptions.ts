import { daysOf, dayText } from './calendar.ts';
import { type CsvRow, csvText } from './csv.ts';
import { perceptionColumns } from './headers.ts';
import { truthPlaces } from './place.ts';
import { type Choices, choices, type RandomStream, randomStream } from './random.ts';
import type { Position, World } from './world.ts';

export const perceptionCount = 1_500;

/** Grid metres to WGS84 degrees; undefined outside the grid. */
export type GridToWgs84 = (
  easting: number,
  northing: number,
) => { readonly longitude: number; readonly latitude: number } | undefined;

const environment = choices(
  ['Badly lit', 26],
  ['Absence of CCTV', 20],
  ['Signs of drug or alcohol use', 17],
  ['Restricted visibility', 13],
  ['Empty buildings or isolated places', 11],
  ['Poor street layout', 10],
  ['Rundown', 9],
);
const behaviour = choices(
  ['Verbal harassment by a group', 15],
  ['Feeling followed / previously followed', 14],
  ['Other forms of harassment', 11],
  ['Verbal harassment by a single stranger', 10],
);
const darkPlace = choices(
  ['Badly lit', 40],
  ['Restricted visibility', 24],
  ['Empty buildings or isolated places', 22],
  ['Absence of CCTV', 14],
);
const ageBands = choices(
  ['', 34],
  ['Under 18', 4],
  ['18-24', 20],
  ['25-34', 18],
  ['35-44', 11],
  ['45-54', 7],
  ['55-64', 4],
  ['65 and over', 2],
);
const sexes = choices(['Female', 62], ['Male', 13], ['Prefer not to say', 2], ['', 23]);
const ethnicities = choices(
  ['', 46],
  ['White', 42],
  ['Asian', 5],
  ['Black', 3],
  ['Mixed', 2],
  ['Other', 1],
  ['Prefer not to say', 1],
);
const religions = choices(['', 62], ['None', 20], ['Christian', 11], ['Muslim', 4], ['Other', 3]);
const orientations = choices(
  ['', 58],
  ['Straight or heterosexual', 34],
  ['Gay or lesbian', 3],
  ['Bisexual', 4],
  ['Other', 1],
);
const disabilities = choices(['', 54], ['No', 38], ['Yes', 8]);
const whyNot = choices(
  ['', 40],
  ['Not serious enough', 18],
  ['Did not think it was a crime', 17],
  ['Did not think it would help', 14],
  ['Happens too often', 8],
  ['Afraid of what might follow', 3],
);
const otherReasons = [
  'Path overgrown',
  'Cars slowing down beside me',
  'No way out of the underpass',
  'Groups drinking on the benches',
];

export interface Perception {
  readonly day: number;
  readonly position: Position;
  readonly isFearedPlace: boolean;
}

/** Decides where and when each report is about: many of them about the place that women fear. */
export function planPerceptions(world: World): Perception[] {
  const random = randomStream(world.seed, 'perceptions');
  const days = daysOf('street', 'winter', 0.06);
  const near = choices<keyof typeof truthPlaces | 'elsewhere'>(
    ['feared', 9],
    ['nightEconomy', 7],
    ['growing', 3],
    ['schoolRun', 2],
    ['elsewhere', 79],
  );
  const perceptions = Array.from({ length: perceptionCount }, () => {
    const place = random.weighted(near);
    return {
      day: random.weighted(days),
      position:
        place === 'elsewhere' ? world.outdoors(random) : world.within(truthPlaces[place], random),
      isFearedPlace: place === 'feared',
    };
  });
  return perceptions.sort((one, other) => one.day - other.day);
}

/** The perceptions file: a pin in degrees, several reasons a report, personal questions mostly unanswered. */
export function perceptionText(
  world: World,
  perceptions: readonly Perception[],
  gridToWgs84: GridToWgs84,
): Iterable<string> {
  return csvText(perceptionColumns, rows(world, perceptions, gridToWgs84));
}

function* rows(
  world: World,
  perceptions: readonly Perception[],
  gridToWgs84: GridToWgs84,
): Generator<CsvRow<(typeof perceptionColumns)[number]>> {
  for (const [index, { day, position, isFearedPlace }] of perceptions.entries()) {
    const random = randomStream(world.seed, 'perception-row', index);
    const pin = gridToWgs84(position.easting, position.northing);
    const environmentReasons = severalOf(isFearedPlace ? darkPlace : environment, 3, random);
    const behaviourReasons = random.chance(0.42) ? severalOf(behaviour, 2, random) : '';
    const sex = random.weighted(sexes);
    yield {
      reference: `NMS-${String(index + 1).padStart(5, '0')}`,
      reportedOn: dayText(day),
      longitude: pin ? pin.longitude.toFixed(6) : '',
      latitude: pin ? pin.latitude.toFixed(6) : '',
      environmentReasons: random.chance(0.88) || behaviourReasons === '' ? environmentReasons : '',
      behaviourReasons,
      otherReason: random.chance(0.06) ? random.pick(otherReasons) : '',
      whyNotReported: random.weighted(whyNot),
      ageBand: random.weighted(ageBands),
      sex,
      gender: sex === 'Female' && random.chance(0.5) ? 'Woman' : '',
      ethnicity: random.weighted(ethnicities),
      religion: random.weighted(religions),
      sexualOrientation: random.weighted(orientations),
      disability: random.weighted(disabilities),
    };
  }
}

function severalOf(from: Choices<string>, most: number, random: RandomStream): string {
  const reasons = new Set<string>();
  for (let count = random.integer(1, most); count > 0; count--) reasons.add(random.weighted(from));
  return [...reasons].join(';');
}
