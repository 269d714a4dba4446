import { noMinutes, threatNames, tierNames } from '../evidence/columns.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import { compareLatestTwelve, monthlyCounts, monthText } from '../time/months.ts';
import type { Block, Section, SpaceColour } from './blocks.ts';
import {
  countedIncidents,
  countInterval,
  inSpace,
  recordedPeriod,
  smallNumber,
  tally,
  topOf,
} from './counting.ts';
import { fillingIn, hatchedInWords, mostFilling } from './filling-months.ts';
import { harmBlocks } from './harm.ts';
import type { ProfileInputs } from './inputs.ts';
import { lateReports } from './late-reports.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { recordingBreaks } from './quality.ts';
import { careful, number, share } from './words.ts';

/** Counts of the given incidents by month of recording. */
export function monthsOf(inputs: ProfileInputs, indexes: readonly number[]): number[] {
  const period = recordedPeriod(inputs.evidence);
  if (period === null) return [];
  const { recordedMinutes } = inputs.evidence.incidents;
  const minutes = indexes.map((index) => recordedMinutes[index] ?? noMinutes);
  return monthlyCounts(minutes, period.first, period.last);
}

/** A month chart of the given incidents, with what they are in the caption. */
export function monthChart(
  inputs: ProfileInputs,
  indexes: readonly number[],
  what: string,
  colour: SpaceColour,
): Block {
  const period = recordedPeriod(inputs.evidence);
  return {
    kind: 'months',
    caption: `${what} by month of recording, ${periodInWords(inputs)}; n = ${number(indexes.length)}.${hatchedInWords(inputs.evidence)}`,
    firstMonth: period === null ? '' : monthText(period.first),
    counts: monthsOf(inputs, indexes),
    fillingMonths: fillingIn(inputs.evidence),
    colour,
    unit: 'incidents',
    breaks: recordingBreaks(inputs),
  };
}

/** What has to be said once wherever changes between years are listed. */
export const changeCaveat = `by recorded date, the latest ${mostFilling} months still filling; a change in counts may be a change in reporting or recording`;

/**
 * The latest twelve months beside the twelve before: a finding, or a paragraph where too few are counted to speak
 * of a change; nothing for less than two years.
 */
export function yearChange(
  inputs: ProfileInputs,
  indexes: readonly number[],
  what: string,
): Block[] {
  const comparison = compareLatestTwelve(monthsOf(inputs, indexes));
  if (comparison === null) return [];
  const { latest, previous, ratio } = comparison;
  const counts = `${what}: ${number(latest)} in the latest twelve months, ${number(previous)} in the twelve before`;
  if (ratio === null || latest < smallNumber || previous < smallNumber)
    return [
      { kind: 'paragraph', text: `${counts} (${changeCaveat}); too few to speak of a change.` },
    ];
  const change = (factor: number): string =>
    `${factor >= 1 ? '+' : '-'}${Math.abs((factor - 1) * 100).toFixed(1)} %`;
  const isChange = ratio.low > 1 || ratio.high < 1;
  return [
    {
      kind: 'finding',
      text: `${counts} (${change(ratio.estimate)}, 95 % interval ${change(ratio.low)} to ${change(ratio.high)})${isChange ? '' : '; this is within chance variation'}.`,
      basis: `monthly counts ${changeCaveat}`,
    },
  ];
}

/** Section 4: how much, of what, and whether it changes. */
export function trendSection(inputs: ProfileInputs): Section {
  const { evidence, isContextOnly } = inputs;
  const counted = countedIncidents(evidence, isContextOnly);
  const blocks: Block[] = [];
  if (evidence.incidents.length === 0) {
    blocks.push({
      kind: 'warning',
      text: 'No incident has been imported, so nothing can be said about scale or trend.',
    });
    return { number: 4, title: sectionTitle(4), state: 'figures', blocks };
  }
  if (isContextOnly) {
    blocks.push(
      { kind: 'warning', text: contextSentence },
      monthChart(inputs, counted, 'All published records, any victim', 'all'),
      {
        kind: 'bars',
        caption: `Published records by category, recorded ${periodInWords(inputs)}; n = ${number(counted.length)}. All-victim context, not VAWG. Violence and sexual offences hold both sexes, driving deaths and assaults on police.`,
        bars: topOf(tally(evidence.incidents.offence, counted), 14),
        colour: 'all',
      },
    );
    return { number: 4, title: sectionTitle(4), state: 'figures', blocks };
  }
  blocks.push(
    ...yearChange(inputs, counted, 'Recorded VAWG incidents'),
    monthChart(inputs, counted, 'Recorded VAWG incidents, all victims,', 'all'),
    ...lateReports(inputs, counted),
    tierTable(inputs),
    threatTable(inputs, counted),
  );
  const rate = femaleRate(inputs, counted);
  blocks.push({ kind: 'paragraph', text: rate }, ...offenceHarm(inputs, counted));
  return { number: 4, title: sectionTitle(4), state: 'figures', blocks };
}

const tierWords: Readonly<Record<(typeof tierNames)[number], string>> = {
  core: 'Core offences',
  flagged: 'In by a flag (domestic abuse, honour-based, child exploitation, online)',
  'female-victim': 'Female-victim tier: violence and public order with a female victim',
  outside: 'Outside VAWG',
  context: 'Open data: context only',
  unmatched: 'Offence not recognised, not counted',
};

function tierTable(inputs: ProfileInputs): Block {
  const total = inputs.evidence.incidents.length;
  const inVawg = countedIncidents(inputs.evidence, false);
  const female = inVawg.filter(
    (index) => inputs.evidence.incidents.hasFemaleVictim[index] === 1,
  ).length;
  const { includeFemaleVictimTier } = inputs.definition.settings;
  const apart = includeFemaleVictimTier
    ? ' (counted in VAWG here, by choice)'
    : ' (separate, in no total)';
  const rows = tierNames.map((tier) => [
    `${tierWords[tier]}${tier === 'female-victim' ? apart : ''}`,
    number(inputs.tiers[tier] ?? 0),
    share(inputs.tiers[tier] ?? 0, total),
  ]);
  return {
    kind: 'table',
    caption: `Incidents by tier of the VAWG list, recorded ${periodInWords(inputs)}; n = ${number(total)}`,
    columns: [
      { title: 'Tier' },
      { title: 'Incidents', isNumber: true },
      { title: 'Share of all recorded incidents', isNumber: true },
    ],
    rows: [
      ...rows,
      ['VAWG in all, all victims', number(inVawg.length), share(inVawg.length, total)],
      ['VAWG with at least one female victim recorded', number(female), share(female, total)],
    ],
  };
}

/** The national threats in words. */
export const threatWords: Readonly<Record<(typeof threatNames)[number], string>> = {
  'domestic-abuse': 'Domestic abuse',
  'rape-serious-sexual': 'Rape and serious sexual offences',
  'child-sexual': 'Child sexual abuse and exploitation',
  'tech-enabled': 'Tech-enabled VAWG',
  'honour-based': 'So-called honour-based abuse',
};

function threatTable(inputs: ProfileInputs, counted: readonly number[]): Block {
  const { incidents } = inputs.evidence;
  return {
    kind: 'table',
    caption: `VAWG incidents by national threat and space, recorded ${periodInWords(inputs)}; n = ${number(counted.length)}. One incident may be under several threats and, when online, under two spaces, so neither rows nor columns add up.`,
    columns: [
      { title: 'Threat' },
      ...['All', 'Online', 'Private', 'Public', 'Unclassified'].map((title) => ({
        title,
        isNumber: true,
      })),
    ],
    rows: threatNames.map((threat, bit) => {
      const own = counted.filter((index) => ((incidents.threats[index] ?? 0) & (1 << bit)) !== 0);
      const spaces = (['online', 'private', 'public', 'unclassified'] as const).map((space) =>
        number(inSpace(inputs.evidence, own, space).length),
      );
      return [threatWords[threat], number(own.length), ...spaces];
    }),
  };
}

/** Offences by count and by harm: where the lists disagree, the reader sees it before any place is ranked. */
function offenceHarm(inputs: ProfileInputs, counted: readonly number[]): Block[] {
  const { offence } = inputs.evidence.incidents;
  return harmBlocks(inputs, counted, {
    title: 'Offence',
    plural: 'offences',
    names: offence.values.map((title) => title || 'not recorded'),
    unitOf: Int32Array.from(offence.codes),
    incidentOf: null,
    areThemselves: 'offence',
  });
}

/** The areas whose residents are summed: those with people, of the one type that most have. */
export function peopledAreas(areas: ProfileInputs['areas']): ProfileInputs['areas'] {
  const peopled = areas.filter((area) => (area.femalePopulation ?? 0) > 0);
  const counts = new Map<string, number>();
  for (const { type } of peopled) counts.set(type, (counts.get(type) ?? 0) + 1);
  const commonest = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return peopled.filter((area) => area.type === commonest);
}

function femaleRate(inputs: ProfileInputs, counted: readonly number[]): string {
  // One type of area only: wards inside districts would count everybody twice.
  const women = peopledAreas(inputs.areas).reduce(
    (sum, area) => sum + (area.femalePopulation ?? 0),
    0,
  );
  if (women === 0)
    return 'No population by sex was imported, so no rate per 1,000 women and girls is given.';
  const latest = monthsOf(
    inputs,
    counted.filter((index) => inputs.evidence.incidents.hasFemaleVictim[index] === 1),
  )
    .slice(-12)
    .reduce((sum, count) => sum + count, 0);
  const perThousand = (value: number): string => ((1_000 * value) / women).toFixed(1);
  const { low, high } = countInterval(latest);
  return `Rate: ${perThousand(latest)} recorded VAWG incidents with a female victim per 1,000 resident women and girls in the latest twelve months (95 % interval ${perThousand(low)} to ${perThousand(high)}; ${careful(latest)} incidents, ${number(women)} women and girls), by recorded date.`;
}
