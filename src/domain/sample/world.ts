import { type AreaMesh, buildMesh } from './mesh.ts';
import { type PersonKey, personReference } from './people.ts';
import {
  countrysideShare,
  type GridPoint,
  isWithin,
  sampleSquare,
  towns,
  truthPlaces,
} from './place.ts';
import { choices, type RandomStream, randomStream } from './random.ts';
import type { VenueCategory } from './venue-sorts.ts';
import { buildVenues, type SampleVenue } from './venues.ts';

/** A position on land, in whole metres, with the code of the one area that holds it. */
export interface Position extends GridPoint {
  readonly areaCode: string;
}

/** The ground of a sample: areas and venues of one seed, and how positions are drawn on it. */
export interface World {
  readonly seed: number;
  readonly mesh: AreaMesh;
  readonly venues: readonly SampleVenue[];
  /** Where a person lives: the same place each time. */
  homeOf(person: PersonKey): Position;
  /** A place in the open, mostly near the middle of a town and often one of its busier corners. */
  outdoors(random: RandomStream): Position;
  /** A spot at or just outside a venue of one of the categories. */
  atVenue(
    categories: readonly VenueCategory[],
    random: RandomStream,
  ): { venue: SampleVenue; position: Position };
  /** A spot within a place, dense in its middle. */
  within(place: GridPoint & { readonly radiusMetres: number }, random: RandomStream): Position;
  /** The one position that stands for an exact point (moved by some metres where a boundary passes). */
  exactly(point: GridPoint): Position;
}

const countryside = 'countryside';
const townChoices = choices<(typeof towns)[number] | typeof countryside>(
  ...towns.map((town) => [town, town.share] as const),
  [countryside, countrysideShare],
);
/** Places outdoors gather in towns more than homes do. */
const outdoorTowns = choices<(typeof towns)[number] | typeof countryside>(
  ...towns.map((town) => [town, town.share] as const),
  [countryside, countrysideShare * 0.45],
);
const cornerCount = 2600;

/** Builds the ground of a seed. */
export function buildWorld(seed: number): World {
  const mesh = buildMesh(seed);
  const venues = buildVenues(seed, mesh);
  const venuesOf = new Map<readonly VenueCategory[], readonly SampleVenue[]>();

  /** Venues of the categories, but for the park that is kept nearly empty of records. */
  function openVenues(categories: readonly VenueCategory[]): readonly SampleVenue[] {
    const known = venuesOf.get(categories);
    if (known) return known;
    const open = venues.filter(
      (venue) => categories.includes(venue.category) && !isWithin(truthPlaces.feared, venue),
    );
    venuesOf.set(categories, open);
    return open;
  }

  function positionAt(easting: number, northing: number): Position | undefined {
    const area = mesh.areaAt(easting, northing);
    const areaCode = area === undefined ? undefined : mesh.areas[area]?.code;
    return areaCode === undefined ? undefined : { easting, northing, areaCode };
  }

  /** Draws until the point is on land and clear of boundaries. */
  function draw(point: () => readonly [number, number]): Position {
    for (;;) {
      const [easting, northing] = point();
      const position = positionAt(Math.round(easting), Math.round(northing));
      if (position) return position;
    }
  }

  /** The same, away from the place whose record is kept nearly empty. */
  function drawElsewhere(point: () => readonly [number, number]): Position {
    for (;;) {
      const position = draw(point);
      if (!isWithin(truthPlaces.feared, position)) return position;
    }
  }

  function inTown(
    where: (typeof towns)[number] | typeof countryside,
    reach: number,
    random: RandomStream,
  ): readonly [number, number] {
    if (where === countryside) {
      return [
        sampleSquare.easting + random.unit() * sampleSquare.sideMetres,
        sampleSquare.northing + random.unit() * sampleSquare.sideMetres,
      ];
    }
    const [east, north] = random.discPoint();
    const radius = where.radiusMetres * reach;
    return [where.easting + east * radius, where.northing + north * radius];
  }

  /** A corner where people pass: those with low numbers are passed more often. */
  function cornerOf(number: number): Position {
    const random = randomStream(seed, 'corner', number);
    const town = random.weighted(outdoorTowns);
    const reach = random.chance(0.4) ? 0.35 : 0.9;
    return drawElsewhere(() => inTown(town, reach, random));
  }

  function near(point: GridPoint, metres: number, random: RandomStream): Position {
    return drawElsewhere(() => {
      const [east, north] = random.discPoint();
      return [point.easting + east * metres, point.northing + north * metres];
    });
  }

  return {
    seed,
    mesh,
    venues,
    homeOf(person) {
      const random = randomStream(seed, `home/${personReference(person)}`);
      const town = random.weighted(townChoices);
      return drawElsewhere(() => inTown(town, 1, random));
    },
    outdoors(random) {
      if (random.chance(0.45)) {
        const low = Math.min(random.unit(), random.unit());
        return near(cornerOf(Math.floor(low * cornerCount)), 25, random);
      }
      const town = random.weighted(outdoorTowns);
      const reach = random.chance(0.3) ? 0.4 : 0.95;
      return drawElsewhere(() => inTown(town, reach, random));
    },
    atVenue(categories, random) {
      const venue = random.pick(openVenues(categories));
      return { venue, position: near(venue, 45, random) };
    },
    within(place, random) {
      return draw(() => {
        const [east, north] = random.discPoint();
        return [
          place.easting + east * place.radiusMetres,
          place.northing + north * place.radiusMetres,
        ];
      });
    },
    exactly(point) {
      const { easting, northing } = mesh.clearOfBoundaries(point);
      return draw(() => [easting, northing]);
    },
  };
}
