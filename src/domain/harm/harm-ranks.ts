import type { IncidentColumns } from '../evidence/columns.ts';

/** What stands for "in no unit" in a unitOf column. */
export const noUnit = -1;

/**
 * Which incidents belong to which unit: cells, places, areas, victims or suspects. The incidents of unit u are
 * `incident[start[u]]` up to, not including, `incident[start[u + 1]]`, each once.
 */
export interface UnitMembers {
  /** Number of units. */
  readonly units: number;
  /** One longer than the units. */
  readonly start: Uint32Array;
  /** Indexes in the incident columns. */
  readonly incident: Uint32Array;
}

/**
 * Members from pairs: entry i says that incident `incidentOf[i]` belongs to unit `unitOf[i]`. A pair that stands
 * twice (a suspect named twice on a record) counts once; a unit outside 0 to `units - 1` is no unit.
 *
 * @param incidentOf the incident of each pair; null where pair i is incident i itself.
 */
export function unitMembers(
  units: number,
  unitOf: Int32Array | Uint32Array,
  incidentOf: Int32Array | Uint32Array | null = null,
): UnitMembers {
  const start = new Uint32Array(units + 1);
  const isUnit = (unit: number): boolean => unit >= 0 && unit < units;
  for (const unit of unitOf) if (isUnit(unit)) start[unit + 1] = (start[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit < units; unit++) {
    start[unit + 1] = (start[unit + 1] ?? 0) + (start[unit] ?? 0);
  }
  const incident = new Uint32Array(start[units] ?? 0);
  const next = start.slice();
  for (let pair = 0; pair < unitOf.length; pair++) {
    const unit = unitOf[pair] ?? noUnit;
    if (!isUnit(unit)) continue;
    const at = next[unit] ?? 0;
    incident[at] = incidentOf === null ? pair : (incidentOf[pair] ?? 0);
    next[unit] = at + 1;
  }
  return incidentOf === null ? { units, start, incident } : withoutRepeats(units, start, incident);
}

function withoutRepeats(units: number, start: Uint32Array, incident: Uint32Array): UnitMembers {
  const length = incident.reduce((most, index) => Math.max(most, index + 1), 0);
  const lastUnit = new Uint32Array(length);
  const packed = new Uint32Array(units + 1);
  let kept = 0;
  for (let unit = 0; unit < units; unit++) {
    packed[unit] = kept;
    for (let at = start[unit] ?? 0; at < (start[unit + 1] ?? 0); at++) {
      const index = incident[at] ?? 0;
      if (lastUnit[index] === unit + 1) continue;
      lastUnit[index] = unit + 1;
      incident[kept++] = index;
    }
  }
  packed[units] = kept;
  return { units, start: packed, incident: incident.slice(0, kept) };
}

/** Incident indexes of one unit. */
export function membersOf(members: UnitMembers, unit: number): Uint32Array {
  return members.incident.subarray(members.start[unit] ?? 0, members.start[unit + 1] ?? 0);
}

/** Harm of each unit on one list. */
export interface UnitHarm {
  /** Sum of the weights, in the list's unit; NaN where no record of the unit is weighted. */
  readonly sum: Float64Array;
  /** Records without a weight. They are in the count and not in the sum. */
  readonly unweighted: Uint32Array;
  /** Rank by the sum, 1 = most; 0 = no rank: no list is loaded, or nothing of the unit is weighted. */
  readonly rank: Uint32Array;
  /** False where not one record has a weight: no list is loaded, or none of it fits. */
  readonly hasWeights: boolean;
}

/** Units beside each other by number of records and by harm on the two lists. */
export interface HarmRanks {
  readonly members: UnitMembers;
  readonly count: Uint32Array;
  /** Rank by the count, 1 = most; 0 for a unit without records. */
  readonly countRank: Uint32Array;
  /** ONS Crime Severity Score, in points. */
  readonly severity: UnitHarm;
  /** Cambridge Crime Harm Index, in days. */
  readonly cambridge: UnitHarm;
}

/**
 * Count, harm and ranks of every unit. Ranks are standard competition ranks: 1, 2, 2, 4. Weights are NaN where
 * a record is unweighted.
 */
export function harmRanks(
  incidents: Pick<IncidentColumns, 'severityScore' | 'cambridgeDays'>,
  members: UnitMembers,
): HarmRanks {
  const count = new Uint32Array(members.units);
  for (let unit = 0; unit < members.units; unit++) {
    count[unit] = (members.start[unit + 1] ?? 0) - (members.start[unit] ?? 0);
  }
  return {
    members,
    count,
    countRank: competitionRanks(Float64Array.from(count, (value) => value || Number.NaN)),
    severity: unitHarm(incidents.severityScore, members),
    cambridge: unitHarm(incidents.cambridgeDays, members),
  };
}

function unitHarm(weights: Float64Array, members: UnitMembers): UnitHarm {
  const sum = new Float64Array(members.units).fill(Number.NaN);
  const unweighted = new Uint32Array(members.units);
  let hasWeights = false;
  for (let unit = 0; unit < members.units; unit++) {
    const end = members.start[unit + 1] ?? 0;
    let total = 0;
    let without = 0;
    let records = 0;
    for (let at = members.start[unit] ?? 0; at < end; at++) {
      const weight = weights[members.incident[at] ?? 0] ?? Number.NaN;
      records++;
      if (Number.isNaN(weight)) without++;
      else total += weight;
    }
    unweighted[unit] = without;
    if (without === records) continue;
    sum[unit] = total;
    hasWeights = true;
  }
  return { sum, unweighted, rank: competitionRanks(sum), hasWeights };
}

/** Sums that differ by less than this, in the list's unit, tie: adding in another order changes the last digits. */
const tieStep = 1e-6;

/** Ranks of values from the largest, ties shared and the next rank skipped (1, 2, 2, 4); NaN has rank 0. */
export function competitionRanks(values: Float64Array): Uint32Array {
  const ranks = new Uint32Array(values.length);
  const steps = values.map((value) => Math.round(value / tieStep));
  const order = Uint32Array.from(values.keys())
    .filter((index) => !Number.isNaN(steps[index] ?? Number.NaN))
    .sort((a, b) => (steps[b] ?? 0) - (steps[a] ?? 0));
  let rank = 0;
  let previous = Number.NaN;
  for (const [position, index] of order.entries()) {
    const step = steps[index] ?? 0;
    if (step !== previous) rank = position + 1;
    previous = step;
    ranks[index] = rank;
  }
  return ranks;
}
