import { csvText } from './csv.ts';
import { venueColumns } from './headers.ts';
import type { AreaMesh } from './mesh.ts';
import { type GridPoint, isWithin, towns, truthPlaces } from './place.ts';
import { type RandomStream, randomStream } from './random.ts';
import { fixedVenues, type VenueCategory, venueSorts } from './venue-sorts.ts';

export interface SampleVenue extends GridPoint {
  readonly reference: string;
  readonly name: string;
  readonly category: VenueCategory;
  readonly capacity: number;
  readonly closingTime: string;
  readonly areaCode: string;
}

const firstWords = [
  'Amber',
  'Brindle',
  'Copper',
  'Driftwood',
  'Ember',
  'Fernlow',
  'Gannet',
  'Hazel',
  'Inkwell',
  'Juniper',
  'Kestrel',
  'Lantern',
  'Mistle',
  'Nettle',
  'Otter',
  'Plover',
  'Quill',
  'Rowan',
  'Sorrel',
  'Tansy',
  'Umber',
  'Velvet',
  'Whimbrel',
  'Yarrow',
];
const pubWords = [
  'Anchor',
  'Barrow',
  'Compass',
  'Drum',
  'Fiddle',
  'Heron',
  'Ladle',
  'Miller',
  'Oar',
  'Sextant',
  'Thimble',
  'Weaver',
];

/** About 250 invented venues: those of the planted truths, then some of every sort in each town. */
export function buildVenues(seed: number, mesh: AreaMesh): readonly SampleVenue[] {
  const random = randomStream(seed, 'venues');
  const venues: SampleVenue[] = [];
  const add = (venue: Omit<SampleVenue, 'reference' | 'areaCode'>) => {
    const area = mesh.areaAt(venue.easting, venue.northing);
    if (area === undefined) return false;
    venues.push({
      ...venue,
      reference: `NMV-${String(venues.length + 1).padStart(4, '0')}`,
      areaCode: mesh.areas[area]?.code ?? '',
    });
    return true;
  };
  for (const venue of fixedVenues) add({ ...venue, ...mesh.clearOfBoundaries(venue) });
  for (const sort of venueSorts) {
    for (const [index, town] of towns.entries()) {
      for (let count = 0; count < (sort.perTown[index] ?? 0); ) {
        const [east, north] = random.discPoint();
        const place = {
          easting: Math.round(town.easting + east * town.radiusMetres * sort.reach),
          northing: Math.round(town.northing + north * town.radiusMetres * sort.reach),
        };
        // The place that women fear has little on record: no other venue draws incidents to it.
        if (isWithin(truthPlaces.feared, place)) continue;
        const isPlaced = add({
          ...place,
          name: venueName(sort.category, town.name, count, random),
          category: sort.category,
          capacity: Math.round(random.integer(...sort.capacity) / 10) * 10,
          closingTime: random.weighted(sort.closing),
        });
        if (isPlaced) count++;
      }
    }
  }
  return venues;
}

function venueName(
  category: VenueCategory,
  town: string,
  count: number,
  random: RandomStream,
): string {
  const word = random.pick(firstWords);
  if (category === 'Public house') return `The ${word} ${random.pick(pubWords)}`;
  if (category === 'Nightclub' || category === 'Bar')
    return `${word} ${category === 'Bar' ? 'Bar' : 'Rooms'}`;
  const isOnlyOne = [
    'Police station',
    'Custody suite',
    'Bus station',
    'Stadium',
    'University',
    'Hospital',
  ].includes(category);
  return isOnlyOne && count === 0 ? `${town} ${category}` : `${word} ${category}`;
}

/** The text of the venues file. */
export function venueText(venues: readonly SampleVenue[]): Iterable<string> {
  return csvText(
    venueColumns,
    venues.map((venue) => ({
      reference: venue.reference,
      name: venue.name,
      category: venue.category,
      capacity: String(venue.capacity),
      closingTime: venue.closingTime,
      easting: String(venue.easting),
      northing: String(venue.northing),
      locationType: venue.category,
      areaCode: venue.areaCode,
    })),
  );
}
