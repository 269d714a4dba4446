import { crimeStatusNames } from '../../evidence/columns.ts';
import { lookUpOutcomes } from '../../justice/outcome-codes.ts';
import { statesOfTexts } from '../../justice/outcomes.ts';
import type { Block } from '../blocks.ts';
import { columnsOf } from '../people-blocks.ts';
import { number } from '../words.ts';
import type { DrawPart, EditionBasis } from './basis.ts';
import { byLabel, commonest, type Unit } from './edition-counts.ts';
import { openName } from './place-names.ts';

const outcomeLabels = [
  'Charged or summonsed',
  '14: victim does not support, suspect not identified',
  '15: evidential difficulties, victim supports',
  '16: evidential difficulties, victim does not support',
  'Another outcome',
  'No outcome yet',
  'Cannot be told',
] as const;

/** Section 11: what became of offences, counts only. */
export function declareOutcomes(basis: EditionBasis): DrawPart {
  const { counts, unit, counted, inputs, period } = basis;
  const { incidents } = inputs.evidence;
  if (inputs.outcomeCodes === undefined)
    return () => [{ kind: 'warning', text: 'No list of outcome codes is loaded.' }];
  const lookup = lookUpOutcomes(incidents.outcome, inputs.outcomeCodes);
  const states = statesOfTexts(lookup);
  const gone = [crimeStatusNames.indexOf('cancelled'), crimeStatusNames.indexOf('transferred')];
  const isOffence = (index: number): boolean =>
    incidents.isCrime[index] === 1 && !gone.includes(incidents.crimeStatus[index] ?? 0);
  const labelOf = (index: number): (typeof outcomeLabels)[number] => {
    const text = incidents.outcome.codes[index] ?? 0;
    if (states[text] === 'undecided') return 'No outcome yet';
    if (states[text] !== 'decided') return 'Cannot be told';
    const outcome = lookup.ofText[text];
    if (outcome?.group === 'charged') return 'Charged or summonsed';
    const numbered = outcomeLabels.find((label) => label.startsWith(`${outcome?.code}:`));
    return numbered ?? 'Another outcome';
  };
  const offences = counted.filter(isOffence);
  const [total = ''] = counts.split(unit, unit.name, 'offence-outcome', [
    { label: 'offences', records: offences, printing: 'shown' },
    {
      label: 'no-offence',
      records: counted.filter((index) => !isOffence(index)),
      printing: 'implied',
    },
  ]);
  const groups = byLabel(offences, labelOf);
  const labels = outcomeLabels.filter((label) => groups.has(label));
  if (labels.length === 0)
    return () => [
      { kind: 'warning', text: 'No VAWG offence is recorded, so there are no outcomes.' },
    ];
  const ids = counts.split(
    unit,
    total,
    'outcome',
    labels.map((label) => ({ label, records: groups.get(label) ?? [], printing: 'shown' })),
  );
  return (published) => [
    published.table(
      `Outcomes of VAWG offences recorded ${period}; n = ${published.text(total)} offences (crimes neither cancelled nor transferred). Shares of all recorded are too low while offences are undecided.`,
      columnsOf('Outcome', 'Offences', 'Of recorded'),
      ids.map((id, at) => [labels[at] ?? '', { id }, published.share(id, total)]),
    ),
    {
      kind: 'paragraph',
      text: 'Left out of this edition: outcomes by space, threat and month, and days to outcome, since they rest on few offences each. No rate of a recent month is to be made from this table.',
    },
  ];
}

/** Section 8: who was heard and what was said, counted; no quotes, and reports only by 500 m square of ten or more. */
export function declareVoices(basis: EditionBasis): DrawPart {
  const engagements = declareEngagements(basis);
  const perceptions = declarePerceptions(basis);
  return (published) => [
    ...engagements(published),
    ...perceptions(published),
    {
      kind: 'paragraph',
      text: 'Left out of this edition: the words of women and girls, since a quote or a reason in her own words can be recognised by who said it or by who did it; and the comparison of reports with records by square, since it would tell of squares with few records.',
    },
  ];
}

const heard = [
  ['Women', 'women'],
  ['Girls under 18', 'girls'],
  ['Black and minoritised women and girls', 'blackAndMinoritised'],
  ['Migrant women', 'migrant'],
  ['Disabled women', 'disabled'],
  ['LGBT women', 'lgbt'],
] as const;

function declareEngagements({ counts, inputs }: EditionBasis): DrawPart {
  const { engagements } = inputs;
  if (engagements.length === 0)
    return () => [
      {
        kind: 'warning',
        text: 'No engagement with women and girls was imported: a gap to fill together.',
      },
    ];
  const sumOf = (field: 'participants' | (typeof heard)[number][1]): number =>
    engagements.reduce((sum, engagement) => sum + (engagement[field] ?? 0), 0);
  // Who was not among a group can be subtracted from those who took part, as long as groups are parts of them.
  const most = Math.max(sumOf('participants'), ...heard.map(([, field]) => sumOf(field)));
  const facts = { fromOne: null, printing: 'shown' } as const;
  const total = counts.declareCount('heard', most, facts);
  const ids = heard.map(([, field]) => {
    const own = sumOf(field);
    const id = counts.declareCount(`${total}|group=${field}`, own, facts);
    const others = counts.declareCount(`${total}|not-group=${field}`, most - own, {
      fromOne: null,
      printing: 'implied',
    });
    counts.tie(total, [id, others]);
    return id;
  });
  const statements = engagements.flatMap((engagement) => engagement.statements);
  const unit: Unit = { name: 'statements', mostFromOne: null };
  const every = [...statements.keys()];
  counts.declare(unit, unit.name, every);
  const cut = commonest(every, (at) => statements[at]?.space || 'not recorded', 8);
  const groups = byLabel(every, cut.labelOf);
  const spaces = counts.split(
    unit,
    unit.name,
    'space',
    cut.labels.map((label) => ({ label, records: groups.get(label) ?? [], printing: 'shown' })),
  );
  const meetings = number(engagements.length);
  return (published) => [
    published.bars(
      `Who was heard: people at ${meetings} engagements, ${published.text(total)} in all. Groups overlap. People chose to take part, so shares are not those of all women and girls.`,
      ids.map((id, at) => ({ label: heard[at]?.[0] ?? '', id })),
      'felt',
    ),
    published.bars(
      `Space that women and girls spoke of, in ${published.text(unit.name)} statements.`,
      cut.labels.map((label, at) => ({ label, id: spaces[at] ?? '' })),
      'felt',
    ),
  ];
}

const squareMetres = 500;
const mostSquares = 10;

function declarePerceptions({ counts, inputs, rule }: EditionBasis): DrawPart {
  const { perceptions } = inputs;
  if (perceptions.length === 0)
    return () => [{ kind: 'warning', text: 'No StreetSafe-style reports were imported.' }];
  const unit: Unit = { name: 'reports', mostFromOne: null };
  const every = Array.from({ length: perceptions.length }, (_, at) => at);
  counts.declare(unit, unit.name, every);
  const squareOf = (report: number): string => {
    const [easting, northing] = [perceptions.easting[report], perceptions.northing[report]];
    if (easting === undefined || northing === undefined || Number.isNaN(easting)) return 'nowhere';
    return `${Math.floor(easting / squareMetres)} ${Math.floor(northing / squareMetres)}`;
  };
  const squares = byLabel(every, squareOf);
  const listed = [...squares]
    .filter(([square, own]) => square !== 'nowhere' && own.length >= Math.max(10, rule.threshold))
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, mostSquares);
  const known = new Set(listed.map(([square]) => square));
  const ids = counts.split(unit, unit.name, 'square', [
    ...listed.map(([label, records]) => ({ label, records, printing: 'shown' as const })),
    {
      label: 'others',
      records: every.filter((report) => !known.has(squareOf(report))),
      printing: 'shown',
    },
  ]);
  const names = listed.map(([square]) => {
    const [column = 0, row = 0] = square.split(' ').map(Number);
    const middle = [(column + 0.5) * squareMetres, (row + 0.5) * squareMetres] as const;
    return openName(inputs, middle, -1);
  });
  const mentions = declareMentions(counts, inputs.perceptions);
  return (published): Block[] => [
    mentions(published)[0] ?? { kind: 'paragraph', text: '' },
    published.table(
      `Where people report feeling unsafe: the ${number(listed.length)} squares of ${squareMetres} m with most StreetSafe-style reports (ten or more); n = ${published.text(unit.name)} reports. Reports are not crimes and are in no crime total; a report is one person's, so squares with fewer are not shown.`,
      columnsOf('Square', 'Reports'),
      ids.map((id, at) => [names[at] ?? 'All other squares, and no position', { id }]),
    ),
  ];
}

function declareMentions(
  counts: EditionBasis['counts'],
  perceptions: EditionBasis['inputs']['perceptions'],
): DrawPart {
  const totals = perceptions.reasons.map(() => 0);
  for (const reasons of perceptions.reasonsOf)
    for (const reason of reasons) totals[reason] = (totals[reason] ?? 0) + 1;
  const facts = { fromOne: null, printing: 'shown' } as const;
  const all = counts.declareCount(
    'mentions',
    totals.reduce((sum, count) => sum + count, 0),
    facts,
  );
  // Reasons that few gave may be in somebody's own words: they stand together.
  const listed = [...totals.keys()].filter((reason) => (totals[reason] ?? 0) >= 20);
  const rest = totals.reduce((sum, count, at) => sum + (listed.includes(at) ? 0 : count), 0);
  const ids = listed.map((reason) =>
    counts.declareCount(
      `mentions|reason=${perceptions.reasons[reason]?.text ?? ''}`,
      totals[reason] ?? 0,
      facts,
    ),
  );
  const labels = listed.map((reason) => perceptions.reasons[reason]?.text ?? '');
  if (rest > 0) {
    ids.push(counts.declareCount('mentions|reason=all others', rest, facts));
    labels.push('all others');
  }
  counts.tie(all, ids);
  return (published) => [
    published.bars(
      `Reasons in StreetSafe-style reports: ${published.text(all)} mentions; a report may have several.`,
      ids.map((id, at) => ({ label: labels[at] ?? '', id })),
      'felt',
    ),
  ];
}

/** Partner events by kind, for partners only: they belong to those who gave them. */
export function declarePartnerEvents({ counts, inputs, level }: EditionBasis): DrawPart {
  const { partner } = inputs;
  if (level === 'public' || partner.length === 0)
    return () => [
      {
        kind: 'paragraph',
        text:
          partner.length === 0
            ? 'No partner events (health, council, transport) were imported.'
            : 'Events that partners (health, council, transport) gave are left out: they belong to them, and are theirs to publish.',
      },
    ];
  const unit: Unit = { name: 'partner-events', mostFromOne: null };
  const every = Array.from({ length: partner.length }, (_, at) => at);
  counts.declare(unit, unit.name, every);
  const textOf = (column: typeof partner.source, at: number): string =>
    column.values[column.codes[at] ?? 0] || 'not recorded';
  const cut = commonest(
    every,
    (at) => `${textOf(partner.source, at)}: ${textOf(partner.category, at)}`,
    10,
  );
  const groups = byLabel(every, cut.labelOf);
  const ids = counts.split(
    unit,
    unit.name,
    'kind',
    cut.labels.map((label) => ({ label, records: groups.get(label) ?? [], printing: 'shown' })),
  );
  return (published) => [
    published.table(
      `Partner events by source and kind, all that were imported; n = ${published.text(unit.name)} events. They are not police incidents and may describe the same event as one: in no total.`,
      columnsOf('Source and kind', 'Events'),
      ids.map((id, at) => [cut.labels[at] ?? '', { id }]),
    ),
  ];
}
