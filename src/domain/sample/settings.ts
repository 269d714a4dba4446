import { type Choices, choices } from './random.ts';
import type { VenueCategory } from './venue-sorts.ts';

/** The sort of place where an incident happens. */
export type Setting =
  | 'home'
  | 'garden'
  | 'vehicle'
  | 'hotel'
  | 'street'
  | 'park'
  | 'licensed'
  | 'food'
  | 'shop'
  | 'transport'
  | 'car-park'
  | 'school'
  | 'work'
  | 'leisure'
  | 'large-venue'
  | 'hospital'
  | 'police-station'
  | 'online'
  | 'unknown';

interface SettingFacts {
  /** What the location type says, in the words of different recording officers. */
  readonly types: Choices<string>;
  /** Venues that stand for the setting; empty where the incident lies in the open or at a home. */
  readonly venues: readonly VenueCategory[];
  /** How the summary names it. */
  readonly phrase: string;
}

export const settings: Readonly<Record<Setting, SettingFacts>> = {
  home: {
    types: choices(
      ['Dwelling', 46],
      ['House', 14],
      ['Flat', 14],
      ['Residential', 6],
      ['HMO', 2],
      ['Student accommodation', 2],
      ['Dwelling - Bedroom', 2],
      ['', 6],
    ),
    venues: [],
    phrase: 'in a dwelling',
  },
  garden: {
    types: choices(['Garden', 5], ['Driveway', 2]),
    venues: [],
    phrase: 'outside a dwelling',
  },
  vehicle: {
    types: choices(['Private vehicle', 5], ['Car', 3], ['Vehicle', 2]),
    venues: [],
    phrase: 'in a vehicle',
  },
  hotel: {
    types: choices(['Hotel room', 6], ['Hotel', 3]),
    venues: ['Hotel'],
    phrase: 'at a hotel',
  },
  street: {
    types: choices(
      ['Street', 52],
      ['Road', 14],
      ['Public place - Street', 10],
      ['Footpath', 8],
      ['Alleyway', 4],
      ['Underpass', 1],
      ['Town square', 2],
      ['', 6],
      ['Public realm (mixed)', 0.6],
    ),
    venues: [],
    phrase: 'in the street',
  },
  park: {
    types: choices(
      ['Park', 8],
      ['Park/Open Space', 4],
      ['Playing field', 2],
      ['Public open space', 2],
    ),
    venues: ['Park'],
    phrase: 'in a park',
  },
  licensed: {
    types: choices(
      ['Licensed premises', 6],
      ['Public house', 8],
      ['Nightclub', 6],
      ['Pub or bar', 3],
      ['Bar', 3],
    ),
    venues: ['Public house', 'Bar', 'Nightclub'],
    phrase: 'in or outside licensed premises',
  },
  food: {
    types: choices(['Takeaway', 5], ['Restaurant', 3], ['Cafe', 2]),
    venues: ['Takeaway'],
    phrase: 'at a food outlet',
  },
  shop: {
    types: choices(
      ['Shop', 8],
      ['Supermarket', 6],
      ['Shopping centre', 3],
      ['Retail premises', 2],
      ['Petrol station', 1],
    ),
    venues: ['Supermarket', 'Shopping centre'],
    phrase: 'in a shop',
  },
  transport: {
    types: choices(
      ['Bus', 5],
      ['Bus stop', 5],
      ['Bus station', 4],
      ['Railway station', 4],
      ['Train', 2],
      ['Taxi', 3],
    ),
    venues: ['Bus station', 'Railway station'],
    phrase: 'on public transport',
  },
  'car-park': {
    types: choices(['Car park', 8], ['Multi-storey car park', 2], ['Parking area', 1]),
    venues: ['Car park'],
    phrase: 'in a car park',
  },
  school: {
    types: choices(['School', 8], ['Secondary school', 3], ['College', 2], ['University', 2]),
    venues: ['Secondary school', 'College', 'University'],
    phrase: 'at a school or college',
  },
  work: {
    types: choices(['Workplace', 4], ['Office', 3], ['Industrial estate', 2], ['Warehouse', 1]),
    venues: [],
    phrase: 'at a workplace',
  },
  leisure: {
    types: choices(['Leisure centre', 4], ['Gym', 3], ['Cinema', 2]),
    venues: ['Leisure centre', 'Cinema'],
    phrase: 'at a leisure venue',
  },
  'large-venue': {
    types: choices(['Stadium', 3], ['Concert hall', 2]),
    venues: ['Stadium', 'Concert hall'],
    phrase: 'at a large venue',
  },
  hospital: {
    types: choices(['Hospital', 3], ['Hospital A&E', 2]),
    venues: ['Hospital'],
    phrase: 'reported at a hospital',
  },
  'police-station': {
    types: choices(['Police station', 4], ['Reported at police station', 1]),
    venues: ['Police station'],
    phrase: 'reported at a police station',
  },
  online: {
    types: choices(
      ['', 36],
      ['Online', 22],
      ['Social media', 14],
      ['Internet', 6],
      ['Not applicable', 6],
      ['Unknown', 8],
    ),
    venues: [],
    phrase: 'through a device',
  },
  unknown: {
    types: choices(['Unknown', 6], ['Other', 5], ['', 6], ['Not specified', 2]),
    venues: [],
    phrase: 'at a place not stated',
  },
};

export const officialSettings: Choices<Setting> = choices(['police-station', 6], ['hospital', 4]);

/** Mixes of settings that kinds of offence share. */
export const mixes = {
  domestic: choices<Setting>(
    ['home', 84],
    ['garden', 4],
    ['street', 6],
    ['vehicle', 2.5],
    ['car-park', 0.8],
    ['work', 0.7],
    ['unknown', 2],
  ),
  contact: choices<Setting>(
    ['home', 34],
    ['street', 26],
    ['work', 7],
    ['school', 5],
    ['shop', 5],
    ['licensed', 5],
    ['transport', 5],
    ['park', 3],
    ['vehicle', 2],
    ['unknown', 6],
    ['online', 6],
  ),
  harassment: choices<Setting>(
    ['home', 34],
    ['street', 22],
    ['online', 18],
    ['work', 7],
    ['school', 4],
    ['transport', 3],
    ['unknown', 8],
    ['shop', 2],
  ),
  stalking: choices<Setting>(
    ['home', 44],
    ['online', 22],
    ['street', 14],
    ['work', 8],
    ['vehicle', 2],
    ['unknown', 8],
  ),
  sexual: choices<Setting>(
    ['home', 42],
    ['street', 12],
    ['licensed', 11],
    ['park', 5],
    ['transport', 6],
    ['school', 5],
    ['hotel', 3],
    ['vehicle', 3],
    ['work', 4],
    ['leisure', 2],
    ['large-venue', 1],
    ['unknown', 6],
  ),
  rape: choices<Setting>(
    ['home', 72],
    ['hotel', 6],
    ['vehicle', 4],
    ['street', 4],
    ['park', 5],
    ['licensed', 1.5],
    ['unknown', 6],
  ),
  'child-sexual': choices<Setting>(
    ['home', 66],
    ['online', 12],
    ['park', 4],
    ['vehicle', 4],
    ['school', 4],
    ['unknown', 9],
  ),
  exposure: choices<Setting>(
    ['street', 42],
    ['park', 24],
    ['transport', 12],
    ['car-park', 6],
    ['home', 6],
    ['shop', 5],
    ['unknown', 4],
  ),
  covert: choices<Setting>(
    ['home', 34],
    ['shop', 22],
    ['leisure', 14],
    ['transport', 14],
    ['work', 8],
    ['unknown', 6],
  ),
  spiking: choices<Setting>(['licensed', 78], ['large-venue', 5], ['home', 10], ['unknown', 5]),
  device: choices<Setting>(['online', 1]),
  violence: choices<Setting>(
    ['street', 38],
    ['home', 16],
    ['licensed', 15],
    ['shop', 7],
    ['school', 6],
    ['transport', 5],
    ['work', 4],
    ['park', 4],
    ['food', 3],
    ['unknown', 4],
  ),
  disorder: choices<Setting>(
    ['street', 58],
    ['shop', 14],
    ['licensed', 9],
    ['transport', 7],
    ['park', 5],
    ['food', 4],
    ['unknown', 3],
  ),
  duty: choices<Setting>(
    ['street', 44],
    ['police-station', 18],
    ['hospital', 16],
    ['home', 12],
    ['licensed', 8],
  ),
  dwelling: choices<Setting>(['home', 92], ['garden', 8]),
  business: choices<Setting>(['shop', 42], ['work', 44], ['licensed', 8], ['school', 4]),
  shop: choices<Setting>(['shop', 1]),
  vehicle: choices<Setting>(['street', 62], ['car-park', 20], ['garden', 16], ['unknown', 2]),
  damage: choices<Setting>(
    ['street', 40],
    ['home', 26],
    ['shop', 10],
    ['school', 6],
    ['park', 6],
    ['transport', 4],
    ['unknown', 6],
  ),
  theft: choices<Setting>(
    ['street', 30],
    ['shop', 14],
    ['home', 12],
    ['licensed', 12],
    ['work', 9],
    ['leisure', 7],
    ['transport', 7],
    ['unknown', 8],
  ),
  open: choices<Setting>(['street', 74], ['park', 14], ['car-park', 6], ['shop', 6]),
  welfare: choices<Setting>(['home', 62], ['street', 26], ['hospital', 3], ['unknown', 8]),
  road: choices<Setting>(['street', 1]),
} as const satisfies Record<string, Choices<Setting>>;
