import {
  harmRanks,
  membersOf,
  type UnitHarm,
  type UnitMembers,
  unitMembers,
} from '../harm/harm-ranks.ts';
import {
  type HarmEvidence,
  harmEvidence,
  type RestsOn,
  type RestsOnKind,
  restsOn,
  topOffence,
} from '../harm/rests-on.ts';
import type { Block } from './blocks.ts';
import { smallNumber } from './counting.ts';
import type { HarmListsInForce, ProfileInputs } from './inputs.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { dateInWords, number } from './words.ts';

/** Units to set beside each other: cells, places, areas, victims or suspects. */
export interface HarmUnits {
  /** Heading of their column: "Cell". */
  readonly title: string;
  /** As in a sentence: "cells". */
  readonly plural: string;
  /** What each unit is called in the table, by its number. */
  readonly names: readonly string[];
  /** Unit of each pair, see unitMembers; noUnit for none. */
  readonly unitOf: Int32Array | Uint32Array;
  /** Incident of each pair; null where pair i is incident i. */
  readonly incidentOf: Int32Array | Uint32Array | null;
  /** What the units themselves are: that a victim's harm rests on one victim needs no caution. */
  readonly areThemselves: RestsOnKind | 'offence' | null;
}

type ListName = NonNullable<HarmListsInForce['severity']>;

/** Units shown for each of the measures. */
const shownEach = 10;

interface Measure {
  readonly short: string;
  readonly list: ListName;
  readonly weights: Float64Array;
  readonly harm: UnitHarm;
}

/**
 * Units by number of incidents and by harm on each loaded list, ranks side by side, with what each unit's harm
 * rests on. The ten first by each measure are shown.
 */
export function harmBlocks(
  inputs: ProfileInputs,
  incidentIndexes: readonly number[],
  units: HarmUnits,
  lists: HarmListsInForce = inputs.harmLists,
): Block[] {
  if (inputs.isContextOnly) {
    const text = `${contextSentence} It has no offence codes, so nothing in it is weighted by harm.`;
    return [{ kind: 'warning', text }];
  }
  const { incidents } = inputs.evidence;
  const members = membersAmong(units, incidentIndexes, incidents.length);
  const ranks = harmRanks(incidents, members);
  const measures: Measure[] = [];
  const add = (short: string, list: ListName | null, weights: Float64Array, harm: UnitHarm) => {
    if (list !== null && harm.hasWeights) measures.push({ short, list, weights, harm });
  };
  add('ONS', lists.severity, incidents.severityScore, ranks.severity);
  add('Cambridge', lists.cambridge, incidents.cambridgeDays, ranks.cambridge);
  const shown = firstOfEach([ranks.countRank, ...measures.map(({ harm }) => harm.rank)]);
  if (shown.length === 0) {
    return [
      { kind: 'warning', text: `None of these incidents belongs to any of the ${units.plural}.` },
    ];
  }
  const evidence = harmEvidence(inputs.evidence);
  const rows = shown.map((unit) => {
    const count = ranks.count[unit] ?? 0;
    const own = membersOf(members, unit);
    return [
      units.names[unit] ?? '',
      number(count),
      rankInWords(ranks.countRank[unit]),
      ...measures.flatMap((measure) =>
        harmCells(evidence, own, measure, unit).slice(0, units.areThemselves === 'offence' ? 3 : 4),
      ),
      cautionInWords(evidence, own, measures, unit, units.areThemselves),
    ];
  });
  // A column in which nothing stands would only take room.
  const withIncidents = ranks.count.filter((count) => count > 0).length;
  const hasCautions = rows.some((row) => row.at(-1) !== '');
  return [
    // Said once, with the offences of section 4; other units point there.
    ...(units.areThemselves === 'offence'
      ? [
          ...notLoaded(lists),
          ...weighsNothing(lists, measures),
          { kind: 'paragraph', text: howToRead } satisfies Block,
        ]
      : [
          ...weighsNothing(lists, measures),
          { kind: 'paragraph', text: seeOffences } satisfies Block,
        ]),
    {
      kind: 'table',
      caption:
        `Number of incidents and harm, with ranks side by side: the ${shownEach} first by each measure, of ${number(withIncidents)} ${withIncidents === 1 ? units.title.toLowerCase() : units.plural} with incidents. ${periodInWords(inputs)}, by recorded date; n = ${number(incidentIndexes.length)} incidents. ${measures.map((measure) => listInWords(measure, incidentIndexes)).join(' ')}`.trim(),
      columns: [
        { title: units.title },
        { title: 'Incidents', isNumber: true },
        { title: 'Rank by count', isNumber: true },
        ...measures.flatMap(({ short, list }) => [
          { title: `${short} ${list.unit}`, isNumber: true },
          { title: `Rank by ${short}`, isNumber: true },
          { title: `Unweighted, ${short}`, isNumber: true },
          ...(units.areThemselves === 'offence' ? [] : [{ title: `Top offence, ${short}` }]),
        ]),
        ...(hasCautions ? [{ title: 'Caution' }] : []),
      ],
      rows: hasCautions ? rows : rows.map((row) => row.slice(0, -1)),
    },
  ];
}

const howToRead =
  'A harm list weighs an offence, not what was done to one person. The lists disagree: on the Cambridge index most stalking, harassment and domestic abuse weighs little, so that a few rapes decide. Ranks that differ are a reason to look closer, not a finding. A unit whose harm rests on one record, event, person or day of recording is not a pattern. Unweighted records are in the count and in no sum: they are not harmless.';

const seeOffences =
  'How a harm list is to be read, and which lists are loaded, stands in section 4. A place whose harm rests on one record, event, person or day of recording is not a pattern.';

/** Members of the units among the given incidents only. */
export function membersAmong(
  units: Pick<HarmUnits, 'names' | 'unitOf' | 'incidentOf'>,
  indexes: ArrayLike<number> & Iterable<number>,
  length: number,
): UnitMembers {
  const isAsked = new Uint8Array(length);
  for (const index of indexes) isAsked[index] = 1;
  const { unitOf, incidentOf } = units;
  const pairs = Uint32Array.from(unitOf.keys()).filter(
    (pair) => isAsked[incidentOf === null ? pair : (incidentOf[pair] ?? length)] === 1,
  );
  return unitMembers(
    units.names.length,
    Int32Array.from(pairs, (pair) => unitOf[pair] ?? -1),
    Int32Array.from(pairs, (pair) => (incidentOf === null ? pair : (incidentOf[pair] ?? 0))),
  );
}

/** Units among the first by any of the ranks, in order of the first rank. */
export function firstOfEach(ranks: readonly Uint32Array[], each = shownEach): number[] {
  const shown = new Set<number>();
  for (const rank of ranks) {
    const ranked = [...rank.keys()].filter((unit) => (rank[unit] ?? 0) > 0);
    ranked.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
    for (const unit of ranked.slice(0, each)) shown.add(unit);
  }
  const place = (unit: number, at: number): number => ranks[at]?.[unit] || Number.POSITIVE_INFINITY;
  return [...shown].sort((a, b) => {
    const at = ranks.findIndex((_, one) => place(a, one) !== place(b, one));
    return at < 0 ? a - b : place(a, at) < place(b, at) ? -1 : 1;
  });
}

const rankInWords = (rank: number | undefined): string =>
  rank === undefined || rank === 0 ? 'no rank' : number(rank);

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

function harmCells(
  evidence: HarmEvidence,
  own: Uint32Array,
  { harm, weights }: Measure,
  unit: number,
): string[] {
  const sum = harm.sum[unit] ?? Number.NaN;
  const top = topOffence(evidence, own, weights);
  const offence = top === null ? '' : evidence.incidents.offence.values[top.offence];
  return [
    Number.isNaN(sum) ? 'unweighted' : number(sum),
    rankInWords(harm.rank[unit]),
    number(harm.unweighted[unit] ?? 0),
    top === null ? '' : `${offence || 'offence not recorded'} (${percent(top.share)})`,
  ];
}

function cautionInWords(
  evidence: HarmEvidence,
  own: Uint32Array,
  measures: readonly Measure[],
  unit: number,
  areThemselves: HarmUnits['areThemselves'],
): string {
  return harmCautions(evidence, own, measures, unit, areThemselves).join('; ');
}

/** What to know before a unit's ranks are used: what its harm rests on, what is unweighted, how few there are. */
export function harmCautions(
  evidence: HarmEvidence,
  own: Uint32Array,
  measures: readonly Pick<Measure, 'short' | 'weights' | 'harm'>[],
  unit: number,
  areThemselves: HarmUnits['areThemselves'],
): string[] {
  const parts = measures.flatMap(({ short, weights, harm }) => {
    const unweighted = harm.unweighted[unit] ?? 0;
    const said = restsOnInWords(evidence, own, { short, weights }, areThemselves);
    // A sum that leaves out most of the records says little about the unit.
    if (2 * unweighted > own.length) {
      said.push(`${short}: ${number(unweighted)} of ${number(own.length)} unweighted`);
    }
    return said;
  });
  if (own.length < smallNumber) parts.push(`fewer than ${smallNumber} incidents: read with care`);
  return parts;
}

/** What a unit's harm on a list rests on, as one sentence part; none when on nothing single. */
export function restsOnInWords(
  evidence: HarmEvidence,
  own: Uint32Array,
  { short, weights }: Pick<Measure, 'short' | 'weights'>,
  areThemselves: HarmUnits['areThemselves'],
): string[] {
  const found = restsOn(evidence, own, weights).filter(({ kind }) => kind !== areThemselves);
  const told = tellingOnly(found).map(restInWords);
  return told.length === 0 ? [] : [`${short}: harm rests on ${told.join(' and on ')}`];
}

/** The lists that are loaded, with the weights of each incident: harm is shown by each of them, side by side. */
export function loadedMeasures({
  harmLists,
  evidence,
}: ProfileInputs): readonly Pick<Measure, 'short' | 'weights'>[] {
  const { severityScore, cambridgeDays } = evidence.incidents;
  return [
    ...(harmLists.severity === null ? [] : [{ short: 'ONS', weights: severityScore }]),
    ...(harmLists.cambridge === null ? [] : [{ short: 'Cambridge', weights: cambridgeDays }]),
  ];
}

/** Without what follows from a narrower one: the day and the victim of the one record say nothing more. */
function tellingOnly(found: readonly RestsOn[]): RestsOn[] {
  const narrowest = found[0];
  return found.filter((one) => one === narrowest || one.records > (narrowest?.records ?? 0));
}

function restInWords({ kind, share, which, records }: RestsOn): string {
  const of = `${percent(share)}, ${number(records)} ${records === 1 ? 'record' : 'records'}`;
  if (kind === 'record') return `one record (${percent(share)})`;
  if (kind !== 'recording-day') return `one ${kind} (${of})`;
  const day = new Date(which * 86_400_000).toISOString().slice(0, 10);
  return `what was recorded on ${dateInWords(day)} (${of})`;
}

function listInWords({ short, list, weights }: Measure, indexes: readonly number[]): string {
  let unweighted = 0;
  for (const index of indexes) if (Number.isNaN(weights[index] ?? Number.NaN)) unweighted++;
  return `${short}: ${list.name}, edition ${list.edition}, in ${list.unit === 'days' ? 'days' : 'points'}; ${number(unweighted)} of ${number(indexes.length)} incidents unweighted.`;
}

function notLoaded(lists: HarmListsInForce): Block[] {
  return listNames(lists).flatMap(({ name, list }): Block[] =>
    list === null
      ? [{ kind: 'warning', text: `No ${name} is loaded: there is no rank by it.` }]
      : [],
  );
}

function weighsNothing(lists: HarmListsInForce, measures: readonly Measure[]): Block[] {
  return listNames(lists).flatMap(({ short, list }): Block[] =>
    list === null || measures.some((measure) => measure.short === short)
      ? []
      : [
          {
            kind: 'warning',
            text: `None of these incidents has a weight on the ${list.name}, edition ${list.edition}: there is no rank by it.`,
          },
        ],
  );
}

function listNames({ severity, cambridge }: HarmListsInForce) {
  return [
    { short: 'ONS', name: 'ONS Crime Severity Score', list: severity },
    { short: 'Cambridge', name: 'Cambridge Crime Harm Index', list: cambridge },
  ] as const;
}
