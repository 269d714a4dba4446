import type { SourceQualityReport } from '../../contract/intake.ts';
import { momentText } from '../../domain/time/moment.ts';
import type { Reader } from './database.ts';
import type { EvidenceTable } from './flat-tables.ts';

interface QualityQuery {
  readonly table: EvidenceTable;
  /** The column of a record's date; '' for none. */
  readonly date: string;
  readonly isMoment: boolean;
  readonly hasPlaces: boolean;
  /** What is told of a record, and the condition under which it is known. */
  readonly shares: readonly (readonly [what: string, isKnown: string])[];
}

const known = (column: string): string => `${column} IS NOT NULL`;

/** What is looked at for each kind of evidence. */
const queries: Readonly<Record<string, QualityQuery>> = {
  incidents: {
    table: 'incident',
    date: 'coalesce(recorded_on, reported_on, occurred_from)',
    isMoment: true,
    hasPlaces: true,
    shares: [
      ['time to the minute', 'occurred_from & 3 = 3'],
      ['location type', known('location_type')],
      ['outcome', known('outcome_code')],
      ['suspect', 'EXISTS (SELECT 1 FROM seen_suspect WHERE seen_suspect.incident = t.id)'],
    ],
  },
  partner: {
    table: 'partner_event',
    date: 'occurred_from',
    isMoment: false,
    hasPlaces: true,
    shares: [
      ['time to the minute', 'length(occurred_from) = 16'],
      ['sex', known('sex')],
      ['age', known('age_years')],
    ],
  },
  perceptions: {
    table: 'perception',
    date: 'reported_on',
    isMoment: false,
    hasPlaces: true,
    shares: [
      ['sex', known('sex')],
      ['age band', known('age_band')],
      ['ethnicity', known('ethnicity')],
      ['reasons', 'environment_reasons IS NOT NULL OR behaviour_reasons IS NOT NULL'],
    ],
  },
  voices: {
    table: 'statement',
    date: 'held_on',
    isMoment: false,
    hasPlaces: true,
    shares: [
      ['place', known('place')],
      ['reason', known('reason')],
      ['time of day', known('time_of_day')],
    ],
  },
  'stop-and-search': {
    table: 'stop_and_search',
    date: 'occurred_from',
    isMoment: false,
    hasPlaces: true,
    shares: [
      ['sex', known('sex')],
      ['ethnicity', known('ethnicity')],
    ],
  },
  outcomes: {
    table: 'police_outcome',
    date: 'outcome_on',
    isMoment: false,
    hasPlaces: true,
    shares: [],
  },
};

type Measured = Pick<SourceQualityReport, 'records' | 'period' | 'located' | 'shares'>;

/** Records, period, location and known shares of one source as they stand now. */
export function measureSource(reader: Reader, kind: string, preset: string): Measured | null {
  const query = queries[kind];
  if (query === undefined) return null;
  const batches = reader.database
    .prepare<[string, string], number>(
      'SELECT id FROM import_batch WHERE kind = ? AND preset = ? AND undone_at IS NULL',
    )
    .pluck()
    .all(kind, preset);
  const inBatches = `t.batch IN (${batches.join(', ')})`;
  const found = derivedCounts(reader, query, inBatches);
  const sums = query.shares.map(([, isKnown], index) => `sum(${isKnown}) AS share${index}`);
  const located = query.hasPlaces
    ? ['sum(easting IS NOT NULL) AS coordinates', `sum(position_from GLOB 'square-*') AS squares`]
    : [];
  const suspects =
    query.table === 'incident'
      ? 'WITH seen_suspect AS MATERIALIZED (SELECT DISTINCT incident FROM suspect) '
      : '';
  const row = reader.database
    .prepare<[], Record<string, number | string | null>>(
      `${suspects}SELECT count(*) AS records, min(${query.date}) AS first, max(${query.date}) AS last,
         ${[...located, ...sums].join(', ')}
       FROM ${query.table} AS t WHERE ${inBatches}`,
    )
    .get();
  if (row === undefined) return null;
  const records = Number(row['records']);
  const coordinates = Number(row['coordinates'] ?? 0);
  const squares = Number(row['squares'] ?? 0);
  const derived = found.postcode + found.place + found['area-only'];
  return {
    records,
    period: periodOf(row['first'] ?? null, row['last'] ?? null, query.isMoment),
    located: {
      coordinates: coordinates - squares,
      'grid-reference': squares,
      ...found,
      none: records - coordinates - derived,
    },
    shares: [
      ...query.shares.map(([what], index) => ({
        what,
        known: Number(row[`share${index}`] ?? 0),
        of: records,
      })),
      ...(kind === 'incidents' ? victimShares(reader, inBatches) : []),
    ],
  };
}

function periodOf(
  first: number | string | null,
  last: number | string | null,
  isMoment: boolean,
): SourceQualityReport['period'] {
  if (first === null || last === null) return null;
  const text = (value: number | string): string =>
    isMoment ? momentText(Number(value)).slice(0, 10) : String(value).slice(0, 10);
  return { from: text(first), to: text(last) };
}

function derivedCounts(reader: Reader, query: QualityQuery, inBatches: string) {
  const counts = { postcode: 0, place: 0, 'area-only': 0 };
  if (!query.hasPlaces) return counts;
  const rows = reader.database
    .prepare<[string], { how: keyof typeof counts; records: number }>(
      `SELECT CASE WHEN because = 'postcode' THEN 'postcode' WHEN confidence = 'area-only' THEN 'area-only'
         ELSE 'place' END AS how, count(*) AS records
       FROM derived_position JOIN ${query.table} AS t ON t.id = row_id
       WHERE in_table = ? AND ${inBatches} AND decision IS NOT 'refused'
         AND (confidence IN ('exact', 'area-only') OR decision = 'accepted')
       GROUP BY 1`,
    )
    .all(query.table);
  for (const { how, records } of rows) counts[how] = records;
  return counts;
}

/** Shares of victims, of whom an incident may have several. */
function victimShares(reader: Reader, inBatches: string): SourceQualityReport['shares'] {
  const row = reader.database
    .prepare<[], { victims: number; sex: number; age: number; ethnicity: number }>(
      `SELECT count(*) AS victims, sum(sex IS NOT NULL) AS sex, sum(age_years IS NOT NULL) AS age,
         sum(ethnicity IS NOT NULL) AS ethnicity
       FROM victim AS t WHERE ${inBatches}`,
    )
    .get();
  if (row === undefined || row.victims === 0) return [];
  return [
    { what: 'victim sex', known: row.sex, of: row.victims },
    { what: 'victim age', known: row.age, of: row.victims },
    { what: 'victim ethnicity', known: row.ethnicity, of: row.victims },
  ];
}

/** Incidents by crime status. */
export function countCrimeStatus(reader: Reader): Record<string, number> {
  const rows = reader.database
    .prepare<[], { status: string; records: number }>(
      `SELECT coalesce(word.text, 'not stated') AS status, count(*) AS records
       FROM incident LEFT JOIN word ON word.id = crime_status GROUP BY 1 ORDER BY 2 DESC`,
    )
    .all();
  return Object.fromEntries(rows.map(({ status, records }) => [status, records]));
}

/** References that more than one incident has, and how many incidents those are. */
export function countSharedReferences(reader: Reader): { references: number; records: number } {
  return (
    reader.database
      .prepare<[], { references: number; records: number }>(
        `SELECT count(*) AS "references", coalesce(sum(held), 0) AS records FROM (
           SELECT count(*) AS held FROM incident WHERE reference IS NOT NULL GROUP BY reference HAVING held > 1)`,
      )
      .get() ?? { references: 0, records: 0 }
  );
}

/** Records of transport police's own extract that the force holds too, by reference. */
export function countHeldByTwoForces(reader: Reader): number {
  return (
    reader.database
      .prepare<[], number>(
        `SELECT count(*) FROM partner_event AS t JOIN import_batch ON import_batch.id = t.batch
         WHERE preset = 'british-transport-police' AND t.reference IS NOT NULL AND (
           t.reference IN (SELECT reference FROM incident WHERE reference IS NOT NULL)
           OR t.reference IN (SELECT incident_reference FROM incident WHERE incident_reference IS NOT NULL))`,
      )
      .pluck()
      .get() ?? 0
  );
}
