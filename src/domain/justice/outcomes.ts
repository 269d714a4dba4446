import type { IncidentColumns } from '../evidence/columns.ts';
import { monthIndexOf } from '../time/months.ts';
import { type Estimate, estimate } from '../vawg/audit-result.ts';
import type { Outcome, OutcomeLookup } from './outcome-codes.ts';

/** What became of one offence: an outcome of the list, none yet, or a text that does not say. */
export type OutcomeState = 'decided' | 'undecided' | 'not-known';

/** How offences with each text of the outcome column stand. Undecided: blank, or words for "none yet". */
export function statesOfTexts({ ofText, unknown }: OutcomeLookup): OutcomeState[] {
  return ofText.map((outcome, text) => {
    if (unknown.has(text) || outcome?.group === 'not-known') return 'not-known';
    return outcome === null || outcome.group === 'undecided' ? 'undecided' : 'decided';
  });
}

/** How many of the offences have each text of the outcome column. */
function countTexts(
  { codes, values }: IncidentColumns['outcome'],
  offences: ArrayLike<number>,
): Float64Array {
  const counts = new Float64Array(values.length);
  for (let at = 0; at < offences.length; at++) {
    const text = codes[offences[at] ?? -1] ?? 0;
    counts[text] = (counts[text] ?? 0) + 1;
  }
  return counts;
}

/** A count as a share of all offences recorded and as a share of those decided, both with 95 % intervals. */
export interface OutcomeShare {
  readonly count: number;
  readonly ofRecorded: Estimate;
  readonly ofDecided: Estimate;
}

/** Outcomes of offences. decided + undecided + notKnown = offences. */
export interface OutcomeCounts {
  readonly offences: number;
  readonly decided: number;
  readonly undecided: Estimate;
  /** With a text that the list does not know, or that does not tell whether it was decided. */
  readonly notKnown: number;
  /** Outcomes that occur, in the order of the list. */
  readonly byOutcome: readonly (OutcomeShare & { readonly outcome: Outcome })[];
  readonly charged: OutcomeShare;
  readonly fourteen: OutcomeShare;
  readonly fifteen: OutcomeShare;
  readonly sixteen: OutcomeShare;
  /** Victim not supporting action: 14 and 16, with those written only as one or the other. */
  readonly notSupporting: OutcomeShare;
  /** Of `notSupporting`: written as "victim does not support", so neither in 14 nor in 16. */
  readonly notSplit: number;
  /** Published as "Unable to prosecute suspect": 14, 15 or 16, and nobody can tell which. */
  readonly merged: number;
}

/**
 * Counts the outcomes of offences (see offencesRecorded). Shares are given of all offences recorded, which are low
 * while offences are undecided, and of those decided, which favour the outcomes that come early: read both.
 */
export function countOutcomes(
  incidents: Pick<IncidentColumns, 'outcome'>,
  offences: ArrayLike<number>,
  lookup: OutcomeLookup,
): OutcomeCounts {
  const states = statesOfTexts(lookup);
  const counts = new Map<string, number>();
  let [decided, undecided] = [0, 0];
  for (const [text, count] of countTexts(incidents.outcome, offences).entries()) {
    if (states[text] === 'undecided') undecided += count;
    const code = lookup.ofText[text]?.code;
    if (states[text] !== 'decided' || code === undefined || count === 0) continue;
    decided += count;
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  const shareOf = (codes: readonly string[]): OutcomeShare => {
    const count = codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
    return {
      count,
      ofRecorded: estimate(count, offences.length),
      ofDecided: estimate(count, decided),
    };
  };
  const { outcomes } = lookup.list;
  return {
    offences: offences.length,
    decided,
    undecided: estimate(undecided, offences.length),
    notKnown: offences.length - decided - undecided,
    byOutcome: outcomes
      .filter(({ code }) => counts.has(code))
      .map((outcome) => ({ outcome, ...shareOf([outcome.code]) })),
    charged: shareOf(outcomes.filter(({ group }) => group === 'charged').map(({ code }) => code)),
    fourteen: shareOf(['14']),
    fifteen: shareOf(['15']),
    sixteen: shareOf(['16']),
    notSupporting: shareOf(
      outcomes
        .filter(({ group }) => group === 'evidential-victim-does-not-support')
        .map(({ code }) => code),
    ),
    notSplit: counts.get('14-16') ?? 0,
    merged: outcomes
      .filter(({ group }) => group === 'merged')
      .reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0),
  };
}

/** Texts of the outcome column that the list does not know, the commonest first. */
export function unknownOutcomes(
  { outcome }: Pick<IncidentColumns, 'outcome'>,
  offences: ArrayLike<number>,
  { unknown }: OutcomeLookup,
): { readonly text: string; readonly count: number }[] {
  return [...countTexts(outcome, offences)]
    .flatMap((count, text) =>
      count > 0 && unknown.has(text) ? [{ text: outcome.values[text] ?? '', count }] : [],
    )
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** Offences of one month of recording, and how many of them are undecided. */
export interface UndecidedMonth {
  /** Month index, see monthIndexOf. */
  readonly month: number;
  readonly undecided: Estimate;
}

/**
 * The undecided share of each of the last `months` months up to and with `lastMonth`, oldest first. A low charge
 * rate of a month with a high undecided share is not a low charge rate: its outcomes are still to come.
 */
export function undecidedByMonth(
  incidents: Pick<IncidentColumns, 'outcome' | 'recordedMinutes'>,
  offences: ArrayLike<number>,
  lookup: OutcomeLookup,
  { lastMonth, months }: { readonly lastMonth: number; readonly months: number },
): UndecidedMonth[] {
  const [all, undecided] = [new Float64Array(months), new Float64Array(months)];
  const first = lastMonth - months + 1;
  const states = statesOfTexts(lookup);
  for (let at = 0; at < offences.length; at++) {
    const index = offences[at] ?? -1;
    const place = monthIndexOf(incidents.recordedMinutes[index] ?? 0) - first;
    if (place < 0 || place >= months) continue;
    all[place] = (all[place] ?? 0) + 1;
    if (states[incidents.outcome.codes[index] ?? 0] === 'undecided')
      undecided[place] = (undecided[place] ?? 0) + 1;
  }
  return Array.from(all, (of, place) => ({
    month: first + place,
    undecided: estimate(undecided[place] ?? 0, of),
  }));
}
