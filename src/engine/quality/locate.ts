import type { LocatedRecords } from '../../contract/intake.ts';
import {
  buildGazetteer,
  type Gazetteer,
  type GazetteerEntry,
  matchPlace,
} from '../../domain/geography/gazetteer.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import type { Writer } from '../workspace/database.ts';
import {
  countLocated,
  type DerivedPosition,
  decisionsByText,
  type EarlierDecision,
  locatedTables,
  namedStreets,
  postcodePositions,
  replacePositions,
  type UnlocatedRow,
  unlocatedRows,
} from '../workspace/derived-positions.ts';
import { inLongTransaction } from '../workspace/long-transaction.ts';
import { allVenues } from '../workspace/other-rows.ts';
import { bumpEvidenceVersion } from '../workspace/settings.ts';

const rowsPerSlice = 500;

/**
 * A text is taken for a street only when it ends as streets do, in at most five words: "at home" on one located
 * record must not place every other "at home".
 */
const streetName =
  /^(?:[\p{L}'.-]+ ){1,4}(?:road|rd|street|st|avenue|ave|lane|close|drive|way|place|square|court|crescent|terrace|gardens|grove|hill|row|walk|parade|quay|mews|rise|view)$/iu;

/**
 * Finds positions for records that came without coordinates: by their postcode, where a postcode file was
 * imported, else by the name of a venue, street or area in their text. What was found before is made anew; the
 * analyst's decisions on a text are kept. Records that are not found stay in every total.
 */
export async function locateRecords(session: Session, job: Job): Promise<LocatedRecords> {
  const { writer } = session;
  return inLongTransaction(writer, true, async () => {
    const gazetteer = buildGazetteer(entriesOf(session));
    await breathe(job);
    const positionOf = postcodePositions(writer);
    for (const table of locatedTables) {
      const rows = unlocatedRows(writer, table);
      const decisions = decisionsByText(writer, table);
      const keep = replacePositions(writer, table);
      for (const [index, row] of rows.entries()) {
        const place = findPlace(row, positionOf, gazetteer);
        keep(row.id, place, row.text === null ? null : stillFits(decisions.get(row.text), place));
        if (index % rowsPerSlice !== 0) continue;
        job.report({ stage: 'Finding positions', done: index, total: rows.length });
        await breathe(job);
      }
    }
    bumpEvidenceVersion(writer, 'incidents');
    const located = countLocated(writer);
    appendAudit(writer, 'records located', located.evidence);
    return located;
  });
}

/** A refusal stands; an acceptance only while the text is still taken for the same place. */
function stillFits(before: EarlierDecision | undefined, place: DerivedPosition): string | null {
  if (before === undefined) return null;
  return before.decision === 'refused' || before.matched === place.matched ? before.decision : null;
}

function findPlace(
  row: UnlocatedRow,
  positionOf: ReturnType<typeof postcodePositions>,
  gazetteer: Gazetteer,
): DerivedPosition {
  const point = row.postcode === null ? undefined : positionOf(row.postcode);
  if (point !== undefined) {
    const matched = row.postcode;
    return { ...point, areaCode: null, confidence: 'exact', matched, because: 'postcode' };
  }
  if (row.text === null) return notFound;
  const { confidence, entry, why } = matchPlace(gazetteer, row.text);
  const hasPoint = confidence === 'exact' || confidence === 'likely';
  return {
    easting: hasPoint ? (entry?.easting ?? null) : null,
    northing: hasPoint ? (entry?.northing ?? null) : null,
    areaCode: entry?.areaCode ?? null,
    confidence,
    matched: entry?.name ?? null,
    because: why,
  };
}

const notFound: DerivedPosition = {
  easting: null,
  northing: null,
  areaCode: null,
  confidence: 'none',
  matched: null,
  because: 'The postcode is in no imported file.',
};

/** Everything that the workspace knows a place of: venues, streets of located incidents, areas. */
function entriesOf(session: Session): GazetteerEntry[] {
  const venues = allVenues(session.reader).map((venue) => ({ kind: 'venue' as const, ...venue }));
  const streets = streetsOf(session.writer);
  // An area stands once, however many editions of its boundary there are.
  const nameOf = new Map(session.areas().list.map(({ code, name }) => [code, name]));
  const areas = [...nameOf].map(([code, name]) => ({
    kind: 'area' as const,
    name,
    easting: null,
    northing: null,
    areaCode: code,
  }));
  return [...venues, ...streets, ...areas].map((entry, id) => ({
    areaCode: null,
    ...entry,
    id,
  }));
}

function streetsOf(writer: Writer) {
  return namedStreets(writer).flatMap(({ name, ...point }) => {
    const street = name.replace(/^on or near /i, '').trim();
    return streetName.test(street) ? [{ kind: 'street' as const, name: street, ...point }] : [];
  });
}
