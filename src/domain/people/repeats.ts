import type { Groups } from './groups.ts';

/** Repeats of people or places within a rolling window. One incident counts once a person (or place). */
export interface Repeats {
  /** The window in days. */
  readonly windowDays: number;
  /** Identified people (or places) with at least one dated incident. */
  readonly identified: number;
  /** Those of them with at least one repeat. */
  readonly repeated: number;
  /** Different incidents with a date and an identified person (or place). */
  readonly incidents: number;
  /** Different incidents that came within the window after an earlier one of the same person (or place). */
  readonly repeatIncidents: number;
  /** Repeat incidents that were recorded on the same day as the one before: perhaps one report, several crimes. */
  readonly sameDay: number;
  /** Different dated incidents of those with a repeat, the first one included. */
  readonly incidentsOfRepeated: number;
  /** People (or places) with 1, 2, 3, and 4 or more dated incidents in the whole period. */
  readonly distribution: readonly [number, number, number, number];
  /** Entries without an identifier: counted, never matched. */
  readonly withoutIdentifier: number;
  /** Different incidents with an identified person (or place) and no recorded date: never a repeat. */
  readonly withoutDate: number;
  /** Different dated incidents of the first `windowDays` days of the data, whose earlier ones cannot be seen. */
  readonly inFirstWindow: number;
  /** 1 for each group with a repeat, in the order of the groups. */
  readonly isRepeated: Uint8Array;
}

/**
 * Counts repeats: an incident recorded no more than `windowDays` whole days after an earlier one of the same group.
 *
 * @param incidentCount Number of incidents in the columns.
 * @param firstDay First recorded day of the data; null when nothing is dated.
 * @throws RangeError when the window is not a positive number of days.
 */
export function repeatsWithin(
  groups: Groups,
  incidentCount: number,
  firstDay: number | null,
  windowDays: number,
): Repeats {
  if (!(windowDays > 0)) throw new RangeError('The window must be a positive number of days.');
  const marks = new Uint8Array(incidentCount);
  const isRepeated = new Uint8Array(groups.count);
  const distribution: [number, number, number, number] = [0, 0, 0, 0];
  let [identified, repeated] = [0, 0];
  for (let group = 0; group < groups.count; group++) {
    const { dated, repeats } = walkGroup(groups, group, { marks, firstDay, windowDays });
    if (dated === 0) continue;
    identified++;
    const place = Math.min(dated, 4) - 1;
    distribution[place] = (distribution[place] ?? 0) + 1;
    if (repeats === 0) continue;
    repeated++;
    isRepeated[group] = 1;
    const end = (groups.starts[group] ?? 0) + dated;
    for (let at = groups.starts[group] ?? 0; at < end; at++)
      mark(marks, groups.incidents[at], bits.ofRepeated);
  }
  return {
    windowDays,
    identified,
    repeated,
    ...countMarks(marks),
    distribution,
    withoutIdentifier: groups.withoutKey,
    isRepeated,
  };
}

const bits = { dated: 1, undated: 2, repeat: 4, sameDay: 8, ofRepeated: 16, early: 32 } as const;

function mark(marks: Uint8Array, incident: number | undefined, bit: number): void {
  if (incident !== undefined) marks[incident] = (marks[incident] ?? 0) | bit;
}

interface Walk {
  readonly marks: Uint8Array;
  readonly firstDay: number | null;
  readonly windowDays: number;
}

/** Marks the incidents of one group; gives how many are dated and how many of those are repeats. */
function walkGroup(
  { starts, incidents, days }: Groups,
  group: number,
  { marks, firstDay, windowDays }: Walk,
): { dated: number; repeats: number } {
  let [dated, repeats] = [0, 0];
  let before = Number.NaN;
  for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) {
    const day = days[at] ?? Number.NaN;
    const incident = incidents[at];
    if (Number.isNaN(day)) {
      mark(marks, incident, bits.undated);
      continue;
    }
    dated++;
    mark(marks, incident, bits.dated);
    if (firstDay !== null && day - firstDay < windowDays) mark(marks, incident, bits.early);
    if (day - before <= windowDays) {
      repeats++;
      mark(marks, incident, day === before ? bits.repeat | bits.sameDay : bits.repeat);
    }
    before = day;
  }
  return { dated, repeats };
}

function countMarks(
  marks: Uint8Array,
): Pick<
  Repeats,
  | 'incidents'
  | 'repeatIncidents'
  | 'sameDay'
  | 'incidentsOfRepeated'
  | 'withoutDate'
  | 'inFirstWindow'
> {
  const counts = new Float64Array(6);
  for (const held of marks) {
    if (held === 0) continue;
    for (let bit = 0; bit < 6; bit++) counts[bit] = (counts[bit] ?? 0) + ((held >> bit) & 1);
  }
  const [
    incidents = 0,
    withoutDate = 0,
    repeatIncidents = 0,
    sameDay = 0,
    ofRepeated = 0,
    early = 0,
  ] = counts;
  return {
    incidents,
    repeatIncidents,
    sameDay,
    incidentsOfRepeated: ofRepeated,
    withoutDate,
    inFirstWindow: early,
  };
}
