import { wideAgeBands, wideBandOfAge, wideBandOfWords } from '../equality/age-band.ts';
import { disabilityAnswer } from '../equality/disability.ts';
import { ethnicGroups, selfDefinedEthnicity } from '../equality/ethnicity.ts';
import type { CodedText } from '../evidence/columns.ts';
import type { Engagement } from '../evidence/other-evidence.ts';
import type { Block } from './blocks.ts';
import { countedIncidents, smallestPrinted, victimsOf } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { dateInWords, number, share } from './words.ts';

type Sizes = ReadonlyMap<string, number>;

/** A group that the framework names, and how it is known that it was heard. */
interface NamedGroup {
  readonly label: string;
  readonly heard: (engagement: Engagement) => number;
  /** People of it among resident women and girls; null where no population table tells. */
  readonly census: ((women: Women) => number) | null;
}

interface Women {
  readonly all: number;
  readonly age: Sizes;
  readonly ethnicity: Sizes;
  readonly disability: Sizes;
}

/** Groups without a column of their own are known only by what an engagement is called. */
const byName =
  (pattern: RegExp) =>
  ({ name, organisation, participants }: Engagement): number =>
    pattern.test(`${name} ${organisation}`) ? (participants ?? 0) : 0;

const minoritised = ({ ethnicity }: Women): number =>
  [...ethnicity].reduce((sum, [group, people]) => sum + (group === 'White' ? 0 : people), 0);

const namedGroups: readonly NamedGroup[] = [
  {
    label: 'Girls under 18',
    heard: ({ girls }) => girls ?? 0,
    census: ({ age }) => age.get('under 18') ?? 0,
  },
  {
    label: 'Black and minoritised women and girls',
    heard: ({ blackAndMinoritised }) => blackAndMinoritised ?? 0,
    census: minoritised,
  },
  {
    label: 'Disabled women',
    heard: ({ disabled }) => disabled ?? 0,
    census: ({ disability }) => disability.get('yes') ?? 0,
  },
  { label: 'Migrant women', heard: ({ migrant }) => migrant ?? 0, census: null },
  {
    label: 'Refugee women (by the name of the engagement)',
    heard: byName(/refugee|asylum/i),
    census: null,
  },
  {
    label: 'Women in sex industries (by the name of the engagement)',
    heard: byName(/sex (work|industr)|prostitut/i),
    census: null,
  },
  { label: 'LGBT women', heard: ({ lgbt }) => lgbt ?? 0, census: null },
];

/** Who was heard at engagements beside the share of resident women and girls, and who was not, by name. */
export function heardBlocks(inputs: ProfileInputs): Block[] {
  const { engagements } = inputs;
  if (engagements.length === 0) return [];
  const women = womenOf(inputs);
  const people = engagements.reduce((sum, { participants }) => sum + (participants ?? 0), 0);
  const groups = namedGroups.map((group) => ({
    label: group.label,
    heard: engagements.reduce((sum, engagement) => sum + group.heard(engagement), 0),
    census: women.all === 0 || group.census === null ? null : group.census(women),
  }));
  const missing = groups.filter(({ heard }) => heard === 0).map(({ label }) => plain(label));
  const below = groups
    .filter(
      ({ heard, census }) => heard > 0 && census !== null && heard * women.all < census * people,
    )
    .map(({ label }) => plain(label));
  return [
    {
      kind: 'table',
      caption: `Who was heard: people at ${number(engagements.length)} engagements held ${heldInWords(engagements)} beside the share of resident women and girls; n = ${number(people)} people heard${women.all === 0 ? '; no population of women and girls by these groups was imported' : `, ${number(women.all)} resident women and girls`}. Groups overlap. People chose to take part and somebody chose whom to ask: no test is made.`,
      columns: [
        { title: 'Group' },
        { title: 'Heard', isNumber: true },
        { title: 'Share of those heard', isNumber: true },
        { title: 'Share of women and girls', isNumber: true },
      ],
      rows: groups.map(({ label, heard, census }) => [
        label,
        number(heard),
        share(heard, people),
        census === null ? 'not known' : share(census, women.all),
      ]),
    },
    {
      kind: missing.length === 0 ? 'paragraph' : 'warning',
      text: `Who was not heard: ${missing.length === 0 ? 'each of these groups was heard at least once' : `nobody is recorded from ${missing.join(', ')}`}${below.length === 0 ? '' : `; heard less than their share of women and girls: ${below.join(', ')}`}. What a group that was not asked would say is not known, and is no sign that it is safe.`,
    },
  ];
}

const plain = (label: string): string => {
  const words = label.replace(/ \(.*\)$/, '');
  return words.startsWith('LGBT') || words.startsWith('Black')
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);
};

/** First to last day of engagements, in words. */
export function heldInWords(engagements: readonly Engagement[]): string {
  const days = engagements.map(({ heldOn }) => heldOn.slice(0, 10)).filter((day) => day !== '');
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  return first === undefined || last === undefined
    ? 'on days that are not recorded'
    : `${dateInWords(first)} to ${dateInWords(last)}`;
}

function womenOf({ context }: ProfileInputs): Women {
  const age = new Map<string, number>();
  const ethnicity = new Map<string, number>();
  const disability = new Map<string, number>();
  const add = (sizes: Map<string, number>, key: string | null, people: number): void => {
    if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + people);
  };
  let all = 0;
  for (const row of context.women) {
    all += row.people;
    add(age, wideBandOfWords(row.ageBand), row.people);
    add(ethnicity, groupOf(row.ethnicity), row.people);
    add(disability, disabilityAnswer(row.disability), row.people);
  }
  return { all, age, ethnicity, disability };
}

function groupOf(text: string): string | null {
  const said = selfDefinedEthnicity(text);
  return said.kind === 'stated' ? said.group : null;
}

/** Women and girls who reported feeling unsafe, by age, ethnicity and disability, beside the population. */
export function reporterBlocks(inputs: ProfileInputs): Block[] {
  const { perceptions } = inputs;
  const female = femaleReports(inputs);
  if (female.length === 0) return [];
  const women = womenOf(inputs);
  const part = (
    what: string,
    labels: readonly string[],
    column: CodedText,
    read: (text: string) => string | null,
    sizes: Sizes,
  ): string[][] => {
    const counts = new Map<string, number>();
    for (const at of female) {
      const answer = read(column.values[column.codes[at] ?? 0] ?? '');
      if (answer !== null && labels.includes(answer))
        counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const census = labels.reduce((sum, label) => sum + (sizes.get(label) ?? 0), 0);
    return labels.map((label) => [
      `${what}: ${label}`,
      number(counts.get(label) ?? 0),
      share(counts.get(label) ?? 0, answered),
      census === 0 ? 'not known' : share(sizes.get(label) ?? 0, census),
    ]);
  };
  return [
    {
      kind: 'table',
      caption: `Women and girls who reported feeling unsafe beside resident women and girls; n = ${number(female.length)} reports by women and girls of ${number(perceptions.length)} reports in all. Shares are of those who answered the question; most leave some blank. Reports come by telephone app from people who chose to make one: who is missing here may be the least safe.`,
      columns: [
        { title: 'Who' },
        { title: 'Reports', isNumber: true },
        { title: 'Share of answers', isNumber: true },
        { title: 'Share of women and girls', isNumber: true },
      ],
      rows: [
        ...part('Age', wideAgeBands, perceptions.ageBand, wideBandOfWords, women.age),
        ...part('Ethnicity', ethnicGroups, perceptions.ethnicity, groupOf, women.ethnicity),
        ...part(
          'Disability',
          ['yes', 'no'],
          perceptions.disability,
          disabilityAnswer,
          women.disability,
        ),
      ],
    },
  ];
}

function femaleReports({ perceptions }: ProfileInputs): number[] {
  const female = perceptions.sex.values.indexOf('female');
  return Array.from({ length: perceptions.length }, (_, at) => at).filter(
    (at) => female > 0 && perceptions.sex.codes[at] === female,
  );
}

/** Three bands only: the cells are small enough as it is. */
const crossBands = ['under 18', '18 to 44', '45 and over'] as const;

const crossBandOf = (band: string | null): string | null => {
  if (band === null || band === 'under 18') return band;
  return band === '18 to 24' || band === '25 to 44' ? '18 to 44' : '45 and over';
};

/**
 * Age by ethnicity by disability of women and girls, as victims and as reporters: what one answer alone hides.
 * Small cells are not shown and the others are rounded to 5, without totals, so that nothing can be taken away.
 */
export function intersectionBlocks(inputs: ProfileInputs): Block[] {
  const { perceptions, evidence } = inputs;
  const { victims } = evidence;
  const textOf = (column: CodedText, at: number): string =>
    column.values[column.codes[at] ?? 0] ?? '';
  const keyOf = (band: string | null, ethnicity: string, disability: string): string | null => {
    const group = groupOf(ethnicity);
    const answer = disabilityAnswer(disability);
    if (band === null || group === null || (answer !== 'yes' && answer !== 'no')) return null;
    return `${crossBandOf(band)}\n${group}\n${answer}`;
  };
  const countKeys = (keys: readonly (string | null)[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const female = victims.sex.values.indexOf('female');
  const asVictims = countKeys(
    victimsOf(evidence, countedIncidents(evidence, inputs.isContextOnly))
      .filter((at) => female > 0 && victims.sex.codes[at] === female)
      .map((at) => {
        const age = victims.ageYears[at] ?? -1;
        return keyOf(
          age < 0 ? null : wideBandOfAge(age),
          textOf(victims.ethnicity, at),
          textOf(victims.disability, at),
        );
      }),
  );
  const asReporters = countKeys(
    femaleReports(inputs).map((at) =>
      keyOf(
        wideBandOfWords(textOf(perceptions.ageBand, at)),
        textOf(perceptions.ethnicity, at),
        textOf(perceptions.disability, at),
      ),
    ),
  );
  if (asVictims.size === 0 && asReporters.size === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'No record tells age, ethnicity and disability of a woman or girl together, so what these make of one another cannot be seen.',
      },
    ];
  }
  const rows = crossBands.flatMap((band) =>
    ethnicGroups.flatMap((group) =>
      (['yes', 'no'] as const).flatMap((answer) => {
        const key = `${band}\n${group}\n${answer}`;
        const [own, reports] = [asVictims.get(key) ?? 0, asReporters.get(key) ?? 0];
        return own + reports === 0 ? [] : [[band, group, answer, hidden(own), hidden(reports)]];
      }),
    ),
  );
  return [
    {
      kind: 'table',
      caption: `Age, ethnicity and disability together: women and girls as victims on recorded VAWG incidents (entries, recorded ${periodInWords(inputs)}) and as reporters of feeling unsafe, where all three are known. Fewer than ${smallestPrinted} are not shown, other numbers are rounded to 5, and there are no totals, so that a hidden number cannot be worked out. Groups without any are left out. Two kinds of evidence, never added.`,
      columns: [
        { title: 'Age' },
        { title: 'Ethnic group' },
        { title: 'Disabled' },
        { title: 'Victim entries', isNumber: true },
        { title: 'Reports', isNumber: true },
      ],
      rows,
    },
  ];
}

function hidden(count: number): string {
  if (count < smallestPrinted) return `fewer than ${smallestPrinted}`;
  return number(5 * Math.round(count / 5));
}
