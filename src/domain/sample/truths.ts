import { dayOf, monthIndex, samplePeriod } from './calendar.ts';
import type { PlannedIncident } from './incident.ts';
import { type PersonKey, personReference } from './people.ts';
import type { Perception } from './perceptions.ts';
import {
  type GridPoint,
  isWithin,
  sampleForceName,
  sampleSquare,
  type TruthPlace,
  truthPlaces,
} from './place.ts';
import type { ReferencedIncident } from './plan.ts';
import type { Setting } from './settings.ts';
import type { Statement } from './voices.ts';
import type { World } from './world.ts';

/** What the sample's evidence was decided to be, before it is written as rows. */
export interface PlannedForce {
  readonly world: World;
  readonly incidents: readonly ReferencedIncident[];
  readonly perceptions: readonly Perception[];
  readonly statements: readonly Statement[];
}

interface PlaceTruth {
  readonly id: string;
  readonly kind: string;
  readonly place: TruthPlace;
  readonly hours: string;
  readonly toFind: string;
}

const anyHour = 'any';
const placeTruths: readonly PlaceTruth[] = [
  {
    id: 'night-economy',
    kind: 'hot-spot-high-harm',
    place: truthPlaces.nightEconomy,
    hours: 'Friday and Saturday 22:00 to 03:00',
    toFind:
      'A public space hot spot of women and girls harmed on nights out; high by count and by harm.',
  },
  {
    id: 'school-run',
    kind: 'hot-spot-low-harm',
    place: truthPlaces.schoolRun,
    hours: 'Monday to Friday 15:00 to 17:00 in term',
    toFind:
      'A public space hot spot by count, with girls as victims, that falls in rank when weighted by harm.',
  },
  {
    id: 'feared',
    kind: 'feared-little-recorded',
    place: truthPlaces.feared,
    hours: anyHour,
    toFind:
      'Many reports of feeling unsafe and many statements, and almost no incidents: not a hot spot of records.',
  },
  {
    id: 'default-geocode',
    kind: 'default-geocode',
    place: truthPlaces.defaultGeocode,
    hours: anyHour,
    toFind: 'Unrelated records that share one exact coordinate: a hot spot that is none.',
  },
  {
    id: 'growing',
    kind: 'growing-place',
    place: truthPlaces.growing,
    hours: anyHour,
    toFind: 'A public space hot spot whose monthly number rises in a line across the period.',
  },
  {
    id: 'fading',
    kind: 'fading-place',
    place: truthPlaces.fading,
    hours: anyHour,
    toFind: 'A public space hot spot whose monthly number falls in a line across the period.',
  },
];

const notPublic: ReadonlySet<Setting> = new Set([
  'home',
  'garden',
  'vehicle',
  'hotel',
  'hospital',
  'police-station',
  'online',
  'unknown',
]);

/** Whether the generator meant it as VAWG: by its code, or by a flag, and not cancelled or transferred. */
function isVawg({ kind, isDomestic, isHonourBased, isExploitation, crimeStatus }: PlannedIncident) {
  return (
    crimeStatus !== 'cancelled' &&
    crimeStatus !== 'transferred' &&
    (kind.isCore || isDomestic || isHonourBased || isExploitation)
  );
}

/** The planted truths with what was really generated, as indented JSON. */
export function truthText(force: PlannedForce): string {
  const { world, incidents } = force;
  const truths = [
    ...placeTruths.map((truth) => placeTruth(force, truth)),
    {
      id: 'repeat-victims',
      kind: 'repeat-victims',
      period: samplePeriod,
      toFind: 'Women who are victims four times or more, at one address, mostly by one suspect.',
      people: countedPeople(incidents, 'repeat-victims', 'repeat-victim', 'victims'),
    },
    {
      id: 'prolific-suspects',
      kind: 'prolific-suspects',
      period: samplePeriod,
      toFind: 'Suspects named for offences against five or more different women.',
      people: countedPeople(incidents, 'prolific-suspects', 'prolific-suspect', 'suspects'),
    },
  ];
  const document = {
    force: sampleForceName,
    note: 'Everything in this sample is made up. These truths were planted on purpose.',
    seed: world.seed,
    period: samplePeriod,
    square: sampleSquare,
    incidents: incidents.length,
    vawgIncidents: incidents.filter(({ incident }) => isVawg(incident)).length,
    truths,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function placeTruth(
  { world, incidents, perceptions, statements }: PlannedForce,
  truth: PlaceTruth,
) {
  const centre =
    truth.place.radiusMetres === 0 ? world.mesh.clearOfBoundaries(truth.place) : truth.place;
  const place = { ...truth.place, easting: centre.easting, northing: centre.northing };
  const planted = incidents.flatMap(({ incident }) =>
    incident.truth === truth.id ? incident : [],
  );
  const within = incidents.flatMap(({ incident }) =>
    incident.place && isWithin(place, incident.place) ? incident : [],
  );
  const vawgByMonth = Array.from({ length: 36 }, () => 0);
  for (const incident of planted.filter(isVawg)) {
    const month = monthIndex(dayOf(incident.occurredFrom));
    vawgByMonth[month] = (vawgByMonth[month] ?? 0) + 1;
  }
  return {
    id: truth.id,
    kind: truth.kind,
    name: truth.place.name,
    centre: { easting: place.easting, northing: place.northing } satisfies GridPoint,
    radiusMetres: place.radiusMetres,
    period: samplePeriod,
    hours: truth.hours,
    toFind: truth.toFind,
    expected: {
      plantedIncidents: planted.length,
      plantedVawgIncidents: planted.filter(isVawg).length,
      plantedPublicVawgIncidents: planted.filter(isPublicVawg).length,
      incidentsWithin: within.length,
      publicVawgIncidentsWithin: within.filter(isPublicVawg).length,
      perceptionsWithin: perceptions.filter(({ position }) => isWithin(place, position)).length,
      statements: statements.filter(
        ({ text }) => text.near && truthPlaces[text.near] === truth.place,
      ).length,
      plantedVawgByMonth: vawgByMonth,
    },
  };
}

function isPublicVawg(incident: PlannedIncident): boolean {
  return isVawg(incident) && !notPublic.has(incident.setting);
}

/** The people a truth planted, each with how many incidents name them. */
function countedPeople(
  incidents: readonly ReferencedIncident[],
  truth: string,
  pool: PersonKey['pool'],
  role: 'victims' | 'suspects',
) {
  const referencesOf = new Map<string, string[]>();
  for (const { reference, incident } of incidents) {
    if (incident.truth !== truth) continue;
    for (const person of incident[role]) {
      if (person.pool !== pool) continue;
      const references = referencesOf.get(personReference(person));
      if (references) references.push(reference);
      else referencesOf.set(personReference(person), [reference]);
    }
  }
  return [...referencesOf]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reference, named]) => ({ reference, incidents: named.length, references: named }));
}
