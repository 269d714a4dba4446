import type { Groups } from './groups.ts';
import type { RfgScores } from './rfg.ts';
import { type IndicatorName, indicatorsIn } from './risk-indicators.ts';
import {
  type CategoryName,
  categoryNames,
  isAcrossSpaces,
  isSerial,
  isYoung,
  type SuspectStandings,
} from './suspects.ts';

/** Stands wherever a triage list stands. */
export const triageStatement =
  'This list is triage, never a decision about a person. It orders records for an officer to read; a high score is no proof of guilt or of future harm, and a low score is no proof of safety.';

/** Stands wherever suspects are counted by ethnicity. */
export const fairnessNote =
  'Counts and rates by ethnicity are not ranked. Records reflect who is reported, stopped and identified, not who offends: nothing can be inferred about the propensity of any group. Self-defined and officer-defined ethnicity are different statements and are never filled from one another. Numbers are small and much is missing.';

/** One line of the triage list. The code is a rank in this list: it identifies nobody outside it. */
export interface TriageEntry {
  /** `A1` for the first. */
  readonly code: string;
  /** Group of the person: for the caller to open the records under its own access control, never to print. */
  readonly group: number;
  readonly total: number;
  readonly recencyScore: number;
  readonly frequencyScore: number;
  readonly gravityScore: number;
  readonly daysSince: number;
  readonly inWindow: number;
  readonly incidents: number;
  readonly gravity: number;
  readonly unweighted: number;
  readonly victims: number;
  readonly category: CategoryName;
  readonly isSerial: boolean;
  readonly isAcrossSpaces: boolean;
  readonly isAgeKnown: boolean;
  readonly indicators: readonly IndicatorName[];
}

/**
 * The first `most` suspects by RFG total; equal totals by gravity, then by incidents in the window, then by the latest
 * incident. Suspects under 18 are left out: they are counted apart and need safeguarding first. Of people who are
 * equal in everything at the end of the list, some may be cut off (`cutTies` counts them).
 */
export function triageList(
  groups: Groups,
  standings: SuspectStandings,
  scores: RfgScores,
  most: number,
): { readonly entries: TriageEntry[]; readonly cutTies: number } {
  const adults: number[] = [];
  for (let group = 0; group < groups.count; group++) {
    if ((scores.total[group] ?? 0) > 0 && !isYoung(standings, group)) adults.push(group);
  }
  const compare = (a: number, b: number): number =>
    (scores.total[b] ?? 0) - (scores.total[a] ?? 0) ||
    (scores.gravity[b] ?? 0) - (scores.gravity[a] ?? 0) ||
    (scores.frequency[b] ?? 0) - (scores.frequency[a] ?? 0) ||
    (scores.daysSince[a] ?? 0) - (scores.daysSince[b] ?? 0);
  adults.sort((a, b) => compare(a, b) || a - b);
  const last = adults[most - 1];
  const cutTies =
    last === undefined
      ? 0
      : adults.slice(most).filter((group) => compare(last, group) === 0).length;
  const entries = adults
    .slice(0, most)
    .map((group, at) => entryOf(groups, standings, scores, group, at));
  return { entries, cutTies };
}

function entryOf(
  groups: Groups,
  standings: SuspectStandings,
  scores: RfgScores,
  group: number,
  at: number,
): TriageEntry {
  return {
    code: `A${at + 1}`,
    group,
    total: scores.total[group] ?? 0,
    recencyScore: scores.recencyScore[group] ?? 0,
    frequencyScore: scores.frequencyScore[group] ?? 0,
    gravityScore: scores.gravityScore[group] ?? 0,
    daysSince: scores.daysSince[group] ?? 0,
    inWindow: scores.frequency[group] ?? 0,
    incidents: (groups.starts[group + 1] ?? 0) - (groups.starts[group] ?? 0),
    gravity: scores.gravity[group] ?? 0,
    unweighted: scores.unweighted[group] ?? 0,
    victims: standings.victims[group] ?? 0,
    category: categoryNames[standings.category[group] ?? 0] ?? 'not recorded',
    isSerial: isSerial(standings, group),
    isAcrossSpaces: isAcrossSpaces(standings, group),
    isAgeKnown: (standings.ageYears[group] ?? -1) >= 0,
    indicators: indicatorsIn(standings.indicators[group] ?? 0),
  };
}
