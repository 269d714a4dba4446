import { areaText, populationText } from './area-files.ts';
import {
  activityText,
  calendarText,
  capabilityText,
  comparatorText,
  conductText,
} from './context-files.ts';
import { csvText } from './csv.ts';
import { incidentColumns } from './headers.ts';
import { incidentRows } from './incident-rows.ts';
import { councilText, healthText } from './partner.ts';
import { type GridToWgs84, perceptionText, planPerceptions } from './perceptions.ts';
import { planIncidents } from './plan.ts';
import { ordinaryIncidentCount } from './planted.ts';
import { readmeText } from './readme.ts';
import { type PlannedForce, truthText } from './truths.ts';
import { venueText } from './venues.ts';
import { planVoices, voiceText } from './voices.ts';
import { buildWorld } from './world.ts';

export { sampleForceName } from './place.ts';
export type { GridToWgs84 };

export interface SampleFile {
  readonly name: string;
  readonly kind:
    | 'incidents'
    | 'partner'
    | 'perceptions'
    | 'voices'
    | 'venues'
    | 'areas'
    | 'population'
    | 'activities'
    | 'calendar'
    | 'comparators'
    | 'capability'
    | 'conduct'
    | 'truths'
    | 'readme';
  /** The file's text in chunks; each call starts again from the beginning. */
  readonly text: () => Iterable<string>;
}

export interface SampleOptions {
  /** A whole number of 0 or more; another seed is another force on the same ground. */
  readonly seed?: number;
  /** How many incidents, crimes and others together. At least 300, so that every planted truth has room. */
  readonly incidents?: number;
  readonly gridToWgs84: GridToWgs84;
}

const fewestIncidents = 300;

/**
 * Makes the sample force: a plainly fictional force of 36 months with planted truths. The same options give the
 * same bytes, whatever the day and the machine. Throws RangeError for a seed or number it cannot use.
 *
 * Incidents are decided at once (about 40 MB for 60,000); texts are written as they are read.
 */
export function generateSampleForce(options: SampleOptions): SampleFile[] {
  const seed = options.seed ?? 1;
  const incidentCount = options.incidents ?? ordinaryIncidentCount;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError('the seed is a whole number from 0 to 4294967295');
  }
  if (!Number.isInteger(incidentCount) || incidentCount < fewestIncidents) {
    throw new RangeError(`the sample has a whole number of incidents, at least ${fewestIncidents}`);
  }
  const world = buildWorld(seed);
  const force: PlannedForce = {
    world,
    incidents: planIncidents(world, incidentCount),
    perceptions: planPerceptions(world),
    statements: planVoices(world),
  };
  const { mesh, venues } = world;
  const { gridToWgs84 } = options;
  return [
    {
      name: 'northmoor-incidents.csv',
      kind: 'incidents',
      text: () => csvText(incidentColumns, incidentRows(world, force.incidents)),
    },
    { name: 'northmoor-partner-health.csv', kind: 'partner', text: () => healthText(world) },
    { name: 'northmoor-partner-council.csv', kind: 'partner', text: () => councilText(world) },
    {
      name: 'northmoor-perceptions.csv',
      kind: 'perceptions',
      text: () => perceptionText(world, force.perceptions, gridToWgs84),
    },
    {
      name: 'northmoor-voices.csv',
      kind: 'voices',
      text: () => voiceText(world, force.statements),
    },
    { name: 'northmoor-venues.csv', kind: 'venues', text: () => venueText(venues) },
    { name: 'northmoor-areas.geojson', kind: 'areas', text: () => areaText(mesh, gridToWgs84) },
    {
      name: 'northmoor-population.csv',
      kind: 'population',
      text: () => populationText(seed, mesh),
    },
    { name: 'northmoor-activities.csv', kind: 'activities', text: () => activityText(world) },
    { name: 'northmoor-calendar.csv', kind: 'calendar', text: () => calendarText(seed) },
    { name: 'northmoor-comparators.csv', kind: 'comparators', text: () => comparatorText(seed) },
    { name: 'northmoor-capability.csv', kind: 'capability', text: () => capabilityText(seed) },
    { name: 'northmoor-conduct.csv', kind: 'conduct', text: () => conductText(seed) },
    { name: 'planted-truths.json', kind: 'truths', text: () => [truthText(force)] },
    { name: 'README.txt', kind: 'readme', text: () => [readmeText(force)] },
  ];
}
