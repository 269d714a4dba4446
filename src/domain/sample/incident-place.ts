import type { PlannedIncident } from './incident.ts';
import type { IncidentPeople } from './incident-people.ts';
import type { PersonKey } from './people.ts';
import type { RandomStream } from './random.ts';
import { type Setting, settings } from './settings.ts';
import type { Position, World } from './world.ts';

type Where = Pick<PlannedIncident, 'place' | 'venueName' | 'home' | 'atHomeAddressOf'>;

const nowhere: Where = { place: undefined, venueName: '', home: undefined, atHomeAddressOf: '' };
const homeSettings: ReadonlySet<Setting> = new Set(['home', 'garden']);
const officialSettings: ReadonlySet<Setting> = new Set(['hospital', 'police-station']);
/** Share of incidents in the physical world that come without a position. */
const unlocatedShare = 0.04;
/** What is online mostly has none; the rest is put where the victim was. */
const unlocatedOnlineShare = 0.72;

/** Where an incident lies, by its setting; a planted position is taken as it is. */
export function placeOf(
  world: World,
  setting: Setting,
  people: IncidentPeople,
  random: RandomStream,
  planted: Position | undefined,
): Where {
  if (planted) return { ...nowhere, place: planted, atHomeAddressOf: 'none' };
  const [victim] = people.victims;
  const [suspect] = people.suspects;
  if (setting === 'online') {
    if (!victim || random.chance(unlocatedOnlineShare)) return nowhere;
    return { ...nowhere, place: world.homeOf(victim), home: victim, atHomeAddressOf: 'victim' };
  }
  const isUnlocated = !people.isPlanted && random.chance(unlocatedShare);
  const where = homeSettings.has(setting)
    ? atHome(world, victim, suspect, people.isDomestic, random)
    : awayFromHome(world, setting, random);
  return isUnlocated ? { ...where, place: undefined, home: undefined } : where;
}

function atHome(
  world: World,
  victim: PersonKey | undefined,
  suspect: PersonKey | undefined,
  isDomestic: boolean,
  random: RandomStream,
): Where {
  const drawn = random.unit();
  if (victim && drawn < 0.84) {
    const isShared = isDomestic && suspect !== undefined && random.chance(0.45);
    return {
      ...nowhere,
      place: world.homeOf(victim),
      home: victim,
      atHomeAddressOf: isShared ? 'both' : random.chance(0.12) ? '' : 'victim',
    };
  }
  if (suspect && drawn < 0.94) {
    return { ...nowhere, place: world.homeOf(suspect), home: suspect, atHomeAddressOf: 'suspect' };
  }
  const somebodyElse: PersonKey = { pool: 'woman', number: random.integer(400_001, 600_000) };
  return {
    ...nowhere,
    place: world.homeOf(somebodyElse),
    home: somebodyElse,
    atHomeAddressOf: 'none',
  };
}

function awayFromHome(world: World, setting: Setting, random: RandomStream): Where {
  const { venues } = settings[setting];
  const atHomeAddressOf = random.chance(0.8) ? 'none' : '';
  if (venues.length === 0) {
    return { ...nowhere, place: world.outdoors(random), atHomeAddressOf };
  }
  const { venue, position } = world.atVenue(venues, random);
  // What is reported at a police station or hospital carries that building's own point.
  const place = officialSettings.has(setting) ? world.exactly(venue) : position;
  return { ...nowhere, place, venueName: venue.name, atHomeAddressOf };
}
