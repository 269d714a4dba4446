import type { DataQuality, SourceQualityReport } from '../../contract/intake.ts';
import { type IncidentColumns, noMinutes } from '../../domain/evidence/columns.ts';
import { assignAreas } from '../../domain/geography/area-membership.ts';
import type { AreaIndex } from '../../domain/geography/areas.ts';
import {
  distinctPositionShare,
  findDefaultPositions,
} from '../../domain/geography/default-positions.ts';
import { recordingSteps } from '../../domain/quality/recording-steps.ts';
import { timeUnknownShare } from '../../domain/quality/time-known.ts';
import { monthIndexOf, monthText } from '../../domain/time/months.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { listBatches } from '../workspace/batches.ts';
import type { Reader } from '../workspace/database.ts';
import { allVenues } from '../workspace/other-rows.ts';
import {
  countCrimeStatus,
  countHeldByTwoForces,
  countSharedReferences,
  measureSource,
} from '../workspace/source-quality.ts';
import { recordingChanges } from './recording-notes.ts';

const mostOutsidePoints = 200;

/** How good each source is, and what in the evidence as a whole calls for care. */
export async function dataQuality(session: Session, job: Job): Promise<DataQuality> {
  const { reader } = session;
  const sources: SourceQualityReport[] = [];
  const batches = sourcesOf(reader);
  for (const [index, source] of batches.entries()) {
    job.report({ stage: 'Measuring the sources', done: index, total: batches.length });
    await breathe(job);
    const measured = measureSource(reader, source.kind, source.preset);
    sources.push({ ...source, ...(measured ?? nothingMeasured(source.kept)) });
  }
  const { columns } = await session.evidence(job);
  await breathe(job);
  const { incidents } = columns;
  return {
    sources,
    positions: positionsOf(session, incidents),
    times: timesOf(incidents),
    steps: stepsOf(incidents),
    recordingChanges: recordingChanges(reader),
    crimeStatus: countCrimeStatus(reader),
    heldByTwoForces: countHeldByTwoForces(reader),
    sharedReferences: countSharedReferences(reader),
  };
}

const nothingMeasured = (records: number) => ({
  records,
  period: null,
  located: { coordinates: 0, 'grid-reference': 0, postcode: 0, place: 0, 'area-only': 0, none: 0 },
  shares: [],
});

/** The batches that stand, summed by kind and preset. */
function sourcesOf(reader: Reader) {
  const sources = new Map<string, ReturnType<typeof newSource>>();
  for (const batch of listBatches(reader).toReversed()) {
    if (batch.undoneAt !== null) continue;
    const key = `${batch.kind} ${batch.preset}`;
    const source = sources.get(key) ?? newSource(batch.kind, batch.preset);
    sources.set(key, source);
    source.files++;
    source.rows += batch.rows;
    source.kept += batch.accepted + batch.updated + batch.duplicates;
    source.rejected += batch.rejected;
    for (const [reason, count] of Object.entries(batch.reasons)) {
      source.reasons[reason] = (source.reasons[reason] ?? 0) + count;
    }
    for (const warning of batch.warnings) {
      const [code = '', count = '1'] = warning.split(/: (?=\d+$)/);
      source.warnings[code] = (source.warnings[code] ?? 0) + Number(count);
    }
  }
  return [...sources.values()];
}

function newSource(kind: SourceQualityReport['kind'], preset: string) {
  return {
    kind,
    preset,
    files: 0,
    rows: 0,
    kept: 0,
    rejected: 0,
    reasons: {} as Record<string, number>,
    warnings: {} as Record<string, number>,
  };
}

function positionsOf(session: Session, incidents: IncidentColumns): DataQuality['positions'] {
  const { easting, northing, length } = incidents;
  const venues = allVenues(session.reader);
  const { records, distinct, looksSnapped } = distinctPositionShare(easting, northing);
  const suspects = findDefaultPositions(easting, northing, { total: length, venues }).map(
    (position) => ({
      easting: position.easting,
      northing: position.northing,
      records: position.count,
      share: position.share,
      kind: position.kind,
      venue: position.venue?.name ?? null,
    }),
  );
  const { index } = session.areas();
  const outsidePoints = index === null ? null : pointsOutside(index, easting, northing);
  return {
    records,
    distinct,
    looksSnapped,
    suspects,
    outsideForce: outsidePoints?.reduce((sum, point) => sum + point.records, 0) ?? null,
    outsidePoints: outsidePoints?.slice(0, mostOutsidePoints) ?? [],
  };
}

/** The distinct points outside of every area, those with most records first. */
function pointsOutside(index: AreaIndex, easting: Float64Array, northing: Float64Array) {
  const points = new Map<string, { easting: number; northing: number; records: number }>();
  for (const [at, area] of assignAreas(index, easting, northing).entries()) {
    const [east, north] = [easting[at] ?? Number.NaN, northing[at] ?? Number.NaN];
    if (area >= 0 || Number.isNaN(east)) continue;
    const key = `${east} ${north}`;
    const point = points.get(key);
    if (point === undefined) points.set(key, { easting: east, northing: north, records: 1 });
    else point.records++;
  }
  return [...points.values()].sort((a, b) => b.records - a.records);
}

function timesOf(incidents: IncidentColumns): DataQuality['times'] {
  const share = timeUnknownShare(incidents.occurredFromMinutes, incidents.occurredPrecision);
  return {
    timed: share.timed,
    atMidnight: share.atMidnight + share.atOneMinutePast,
    expectedAtMidnight: share.expected,
    suspicious: share.suspicious,
  };
}

function stepsOf(incidents: IncidentColumns): DataQuality['steps'] {
  const counts = new Map<number, number>();
  for (const minutes of incidents.recordedMinutes) {
    if (minutes === noMinutes) continue;
    const month = monthIndexOf(minutes);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const months = Array.from(
    { length: Math.max(...counts.keys()) - first + 1 },
    (_, at) => first + at,
  );
  return recordingSteps(
    months.map((month) => counts.get(month) ?? 0),
    months.map(monthText),
  );
}
