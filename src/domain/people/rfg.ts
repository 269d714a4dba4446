import { minutesPerDay } from '../time/policing-day.ts';
import { dayOf, type Groups, usualWindowDays } from './groups.ts';

/**
 * Recency, frequency and gravity of each person, in the order of the groups, each as a raw value and as a score of
 * 1 to 5 among the people scored. People without a dated incident are not scored (0).
 */
export interface RfgScores {
  /** Days from the latest incident to the data cut; NaN = no dated incident. */
  readonly daysSince: Float64Array;
  /** Incidents recorded in the window up to the data cut. */
  readonly frequency: Uint32Array;
  /** Sum of the severity weights of all dated incidents to the data cut that have one. */
  readonly gravity: Float64Array;
  /** Incidents without a weight, left out of the gravity. */
  readonly unweighted: Uint32Array;
  readonly recencyScore: Uint8Array;
  readonly frequencyScore: Uint8Array;
  readonly gravityScore: Uint8Array;
  /** Sum of the three, 3 to 15. */
  readonly total: Uint8Array;
  readonly scored: number;
  /** People whose incidents all lack a date or lie after the cut. */
  readonly notScored: number;
}

/**
 * RFG scores of people. The scores are quintiles among these people: 1 for the lowest fifth, 5 for the highest; equal
 * values share the lower score. So a score ranks within this data and means nothing outside it.
 *
 * @param severityScore Weight of each incident; NaN = unweighted.
 * @param cutMinutes The data cut: incidents after it are passed over.
 * @param windowDays Days of the frequency window, the day of the cut included.
 */
export function rfgScores(
  groups: Groups,
  severityScore: Float64Array,
  cutMinutes: number,
  windowDays = usualWindowDays,
): RfgScores {
  const daysSince = new Float64Array(groups.count).fill(Number.NaN);
  const frequency = new Uint32Array(groups.count);
  const gravity = new Float64Array(groups.count);
  const unweighted = new Uint32Array(groups.count);
  const cut = dayOf(cutMinutes);
  const scoredGroups: number[] = [];
  for (let group = 0; group < groups.count; group++) {
    for (let at = groups.starts[group] ?? 0; at < (groups.starts[group + 1] ?? 0); at++) {
      const since = cut - (groups.days[at] ?? Number.NaN);
      if (!(since >= 0)) continue;
      daysSince[group] = since;
      if (since < windowDays) frequency[group] = (frequency[group] ?? 0) + 1;
      const score = severityScore[groups.incidents[at] ?? -1] ?? Number.NaN;
      if (Number.isNaN(score)) unweighted[group] = (unweighted[group] ?? 0) + 1;
      else gravity[group] = (gravity[group] ?? 0) + score;
    }
    if (!Number.isNaN(daysSince[group] ?? Number.NaN)) scoredGroups.push(group);
  }
  const recencyScore = quintiles(
    daysSince.map((days) => -days),
    scoredGroups,
  );
  const frequencyScore = quintiles(frequency, scoredGroups);
  const gravityScore = quintiles(gravity, scoredGroups);
  return {
    daysSince,
    frequency,
    gravity,
    unweighted,
    recencyScore,
    frequencyScore,
    gravityScore,
    total: recencyScore.map(
      (score, group) => score + (frequencyScore[group] ?? 0) + (gravityScore[group] ?? 0),
    ),
    scored: scoredGroups.length,
    notScored: groups.count - scoredGroups.length,
  };
}

/** The minute that ends a day since 1970-01-01, as a data cut. */
export function endOfDay(day: number): number {
  return (day + 1) * minutesPerDay - 1;
}

/**
 * Quintile scores 1 to 5 of the chosen entries, 0 of the others: one and five times the share of the chosen with a
 * lower value, rounded down. Equal values share the score of the lowest of them.
 */
export function quintiles(values: ArrayLike<number>, chosen: readonly number[]): Uint8Array {
  const scores = new Uint8Array(values.length);
  const ordered = Float64Array.from(chosen, (index) => values[index] ?? 0).sort();
  for (const index of chosen) {
    const lower = countBelow(ordered, values[index] ?? 0);
    scores[index] = 1 + Math.floor((5 * lower) / ordered.length);
  }
  return scores;
}

/** How many entries of an ascending column are lower than a value. */
function countBelow(ordered: Float64Array, value: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
