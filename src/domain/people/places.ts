import { type EvidenceColumns, physicalSpaceCodes } from '../evidence/columns.ts';
import { groupInOrder, recordedDays, usualWindowDays } from './groups.ts';
import { type Repeats, repeatsWithin } from './repeats.ts';

/** Repeats at places of one space. Counts only: no place is named and no position is given. */
export interface RepeatPlaces {
  readonly repeats: Repeats;
  /** Counted incidents of the space, with or without a place. */
  readonly incidents: number;
  /** Incidents left out because the place is only where the report was made. */
  readonly setAside: number;
}

/**
 * Repeat addresses in private space, by the code of the keyed address alone: never by coordinate, since a coordinate
 * may be that of a street or a block. Incidents without an address are counted, never matched.
 *
 * @throws RangeError when the window is not a positive number of days.
 */
export function repeatAddresses(
  evidence: EvidenceColumns,
  counted: ArrayLike<number>,
  windowDays = usualWindowDays,
): RepeatPlaces {
  const { chosen, setAside } = inPhysicalSpace(evidence, counted, physicalSpaceCodes.private);
  return placesOf(evidence, chosen, setAside, evidence.incidents.place, windowDays);
}

/**
 * Repeat positions and premises in public space: the same coordinate, to a tenth of a metre, and the same subtype. A
 * street's or a station's default position counts as one place, so a repeat may be none.
 *
 * @throws RangeError when the window is not a positive number of days.
 */
export function repeatPositions(
  evidence: EvidenceColumns,
  counted: ArrayLike<number>,
  windowDays = usualWindowDays,
): RepeatPlaces {
  const { chosen, setAside } = inPhysicalSpace(evidence, counted, physicalSpaceCodes.public);
  const keys = positionKeys(evidence.incidents, chosen);
  return placesOf(evidence, chosen, setAside, keys, windowDays);
}

function inPhysicalSpace(
  { incidents }: EvidenceColumns,
  counted: ArrayLike<number>,
  space: number,
): { chosen: Int32Array; setAside: number } {
  const chosen = new Int32Array(counted.length);
  let [length, setAside] = [0, 0];
  for (let at = 0; at < counted.length; at++) {
    const index = counted[at] ?? -1;
    if (incidents.physicalSpace[index] !== space) continue;
    if (incidents.setAside[index] === 1) setAside++;
    else chosen[length++] = index;
  }
  return { chosen: chosen.slice(0, length), setAside };
}

function placesOf(
  { incidents }: EvidenceColumns,
  chosen: Int32Array,
  setAside: number,
  keys: ArrayLike<number>,
  windowDays: number,
): RepeatPlaces {
  const groups = groupInOrder({ keys, incidentOf: null }, chosen, incidents.recordedMinutes);
  const firstDay = recordedDays(incidents.recordedMinutes)?.first ?? null;
  return {
    repeats: repeatsWithin(groups, incidents.length, firstDay, windowDays),
    incidents: chosen.length,
    setAside,
  };
}

/** Above the largest northing of the National Grid in tenths of a metre (13,000,000). */
const northingBase = 2 ** 24;

/** One number a coordinate and subtype, from 1; 0 = no position. */
function positionKeys(
  { easting, northing, subtype }: EvidenceColumns['incidents'],
  chosen: Int32Array,
): Uint32Array {
  const keys = new Uint32Array(easting.length);
  const points = new Map<number, number>();
  const places = new Map<number, number>();
  const numberOf = (known: Map<number, number>, key: number): number => {
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  };
  for (const index of chosen) {
    const east = Math.round((easting[index] ?? Number.NaN) * 10);
    const north = Math.round((northing[index] ?? Number.NaN) * 10);
    if (Number.isNaN(east) || Number.isNaN(north)) continue;
    const point = numberOf(points, east * northingBase + north);
    keys[index] = numberOf(places, point * subtype.values.length + (subtype.codes[index] ?? 0));
  }
  return keys;
}
