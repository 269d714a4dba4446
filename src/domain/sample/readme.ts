import { populationTotal } from './area-files.ts';
import { samplePeriod } from './calendar.ts';
import {
  incidentColumns,
  partnerColumns,
  perceptionColumns,
  populationColumns,
  venueColumns,
  voiceColumns,
} from './headers.ts';
import { councilEventCount, healthEventCount } from './partner.ts';
import { perceptionCount } from './perceptions.ts';
import { sampleForceName, sampleSquare } from './place.ts';
import type { PlannedForce } from './truths.ts';

/** The README beside the sample's files: what it is, where, when, and which columns. */
export function readmeText({ world, incidents, statements }: PlannedForce): string {
  const { easting, northing, sideMetres } = sampleSquare;
  const columns = (names: readonly string[]) => `    ${names.join(', ')}`;
  return `${sampleForceName}

EVERYTHING HERE IS MADE UP. No person, address, place, venue, organisation or event in these files
is real, and nothing was taken from real records. Do not mix them with real data.

Seed      ${world.seed}. The same seed and number of incidents give the same bytes, on any day.
Period    ${samplePeriod.from} to ${samplePeriod.to}, 36 months. Nothing is recorded outside it; some
          offences were committed years earlier.
Ground    British National Grid square with its south-west corner at ${easting}, ${northing} and a side
          of ${sideMetres / 1000} km: open sea in life, so that no point is anybody's address. Positions are in
          whole metres. Postcodes in ZZ and property numbers in 9990 are invented.
People    ${world.mesh.areas.length} areas with about ${populationTotal} people.

Dates are written dd/mm/yyyy hh:mm. 00:00 often means that the time is not known. Blank means not
recorded. Ages are at the time of the offence.

northmoor-incidents.csv: ${incidents.length} incidents, crime by victim by suspect. An incident with two
  victims and two suspects has four rows that repeat its fields; count references, not rows.
${columns(incidentColumns)}

northmoor-partner-health.csv: ${healthEventCount} events, northmoor-partner-council.csv: ${councilEventCount}.
${columns(partnerColumns)}

northmoor-perceptions.csv: ${perceptionCount} reports of feeling unsafe; reasons parted by semicolons. These
  are not crimes and are never added to them.
${columns(perceptionColumns)}

northmoor-voices.csv: ${statements.length} statements from 25 engagements with women and girls, one row each.
${columns(voiceColumns)}

northmoor-venues.csv: ${world.venues.length} venues.
${columns(venueColumns)}

northmoor-areas.geojson: the areas, in WGS84, with code, name and type.
northmoor-population.csv: who lives in them; each person is in one row.
${columns(populationColumns)}

northmoor-activities.csv: what was done where. northmoor-calendar.csv: promotions and events.
northmoor-comparators.csv: published counts of the force and of four made-up similar forces.
northmoor-capability.csv and northmoor-conduct.csv: small tables that a force supplies by hand; import
  them as capability and as conduct, since their columns alone do not tell.

planted-truths.json: what was hidden in the data on purpose, so that people and tests can see
  whether it is found.
`;
}
