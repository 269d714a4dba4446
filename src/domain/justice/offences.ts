import {
  crimeStatusNames,
  type IncidentColumns,
  noMinutes,
  threatNames,
} from '../evidence/columns.ts';
import { isInSpace } from '../evidence/select.ts';

/** Whole minutes as in the columns; `to` excluded; null = open. */
export interface RecordedPeriod {
  readonly fromMinutes: number | null;
  readonly toMinutes: number | null;
}

/** Offences recorded in a period, and why each other incident is none. */
export interface RecordedOffences {
  /** Indexes of the incidents that are offences, in the order given. */
  readonly offences: Int32Array;
  readonly notCrimes: number;
  readonly cancelledOrTransferred: number;
  readonly withoutDate: number;
  readonly outsidePeriod: number;
}

/** The offences (crimes, neither cancelled nor transferred) of the given incidents that were recorded in a period. */
export function offencesRecorded(
  incidents: IncidentColumns,
  indexes: ArrayLike<number>,
  { fromMinutes, toMinutes }: RecordedPeriod,
): RecordedOffences {
  const cancelled = crimeStatusNames.indexOf('cancelled');
  const transferred = crimeStatusNames.indexOf('transferred');
  const offences = new Int32Array(indexes.length);
  let [count, notCrimes, cancelledOrTransferred, withoutDate, outsidePeriod] = [0, 0, 0, 0, 0];
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    const status = incidents.crimeStatus[index];
    const minutes = incidents.recordedMinutes[index] ?? noMinutes;
    if (incidents.isCrime[index] !== 1) notCrimes++;
    else if (status === cancelled || status === transferred) cancelledOrTransferred++;
    else if (minutes === noMinutes) withoutDate++;
    else if (minutes < (fromMinutes ?? minutes) || minutes >= (toMinutes ?? minutes + 1))
      outsidePeriod++;
    else offences[count++] = index;
  }
  return {
    offences: offences.slice(0, count),
    notCrimes,
    cancelledOrTransferred,
    withoutDate,
    outsidePeriod,
  };
}

/** The spaces that figures are split by; one incident may be in two, so they do not add up. */
export const splitSpaces = ['online', 'private', 'public', 'unclassified'] as const;
export type SplitName = 'all' | (typeof splitSpaces)[number] | (typeof threatNames)[number];

/** Incidents of one space or threat, or all of them. */
export interface Part {
  readonly name: SplitName;
  readonly indexes: Int32Array;
}

/**
 * The given incidents as all, by space, and by national threat. An incident may be in several parts, so they do not
 * add up to all. Figures of several measures share the parts: finding them is the dear step.
 */
export function partsOf(incidents: IncidentColumns, indexes: Int32Array): Part[] {
  const { threats } = incidents;
  const chosen = new Int32Array(indexes.length);
  const part = (name: SplitName, isIn: (index: number) => boolean): Part => {
    let count = 0;
    for (const index of indexes) if (isIn(index)) chosen[count++] = index;
    return { name, indexes: chosen.slice(0, count) };
  };
  return [
    { name: 'all', indexes },
    ...splitSpaces.map((name) => part(name, (index) => isInSpace(incidents, index, name))),
    ...threatNames.map((name, bit) =>
      part(name, (index) => ((threats[index] ?? 0) & (1 << bit)) !== 0),
    ),
  ];
}

/** A figure of each part, in their order. */
export function figuresOf<Figure>(
  parts: readonly Part[],
  figure: (own: Int32Array) => Figure,
): { readonly name: SplitName; readonly figure: Figure }[] {
  return parts.map(({ name, indexes }) => ({ name, figure: figure(indexes) }));
}
