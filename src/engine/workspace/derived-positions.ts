import type { LocatedRecords, MatchedPlace } from '../../contract/intake.ts';
import type { PlaceConfidence } from '../../domain/geography/gazetteer.ts';
import type { Reader, Writer } from './database.ts';

/** Evidence that may come without coordinates, and the text that says where it was. */
const placeText = {
  incident: 'location_text',
  partner_event: 'location_text',
  perception: 'location_text',
  statement: 'coalesce(place, location_text)',
} as const;

export type LocatedTable = keyof typeof placeText;
export const locatedTables = Object.keys(placeText) as LocatedTable[];

/** A record without coordinates that says where it was in other words. */
export interface UnlocatedRow {
  readonly id: number;
  readonly postcode: string | null;
  readonly text: string | null;
}

/** Where a record was found to be, and how surely. */
export interface DerivedPosition {
  readonly easting: number | null;
  readonly northing: number | null;
  readonly areaCode: string | null;
  readonly confidence: PlaceConfidence;
  readonly matched: string | null;
  readonly because: string;
}

/** Records of a table without coordinates but with a postcode or a text. */
export function unlocatedRows(writer: Writer, table: LocatedTable): UnlocatedRow[] {
  return writer.database
    .prepare<[], UnlocatedRow>(
      `SELECT id, postcode, ${placeText[table]} AS text FROM ${table}
       WHERE easting IS NULL AND (postcode IS NOT NULL OR ${placeText[table]} IS NOT NULL) ORDER BY id`,
    )
    .all();
}

/** What the analyst decided of a text, and the place that it was then taken for. */
export interface EarlierDecision {
  readonly decision: string;
  readonly matched: string | null;
}

/** The analyst's decisions by text, to be kept when places are looked for again. */
export function decisionsByText(writer: Writer, table: LocatedTable): Map<string, EarlierDecision> {
  const rows = writer.database
    .prepare<[LocatedTable], EarlierDecision & { text: string }>(
      `SELECT DISTINCT ${placeText[table]} AS text, decision, matched FROM derived_position
       JOIN ${table} ON ${table}.id = row_id
       WHERE in_table = ? AND decision IS NOT NULL AND ${placeText[table]} IS NOT NULL`,
    )
    .all(table);
  return new Map(rows.map(({ text, ...decision }) => [text, decision]));
}

/** Forgets what was found for a table and gives what keeps one record's place. */
export function replacePositions(
  writer: Writer,
  table: LocatedTable,
): (row: number, position: DerivedPosition, decision: string | null) => void {
  writer.database.prepare('DELETE FROM derived_position WHERE in_table = ?').run(table);
  const insert = writer.database.prepare(
    `INSERT INTO derived_position
       (in_table, row_id, easting, northing, area_code, confidence, matched, because, decision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (row, place, decision) => {
    const { easting, northing, areaCode, confidence, matched, because } = place;
    insert.run(table, row, easting, northing, areaCode, confidence, matched, because, decision);
  };
}

/** Finds the position of a postcode; undefined when it is in no imported file. */
export function postcodePositions(
  writer: Writer,
): (postcode: string) => { easting: number; northing: number } | undefined {
  const find = writer.database.prepare<[string], { easting: number; northing: number }>(
    'SELECT easting, northing FROM postcode WHERE postcode = ? AND easting IS NOT NULL',
  );
  return (postcode) => find.get(postcode);
}

/** Streets that incidents with coordinates name: their middle, where all of one name lie within 500 metres. */
export function namedStreets(
  writer: Writer,
): { name: string; easting: number; northing: number }[] {
  return writer.database
    .prepare<[], { name: string; easting: number; northing: number }>(
      `SELECT location_text AS name, avg(easting) AS easting, avg(northing) AS northing FROM incident
       WHERE easting IS NOT NULL AND location_text IS NOT NULL
       GROUP BY location_text
       HAVING max(easting) - min(easting) <= 500 AND max(northing) - min(northing) <= 500`,
    )
    .all();
}

/**
 * Positions by record for those that have none of their own: exact matches, and likely ones that the analyst
 * accepted; never one that was refused, and never an area's middle.
 */
export function usablePositions(
  reader: Reader,
  table: LocatedTable,
): Map<number, readonly [easting: number, northing: number]> {
  const rows = reader.database
    .prepare<[LocatedTable], [number, number, number]>(
      `SELECT row_id, easting, northing FROM derived_position
       WHERE in_table = ? AND easting IS NOT NULL
         AND (decision = 'accepted' OR (confidence = 'exact' AND decision IS NULL))`,
    )
    .raw()
    .iterate(table);
  const positions = new Map<number, readonly [number, number]>();
  for (const [row, easting, northing] of rows) positions.set(row, [easting, northing]);
  return positions;
}

/** How many records of each table were found how surely. */
export function countLocated(handle: Reader | Writer): LocatedRecords {
  const rows = handle.database
    .prepare<[], { table: string; confidence: PlaceConfidence; records: number }>(
      `SELECT in_table AS "table", confidence, count(*) AS records FROM derived_position
       GROUP BY in_table, confidence`,
    )
    .all();
  const evidence: Record<string, Record<PlaceConfidence, number>> = {};
  for (const { table, confidence, records } of rows) {
    evidence[table] ??= { exact: 0, likely: 0, 'area-only': 0, none: 0 };
    const counts = evidence[table];
    if (counts !== undefined) counts[confidence] = records;
  }
  return { evidence };
}

/** Texts that were matched to places, those on most records first. */
export function listMatchedPlaces(
  reader: Reader,
  asked: {
    readonly confidence: PlaceConfidence | null;
    readonly words: string;
    readonly skip: number;
    readonly limit: number;
  },
): { places: MatchedPlace[]; total: number } {
  const parts = locatedTables.map(
    (table) =>
      `SELECT '${table}' AS evidence, ${placeText[table]} AS text, count(*) AS records, confidence, matched,
         because, decision
       FROM derived_position JOIN ${table} ON ${table}.id = row_id
       WHERE in_table = '${table}' AND because <> 'postcode' AND ${placeText[table]} IS NOT NULL
       GROUP BY 1, 2, 4, 5, 6, 7`,
  );
  const all = parts.join(' UNION ALL ');
  const fits = `(@confidence IS NULL OR confidence = @confidence)
    AND instr(lower(text || ' ' || coalesce(matched, '')), lower(@words)) > 0`;
  const places = reader.database
    .prepare<[typeof asked], MatchedPlace>(
      `SELECT * FROM (${all}) WHERE ${fits} ORDER BY records DESC, text LIMIT @limit OFFSET @skip`,
    )
    .all(asked);
  const total =
    reader.database
      .prepare<[Pick<typeof asked, 'confidence' | 'words'>], number>(
        `SELECT count(*) FROM (${all}) WHERE ${fits}`,
      )
      .pluck()
      .get({ confidence: asked.confidence, words: asked.words }) ?? 0;
  return { places, total };
}

/** Sets the analyst's decision on every record with this text, and gives how many there are. */
export function decidePlace(
  writer: Writer,
  table: LocatedTable,
  text: string,
  decision: 'accepted' | 'refused' | null,
): number {
  return writer.database
    .prepare(
      `UPDATE derived_position SET decision = ?
       WHERE in_table = ? AND row_id IN (SELECT id FROM ${table} WHERE ${placeText[table]} = ?)`,
    )
    .run(decision, table, text).changes;
}
