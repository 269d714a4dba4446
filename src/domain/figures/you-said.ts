import { physicalSpaceCodes } from '../evidence/columns.ts';
import type { Statement } from '../evidence/other-evidence.ts';
import type { Block } from './blocks.ts';
import { countedIncidents } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { number } from './words.ts';

/** How near evidence must be to what was said about a place. */
const nearMetres = 300;
const shown = 8;

/** You said, the analysis shows, we will: one row a place that several statements name. */
export function youSaidBlocks(inputs: ProfileInputs): Block[] {
  const statements = inputs.engagements.flatMap((engagement) => engagement.statements);
  const byPlace = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.place === '') continue;
    const own = byPlace.get(statement.place) ?? [];
    own.push(statement);
    byPlace.set(statement.place, own);
  }
  const places = [...byPlace]
    .filter(([, own]) => own.length > 1)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, shown);
  if (places.length === 0) return [];
  const answered = statements.filter(({ response }) => isAnswer(response)).length;
  return [
    {
      kind: 'table',
      caption: `You said, the analysis shows, we will: the ${number(places.length)} places that most of ${number(statements.length)} statements name. Incidents and reports are those within ${nearMetres} m of where the statements point, all dates; incidents are recorded public-space VAWG, reports are not crimes. ${number(answered)} statements have an answer on record; the others are still owed one.`,
      columns: [
        { title: 'Place' },
        { title: 'You said' },
        { title: 'The analysis shows' },
        { title: 'We will' },
      ],
      rows: places.map(([place, own]) => [
        place,
        saidInWords(own),
        nearInWords(inputs, own),
        answersInWords(own),
      ]),
    },
  ];
}

function saidInWords(statements: readonly Statement[]): string {
  const reasons = tallied(statements.map(({ reason }) => reason)).slice(0, 3);
  const why = reasons.map(([reason, count]) => `${reason} (${number(count)})`).join(', ');
  return `${number(statements.length)} statements${why === '' ? '' : `: ${why}`}`;
}

function nearInWords(inputs: ProfileInputs, statements: readonly Statement[]): string {
  const placed = statements.filter(({ easting }) => !Number.isNaN(easting));
  if (placed.length === 0) return 'the statements have no position, so nothing can be laid beside';
  const { incidents } = inputs.evidence;
  const isNear = (easting = Number.NaN, northing = Number.NaN): boolean =>
    placed.some((one) => Math.hypot(one.easting - easting, one.northing - northing) <= nearMetres);
  const records = countedIncidents(inputs.evidence, false).filter(
    (at) =>
      incidents.physicalSpace[at] === physicalSpaceCodes.public &&
      isNear(incidents.easting[at], incidents.northing[at]),
  ).length;
  const { perceptions } = inputs;
  const reports = [...perceptions.easting].filter((easting, at) =>
    isNear(easting, perceptions.northing[at]),
  ).length;
  return `${number(records)} recorded incidents, ${number(reports)} reports of feeling unsafe`;
}

/** "No action yet" is no answer to somebody who said where she is afraid. */
const isAnswer = (response: string): boolean => response !== '' && !/^no action/i.test(response);

function answersInWords(statements: readonly Statement[]): string {
  const answers = tallied(statements.map(({ response }) => response).filter(isAnswer));
  const open = statements.filter(({ response }) => !isAnswer(response)).length;
  return [
    ...answers.map(([answer, count]) => `${answer} (${number(count)})`),
    ...(open === 0 ? [] : [`no answer yet on ${number(open)}`]),
  ].join('; ');
}

function tallied(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
