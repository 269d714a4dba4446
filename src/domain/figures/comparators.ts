import { threatNames } from '../evidence/columns.ts';
import { compareLatestTwelve } from '../time/months.ts';
import type { Block } from './blocks.ts';
import { countedIncidents, inSpace, smallNumber } from './counting.ts';
import { hasTwoYears } from './filling-months.ts';
import type { ProfileInputs } from './inputs.ts';
import { changeCaveat, monthsOf, threatWords } from './trend.ts';
import { number, share } from './words.ts';

/** A headline's latest twelve months beside the twelve before. */
interface Headline {
  readonly label: string;
  readonly incidents: readonly number[];
}

/** A change with its 95 % interval: "+9.4 % (+5.1 % to +13.9 %)"; says so where the counts are too few. */
function changeWithInterval(inputs: ProfileInputs, incidents: readonly number[]): string[] {
  const comparison = compareLatestTwelve(monthsOf(inputs, incidents));
  if (comparison === null) return ['-', '-', 'less than two years'];
  const { latest, previous, ratio } = comparison;
  const isEnough = ratio !== null && latest >= smallNumber && previous >= smallNumber;
  return [
    number(latest),
    number(previous),
    isEnough
      ? `${signed(ratio.estimate)} (${signed(ratio.low)} to ${signed(ratio.high)})`
      : 'too few',
  ];
}

function signed(factor: number): string {
  return `${factor >= 1 ? '+' : '-'}${Math.abs((factor - 1) * 100).toFixed(1)} %`;
}

/** The change of all recorded incidents on the year before, as a headline's neighbour; null where it has none. */
export function allRecordedChange(inputs: ProfileInputs): string | null {
  const every = Array.from({ length: inputs.evidence.incidents.length }, (_, index) => index);
  const comparison = compareLatestTwelve(monthsOf(inputs, every));
  const ratio = comparison?.ratio ?? null;
  return comparison === null || ratio === null || comparison.previous < smallNumber
    ? null
    : signed(ratio.estimate);
}

interface PublishedYear {
  readonly force: string;
  readonly latest: number;
  readonly previous: number;
  /** All classes of the table in the latest year. */
  readonly allClasses: number;
}

interface Published {
  readonly latestYear: string;
  readonly previousYear: string;
  readonly own: PublishedYear | null;
  readonly others: readonly PublishedYear[];
  readonly classes: readonly string[];
}

/**
 * The latest two years of the published table that hold the same quarters, by force, in the classes that are VAWG by
 * their number alone; null where the table cannot give them.
 */
function published({ context, force }: ProfileInputs): Published | null {
  const quartersOf = new Map<string, Set<string>>();
  for (const { period } of context.comparators) {
    const [year = '', quarter = ''] = period.split(' ');
    quartersOf.set(year, (quartersOf.get(year) ?? new Set()).add(quarter));
  }
  const [latestYear, previousYear] = [...quartersOf.keys()].sort().reverse();
  if (latestYear === undefined || previousYear === undefined) return null;
  const same = (year: string): string => [...(quartersOf.get(year) ?? [])].sort().join();
  if (same(latestYear) !== same(previousYear)) return null;
  const years = new Map<string, PublishedYear>();
  const classes = new Set<string>();
  for (const row of context.comparators) {
    const year = row.period.split(' ')[0];
    if (year !== latestYear && year !== previousYear) continue;
    const isVawg = context.coreClasses.has(row.offenceClass);
    if (isVawg) classes.add(row.offenceClass);
    const before = years.get(row.force) ?? {
      force: row.force,
      latest: 0,
      previous: 0,
      allClasses: 0,
    };
    const isLatest = year === latestYear;
    years.set(row.force, {
      ...before,
      latest: before.latest + (isLatest && isVawg ? row.count : 0),
      previous: before.previous + (!isLatest && isVawg ? row.count : 0),
      allClasses: before.allClasses + (isLatest ? row.count : 0),
    });
  }
  if (classes.size === 0) return null;
  return {
    latestYear,
    previousYear,
    own: years.get(force) ?? null,
    others: [...years.values()].filter((year) => year.force !== force),
    classes: [...classes].sort(),
  };
}

/** The published change of similar forces taken together, as a headline's neighbour; null where none is loaded. */
export function similarForcesChange(inputs: ProfileInputs): string | null {
  const table = published(inputs);
  if (table === null || table.others.length === 0) return null;
  const sum = (of: 'latest' | 'previous'): number =>
    table.others.reduce((total, year) => total + year[of], 0);
  if (sum('previous') < smallNumber) return null;
  return `${signed(sum('latest') / sum('previous'))} in ${table.others.length} similar forces, published ${table.latestYear} on ${table.previousYear}, classes that are VAWG by number`;
}

/** Every headline beside last year and beside all recorded incidents, and the force beside similar ones. */
export function comparatorBlocks(inputs: ProfileInputs): Block[] {
  const counted = countedIncidents(inputs.evidence, false);
  const { threats } = inputs.evidence.incidents;
  const every = Array.from({ length: inputs.evidence.incidents.length }, (_, index) => index);
  const headlines: Headline[] = [
    { label: 'Recorded VAWG', incidents: counted },
    ...(['online', 'private', 'public', 'unclassified'] as const).map((space) => ({
      label: space === 'unclassified' ? 'Unclassified space' : `In ${space} spaces`,
      incidents: inSpace(inputs.evidence, counted, space),
    })),
    ...threatNames.map((threat, bit) => ({
      label: threatWords[threat],
      incidents: counted.filter((at) => ((threats[at] ?? 0) & (1 << bit)) !== 0),
    })),
    { label: 'All recorded incidents, VAWG or not', incidents: every },
  ];
  if (!hasTwoYears(inputs.evidence)) {
    return [
      {
        kind: 'paragraph',
        text: 'Beside last year: the records cover less than two years, so no headline is laid beside the year before it.',
      },
      ...publishedBlocks(inputs),
    ];
  }
  return [
    {
      kind: 'table',
      caption: `Every headline beside last year and beside all recorded incidents, ${changeCaveat}; n = ${number(counted.length)} VAWG of ${number(every.length)} recorded incidents. Where VAWG moves like all records, look to recording first. The interval knows only chance.`,
      columns: [
        { title: 'Headline' },
        { title: 'Latest twelve months', isNumber: true },
        { title: 'Twelve before', isNumber: true },
        { title: 'Change (95 % interval)', isNumber: true },
      ],
      rows: headlines.map(({ label, incidents }) => [
        label,
        ...changeWithInterval(inputs, incidents),
      ]),
    },
    ...publishedBlocks(inputs),
  ];
}

function publishedBlocks(inputs: ProfileInputs): Block[] {
  const table = published(inputs);
  if (table === null) {
    return [
      {
        kind: 'paragraph',
        text: 'Similar forces: no published table with two whole years and a class that is VAWG by its number was imported, so nothing is compared with other forces.',
      },
    ];
  }
  const rowOf = ({ force, latest, previous, allClasses }: PublishedYear): string[] => [
    force,
    number(latest),
    number(previous),
    previous < smallNumber ? 'too few' : signed(latest / previous),
    share(latest, allClasses),
  ];
  const others = table.others.toSorted((a, b) => (a.force < b.force ? -1 : 1));
  return [
    {
      kind: 'table',
      caption: `The force beside similar forces on one published table, recorded offences ${table.latestYear} and ${table.previousYear}, any victim, classes ${table.classes.join(', ')} only (VAWG by their number alone; offences that a flag brings in cannot be seen in published counts, so this is less than VAWG). ${table.own === null ? 'This force is not in the table. ' : ''}Forces differ in size, place and recording: compare changes and shares, and never rank forces by counts.`,
      columns: [
        { title: 'Force' },
        { title: table.latestYear, isNumber: true },
        { title: table.previousYear, isNumber: true },
        { title: 'Change', isNumber: true },
        { title: `Share of all classes in the table, ${table.latestYear}`, isNumber: true },
      ],
      rows: [...(table.own === null ? [] : [table.own]), ...others].map(rowOf),
    },
  ];
}
