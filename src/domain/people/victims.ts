import type { EvidenceColumns } from '../evidence/columns.ts';
import { entriesOf, type Groups, groupInOrder, recordedDays, usualWindowDays } from './groups.ts';
import { type Repeats, repeatsWithin } from './repeats.ts';

/** Identified victims of the counted incidents, and their repeats. */
export interface RepeatVictims {
  readonly groups: Groups;
  readonly repeats: Repeats;
  /** Victim entries of the counted incidents, identified or not. */
  readonly entries: Int32Array;
}

/**
 * Repeat victimisation: for each identified person, the counted incidents in order of recorded date; a repeat is one
 * within the window after an earlier one of the same person. Who was a victim before the data begins cannot be seen
 * as a repeat (`repeats.inFirstWindow` counts the incidents concerned).
 *
 * @param counted Indexes of the incidents that count.
 * @param windowDays Window in days.
 * @throws RangeError when the window is not a positive number of days.
 */
export function repeatVictims(
  { incidents, victims }: EvidenceColumns,
  counted: ArrayLike<number>,
  windowDays = usualWindowDays,
): RepeatVictims {
  const entries = entriesOf(victims.incident, incidents.length, counted);
  const groups = groupInOrder(
    { keys: victims.person, incidentOf: victims.incident },
    entries,
    incidents.recordedMinutes,
  );
  const firstDay = recordedDays(incidents.recordedMinutes)?.first ?? null;
  return {
    groups,
    entries,
    repeats: repeatsWithin(groups, incidents.length, firstDay, windowDays),
  };
}

/**
 * Whether harm rises or intervals shorten among repeat victims. Incidents recorded on one day have no order among
 * themselves (often one report, several crimes): a day counts once, with its highest weight. "Rises" and "falls" are
 * not exclusive.
 */
export interface Escalation {
  /** Repeat victims with weighted incidents on two or more days. */
  readonly harmAssessable: number;
  /** Those with a later day of a higher weight than an earlier one. */
  readonly harmRises: number;
  /** Those with a later day of a lower weight than an earlier one: what the rises are to be read beside. */
  readonly harmFalls: number;
  /** Neighbouring weighted days of a person: how often the later one weighs more, less or the same. */
  readonly pairs: { readonly higher: number; readonly lower: number; readonly same: number };
  /** Repeat victims with incidents on three or more days. */
  readonly intervalsAssessable: number;
  /** Those whose last interval in days is shorter than their first. */
  readonly intervalsShorten: number;
  readonly intervalsLengthen: number;
}

/** Escalation among repeat victims, by recorded date; unweighted incidents are passed over, never taken for 0. */
export function victimEscalation(
  { groups, repeats }: RepeatVictims,
  severityScore: Float64Array,
): Escalation {
  const pairs = { higher: 0, lower: 0, same: 0 };
  let [harmAssessable, harmRises, harmFalls] = [0, 0, 0];
  let [intervalsAssessable, intervalsShorten, intervalsLengthen] = [0, 0, 0];
  for (let group = 0; group < groups.count; group++) {
    if (repeats.isRepeated[group] !== 1) continue;
    const { days, scores } = daysOfGroup(groups, group, severityScore);
    const harm = changeOfHarm(
      scores.filter((score) => !Number.isNaN(score)),
      pairs,
    );
    if (harm !== null) harmAssessable++;
    if (harm?.rises === true) harmRises++;
    if (harm?.falls === true) harmFalls++;
    if (days.length < 3) continue;
    intervalsAssessable++;
    const [first = 0, second = 0] = days;
    const [last = 0, lastButOne = 0] = days.toReversed();
    const change = last - lastButOne - (second - first);
    if (change < 0) intervalsShorten++;
    if (change > 0) intervalsLengthen++;
  }
  return {
    harmAssessable,
    harmRises,
    harmFalls,
    pairs,
    intervalsAssessable,
    intervalsShorten,
    intervalsLengthen,
  };
}

/** The days of one person in order, each with its highest weight; NaN where nothing of that day is weighted. */
function daysOfGroup(
  { starts, incidents, days }: Groups,
  group: number,
  severityScore: Float64Array,
): { days: number[]; scores: number[] } {
  const own: { days: number[]; scores: number[] } = { days: [], scores: [] };
  for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) {
    const day = days[at] ?? Number.NaN;
    if (Number.isNaN(day)) break;
    const score = severityScore[incidents[at] ?? -1] ?? Number.NaN;
    const last = own.days.length - 1;
    if (own.days[last] !== day) {
      own.days.push(day);
      own.scores.push(score);
    } else if (!((own.scores[last] ?? Number.NaN) >= score)) {
      own.scores[last] = Number.isNaN(score) ? (own.scores[last] ?? score) : score;
    }
  }
  return own;
}

/** Rises and falls of the weights of one person in order, its neighbours added to `pairs`; null for fewer than two. */
function changeOfHarm(
  scores: readonly number[],
  pairs: { higher: number; lower: number; same: number },
): { rises: boolean; falls: boolean } | null {
  if (scores.length < 2) return null;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [rises, falls] = [false, false];
  for (const [at, score] of scores.entries()) {
    const before = scores[at - 1];
    if (before !== undefined)
      pairs[score > before ? 'higher' : score < before ? 'lower' : 'same']++;
    rises ||= score > lowest;
    falls ||= score < highest;
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  return { rises, falls };
}

/**
 * One victim entry a person, that of the first dated incident, so that each person has one age and one relationship:
 * of all identified people with a date, and of the repeat victims among them.
 */
export function firstEntries({ groups, repeats }: RepeatVictims): {
  readonly all: number[];
  readonly repeated: number[];
} {
  const [all, repeated]: [number[], number[]] = [[], []];
  for (let group = 0; group < groups.count; group++) {
    const start = groups.starts[group] ?? 0;
    const entry = groups.entries[start];
    if (entry === undefined || Number.isNaN(groups.days[start] ?? Number.NaN)) continue;
    all.push(entry);
    if (repeats.isRepeated[group] === 1) repeated.push(entry);
  }
  return { all, repeated };
}
