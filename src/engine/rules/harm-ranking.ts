import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { HarmListSummary, HarmRanking } from '../../contract/rules.ts';
import { permittedCellMetres } from '../../domain/disclosure/homes.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import { firstOfEach, harmCautions, membersAmong } from '../../domain/figures/harm.ts';
import { assignAreas } from '../../domain/geography/area-membership.ts';
import { cellCentre, cellIndexOf, gridOver } from '../../domain/geography/cells.ts';
import {
  type HarmRanks,
  harmRanks,
  membersOf,
  noUnit,
  type UnitHarm,
} from '../../domain/harm/harm-ranks.ts';
import { harmEvidence, topOffence } from '../../domain/harm/rests-on.ts';
import type { HarmWeightList } from '../../domain/harm/weight-list.ts';
import { pointsUnderFilter } from '../analysis/select-points.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';

const adultAgeYears = 18;

/** Units to rank: what each is called, and the unit of each incident (-1 = none). */
interface Units {
  readonly names: readonly string[];
  readonly unitOf: Int32Array;
  /** Incident of each pair of people; null where entry i is incident i. */
  readonly incidentOf: Int32Array | null;
  /** That a victim's harm rests on one victim needs no caution. */
  readonly areThemselves: 'victim' | 'suspect' | 'offence' | null;
}

/** Units ranked by count and by harm on each loaded list, the first by any measure. */
export async function harmRanking(
  session: Session,
  { filter, by, cellMetres, limit }: ParsedInput<'harmRanking'>,
  job: Job,
): Promise<HarmRanking> {
  const { columns, lists } = await session.evidence(job);
  const { incidents } = columns;
  // Only police incidents have a harm: another kind of evidence in the filter means all of them.
  const counted = filter.evidence === 'vawg' ? 'vawg' : 'all-incidents';
  const selection = pointsUnderFilter(
    session,
    columns,
    { ...filter, evidence: counted },
    { needsPositions: by === 'cells', isBounded: false, weights: null },
  );
  const chosen = selection.indexes;
  const units = {
    cells: () => cellUnits(columns, chosen, permittedCellMetres(filter, cellMetres)),
    areas: () => areaUnits(session, columns),
    offences: () => offenceUnits(columns),
    addresses: () => keyedUnits('Address', columns.incidents.place, null, null),
    victims: () => keyedUnits('Victim', columns.victims.person, columns.victims.incident, 'victim'),
    suspects: () => suspectUnits(columns),
  }[by]();
  const members = membersAmong(units, chosen, incidents.length);
  const ranks = harmRanks(incidents, members);
  const evidence = harmEvidence(columns);
  const measures = measuresOf(columns, ranks);
  // As many by each measure: cutting the joint list would drop those of few incidents and most harm.
  const shown = firstOfEach(
    [ranks.countRank, ...measures.map(({ harm }) => harm.rank)],
    Math.max(1, Math.floor(limit / (1 + measures.length))),
  );
  return {
    lists: { severity: listSummary(lists.severity), cambridge: listSummary(lists.cambridge) },
    units: ranks.count.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    incidents: chosen.length,
    inNoUnit: chosen.length - new Set(members.incident).size,
    leftOut: selection.leftOut,
    unweighted: {
      severity: countUnweighted(incidents.severityScore, chosen),
      cambridge: countUnweighted(incidents.cambridgeDays, chosen),
    },
    rows: shown.map((unit) => {
      const own = membersOf(members, unit);
      const topBy = (weights: Float64Array): string => {
        const top = topOffence(evidence, own, weights);
        if (top === null) return '';
        const title = incidents.offence.values[top.offence] || 'offence not recorded';
        return `${title} (${(100 * top.share).toFixed(0)} %)`;
      };
      return {
        unit: units.names[unit] ?? '',
        count: ranks.count[unit] ?? 0,
        countRank: ranks.countRank[unit] ?? 0,
        severity: known(ranks.severity.sum[unit]),
        severityRank: ranks.severity.rank[unit] || null,
        cambridgeDays: known(ranks.cambridge.sum[unit]),
        cambridgeRank: ranks.cambridge.rank[unit] || null,
        unweightedSeverity: ranks.severity.unweighted[unit] ?? 0,
        unweightedCambridge: ranks.cambridge.unweighted[unit] ?? 0,
        topOffence: {
          severity: topBy(incidents.severityScore),
          cambridge: topBy(incidents.cambridgeDays),
        },
        cautions: harmCautions(evidence, own, measures, unit, units.areThemselves),
      };
    }),
  };
}

/** What units are weighed by: the lists that have weights for any of them. */
export function measuresOf({ incidents }: EvidenceColumns, ranks: HarmRanks) {
  const all: { short: 'ONS' | 'Cambridge'; weights: Float64Array; harm: UnitHarm }[] = [
    { short: 'ONS', weights: incidents.severityScore, harm: ranks.severity },
    { short: 'Cambridge', weights: incidents.cambridgeDays, harm: ranks.cambridge },
  ];
  return all.filter(({ harm }) => harm.hasWeights);
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

function countUnweighted(weights: Float64Array, chosen: Int32Array): number {
  let count = 0;
  for (const index of chosen) if (Number.isNaN(weights[index] ?? Number.NaN)) count++;
  return count;
}

function listSummary(list: HarmWeightList | null): HarmListSummary | null {
  if (list === null) return null;
  const { name, edition, source, byHomeOfficeCode, byClass, byCjsCode } = list;
  return { name, edition, source, weights: byHomeOfficeCode.size + byClass.size + byCjsCode.size };
}

function offenceUnits({ incidents }: EvidenceColumns): Units {
  return {
    names: incidents.offence.values.map((title) => title || 'not recorded'),
    unitOf: Int32Array.from(incidents.offence.codes),
    incidentOf: null,
    areThemselves: 'offence',
  };
}

function areaUnits(session: Session, { incidents }: EvidenceColumns): Units {
  const { index, list } = session.areas().counting;
  if (index === null) {
    throw new FailureError(
      'nothing-to-show',
      'There are no areas in this workspace.',
      'Import boundaries (wards, LSOAs), or rank by cells or offences.',
    );
  }
  return {
    names: list.map((area) => area.name),
    unitOf: assignAreas(index, incidents.easting, incidents.northing),
    incidentOf: null,
    areThemselves: null,
  };
}

/**
 * Addresses or people by their keyed number, which says nothing outside this workspace. A missing identifier is
 * in no unit: nobody is matched by it.
 */
function keyedUnits(
  word: string,
  keys: Uint32Array,
  incidentOf: Int32Array | null,
  areThemselves: Units['areThemselves'],
): Units {
  const most = keys.reduce((highest, key) => Math.max(highest, key), 0);
  const names = Array.from({ length: most }, (_, key) => `${word} ${key + 1}`);
  return {
    names,
    unitOf: Int32Array.from(keys, (key) => key - 1),
    incidentOf,
    areThemselves,
  };
}

/** Suspects but those who were eliminated, and children: they are safeguarded first and ranked nowhere. */
function suspectUnits({ suspects }: EvidenceColumns): Units {
  const eliminated = suspects.status.values.indexOf('eliminated');
  const units = keyedUnits('Suspect', suspects.person, suspects.incident, 'suspect');
  const unitOf = units.unitOf.map((unit, entry) => {
    const age = suspects.ageYears[entry] ?? -1;
    const isChild = age >= 0 && age < adultAgeYears;
    const isEliminated = eliminated > 0 && suspects.status.codes[entry] === eliminated;
    return isChild || isEliminated ? noUnit : unit;
  });
  return { ...units, unitOf };
}

/** Square cells over the chosen records, named by the grid reference of their middle. */
function cellUnits({ incidents }: EvidenceColumns, chosen: Int32Array, metres: number): Units {
  const { easting, northing } = incidents;
  const bounds = {
    minEasting: Number.POSITIVE_INFINITY,
    minNorthing: Number.POSITIVE_INFINITY,
    maxEasting: Number.NEGATIVE_INFINITY,
    maxNorthing: Number.NEGATIVE_INFINITY,
  };
  for (const index of chosen) {
    const east = easting[index] ?? 0;
    const north = northing[index] ?? 0;
    bounds.minEasting = Math.min(bounds.minEasting, east);
    bounds.maxEasting = Math.max(bounds.maxEasting, east);
    bounds.minNorthing = Math.min(bounds.minNorthing, north);
    bounds.maxNorthing = Math.max(bounds.maxNorthing, north);
  }
  const unitOf = new Int32Array(incidents.length).fill(-1);
  const whole = { unitOf, incidentOf: null, areThemselves: null };
  if (chosen.length === 0) return { names: [], ...whole };
  const grid = gridOver(bounds, metres, 'square');
  // Most cells of a force are empty: only those with a record get a number and a name.
  const unitOfCell = new Map<number, number>();
  const names: string[] = [];
  for (const index of chosen) {
    const cell = cellIndexOf(grid, easting[index] ?? 0, northing[index] ?? 0);
    if (cell < 0) continue;
    if (!unitOfCell.has(cell)) {
      unitOfCell.set(cell, names.length);
      const [east, north] = cellCentre(grid, cell);
      names.push(`${Math.round(east)}, ${Math.round(north)}`);
    }
    unitOf[index] = unitOfCell.get(cell) ?? -1;
  }
  return { names, ...whole };
}
