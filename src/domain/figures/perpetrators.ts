import { harmEvidence } from '../harm/rests-on.ts';
import { entriesOf, type Groups, recordedDays } from '../people/groups.ts';
import { endOfDay, rfgScores } from '../people/rfg.ts';
import { type IndicatorMasks, indicatorMasks, indicatorNames } from '../people/risk-indicators.ts';
import {
  categoryNames,
  isYoung,
  type SuspectCounts,
  type SuspectGroups,
  type SuspectStandings,
  suspectCounts,
  suspectGroups,
  suspectStandings,
} from '../people/suspects.ts';
import { fairnessNote, triageList, triageStatement } from '../people/triage.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import type { Block, Section } from './blocks.ts';
import { countedIncidents, smallNumber } from './counting.ts';
import { officerLabel, selfDefinedLabel } from './equality.ts';
import { ethnicityRates } from './ethnicity-rates.ts';
import { loadedMeasures, restsOnInWords } from './harm.ts';
import type { ProfileInputs } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { columnsOf, ethnicityTable, nobodyHere, powerFewTable } from './people-blocks.ts';
import { careful, number, share } from './words.ts';

/** Lines of the triage table. */
const triageLines = 10;

/** Everything the blocks of this section share. */
interface Suspects {
  readonly people: SuspectGroups;
  readonly standings: SuspectStandings;
  readonly counts: SuspectCounts;
  readonly masks: IndicatorMasks | null;
  readonly n: string;
}

/** Section 10: concentration, repeat and serial suspects, and high-risk indicators. No person can be known from it. */
export function perpetratorsSection(inputs: ProfileInputs): Section {
  const section = (blocks: readonly Block[]): Section => ({
    number: 10,
    title: sectionTitle(10),
    state: 'figures',
    blocks,
  });
  const { evidence, isContextOnly, riskIndicators } = inputs;
  const counted = isContextOnly ? [] : countedIncidents(evidence, false);
  const people = suspectGroups(evidence, counted);
  const masks =
    riskIndicators === undefined || isContextOnly
      ? null
      : indicatorMasks(evidence.incidents, riskIndicators);
  if (people.entries.length + people.eliminated + people.cancelledOrTransferred === 0)
    return section(nobodyHere(inputs, 'suspects'));
  const standings = suspectStandings(evidence, people, masks?.any ?? null);
  const counts = suspectCounts(people.groups, standings);
  const n = `recorded ${periodInWords(inputs)}; n = ${number(counts.people)} identified suspects`;
  const all: Suspects = { people, standings, counts, masks, n };
  if (counts.people === 0)
    return section([
      opening(inputs, all, counted.length),
      {
        kind: 'warning',
        text: 'No suspect who remains has an identifier, so nothing can be said about repeat or serial suspects.',
      },
      ...ethnicity(inputs, all),
    ]);
  return section([
    opening(inputs, all, counted.length),
    categoryTable(all),
    ...serialBlocks(inputs, all),
    powerFewTable(inputs, people.groups, 'suspects'),
    ...indicatorBlocks(inputs, all, counted),
    ...triage(inputs, all),
    ...ethnicity(inputs, all),
  ]);
}

function opening(
  { evidence, withdrawn }: ProfileInputs,
  { people, counts }: Suspects,
  counted: number,
): Block {
  const named = new Set(Array.from(people.entries, (entry) => evidence.suspects.incident[entry]));
  const { entries, groups, eliminated, cancelledOrTransferred } = people;
  const gone = entriesOf(evidence.suspects.incident, evidence.incidents.length, withdrawn.indexes);
  return {
    kind: 'paragraph',
    text: `${careful(entries.length)} suspect entries remain on VAWG incidents, of ${number(counts.people)} identified people. Left out, in entries: eliminated suspects ${number(eliminated)}; on cancelled or transferred crimes ${number(cancelledOrTransferred + gone.length)}. ${number(groups.withoutKey)} entries (${share(groups.withoutKey, entries.length)}) have no identifier: they are counted and never matched. ${number(named.size)} of ${number(counted)} VAWG incidents (${share(named.size, counted)}) have a suspect left: these are the suspects who became known, not all perpetrators. A suspect is not a convicted person. Within an incident all its victims and all its suspects are taken as linked.`,
  };
}

/** Suspect, charged and convicted apart, adults and young people apart. */
function categoryTable({ people, standings, counts, n }: Suspects): Block {
  const rows = [...categoryNames.keys()].reverse().map((category) => {
    const own = suspectCounts(
      people.groups,
      standings,
      (group) => standings.category[group] === category,
    );
    return [
      category === 0 ? 'status not recorded' : (categoryNames[category] ?? ''),
      number(own.people),
      number(own.young),
      number(own.repeat),
      number(own.serial),
      number(own.acrossSpaces),
      number(counts.incidents[category] ?? 0),
    ];
  });
  return {
    kind: 'table',
    caption: `Suspects by the highest category on any of their incidents, ${n}. Categories are kept apart as section 38 of the Data Protection Act 2018 requires; the status stands on each incident, so the last column counts incidents of people by the status on the incident itself. Under 18 by the age on the latest incident; ${number(counts.ageNotRecorded)} have no age. Below ${smallNumber}: read with care.`,
    columns: columnsOf(
      'Highest category',
      'People',
      'Under 18',
      'Two or more incidents',
      'Serial',
      'Across spaces',
      'Incidents of this status',
    ),
    rows,
  };
}

function serialBlocks(inputs: ProfileInputs, { people, standings, counts }: Suspects): Block[] {
  const young = suspectCounts(people.groups, standings, (group) => isYoung(standings, group));
  return [
    {
      kind: 'finding',
      text: `Serial suspects: ${number(counts.serial)} of ${number(counts.people)} identified suspects (${share(counts.serial, counts.people)}) are linked to two or more different identified victims; ${number(counts.acrossSpaces)} (${share(counts.acrossSpaces, counts.people)}) stand on records online and in private or public space.${counts.people < smallNumber ? ` Fewer than ${smallNumber} people: read with care.` : ''}`,
      basis: `keyed pseudonyms of suspects and victims, recorded ${periodInWords(inputs)}; a suspect is not a convicted person`,
    },
    {
      kind: 'list',
      items: [
        `Of the serial suspects, ${number(counts.serialInOneIncident)} have all their victims on a single incident.`,
        'Victims without an identifier cannot be told apart and make nobody serial: the figure is a lower bound.',
        `Young suspects (under 18): ${careful(young.people)} people, ${number(young.repeat)} with two or more incidents, ${number(young.serial)} serial. They are children: safeguarding comes first, and they are not in the triage list.`,
      ],
    },
  ];
}

function indicatorBlocks(
  inputs: ProfileInputs,
  { people, standings, masks, n }: Suspects,
  counted: readonly number[],
): Block[] {
  const { riskIndicators, evidence } = inputs;
  if (riskIndicators === undefined || masks === null)
    return [
      {
        kind: 'paragraph',
        text: 'No list of high-risk indicators is loaded, so none is looked for.',
      },
    ];
  const silent = counted.filter(
    (index) => (evidence.incidents.riskIndicators.codes[index] ?? 0) === 0,
  ).length;
  const rows = riskIndicators.indicators.map(({ name, meaning }) => {
    const bit = 1 << indicatorNames.indexOf(name);
    const holds = (mask: number | undefined): boolean => ((mask ?? 0) & bit) !== 0;
    return [
      name,
      meaning,
      number(counted.filter((index) => holds(masks.any[index])).length),
      number(counted.filter((index) => holds(masks.written[index])).length),
      number(
        suspectCounts(people.groups, standings, (group) => holds(standings.indicators[group]))
          .people,
      ),
    ];
  });
  return [
    {
      kind: 'table',
      caption: `High-risk indicators (list of ${riskIndicators.version}), found as words in the risk indicators or the offence title, by offence code, or by the knife flag, ${n}, ${number(counted.length)} VAWG incidents. ${number(silent)} incidents (${share(silent, counted.length)}) have no risk indicators written: not recorded is not absent. An indicator is a reason to look, never a risk assessment. Below ${smallNumber}: read with care.`,
      columns: [
        { title: 'Indicator' },
        { title: 'Meaning' },
        { title: 'Incidents', isNumber: true },
        { title: 'Of these written as indicator', isNumber: true },
        { title: 'Linked suspects', isNumber: true },
      ],
      rows,
    },
  ];
}

function triage(inputs: ProfileInputs, { people, standings, n }: Suspects): Block[] {
  const { incidents } = inputs.evidence;
  const cut = recordedDays(incidents.recordedMinutes)?.last;
  if (cut === undefined) return [];
  const scores = rfgScores(people.groups, incidents.severityScore, endOfDay(cut));
  const hasCambridge = inputs.harmLists.cambridge !== null;
  // The total is by the ONS weights; the other list would order these people otherwise, and that is shown.
  const byCambridge = hasCambridge
    ? rfgScores(people.groups, incidents.cambridgeDays, endOfDay(cut))
    : null;
  const evidence = harmEvidence(inputs.evidence);
  const measures = loadedMeasures(inputs);
  const { entries, cutTies } = triageList(people.groups, standings, scores, triageLines);
  if (entries.length === 0) return [];
  return [
    { kind: 'warning', text: triageStatement },
    {
      kind: 'table',
      caption: `First ${number(entries.length)} adult suspects (or of unknown age) by recency, frequency and gravity, ${n}, ${number(scores.scored)} of them scored (${number(scores.notScored)} have no dated incident). Each score is 1 to 5 by fifths of these people, equal values sharing the lower; the total is 3 to 15. Recency: days from the latest incident to the last recorded date; frequency: incidents in the 365 days to then; gravity: sum of ONS weights, unweighted incidents left out${hasCambridge ? '; beside it the score by Cambridge days, which is not in the total' : ''}. A gravity that rests on one record, event, victim or day of recording is no pattern, and is marked. Codes are ranks in this table and stand for nobody outside it.${cutTies > 0 ? ` ${number(cutTies)} more are equal to the last line in everything.` : ''}${scores.scored < smallNumber ? ` Fewer than ${smallNumber} people: fifths mean little.` : ''}`,
      columns: [
        { title: 'Code' },
        { title: 'Highest category' },
        ...[
          'R',
          'F',
          'G',
          ...(hasCambridge ? ['G, Cambridge'] : []),
          'Total',
          'Incidents',
          'Unweighted',
          'Victims',
        ].map((title) => ({
          title,
          isNumber: true,
        })),
        { title: 'Signs' },
        { title: 'Caution' },
      ],
      rows: entries.map((entry) => [
        `Suspect ${entry.code}`,
        entry.category,
        ...[
          entry.recencyScore,
          entry.frequencyScore,
          entry.gravityScore,
          ...(byCambridge === null ? [] : [byCambridge.gravityScore[entry.group] ?? 0]),
          entry.total,
          entry.incidents,
          entry.unweighted,
          entry.victims,
        ].map(number),
        [
          ...(entry.isSerial ? ['serial'] : []),
          ...(entry.isAcrossSpaces ? ['across spaces'] : []),
          ...(entry.isAgeKnown ? [] : ['age not recorded']),
          ...entry.indicators,
        ].join('; ') || 'none recorded',
        measures
          .flatMap((measure) =>
            restsOnInWords(evidence, incidentsOf(people.groups, entry.group), measure, 'suspect'),
          )
          .join('; ') || '-',
      ]),
    },
  ];
}

function incidentsOf({ starts, incidents }: Groups, group: number): Uint32Array {
  return Uint32Array.from(incidents.subarray(starts[group] ?? 0, starts[group + 1] ?? 0));
}

function ethnicity(inputs: ProfileInputs, { people, n }: Suspects): Block[] {
  const { suspects } = inputs.evidence;
  const { entries } = people;
  const of = `${n}, ${number(entries.length)} suspect entries.`;
  return [
    { kind: 'warning', text: fairnessNote },
    ethnicityRates(inputs, {
      groups: people.groups,
      ethnicity: suspects.ethnicity,
      plural: 'suspects',
      residents: 'all',
      isIn: () => true,
    }),
    ethnicityTable(
      suspects.ethnicity,
      entries,
      `Self-defined ethnicity of suspects, in the groups of the census, ${of}`,
      selfDefinedLabel,
    ),
    ethnicityTable(
      suspects.ethnicityOfficer,
      entries,
      `Officer-defined ethnicity of suspects, as an officer saw it, ${of}`,
      officerLabel,
    ),
  ];
}
