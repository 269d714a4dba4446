import { dayOf, yearOf } from './calendar.ts';
import type { PlannedIncident } from './incident.ts';
import { ordinaryKinds, vawgKinds } from './offences.ts';
import { planIncident } from './plan-incident.ts';
import { plantedIncidents } from './planted.ts';
import { choices, randomStream } from './random.ts';
import type { World } from './world.ts';

/** An incident with the reference it got when it was recorded. */
export interface ReferencedIncident {
  readonly reference: string;
  readonly incident: PlannedIncident;
}

const kinds = choices(
  ...[...vawgKinds, ...ordinaryKinds].map((kind) => [kind, kind.share] as const),
);

/**
 * Decides every incident of the sample and puts them in the order in which they were recorded. The planted ones
 * come out of the total, so `incidents` is exactly what the file holds.
 */
export function planIncidents(world: World, incidents: number): ReferencedIncident[] {
  const size = { incidents };
  const planned: PlannedIncident[] = [];
  for (const { kind, planting } of plantedIncidents(world, incidents)) {
    planned.push(planIncident(world, size, planned.length, kind, planting));
  }
  const random = randomStream(world.seed, 'kinds');
  while (planned.length < incidents) {
    planned.push(planIncident(world, size, planned.length, random.weighted(kinds)));
  }
  planned.sort((one, other) => one.recordedAt - other.recordedAt || one.number - other.number);
  const last = new Map<string, number>();
  return planned.map((incident) => {
    const series = `${incident.recordType === 'crime' ? 'NMC' : 'NMI'}/${yearOf(dayOf(incident.recordedAt))}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return { reference: `${series}/${String(number).padStart(6, '0')}`, incident };
  });
}
