import { type GridPoint, truthPlaces } from './place.ts';
import { type Choices, choices } from './random.ts';

/** Kinds of venue, as the venues file names them. */
export type VenueCategory =
  | 'Public house'
  | 'Nightclub'
  | 'Bar'
  | 'Takeaway'
  | 'Railway station'
  | 'Bus station'
  | 'Secondary school'
  | 'Primary school'
  | 'College'
  | 'University'
  | 'Park'
  | 'Car park'
  | 'Supermarket'
  | 'Shopping centre'
  | 'Leisure centre'
  | 'Cinema'
  | 'Stadium'
  | 'Concert hall'
  | 'Hotel'
  | 'Hospital'
  | 'Police station'
  | 'Custody suite';

/** How a category of venue is spread over the towns. */
interface VenueSort {
  readonly category: VenueCategory;
  /** How many in each town, in the order of `towns`. */
  readonly perTown: readonly [number, number, number, number, number];
  readonly capacity: readonly [number, number];
  readonly closing: Choices<string>;
  /** How far from the middle of the town, as a share of its radius. */
  readonly reach: number;
}

const none = choices(['', 1]);
const pubHours = choices(['23:00', 6], ['23:30', 3], ['00:00', 2]);
const lateHours = choices(['02:00', 3], ['03:00', 5], ['04:00', 1]);
const shopHours = choices(['20:00', 2], ['22:00', 4], ['23:00', 2]);

/** Every sort of venue. */
export const venueSorts: readonly VenueSort[] = [
  {
    category: 'Public house',
    perTown: [24, 11, 9, 8, 6],
    capacity: [60, 260],
    closing: pubHours,
    reach: 0.55,
  },
  {
    category: 'Nightclub',
    perTown: [2, 2, 1, 1, 0],
    capacity: [220, 900],
    closing: lateHours,
    reach: 0.12,
  },
  {
    category: 'Bar',
    perTown: [5, 3, 3, 1, 1],
    capacity: [60, 220],
    closing: choices(['00:00', 4], ['01:00', 4], ['02:00', 2]),
    reach: 0.2,
  },
  {
    category: 'Takeaway',
    perTown: [8, 4, 3, 3, 2],
    capacity: [10, 40],
    closing: choices(['23:00', 4], ['01:00', 3], ['03:00', 2]),
    reach: 0.4,
  },
  {
    category: 'Railway station',
    perTown: [2, 1, 1, 1, 0],
    capacity: [400, 2500],
    closing: choices(['00:30', 1]),
    reach: 0.25,
  },
  {
    category: 'Bus station',
    perTown: [1, 1, 1, 1, 1],
    capacity: [150, 600],
    closing: choices(['23:30', 1]),
    reach: 0.15,
  },
  {
    category: 'Secondary school',
    perTown: [9, 3, 3, 1, 2],
    capacity: [700, 1600],
    closing: choices(['17:00', 1]),
    reach: 0.6,
  },
  {
    category: 'Primary school',
    perTown: [13, 6, 5, 4, 3],
    capacity: [180, 480],
    closing: choices(['16:00', 1]),
    reach: 0.65,
  },
  {
    category: 'College',
    perTown: [1, 1, 0, 1, 0],
    capacity: [1200, 3000],
    closing: choices(['21:00', 1]),
    reach: 0.35,
  },
  {
    category: 'University',
    perTown: [1, 0, 0, 0, 0],
    capacity: [9000, 9000],
    closing: choices(['23:00', 1]),
    reach: 0.3,
  },
  { category: 'Park', perTown: [8, 4, 3, 3, 2], capacity: [500, 4000], closing: none, reach: 0.6 },
  {
    category: 'Car park',
    perTown: [6, 2, 2, 2, 1],
    capacity: [80, 600],
    closing: none,
    reach: 0.25,
  },
  {
    category: 'Supermarket',
    perTown: [6, 3, 2, 2, 2],
    capacity: [300, 900],
    closing: shopHours,
    reach: 0.5,
  },
  {
    category: 'Shopping centre',
    perTown: [1, 1, 1, 0, 0],
    capacity: [3000, 9000],
    closing: choices(['20:00', 1]),
    reach: 0.12,
  },
  {
    category: 'Leisure centre',
    perTown: [3, 1, 1, 1, 1],
    capacity: [300, 900],
    closing: choices(['22:00', 1]),
    reach: 0.5,
  },
  {
    category: 'Cinema',
    perTown: [1, 1, 0, 0, 0],
    capacity: [600, 1500],
    closing: choices(['00:00', 1]),
    reach: 0.3,
  },
  {
    category: 'Stadium',
    perTown: [1, 0, 0, 0, 0],
    capacity: [21_500, 21_500],
    closing: none,
    reach: 0.4,
  },
  {
    category: 'Concert hall',
    perTown: [1, 1, 0, 0, 0],
    capacity: [900, 2400],
    closing: choices(['23:30', 1]),
    reach: 0.2,
  },
  { category: 'Hotel', perTown: [4, 3, 1, 1, 1], capacity: [60, 300], closing: none, reach: 0.35 },
  {
    category: 'Hospital',
    perTown: [1, 1, 0, 0, 0],
    capacity: [900, 2500],
    closing: none,
    reach: 0.5,
  },
  {
    category: 'Police station',
    perTown: [1, 1, 1, 1, 1],
    capacity: [50, 300],
    closing: choices(['22:00', 1]),
    reach: 0.2,
  },
  {
    category: 'Custody suite',
    perTown: [1, 0, 0, 0, 0],
    capacity: [36, 36],
    closing: none,
    reach: 0.6,
  },
];

/** Venues that the planted truths stand on; the rest are drawn. */
export const fixedVenues: readonly (GridPoint & {
  readonly name: string;
  readonly category: VenueCategory;
  readonly capacity: number;
  readonly closingTime: string;
})[] = [
  {
    name: 'Club Filament',
    category: 'Nightclub',
    capacity: 1100,
    closingTime: '03:00',
    easting: 548_110,
    northing: 519_640,
  },
  {
    name: 'The Glasshouse',
    category: 'Nightclub',
    capacity: 650,
    closingTime: '03:00',
    easting: 548_190,
    northing: 519_590,
  },
  {
    name: 'Wick and Wax',
    category: 'Bar',
    capacity: 240,
    closingTime: '02:00',
    easting: 548_070,
    northing: 519_600,
  },
  {
    name: 'The Paper Lantern',
    category: 'Bar',
    capacity: 180,
    closingTime: '02:00',
    easting: 548_150,
    northing: 519_700,
  },
  {
    name: 'The Lamplighter',
    category: 'Public house',
    capacity: 210,
    closingTime: '00:00',
    easting: 548_050,
    northing: 519_680,
  },
  {
    name: 'Midnight Plaice',
    category: 'Takeaway',
    capacity: 30,
    closingTime: '04:00',
    easting: 548_140,
    northing: 519_560,
  },
  {
    name: 'Marrowbridge Academy',
    category: 'Secondary school',
    capacity: 1350,
    closingTime: '17:00',
    easting: truthPlaces.schoolRun.easting - 60,
    northing: truthPlaces.schoolRun.northing + 45,
  },
  {
    name: 'Larkmere Park',
    category: 'Park',
    capacity: 3000,
    closingTime: '',
    easting: truthPlaces.feared.easting,
    northing: truthPlaces.feared.northing,
  },
  {
    name: truthPlaces.defaultGeocode.name,
    category: 'Car park',
    capacity: 240,
    closingTime: '',
    easting: truthPlaces.defaultGeocode.easting,
    northing: truthPlaces.defaultGeocode.northing,
  },
  {
    name: 'Eldersea Waterfront Bars',
    category: 'Bar',
    capacity: 400,
    closingTime: '01:00',
    easting: truthPlaces.growing.easting + 40,
    northing: truthPlaces.growing.northing - 30,
  },
  {
    name: 'Thistlecombe Precinct',
    category: 'Shopping centre',
    capacity: 1800,
    closingTime: '18:00',
    easting: truthPlaces.fading.easting,
    northing: truthPlaces.fading.northing,
  },
];
