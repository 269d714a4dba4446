import { daysOf, daysWithTrend, type PatternName } from './calendar.ts';
import type { Planting } from './incident.ts';
import type { OffenceKind } from './offence-kind.ts';
import { ordinaryKinds, vawgKinds } from './offences.ts';
import type { PersonKey, PoolName } from './people.ts';
import { type TruthPlace, truthPlaces } from './place.ts';
import { type Choices, choices, randomStream } from './random.ts';
import type { Setting } from './settings.ts';
import type { World } from './world.ts';

/** The incident count for which the planted numbers below are written. */
export const ordinaryIncidentCount = 60_000;

interface PlantedIncident {
  readonly kind: OffenceKind;
  readonly planting: Planting;
}

const kindByKey = new Map([...vawgKinds, ...ordinaryKinds].map((kind) => [kind.key, kind]));

function kindOf(key: string): OffenceKind {
  const kind = kindByKey.get(key);
  if (!kind) throw new RangeError(`there is no kind "${key}"`);
  return kind;
}

interface PlaceRecipe {
  readonly truth: string;
  readonly place: TruthPlace;
  /** Incidents at the ordinary count, and the fewest in a small sample. */
  readonly vawg: readonly [ordinary: number, fewest: number];
  readonly other: readonly [ordinary: number, fewest: number];
  readonly vawgKinds: Choices<string>;
  readonly otherKinds: Choices<string>;
  readonly settings: Choices<Setting>;
  readonly days: Choices<number> | null;
  readonly pattern: PatternName | null;
  readonly victims: PoolName | null;
}

const disorder = choices(
  ['common-assault', 30],
  ['actual-harm', 22],
  ['public-fear', 24],
  ['theft-from-person', 12],
  ['drunk', 12],
);
const ordinaryMix = choices(
  ['nuisance', 40],
  ['public-fear', 24],
  ['common-assault', 16],
  ['other-theft', 12],
  ['damage-other', 8],
);
const streetMix = choices(
  ['harassment', 34],
  ['sexual-assault', 24],
  ['exposure', 22],
  ['street-harassment', 12],
  ['stalking', 8],
);

/** Places with more than their share, each for a reason of its own. */
const placeRecipes: readonly PlaceRecipe[] = [
  {
    truth: 'night-economy',
    place: truthPlaces.nightEconomy,
    vawg: [185, 14],
    other: [290, 10],
    vawgKinds: choices(
      ['sexual-assault', 44],
      ['spiking', 16],
      ['rape', 9],
      ['penetration', 6],
      ['harassment', 13],
      ['exposure', 7],
      ['stalking-serious', 5],
    ),
    otherKinds: disorder,
    settings: choices<Setting>(['street', 46], ['licensed', 42], ['food', 7], ['transport', 5]),
    days: daysOf('night-economy', 'summer', 0.03),
    pattern: 'night-economy',
    victims: 'young-woman',
  },
  {
    truth: 'school-run',
    place: truthPlaces.schoolRun,
    vawg: [96, 10],
    other: [70, 4],
    vawgKinds: choices(['harassment', 60], ['exposure', 16], ['street-harassment', 24]),
    otherKinds: choices(['nuisance', 60], ['public-fear', 24], ['bicycle', 16]),
    settings: choices<Setting>(['street', 58], ['transport', 34], ['school', 8]),
    days: daysOf('school-run', 'none', 0.03),
    pattern: 'school-run',
    victims: 'girl',
  },
  {
    truth: 'growing',
    place: truthPlaces.growing,
    vawg: [88, 9],
    other: [100, 5],
    vawgKinds: streetMix,
    otherKinds: ordinaryMix,
    settings: choices<Setting>(['street', 70], ['licensed', 18], ['park', 12]),
    days: daysWithTrend(0.15, 2.3),
    pattern: null,
    victims: null,
  },
  {
    truth: 'fading',
    place: truthPlaces.fading,
    vawg: [88, 9],
    other: [100, 5],
    vawgKinds: streetMix,
    otherKinds: ordinaryMix,
    settings: choices<Setting>(['street', 62], ['shop', 26], ['car-park', 12]),
    days: daysWithTrend(2.3, 0.15),
    pattern: null,
    victims: null,
  },
  {
    truth: 'feared',
    place: truthPlaces.feared,
    vawg: [3, 1],
    other: [4, 1],
    vawgKinds: choices(['harassment', 1], ['exposure', 1]),
    otherKinds: ordinaryMix,
    settings: choices<Setting>(['park', 6], ['street', 4]),
    days: null,
    pattern: null,
    victims: null,
  },
];

/** Everything that is planted, for a plan of `incidents` incidents: the same shares at every size. */
export function plantedIncidents(world: World, incidents: number): PlantedIncident[] {
  const scale = incidents / ordinaryIncidentCount;
  const scaled = ([ordinary, fewest]: readonly [number, number]) =>
    Math.max(fewest, Math.round(ordinary * scale));
  return [
    ...placeRecipes.flatMap((recipe) => [
      ...atPlace(world, recipe, recipe.vawgKinds, scaled(recipe.vawg), true),
      ...atPlace(world, recipe, recipe.otherKinds, scaled(recipe.other), false),
    ]),
    ...defaultGeocodes(world, scaled([200, 12])),
    ...repeatVictims(world, scaled([14, 2])),
    ...prolificSuspects(world, scaled([6, 2])),
  ];
}

function atPlace(
  world: World,
  recipe: PlaceRecipe,
  kinds: Choices<string>,
  count: number,
  isVawg: boolean,
): PlantedIncident[] {
  const random = randomStream(world.seed, `planted/${recipe.truth}/${isVawg ? 'vawg' : 'other'}`);
  return Array.from({ length: count }, (_, index) => ({
    kind: kindOf(random.weighted(kinds)),
    planting: {
      truth: recipe.truth,
      setting: random.weighted(recipe.settings),
      place: world.within(recipe.place, random),
      ...(recipe.days && { days: recipe.days }),
      ...(recipe.pattern && { pattern: recipe.pattern }),
      ...(isVawg &&
        recipe.victims && {
          victims: [victimAt(recipe.victims, recipe.truth, index)],
        }),
    },
  }));
}

/** Victims of planted incidents, numbered above those that chance draws, so that they meet only here. */
function victimAt(pool: PoolName, truth: string, index: number): PersonKey {
  const block = truth === 'night-economy' ? 1 : 2;
  return { pool, number: 700_000 + block * 10_000 + index };
}

/** Records of every sort that a geocoder without an answer put on one car park. */
function defaultGeocodes(world: World, count: number): PlantedIncident[] {
  const random = randomStream(world.seed, 'planted/default-geocode');
  const place = world.exactly(truthPlaces.defaultGeocode);
  const settings = choices<Setting>(
    ['street', 55],
    ['car-park', 12],
    ['unknown', 20],
    ['transport', 13],
  );
  const ordinary = choices(...ordinaryKinds.map((kind) => [kind, kind.share] as const));
  const keys = choices(
    ['harassment', 40],
    ['domestic-common-assault', 24],
    ['sexual-assault', 16],
    ['exposure', 10],
    ['stalking', 10],
  );
  return Array.from({ length: count }, () => ({
    kind: random.chance(0.3) ? kindOf(random.weighted(keys)) : random.weighted(ordinary),
    planting: { truth: 'default-geocode', setting: random.weighted(settings), place },
  }));
}

/** Women to whom it happens again and again, at home, mostly by the same person. */
function repeatVictims(world: World, count: number): PlantedIncident[] {
  const random = randomStream(world.seed, 'planted/repeat-victims');
  const keys = choices(
    ['domestic-incident', 30],
    ['domestic-common-assault', 26],
    ['domestic-actual-harm', 12],
    ['domestic-harassment', 12],
    ['coercive-control', 8],
    ['strangulation', 6],
    ['non-molestation-breach', 6],
  );
  return Array.from({ length: count }, (_, index) => {
    const victim: PersonKey = { pool: 'repeat-victim', number: index + 1 };
    const suspect: PersonKey = { pool: 'repeat-suspect', number: index + 1 };
    return Array.from({ length: random.integer(4, 9) }, () => ({
      kind: kindOf(random.weighted(keys)),
      planting: {
        truth: 'repeat-victims',
        setting: 'home' as const,
        place: world.homeOf(victim),
        victims: [victim],
        suspects: [suspect],
      },
    }));
  }).flat();
}

/** Men who offend against one woman after another, in different places. */
function prolificSuspects(world: World, count: number): PlantedIncident[] {
  const random = randomStream(world.seed, 'planted/prolific-suspects');
  const keys = choices(
    ['sexual-assault', 34],
    ['harassment', 22],
    ['exposure', 18],
    ['stalking-serious', 14],
    ['rape', 12],
  );
  const settings = choices<Setting>(
    ['street', 60],
    ['park', 14],
    ['transport', 14],
    ['licensed', 12],
  );
  return Array.from({ length: count }, (_, index) => {
    const suspect: PersonKey = { pool: 'prolific-suspect', number: index + 1 };
    return Array.from({ length: random.integer(5, 9) }, (__, victim) => ({
      kind: kindOf(random.weighted(keys)),
      planting: {
        truth: 'prolific-suspects',
        setting: random.weighted(settings),
        place: world.outdoors(random),
        victims: [{ pool: 'young-woman' as const, number: 730_000 + index * 100 + victim }],
        suspects: [suspect],
      },
    }));
  }).flat();
}
