import type { Area, Engagement, Statement, Venue } from '../../domain/evidence/other-evidence.ts';
import type { Reader } from './database.ts';
import { type LocatedTable, usablePositions } from './derived-positions.ts';

/** A partner event as stored. */
export interface StoredPartnerEvent {
  readonly easting: number | null;
  readonly northing: number | null;
  readonly occurredFrom: string | null;
  readonly source: string | null;
  readonly category: string | null;
}

/** A StreetSafe-style report as stored; reasons are one text, separated by semicolons or pipes. */
export interface StoredPerception {
  readonly easting: number | null;
  readonly northing: number | null;
  readonly reportedOn: string | null;
  readonly environmentReasons: string | null;
  readonly behaviourReasons: string | null;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly ethnicity: string | null;
  readonly disability: string | null;
  readonly whyNotReported: string | null;
}

interface StoredStatement {
  engagement: string;
  heldOn: string | null;
  method: string | null;
  organisation: string | null;
  participants: number | null;
  women: number | null;
  girls: number | null;
  blackAndMinoritised: number | null;
  migrant: number | null;
  disabled: number | null;
  lgbt: number | null;
  place: string | null;
  easting: number | null;
  northing: number | null;
  timeOfDay: string | null;
  space: string | null;
  reason: string | null;
  quote: string | null;
  response: string | null;
}

/** Number of rows of a table of evidence or places. */
export function countRows(
  reader: Reader,
  table:
    | 'partner_event'
    | 'perception'
    | 'statement'
    | 'venue'
    | 'area'
    | 'activity'
    | 'comparator',
): number {
  return reader.database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/** Number of engagements that hold at least one statement. */
export function countEngagements(reader: Reader): number {
  return (
    reader.database
      .prepare<[], number>('SELECT count(DISTINCT engagement) FROM statement')
      .pluck()
      .get() ?? 0
  );
}

export function allPartnerEvents(reader: Reader): StoredPartnerEvent[] {
  const rows = reader.database
    .prepare<[], StoredPartnerEvent & { id: number }>(
      'SELECT id, easting, northing, occurred_from AS occurredFrom, source, category FROM partner_event ORDER BY id',
    )
    .all();
  return located(reader, 'partner_event', rows);
}

export function allPerceptions(reader: Reader): StoredPerception[] {
  const rows = reader.database
    .prepare<[], StoredPerception & { id: number }>(
      `SELECT id, easting, northing, reported_on AS reportedOn, environment_reasons AS environmentReasons,
         behaviour_reasons AS behaviourReasons, sex, age_band AS ageBand, ethnicity, disability,
         why_not_reported AS whyNotReported
       FROM perception ORDER BY id`,
    )
    .all();
  return located(reader, 'perception', rows);
}

/** Engagements with their statements, in the order in which they were read. */
export function allEngagements(reader: Reader): Engagement[] {
  const stored = reader.database
    .prepare<[], StoredStatement & { id: number }>(
      `SELECT id, engagement, held_on AS heldOn, method, organisation, participants, women, girls,
         black_and_minoritised AS blackAndMinoritised, migrant, disabled, lgbt, place, easting, northing,
         time_of_day AS timeOfDay, space, reason, quote, response
       FROM statement ORDER BY id`,
    )
    .all();
  const rows = located(reader, 'statement', stored);
  const statementsOf = new Map<string, Statement[]>();
  const engagements: Engagement[] = [];
  for (const row of rows) {
    let statements = statementsOf.get(row.engagement);
    if (statements === undefined) {
      statements = [];
      statementsOf.set(row.engagement, statements);
      const { participants, women, girls, blackAndMinoritised, migrant, disabled, lgbt } = row;
      engagements.push({
        name: row.engagement,
        heldOn: row.heldOn ?? '',
        method: row.method ?? '',
        organisation: row.organisation ?? '',
        participants,
        women,
        girls,
        blackAndMinoritised,
        migrant,
        disabled,
        lgbt,
        statements,
      });
    }
    statements.push({
      place: row.place ?? '',
      easting: row.easting ?? Number.NaN,
      northing: row.northing ?? Number.NaN,
      timeOfDay: row.timeOfDay ?? '',
      space: row.space ?? '',
      reason: row.reason ?? '',
      quote: row.quote ?? '',
      response: row.response ?? '',
    });
  }
  return engagements;
}

/** Rows with the positions that were found for those that came without. */
function located<Row extends { id: number; easting: number | null; northing: number | null }>(
  reader: Reader,
  table: LocatedTable,
  rows: readonly Row[],
): Row[] {
  const derived = usablePositions(reader, table);
  return rows.map((row) => {
    const found = row.easting === null ? derived.get(row.id) : undefined;
    return found === undefined ? row : { ...row, easting: found[0], northing: found[1] };
  });
}

/** Venues with a position that people go to: street lights and cameras are no places of incidents. */
export function allVenues(reader: Reader): Venue[] {
  return reader.database
    .prepare<[], Venue>(
      `SELECT name, coalesce(category, '') AS category, capacity, coalesce(closing_time, '') AS closingTime,
         easting, northing
       FROM venue
       WHERE easting IS NOT NULL AND coalesce(category, '') NOT IN ('street light', 'CCTV camera')
       ORDER BY id`,
    )
    .all();
}

/**
 * Areas with their shapes and the people who live there. A population table may carry totals beside its parts
 * (a row with a blank age band is all ages), or one breakdown below another: only the rows of the coarsest kind
 * are summed, so that nobody is counted twice.
 */
export function allAreas(reader: Reader): Area[] {
  const people = reader.database
    .prepare<[], { code: string; female: number | null; everyone: number | null }>(
      `WITH part AS (
         SELECT area_code, sex, people,
           (age_band IS NOT NULL) + (ethnicity IS NOT NULL) + (disability IS NOT NULL) AS detail,
           4 * (age_band IS NOT NULL) + 2 * (ethnicity IS NOT NULL) + (disability IS NOT NULL) AS parts
         FROM population),
       ranked AS (
         SELECT *, 8 * detail + parts AS kind, min(8 * detail + parts) OVER (PARTITION BY area_code) AS coarsest
         FROM part),
       total AS (SELECT * FROM ranked WHERE kind = coarsest)
       SELECT area_code AS code,
         sum(CASE WHEN sex = 'female' THEN people END) AS female,
         CASE WHEN count(sex) > 0 THEN sum(CASE WHEN sex IS NOT NULL THEN people END)
              ELSE sum(people) END AS everyone
       FROM total GROUP BY area_code`,
    )
    .all();
  const peopleOf = new Map(people.map((row) => [row.code, row]));
  return reader.database
    .prepare<[], { code: string; name: string; type: string; polygons: string }>(
      'SELECT code, name, type, polygons FROM area ORDER BY id',
    )
    .all()
    .map((row) => ({
      code: row.code,
      name: row.name,
      type: row.type,
      polygons: JSON.parse(row.polygons) as Area['polygons'],
      femalePopulation: peopleOf.get(row.code)?.female ?? null,
      population: peopleOf.get(row.code)?.everyone ?? null,
    }));
}
