import { noMinutes } from '../../evidence/columns.ts';
import { entriesOf } from '../../people/groups.ts';
import { repeatVictims } from '../../people/victims.ts';
import type { TableBlock } from '../blocks.ts';
import { ageBands } from '../counting.ts';
import { columnsOf } from '../people-blocks.ts';
import type { DrawPart, EditionBasis } from './basis.ts';
import { entryContributors } from './contributors.ts';
import { byLabel, commonest, type Unit } from './edition-counts.ts';
import type { Published } from './published.ts';

/** Bands in order, as the force edition has them. */
const ageOrder = [
  'under 10',
  '10 to 15',
  '16 to 17',
  '18 to 24',
  '25 to 34',
  '35 to 44',
  '45 to 54',
  '55 to 64',
  '65 and over',
  'not recorded',
];

/** A cut of people by year of recording: labels down, years across, both totals. */
function yearTable(
  { counts, inputs }: EditionBasis,
  unit: Unit,
  entries: readonly number[],
  cut: {
    readonly name: string;
    readonly title: string;
    readonly caption: string;
    readonly labels: readonly string[];
    readonly labelOf: (entry: number) => string;
    readonly incidentOf: Int32Array;
  },
): (published: Published) => TableBlock {
  const { recordedMinutes } = inputs.evidence.incidents;
  const yearOf = (entry: number): string => {
    const minutes = recordedMinutes[cut.incidentOf[entry] ?? -1] ?? noMinutes;
    return minutes === noMinutes ? 'no date' : String(new Date(minutes * 60_000).getUTCFullYear());
  };
  const years = [...byLabel(entries, yearOf).keys()].sort();
  const own = byLabel(entries, (entry) => `${yearOf(entry)}|${cut.labelOf(entry)}`);
  const idOf = (year: string | null, label: string | null): string =>
    [
      unit.name,
      ...(year === null ? [] : [`year=${year}`]),
      ...(label === null ? [] : [`${cut.name}=${label}`]),
    ].join('|');
  const labels = cut.labels.filter((label) => years.some((year) => own.has(`${year}|${label}`)));
  const recordsOf = (year: string, label: string): number[] => own.get(`${year}|${label}`) ?? [];
  for (const year of years) {
    counts.declare(
      unit,
      idOf(year, null),
      labels.flatMap((label) => recordsOf(year, label)),
    );
    counts.split(
      unit,
      idOf(year, null),
      cut.name,
      labels.map((label) => ({ label, records: recordsOf(year, label), printing: 'shown' })),
    );
  }
  for (const label of labels) {
    counts.declare(
      unit,
      idOf(null, label),
      years.flatMap((year) => recordsOf(year, label)),
    );
    counts.tie(
      idOf(null, label),
      years.map((year) => idOf(year, label)),
    );
  }
  counts.tie(
    unit.name,
    years.map((year) => idOf(year, null)),
  );
  counts.tie(
    unit.name,
    labels.map((label) => idOf(null, label)),
  );
  return (published) =>
    published.table(
      cut.caption,
      columnsOf(cut.title, ...years, 'All', 'Share of all'),
      [...labels, null].map((label) => [
        label ?? 'All',
        ...years.map((year) => ({ id: idOf(year, label) })),
        { id: idOf(null, label) },
        label === null ? '' : published.share(idOf(null, label), unit.name),
      ]),
    );
}

/** Section 9: victims by age band, sex and relationship, by year. */
export function declareVictims(basis: EditionBasis): DrawPart {
  const { counts, inputs, counted, period } = basis;
  const { evidence } = inputs;
  const { victims } = evidence;
  const entries = [...entriesOf(victims.incident, evidence.incidents.length, counted)];
  if (entries.length === 0)
    return () => [{ kind: 'warning', text: 'No victims are recorded on VAWG incidents.' }];
  const unit = { name: 'victims', mostFromOne: entryContributors(victims, evidence) };
  counts.declare(unit, unit.name, entries);
  const textOf = (column: typeof victims.sex) => (entry: number) =>
    column.values[column.codes[entry] ?? 0] || 'not recorded';
  const bandOf = (entry: number): string => ageBands(evidence, [entry])[0]?.label ?? 'not recorded';
  const relationship = commonest(entries, textOf(victims.relationship), 8);
  const sex = commonest(entries, textOf(victims.sex), 3);
  const facts = (what: string): string =>
    `Victim entries on VAWG incidents by ${what} and year of recording, ${period}. A person on two incidents is two entries. The first and last year may hold fewer than twelve months.`;
  const tables = [
    yearTable(basis, unit, entries, {
      name: 'age',
      title: 'Age',
      caption: facts('age band'),
      labels: ageOrder,
      labelOf: bandOf,
      incidentOf: victims.incident,
    }),
    yearTable(basis, unit, entries, {
      name: 'sex',
      title: 'Sex',
      caption: facts('sex'),
      labels: sex.labels,
      labelOf: sex.labelOf,
      incidentOf: victims.incident,
    }),
    yearTable(basis, unit, entries, {
      name: 'relationship',
      title: 'Relationship',
      caption: facts('relationship of the suspect to the victim'),
      labels: relationship.labels,
      labelOf: relationship.labelOf,
      incidentOf: victims.incident,
    }),
  ];
  const repeats = declareRepeats(basis);
  return (published) => [
    {
      kind: 'paragraph',
      text: `About ${published.text(unit.name)} victim entries stand on VAWG incidents. Recorded victims are not all victims: much is never reported, and under-reporting differs between groups.`,
    },
    ...tables.map((table) => table(published)),
    ...repeats(published),
    {
      kind: 'paragraph',
      text: 'Left out of this edition: ethnicity, disability and other signs of vulnerability of victims, repeat addresses, and everything about single people. Combined with place or year these could single somebody out. Low counts of Black and minoritised, disabled or migrant women would be no sign of low harm.',
    },
  ];
}

/** Identified victims by number of incidents: people, not entries. */
function declareRepeats({ counts, inputs, counted, period }: EditionBasis): DrawPart {
  const { repeats } = repeatVictims(inputs.evidence, counted);
  if (repeats.identified === 0) return () => [];
  const labels = ['1 incident', '2 incidents', '3 incidents', '4 or more'];
  const facts = { fromOne: null, printing: 'shown' } as const;
  const total = counts.declareCount('victim-people', repeats.identified, facts);
  const ids = repeats.distribution.map((people, at) =>
    counts.declareCount(`${total}|incidents=${at + 1}`, people, facts),
  );
  counts.tie(total, ids);
  return (published) => [
    published.table(
      `Identified victims by number of incidents in the whole period, recorded ${period}; n = ${published.text(total)} people. What came before the data cannot be seen.`,
      columnsOf('Incidents', 'People', 'Share'),
      ids.map((id, at) => [labels[at] ?? '', { id }, published.share(id, total)]),
    ),
  ];
}

/** Section 10: age band and sex of suspects for partners; nothing about suspects for the public. */
export function declareSuspects(basis: EditionBasis): DrawPart {
  const { counts, inputs, counted, period, level } = basis;
  const { evidence } = inputs;
  const { suspects } = evidence;
  if (level === 'public')
    return () => [
      {
        kind: 'paragraph',
        text: 'Nothing about suspects is published: suspicion is no finding of guilt, and few suspects in a place or group could be recognised. Exemption: law enforcement, Freedom of Information Act 2000, section 31, and personal information, section 40.',
      },
    ];
  const entries = [...entriesOf(suspects.incident, evidence.incidents.length, counted)];
  if (entries.length === 0)
    return () => [{ kind: 'warning', text: 'No suspects are recorded on VAWG incidents.' }];
  const unit = { name: 'suspects', mostFromOne: entryContributors(suspects, evidence) };
  counts.declare(unit, unit.name, entries);
  const ageOf = (entry: number): string => {
    const age = suspects.ageYears[entry] ?? -1;
    if (age < 0) return 'not recorded';
    return age < 18 ? 'under 18' : age < 25 ? '18 to 24' : age < 45 ? '25 to 44' : '45 and over';
  };
  const ages = ['under 18', '18 to 24', '25 to 44', '45 and over', 'not recorded'];
  const table = yearTable(basis, unit, entries, {
    name: 'age',
    title: 'Age',
    caption: `Suspect entries on VAWG incidents by age band and year of recording, ${period}. Suspicion is no finding of guilt; a person on two incidents is two entries.`,
    labels: ages,
    labelOf: ageOf,
    incidentOf: suspects.incident,
  });
  return (published) => [
    table(published),
    {
      kind: 'paragraph',
      text: 'Left out of this edition: lists and rankings of suspects (also under pseudonyms), repeat and serial suspects, orders, and places by suspect. Offender management is done under its own arrangements, not through this document.',
    },
  ];
}
