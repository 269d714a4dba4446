import type { Block, Section } from './blocks.ts';
import { countedIncidents, tally, topOf } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { number, share } from './words.ts';

const heardGroups = [
  ['Women', 'women'],
  ['Girls under 18', 'girls'],
  ['Black and minoritised women and girls', 'blackAndMinoritised'],
  ['Migrant women', 'migrant'],
  ['Disabled women', 'disabled'],
  ['LGBT women', 'lgbt'],
] as const;

/** Section 8: what women and girls say, who was heard and who was not; then perceptions, counted apart. */
export function voicesSection(inputs: ProfileInputs): Section {
  const blocks: Block[] = [
    ...engagementBlocks(inputs),
    ...perceptionBlocks(inputs),
    ...gapBlocks(inputs),
  ];
  return { number: 8, title: 'Voices of women and girls', state: 'figures', blocks };
}

function engagementBlocks({ engagements }: ProfileInputs): Block[] {
  if (engagements.length === 0) {
    return [
      {
        kind: 'warning',
        text: 'No engagement with women and girls was imported. The framework asks profiles to draw on what women and girls, including those who are Black and minoritised, say about where they feel at risk: this is a gap to fill.',
      },
    ];
  }
  const statements = engagements.flatMap((engagement) => engagement.statements);
  const people = engagements.reduce((sum, engagement) => sum + (engagement.participants ?? 0), 0);
  const heard = heardGroups.map(([label, field]) => ({
    label,
    value: engagements.reduce((sum, engagement) => sum + (engagement[field] ?? 0), 0),
  }));
  const missing = heard
    .filter((group) => group.value === 0)
    .map((group) => group.label.toLowerCase());
  const few = heard
    .filter((group) => group.value > 0 && group.value < 20)
    .map((group) => `${group.label.toLowerCase()} (${number(group.value)})`);
  const spaces = tallyText(statements.map((statement) => statement.space));
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `${number(engagements.length)} engagements with ${number(people)} participants gave ${number(statements.length)} statements. People chose to take part, so shares are not those of all women and girls and no test is made on them.`,
    },
    {
      kind: 'bars',
      caption: `Who was heard: people at ${number(engagements.length)} engagements. Groups overlap.`,
      bars: heard,
      colour: 'felt',
    },
    {
      kind: 'paragraph',
      text: `Who was not: ${missing.length === 0 ? 'each of these groups was heard at least once' : `nobody is recorded from ${missing.join(', ')}`}${few.length === 0 ? '' : `; few were ${few.join(', ')}`}. Refugees and women in sex industries are not recorded as groups in this table.`,
    },
    {
      kind: 'bars',
      caption: `Reasons given in ${number(statements.length)} statements.`,
      bars: topOf(tallyText(statements.map((statement) => statement.reason)), 10),
      colour: 'felt',
    },
    {
      kind: 'paragraph',
      text: `Statements by space: ${spaces.map((space) => `${space.label} ${number(space.value)}`).join(', ')}.`,
    },
  ];
  const quoted = statements.filter((statement) => statement.quote !== '');
  const shown = [
    ...new Map(quoted.map((statement) => [statement.quote, statement])).values(),
  ].slice(0, 4);
  if (shown.length > 0)
    blocks.push({
      kind: 'list',
      items: shown.map(
        (statement) =>
          `“${statement.quote}” (${statement.space}${statement.place === '' ? '' : `, ${statement.place}`})`,
      ),
    });
  return blocks;
}

function tallyText(texts: readonly string[]): { label: string; value: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    counts.set(text || 'not recorded', (counts.get(text || 'not recorded') ?? 0) + 1);
  return [...counts]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}

function perceptionBlocks({ perceptions }: ProfileInputs): Block[] {
  if (perceptions.length === 0) {
    return [
      {
        kind: 'warning',
        text: 'No StreetSafe-style reports were imported, so nothing can be said about places that are feared but not in crime records.',
      },
    ];
  }
  const mentions = perceptions.reasons.map(() => 0);
  for (const reasons of perceptions.reasonsOf)
    for (const reason of reasons) mentions[reason] = (mentions[reason] ?? 0) + 1;
  const total = mentions.reduce((sum, count) => sum + count, 0);
  const every = Array.from({ length: perceptions.length }, (_, index) => index);
  const sex = tally(perceptions.sex, every);
  const female = sex.find((group) => group.label === 'female')?.value ?? 0;
  const unknown = sex.find((group) => group.label === 'not recorded')?.value ?? 0;
  const bars = mentions
    .map((value, index) => ({ label: perceptions.reasons[index]?.text ?? '', value }))
    .sort((a, b) => b.value - a.value);
  return [
    {
      kind: 'paragraph',
      text: `${number(perceptions.length)} StreetSafe-style reports make ${number(total)} mentions of reasons: a report may have several. Of those who gave their sex, ${share(female, perceptions.length - unknown)} are female; ${number(unknown)} did not say. Reports say where people feel unsafe. They are not crimes and are in no crime total.`,
    },
    {
      kind: 'bars',
      caption: `Reasons in StreetSafe-style reports: ${number(total)} mentions in ${number(perceptions.length)} reports, by date of report.`,
      bars: topOf(bars, 11),
      colour: 'felt',
    },
  ];
}

const squareMetres = 500;

/** Places with many reports and few records: 500 m squares, ranked by reports. */
function gapBlocks(inputs: ProfileInputs): Block[] {
  const { perceptions, evidence, isContextOnly } = inputs;
  if (perceptions.length === 0 || isContextOnly) return [];
  const squareOf = (easting: number, northing: number): string =>
    `${Math.floor(easting / squareMetres)} ${Math.floor(northing / squareMetres)}`;
  const reports = new Map<string, number>();
  for (let index = 0; index < perceptions.length; index++) {
    const easting = perceptions.easting[index] ?? Number.NaN;
    if (Number.isNaN(easting)) continue;
    const square = squareOf(easting, perceptions.northing[index] ?? 0);
    reports.set(square, (reports.get(square) ?? 0) + 1);
  }
  const records = new Map<string, number>();
  for (const index of countedIncidents(evidence, false)) {
    const easting = evidence.incidents.easting[index] ?? Number.NaN;
    if (Number.isNaN(easting) || evidence.incidents.physicalSpace[index] !== 2) continue;
    const square = squareOf(easting, evidence.incidents.northing[index] ?? 0);
    records.set(square, (records.get(square) ?? 0) + 1);
  }
  const gaps = [...reports]
    .filter(([square, count]) => count >= 10 && (records.get(square) ?? 0) * 4 < count)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5);
  if (gaps.length === 0)
    return [
      {
        kind: 'paragraph',
        text: 'No 500 m square has ten or more reports and far fewer recorded public-space incidents.',
      },
    ];
  return [
    {
      kind: 'table',
      caption:
        'Feared and little recorded: 500 m squares with ten or more StreetSafe-style reports and fewer than a quarter as many recorded public-space VAWG incidents, all that were imported, whatever their date. Two kinds of evidence side by side, never added.',
      columns: [
        { title: 'Place' },
        { title: 'Reports', isNumber: true },
        { title: 'Recorded incidents', isNumber: true },
      ],
      rows: gaps.map(([square, count]) => {
        const [column = 0, row = 0] = square.split(' ').map(Number);
        return [nameOfSquare(inputs, column, row), number(count), number(records.get(square) ?? 0)];
      }),
    },
  ];
}

function nameOfSquare(inputs: ProfileInputs, column: number, row: number): string {
  const [west, south] = [column * squareMetres, row * squareMetres];
  const venue = inputs.venues.find(
    (one) =>
      one.easting >= west &&
      one.easting < west + squareMetres &&
      one.northing >= south &&
      one.northing < south + squareMetres,
  );
  const grid = `E${west / 1_000} N${south / 1_000} km`;
  return venue === undefined ? grid : `${venue.name} (${grid})`;
}
