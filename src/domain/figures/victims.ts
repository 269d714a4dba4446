import { type RepeatPlaces, repeatAddresses, repeatPositions } from '../people/places.ts';
import type { Repeats } from '../people/repeats.ts';
import { indicatorMasks, indicatorNames } from '../people/risk-indicators.ts';
import {
  firstEntries,
  type RepeatVictims,
  repeatVictims,
  victimEscalation,
} from '../people/victims.ts';
import { victimVulnerability } from '../people/vulnerability.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import type { Block, Section } from './blocks.ts';
import {
  ageBands,
  countedIncidents,
  smallestPrinted,
  smallNumber,
  tally,
  topOf,
} from './counting.ts';
import { equalityTable } from './equality.ts';
import { ethnicityRates } from './ethnicity-rates.ts';
import { loadedMeasures } from './harm.ts';
import type { ProfileInputs } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { columnsOf, nobodyHere, powerFewTable } from './people-blocks.ts';
import { careful, number, share } from './words.ts';

/** Section 9: who is harmed, how often again, and who may be most vulnerable. */
export function victimsSection(inputs: ProfileInputs): Section {
  const section = (blocks: readonly Block[]): Section => ({
    number: 9,
    title: sectionTitle(9),
    state: 'figures',
    blocks,
  });
  const { evidence, isContextOnly } = inputs;
  const counted = isContextOnly ? [] : countedIncidents(evidence, false);
  const victims = repeatVictims(evidence, counted);
  if (victims.entries.length === 0) return section(nobodyHere(inputs, 'victims'));
  return section([
    ...opening(inputs, victims, counted.length),
    ...repeatBlocks(inputs, victims),
    ...comparison(inputs, victims),
    ...escalation(inputs, victims),
    powerFewTable(inputs, victims.groups, 'victims'),
    placesTable(inputs, counted),
    ...equality(inputs, victims),
  ]);
}

function opening(
  inputs: ProfileInputs,
  { entries, repeats }: RepeatVictims,
  counted: number,
): Block[] {
  const { ageYears, sex } = inputs.evidence.victims;
  let [children, ageless] = [0, 0];
  for (const entry of entries) {
    const age = ageYears[entry] ?? -1;
    if (age < 0) ageless++;
    else if (age < 18) children++;
  }
  const sexes = tally(sex, entries)
    .map(({ label, value }) => `${label} ${number(value)}`)
    .join(', ');
  return [
    {
      kind: 'paragraph',
      text: `${careful(entries.length)} victim entries stand on ${number(counted)} counted VAWG incidents (${sexes}). Children under 18: ${number(children)} entries (${share(children, entries.length)}); ${number(ageless)} entries have no age. ${number(repeats.withoutIdentifier)} entries (${share(repeats.withoutIdentifier, entries.length)}) have no identifier: they are counted and never matched. Recorded victims are not all victims: much is never reported.`,
    },
  ];
}

/** What repeats rest on, for every caption that counts them. */
function basisOf(inputs: ProfileInputs, { windowDays }: Repeats): string {
  return `recorded ${periodInWords(inputs)}, window of ${windowDays} days by recorded date`;
}

function repeatBlocks(inputs: ProfileInputs, victims: RepeatVictims): Block[] {
  const { repeats } = victims;
  const { identified, repeated, repeatIncidents, incidents } = repeats;
  if (identified === 0)
    return [
      {
        kind: 'warning',
        text: 'No victim has both an identifier and a dated incident, so repeat victimisation cannot be seen.',
      },
    ];
  const labels = ['1 incident', '2 incidents', '3 incidents', '4 or more'];
  return [
    {
      kind: 'finding',
      text: `Repeat victims: ${number(repeated)} of ${number(identified)} identified victims (${share(repeated, identified)}) stand on an incident within ${repeats.windowDays} days after an earlier one; ${number(repeatIncidents)} of ${number(incidents)} incidents with an identified victim are such repeats (${share(repeatIncidents, incidents)}).${identified < smallNumber ? ` Fewer than ${smallNumber} people: read with care.` : ''}`,
      basis: `keyed pseudonyms of victims, ${basisOf(inputs, repeats)}`,
    },
    {
      kind: 'table',
      caption: `Identified victims by number of incidents in the whole period, recorded ${periodInWords(inputs)}; n = ${number(identified)} people. One incident counts once a person. Not all of two or more are repeats: the incidents may lie over ${repeats.windowDays} days apart.`,
      columns: columnsOf('Incidents', 'People', 'Share'),
      rows: repeats.distribution.map((people, at) => [
        labels[at] ?? '',
        number(people),
        share(people, identified),
      ]),
    },
    {
      kind: 'list',
      items: [
        `Cut-off: ${number(repeats.inFirstWindow)} of these incidents were recorded in the first ${repeats.windowDays} days of the data. What came before cannot be seen, so repeats among them are undercounted, and an early rise in repeats is no trend.`,
        `${number(repeats.sameDay)} of the repeat incidents were recorded on the same day as the one before: perhaps one report recorded as several crimes.`,
        `${number(repeats.withoutDate)} incidents of identified victims have no recorded date and cannot be repeats.`,
        'Sections 5 and 6 count by the same definition, each among the incidents of its own space.',
        'The date is that of recording: earlier abuse reported late comes in the order in which it was recorded.',
      ],
    },
  ];
}

type Counted = readonly { readonly label: string; readonly value: number }[];

const valueOf = (counts: Counted, label: string): number =>
  counts.find((one) => one.label === label)?.value ?? 0;

/** Repeat against all identified victims: one line a label, the order of `all`. */
function comparisonTable(caption: string, first: string, all: Counted, repeated: Counted): Block {
  const people = all.reduce((sum, { value }) => sum + value, 0);
  const repeatPeople = all.reduce((sum, { label }) => sum + valueOf(repeated, label), 0);
  return {
    kind: 'table',
    caption,
    columns: columnsOf(first, 'All', 'Share of all', 'Repeat', 'Share of repeat'),
    rows: all.map(({ label, value }) => {
      const own = valueOf(repeated, label);
      return [label, ...peopleCells(value, people), ...peopleCells(own, repeatPeople)];
    }),
  };
}

/** How many people and which share; of a very few neither is printed, as in the tables of section 9 after these. */
function peopleCells(people: number, of: number): [string, string] {
  return people > 0 && people < smallestPrinted
    ? [`fewer than ${smallestPrinted}`, '–']
    : [number(people), share(people, of)];
}

function comparison(inputs: ProfileInputs, victims: RepeatVictims): Block[] {
  const { evidence } = inputs;
  const { all, repeated } = firstEntries(victims);
  if (all.length === 0) return [];
  const n = `${basisOf(inputs, victims.repeats)}; n = ${number(all.length)} identified victims, ${number(repeated.length)} of them repeat${repeated.length < smallNumber ? ` (fewer than ${smallNumber}: read with care)` : ''}`;
  const childOrAdult = (entries: readonly number[]): Counted => {
    const counts = { 'under 18': 0, '18 and over': 0, 'not recorded': 0 };
    for (const entry of entries) {
      const age = evidence.victims.ageYears[entry] ?? -1;
      counts[age < 0 ? 'not recorded' : age < 18 ? 'under 18' : '18 and over']++;
    }
    return Object.entries(counts).map(([label, value]) => ({ label, value }));
  };
  const relationships = topOf(tally(evidence.victims.relationship, all), 10);
  return [
    comparisonTable(
      `Children and adults, repeat beside all identified victims, by age at the first incident, ${n}.`,
      'Age',
      childOrAdult(all),
      childOrAdult(repeated),
    ),
    comparisonTable(
      `Age of repeat beside all identified victims, by age at the first incident, ${n}.`,
      'Age band',
      ageBands(evidence, all),
      ageBands(evidence, repeated),
    ),
    comparisonTable(
      `Relationship of suspect to victim, repeat beside all identified victims, as recorded on the first incident, ${n}.`,
      'Relationship',
      relationships,
      sameLabels(tally(evidence.victims.relationship, repeated), relationships),
    ),
    vulnerabilityTable(inputs, victims, n),
  ];
}

/** Counts under the labels of another tally; those without one go to its last line, "all others". */
function sameLabels(counts: Counted, under: Counted): Counted {
  const labels = new Set(under.map(({ label }) => label));
  const others = counts
    .filter(({ label }) => !labels.has(label))
    .reduce((sum, { value }) => sum + value, 0);
  return [...counts, { label: 'all others', value: others }];
}

function vulnerabilityTable(inputs: ProfileInputs, victims: RepeatVictims, n: string): Block {
  const { evidence, riskIndicators } = inputs;
  const bit = 1 << indicatorNames.indexOf('pregnancy');
  const pregnancy =
    riskIndicators === undefined
      ? null
      : indicatorMasks(evidence.incidents, riskIndicators).written.map((mask) => mask & bit && 1);
  const { all, repeated } = victimVulnerability(evidence, victims, pregnancy);
  const signs = [
    ['Disability recorded', 'disability'],
    ['Pregnancy among the risk indicators', 'pregnancy'],
    ['Any risk indicator written', 'anyIndicator'],
    ['Risk graded high', 'highRisk'],
  ] as const;
  return {
    kind: 'table',
    caption: `Signs of vulnerability on any incident, repeat beside all identified victims, ${n}. What is not recorded is not absent, and repeat victims have more records in which a sign can stand. A risk indicator of an incident is taken for each of its victims.${pregnancy === null ? ' No list of risk indicators is loaded, so pregnancy is not looked for.' : ''}`,
    columns: columnsOf('Sign', 'All', 'Share of all', 'Repeat', 'Share of repeat'),
    rows: signs
      .filter(([, sign]) => sign !== 'pregnancy' || pregnancy !== null)
      .map(([label, sign]) => [
        label,
        ...peopleCells(all[sign], all.people),
        ...peopleCells(repeated[sign], repeated.people),
      ]),
  };
}

function escalation(inputs: ProfileInputs, victims: RepeatVictims): Block[] {
  if (victims.repeats.repeated === 0) return [];
  const intervals = victimEscalation(victims, inputs.evidence.incidents.severityScore);
  return [
    {
      kind: 'list',
      items: [
        ...loadedMeasures(inputs).map(({ short, weights }) => {
          const made = victimEscalation(victims, weights);
          const { higher, lower, same } = made.pairs;
          return `Escalation of harm: ${number(made.harmRises)} of ${careful(made.harmAssessable)} repeat victims with weighted incidents on two or more days have a later one that weighs more than an earlier one (${short} weights); ${number(made.harmFalls)} have a later one that weighs less. From one weighted day to the next the weight rises ${number(higher)} times, falls ${number(lower)} times and stays ${number(same)} times: more rises than falls would be the sign, not rises alone.`;
        }),
        `Shorter intervals: for ${number(intervals.intervalsShorten)} of ${careful(intervals.intervalsAssessable)} repeat victims with incidents on three or more days the last interval is shorter than the first; for ${number(intervals.intervalsLengthen)} it is longer. Chance alone gives about as many of each. By recorded date, ${periodInWords(inputs)}.`,
      ],
    },
  ];
}

function placesTable(inputs: ProfileInputs, counted: readonly number[]): Block {
  const rowOf = (label: string, { repeats, incidents }: RepeatPlaces): string[] => [
    label,
    number(incidents),
    number(repeats.withoutIdentifier),
    number(repeats.identified),
    number(repeats.repeated),
    number(repeats.repeatIncidents),
    share(repeats.incidentsOfRepeated, repeats.incidents),
  ];
  const homes = repeatAddresses(inputs.evidence, counted);
  const positions = repeatPositions(inputs.evidence, counted);
  return {
    kind: 'table',
    caption: `Repeat places, ${basisOf(inputs, homes.repeats)}; n = ${number(homes.incidents + positions.incidents)} incidents with a physical space. Homes are matched by the keyed address, never by a coordinate, and are counted, never named or mapped. Public places are matched by the same coordinate and kind of place: a default position of the records system counts as one place. Left out: ${number(homes.setAside + positions.setAside)} incidents whose place is only where they were reported.`,
    columns: columnsOf(
      'Places',
      'Incidents',
      'Not placed',
      'Places',
      'Repeat places',
      'Repeat incidents',
      'Share of placed incidents at repeat places',
    ),
    rows: [
      rowOf('Addresses in private space', homes),
      rowOf('Positions and premises in public space', positions),
    ],
  };
}

function equality(inputs: ProfileInputs, { entries, groups }: RepeatVictims): Block[] {
  const { ethnicity, sex } = inputs.evidence.victims;
  const female = sex.values.indexOf('female');
  return [
    ...equalityTable(inputs, [...entries]),
    ethnicityRates(inputs, {
      groups,
      ethnicity,
      plural: 'female victims',
      residents: 'female',
      isIn: (entry) => female > 0 && sex.codes[entry] === female,
    }),
    {
      kind: 'paragraph',
      text: 'The two statements of ethnicity are kept apart and never filled from one another. Under-reporting differs between groups, so low counts of Black and minoritised, disabled or migrant women are no sign of low harm.',
    },
  ];
}
