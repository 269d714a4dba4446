import type { Area } from '../../domain/evidence/other-evidence.ts';
import type {
  Activity,
  CalendarEntry,
  ComparatorRow,
  SmallRow,
  WomenRow,
} from '../../domain/figures/context.ts';
import type { Reader } from './database.ts';

/** Published tables by period, force and class; outcome tables are another thing and left out. */
export function comparatorRows(reader: Reader): ComparatorRow[] {
  return reader.database
    .prepare<[], ComparatorRow>(
      `SELECT coalesce(period, '') AS period, coalesce(force, '') AS force,
         offence_code AS offenceClass, sum(number) AS count
       FROM comparator WHERE outcome IS NULL
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all();
}

/** What was done where, in the order of its days. */
export function allActivities(reader: Reader): Activity[] {
  return reader.database
    .prepare<
      [],
      Omit<Activity, 'easting' | 'northing'> & {
        easting: number | null;
        northing: number | null;
      }
    >(
      `SELECT coalesce(type, '') AS type, coalesce(substr(from_time, 1, 10), '') AS "from",
         coalesce(substr(to_time, 1, 10), '') AS "to", hours, coalesce(owner, '') AS owner,
         easting, northing
       FROM activity ORDER BY from_time, id`,
    )
    .all()
    .map(({ easting, northing, ...row }) => ({
      ...row,
      easting: easting ?? Number.NaN,
      northing: northing ?? Number.NaN,
    }));
}

/** The calendar in the order of its days. */
export function calendarEntries(reader: Reader): CalendarEntry[] {
  return reader.database
    .prepare<[], CalendarEntry>(
      `SELECT name, coalesce(type, '') AS type, coalesce(substr(from_time, 1, 10), '') AS "from",
         coalesce(substr(to_time, 1, 10), '') AS "to"
       FROM calendar_entry ORDER BY from_time, name`,
    )
    .all();
}

/** A small table as it came. */
export function smallTable(reader: Reader, table: 'capability' | 'conduct'): SmallRow[] {
  return reader.database
    .prepare<[], SmallRow>(
      `SELECT item, coalesce(period, '') AS period, number AS count, coalesce(note, '') AS note
       FROM ${table} ORDER BY id`,
    )
    .all();
}

/**
 * Resident women and girls of the given areas by everything that the table tells of them: of each area the rows of
 * the finest breakdown, so that a total beside its parts is not counted too.
 */
export function residentWomen(reader: Reader, areas: readonly Area[]): WomenRow[] {
  const rows = reader.database
    .prepare<[], WomenRow & { area: string }>(
      `WITH part AS (
         SELECT area_code, age_band, ethnicity, disability, people,
           (age_band IS NOT NULL) + (ethnicity IS NOT NULL) + (disability IS NOT NULL) AS detail
         FROM population WHERE sex = 'female'),
       ranked AS (SELECT *, max(detail) OVER (PARTITION BY area_code) AS finest FROM part)
       SELECT area_code AS area, coalesce(age_band, '') AS ageBand, coalesce(ethnicity, '') AS ethnicity,
         coalesce(disability, '') AS disability, sum(people) AS people
       FROM ranked WHERE detail = finest GROUP BY 1, 2, 3, 4`,
    )
    .all();
  const asked = new Set(areas.map(({ code }) => code));
  const sums = new Map<string, WomenRow>();
  for (const { area, ...row } of rows) {
    if (!asked.has(area)) continue;
    const key = [row.ageBand, row.ethnicity, row.disability].join('\n');
    const people = (sums.get(key)?.people ?? 0) + row.people;
    sums.set(key, { ...row, people });
  }
  return [...sums.values()];
}
