import {
  figuresOf,
  offencesRecorded,
  type Part,
  partsOf,
  type RecordedOffences,
} from '../justice/offences.ts';
import { lookUpOutcomes, type OutcomeLookup } from '../justice/outcome-codes.ts';
import {
  countOutcomes,
  type OutcomeCounts,
  type OutcomeShare,
  undecidedByMonth,
  unknownOutcomes,
} from '../justice/outcomes.ts';
import {
  durationsToOutcome,
  shareAfterDays,
  type TimeToOutcome,
  timeToOutcome,
} from '../justice/time-to-outcome.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import { monthIndexOf, monthText } from '../time/months.ts';
import type { Block, Section } from './blocks.ts';
import { countedIncidents, smallNumber } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { measureBlocks, shareWithInterval, splitNote, splitWords } from './justice-blocks.ts';
import { cutOffMinutes } from './late-reports.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { columnsOf } from './people-blocks.ts';
import { deathBlocks } from './small-tables.ts';
import { careful, dateInWords, number, share } from './words.ts';

/** Months of which the undecided share is shown. */
const monthsShown = 12;
/** Outcome texts that are not known, of which the commonest are named. */
const textsNamed = 10;

/** Section 11: what becomes of offences, with the undecided always beside it; no rate of a recent month alone. */
export function outcomesSection(inputs: ProfileInputs): Section {
  const section = (blocks: readonly Block[]): Section => ({
    number: 11,
    title: sectionTitle(11),
    state: 'figures',
    blocks,
  });
  const { evidence, isContextOnly, outcomeCodes } = inputs;
  if (isContextOnly)
    return section([
      {
        kind: 'warning',
        text: `${contextSentence} Action 8 cannot be measured from it: the published outcome "Unable to prosecute suspect" merges outcomes 14, 15 and 16, which can not be told apart.`,
      },
    ]);
  const counted = Int32Array.from(countedIncidents(evidence, false));
  const recorded = offencesRecorded(evidence.incidents, counted, {
    fromMinutes: null,
    toMinutes: null,
  });
  if (counted.length === 0)
    return section([
      {
        kind: 'warning',
        text: 'No VAWG incident is recorded, so nothing can be said of outcomes.',
      },
    ]);
  const offences = partsOf(evidence.incidents, recorded.offences);
  const blocks: Block[] = [opening(recorded, inputs.withdrawn.indexes.length)];
  if (outcomeCodes === undefined)
    blocks.push({
      kind: 'warning',
      text: 'No list of outcome codes is loaded, so outcomes cannot be told.',
    });
  else if (recorded.offences.length > 0)
    blocks.push(
      ...outcomeBlocks(inputs, offences, lookUpOutcomes(evidence.incidents.outcome, outcomeCodes)),
    );
  return section([
    ...blocks,
    ...measureBlocks(inputs, partsOf(evidence.incidents, counted), offences),
    ...deathBlocks(inputs),
  ]);
}

function opening(
  { offences, notCrimes, cancelledOrTransferred, withoutDate }: RecordedOffences,
  withdrawn: number,
): Block {
  return {
    kind: 'paragraph',
    text: `${careful(offences.length)} VAWG offences are counted here. Left out: ${number(notCrimes)} incidents that are not crimes, ${number(cancelledOrTransferred + withdrawn)} crimes cancelled or transferred that would be VAWG if they stood, ${number(withoutDate)} without a recorded date. One outcome is counted an offence, the one in the extract: it belongs to the offence, not to a victim or a suspect.`,
  };
}

function outcomeBlocks(
  inputs: ProfileInputs,
  parts: readonly Part[],
  lookup: OutcomeLookup,
): Block[] {
  const { incidents } = inputs.evidence;
  const offences = parts[0]?.indexes ?? new Int32Array();
  const bySplit = figuresOf(parts, (own) => countOutcomes(incidents, own, lookup));
  const all = bySplit[0]?.figure ?? countOutcomes(incidents, offences, lookup);
  const blocks = unclearTexts(inputs, offences, lookup, all);
  if (all.decided === 0)
    return [
      ...blocks,
      {
        kind: 'warning',
        text: 'No offence has an outcome that is known. Check that the extract has them: this is a gap, not a rate.',
      },
    ];
  const n = `offences recorded ${periodInWords(inputs)}, by recorded date; n = ${number(all.offences)} offences, ${number(all.decided)} decided`;
  return [
    keyFinding(all, lookup, n),
    {
      kind: 'paragraph',
      text: `Charged or summonsed, with alternate offences: ${ofBoth(all.charged)}. Why victims do not support action is not in these figures: ask them and those who support them.`,
    },
    ...blocks,
    mixTable(all, n),
    splitTable(bySplit, n),
    monthTable(inputs, offences, lookup),
    ...timeBlocks(inputs, parts, lookup),
  ];
}

const ofBoth = ({ count, ofRecorded, ofDecided }: OutcomeShare): string =>
  `${number(count)} (${share(count, ofRecorded.of)} of recorded, ${share(count, ofDecided.of)} of decided)`;

function keyFinding(all: OutcomeCounts, lookup: OutcomeLookup, n: string): Block {
  const notSplit =
    all.notSplit === 0
      ? ''
      : ` (with ${number(all.notSplit)} written only as "victim does not support", which are neither in 14 nor in 16)`;
  return {
    kind: 'finding',
    text: `Of ${careful(all.offences)} VAWG offences recorded, ${number(all.undecided.hits)} (${share(all.undecided.hits, all.offences)}) have no outcome yet. Outcome 14: ${ofBoth(all.fourteen)}. Outcome 15: ${ofBoth(all.fifteen)}. Outcome 16: ${ofBoth(all.sixteen)}. Victim not supporting action, 14 and 16 together: ${ofBoth(all.notSupporting)}${notSplit}; 95 % interval of decided ${shareWithInterval(all.notSupporting.ofDecided)}.`,
    basis: `${n}; outcome list ${lookup.list.version}`,
  };
}

/** What cannot be told from the outcome as written; nothing is dropped without a word. */
function unclearTexts(
  { evidence }: ProfileInputs,
  offences: Int32Array,
  lookup: OutcomeLookup,
  { notKnown, merged }: OutcomeCounts,
): Block[] {
  const blocks: Block[] = [];
  const texts = unknownOutcomes(evidence.incidents, offences, lookup);
  if (notKnown > 0) {
    const named = texts
      .slice(0, textsNamed)
      .map(({ text, count }) => `"${text}" (${number(count)})`)
      .join(', ');
    const more = texts.length > textsNamed ? ` and ${number(texts.length - textsNamed)} more` : '';
    blocks.push({
      kind: 'warning',
      text: `${number(notKnown)} offences have an outcome that cannot be told: they are among the recorded, and neither decided nor undecided.${named === '' ? '' : ` Not on the list: ${named}${more}.`}`,
    });
  }
  if (merged > 0)
    blocks.push({
      kind: 'warning',
      text: `${number(merged)} offences are written as "Unable to prosecute suspect", which merges outcomes 14, 15 and 16: they are decided, but in none of the three, which are too low by as many.`,
    });
  return blocks;
}

function mixTable(all: OutcomeCounts, n: string): Block {
  return {
    kind: 'table',
    caption: `Outcomes of ${n}. Shares of all recorded are too low while offences are undecided; shares of those decided favour outcomes that come early. With 95 % intervals.`,
    columns: [{ title: 'Code' }, ...columnsOf('Outcome', 'Offences', 'Of recorded', 'Of decided')],
    rows: [
      ...all.byOutcome.map(({ outcome, count, ofRecorded, ofDecided }) => [
        /^\d/.test(outcome.code) ? outcome.code.replace('-', ' or ') : '-',
        outcome.name,
        number(count),
        shareWithInterval(ofRecorded),
        shareWithInterval(ofDecided),
      ]),
      ['-', 'No outcome yet', number(all.undecided.hits), shareWithInterval(all.undecided), ''],
      ['-', 'Cannot be told', number(all.notKnown), share(all.notKnown, all.offences), ''],
    ],
  };
}

type Split<Figure> = ReturnType<typeof figuresOf<Figure>>;

function splitTable(bySplit: Split<OutcomeCounts>, n: string): Block {
  const cell = ({ count, ofRecorded, ofDecided }: OutcomeShare): string =>
    ofDecided.of < smallNumber
      ? number(count)
      : `${number(count)} (${share(count, ofRecorded.of)}; ${share(count, ofDecided.of)})`;
  return {
    kind: 'table',
    caption: `Outcomes 14, 15 and 16 by space and threat: ${n}. In brackets the share of all recorded, then of those decided; fewer than ${smallNumber} decided have counts only. A difference between rows within each other's intervals may be chance. ${splitNote}`,
    columns: columnsOf(
      'Offences',
      'Recorded',
      'No outcome yet',
      'Charged or summonsed',
      '14',
      '15',
      '16',
      '14 and 16',
      '14 and 16 of decided (95 % interval)',
    ),
    rows: bySplit
      .filter(({ figure }) => figure.offences > 0)
      .map(({ name, figure }) => [
        splitWords[name],
        number(figure.offences),
        `${number(figure.undecided.hits)} (${share(figure.undecided.hits, figure.offences)})`,
        cell(figure.charged),
        cell(figure.fourteen),
        cell(figure.fifteen),
        cell(figure.sixteen),
        cell(figure.notSupporting),
        shareWithInterval(figure.notSupporting.ofDecided),
      ]),
  };
}

function monthTable(inputs: ProfileInputs, offences: Int32Array, lookup: OutcomeLookup): Block {
  const lastMonth = monthIndexOf(cutOffMinutes(inputs) ?? 0);
  const made = undecidedByMonth(inputs.evidence.incidents, offences, lookup, {
    lastMonth,
    months: monthsShown,
  });
  return {
    kind: 'table',
    caption: `Offences without an outcome by month of recording, the latest ${monthsShown} months. Where many are undecided, few charges do not make a low charge rate: outcomes are still to come. No rate of a single month is given.`,
    columns: columnsOf('Month recorded', 'Offences', 'No outcome yet', 'Share'),
    rows: made.map(({ month, undecided: { hits, of } }) => [
      dateInWords(monthText(month)),
      number(of),
      number(hits),
      share(hits, of),
    ]),
  };
}

function timeBlocks(inputs: ProfileInputs, parts: readonly Part[], lookup: OutcomeLookup): Block[] {
  const cutOff = cutOffMinutes(inputs);
  if (cutOff === null) return [];
  const { incidents } = inputs.evidence;
  const durationsOf = (own: Int32Array) => durationsToOutcome(incidents, own, lookup, cutOff);
  const made = figuresOf(parts, durationsOf);
  const all = made[0]?.figure;
  if (all === undefined || all.decidedDays.length === 0)
    return [
      {
        kind: 'paragraph',
        text: 'Time to outcome: no offence has both a recorded date and a date of its outcome, so no time can be given.',
      },
    ];
  const { negative, missing, decidedLater, notKnown } = all;
  const cutOffDay = dateInWords(new Date(cutOff * 60_000).toISOString().slice(0, 10));
  return [
    {
      kind: 'table',
      caption: `Days from recorded to outcome, estimated so that undecided offences count for as long as they were observed, to the last recorded date, ${cutOffDay} (Kaplan-Meier; 95 % interval of the median after Brookmeyer and Crowley). Recorded ${periodInWords(inputs)}. Not timed: ${number(missing)} with a date missing or dated by month, ${number(negative)} with an outcome before the recording, ${number(notKnown)} with an outcome that cannot be told. ${number(decidedLater)} decided after that date count as undecided on it. A quick outcome is not always a good one. ${splitNote}`,
      columns: columnsOf(
        'Offences',
        'Timed',
        'Undecided',
        'Median days (95 % interval)',
        ...shareAfterDays.map((days) => `Decided by ${days} days`),
      ),
      rows: made
        .map(({ name, figure }) => ({ name, time: timeToOutcome(figure) }))
        .filter(({ time }) => time.of > 0)
        .map(({ name, time }) => timeRow(splitWords[name], time)),
    },
  ];
}

function timeRow(label: string, { of, undecided, decidedBy, ...median }: TimeToOutcome): string[] {
  const isSmall = of < smallNumber;
  const end = (days: number | null): string => (days === null ? 'not reached' : number(days));
  const { medianDays, lowDays, highDays } = median;
  return [
    label,
    number(of),
    number(undecided),
    isSmall
      ? `fewer than ${smallNumber}`
      : `${end(medianDays)} (${end(lowDays)} to ${end(highDays)})`,
    ...decidedBy.map(({ share: part }) =>
      isSmall || part === null ? '-' : `${(100 * part).toFixed(1)} %`,
    ),
  ];
}
