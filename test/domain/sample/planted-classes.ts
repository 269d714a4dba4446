import { threatNames } from '../../../src/domain/evidence/columns.ts';
import type { PlannedIncident } from '../../../src/domain/sample/incident.ts';
import { vawgKinds } from '../../../src/domain/sample/offences.ts';
import { planIncidents } from '../../../src/domain/sample/plan.ts';
import type { Setting } from '../../../src/domain/sample/settings.ts';
import { buildWorld } from '../../../src/domain/sample/world.ts';
import type { Said } from '../vawg/classify-records.ts';

/** What an incident of the sample was decided to be, before it was written down with gaps and slips. */
export interface Truth {
  readonly vawg: boolean;
  readonly online: boolean;
  readonly private: boolean;
  readonly public: boolean;
  readonly unclassified: boolean;
  readonly threats: ReadonlySet<string>;
}

const spaceOf: Readonly<Record<Setting, 'private' | 'public' | 'online' | 'none'>> = {
  home: 'private',
  garden: 'private',
  vehicle: 'private',
  hotel: 'private',
  street: 'public',
  park: 'public',
  licensed: 'public',
  food: 'public',
  shop: 'public',
  transport: 'public',
  'car-park': 'public',
  school: 'public',
  work: 'public',
  leisure: 'public',
  'large-venue': 'public',
  // Where a report was made is no place of the offence.
  hospital: 'none',
  'police-station': 'none',
  online: 'online',
  unknown: 'none',
};

const sexual = new Set([
  'rape',
  'rape-of-girl',
  'rape-of-small-girl',
  'rape-of-man',
  'sexual-assault',
  'penetration',
  'sexual-assault-small-girl',
  'sexual-assault-man',
]);
const ofChildren = new Set([
  'rape-of-girl',
  'rape-of-small-girl',
  'sexual-assault-small-girl',
  'sexual-activity-child',
  'communication-child',
  'grooming',
  'indecent-images',
  'exploited-child',
]);
const kinds = new Set(vawgKinds.map(({ key }) => key));

/** The truth of each incident of the sample, by its reference. */
export function plannedTruths(incidents: number): ReadonlyMap<string, Truth> {
  const planned = planIncidents(buildWorld(1), incidents);
  return new Map(planned.map(({ reference, incident }) => [reference, truthOf(incident)]));
}

function truthOf(incident: PlannedIncident): Truth {
  const { kind, setting, crimeStatus, isDomestic, isHonourBased, isExploitation } = incident;
  const isLive = crimeStatus !== 'cancelled' && crimeStatus !== 'transferred';
  const isOnline = setting === 'online';
  const isFlagged = isDomestic || isHonourBased || isExploitation;
  const vawg = isLive && (kind.isCore || isFlagged || (isOnline && kinds.has(kind.key)));
  const space = spaceOf[setting];
  const threats = new Set<string>();
  if (vawg) {
    if (isDomestic) threats.add('domestic-abuse');
    if (sexual.has(kind.key)) threats.add('rape-serious-sexual');
    if (ofChildren.has(kind.key) || isExploitation) threats.add('child-sexual');
    if (isOnline) threats.add('tech-enabled');
    if (isHonourBased || kind.key === 'forced-marriage') threats.add('honour-based');
  }
  return {
    vawg,
    online: isOnline,
    private: space === 'private',
    public: space === 'public',
    unclassified: space === 'none',
    threats,
  };
}

/** One line of the table: what was planned beside what the rules found. */
export interface Comparison {
  readonly what: string;
  readonly planned: number;
  readonly found: number;
  readonly both: number;
}

/** Planned against found, for VAWG, each space and each threat. */
export function compareClasses(
  pairs: readonly { readonly truth: Truth; readonly said: Said }[],
): Comparison[] {
  const compare = (
    what: string,
    isPlanned: (truth: Truth) => boolean,
    isFound: (said: Said) => boolean,
  ): Comparison => {
    const planned = pairs.filter(({ truth }) => isPlanned(truth));
    return {
      what,
      planned: planned.length,
      found: pairs.filter(({ said }) => isFound(said)).length,
      both: planned.filter(({ said }) => isFound(said)).length,
    };
  };
  return [
    compare(
      'VAWG',
      ({ vawg }) => vawg,
      ({ inVawg }) => inVawg,
    ),
    compare(
      'Online element',
      ({ online }) => online,
      ({ online }) => online,
    ),
    compare(
      'Private space',
      (truth) => truth.private,
      ({ space }) => space === 'private',
    ),
    compare(
      'Public space',
      (truth) => truth.public,
      ({ space }) => space === 'public',
    ),
    compare(
      'Unclassified or set aside',
      ({ unclassified }) => unclassified,
      ({ space, online }) => space === 'none' && !online,
    ),
    ...threatNames.map((threat) =>
      compare(
        threat,
        ({ threats }) => threats.has(threat),
        ({ threats, inVawg }) => inVawg && threats.includes(threat),
      ),
    ),
  ];
}

/** The comparison as the rows of a Markdown table. */
export function asMarkdown(rows: readonly Comparison[]): string[] {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
  return rows.map(
    ({ what, planned, found, both }) =>
      `| ${what} | ${planned} | ${found} | ${both} | ${percent(both, found)} | ${percent(both, planned)} |`,
  );
}
