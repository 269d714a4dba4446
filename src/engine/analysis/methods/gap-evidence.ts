import type { ProfileFilter } from '../../../contract/filter.ts';
import { noMinutes } from '../../../domain/evidence/columns.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import { type Burst, type BurstRule, findBursts } from '../../../domain/hotspots/bursts.ts';
import { fearOfCells } from '../../../domain/hotspots/feared-cells.ts';
import type { Points } from '../points.ts';
import type { MethodContext } from './method-runner.ts';

/** The kinds of evidence that are laid side by side, never summed. */
export const evidenceKinds = ['incidents', 'partner', 'perceptions'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What each kind has in each study cell, and the reports that came in bursts. */
export interface GapEvidence {
  readonly ground: StudyGround;
  readonly points: Readonly<Record<EvidenceKind, Points>>;
  /** Records of each kind, one entry a study cell. */
  readonly counts: Readonly<Record<EvidenceKind, Float64Array>>;
  readonly bursts: readonly Burst[];
  /** Reports that belong to a burst, one entry a study cell. */
  readonly inBursts: Float64Array;
  /** Reports that a ranking by fear counts: each burst as one report, in the cell of its first. */
  readonly fear: Float64Array;
}

const minutesPerDay = 1_440;

/**
 * Lays one set of cells over the three kinds. Incidents are those of the question's filter; partner events and
 * perceptions are those of its period and area.
 */
export function gapEvidence(context: MethodContext, rule: BurstRule): GapEvidence {
  const { question, pointsUnder, session } = context;
  const { filter } = question;
  const isOther = filter.evidence === 'partner' || filter.evidence === 'perceptions';
  const under = (evidence: ProfileFilter['evidence']) => pointsUnder({ ...filter, evidence });
  const points = {
    incidents: under(isOther ? 'vawg' : filter.evidence),
    partner: under('partner'),
    perceptions: under('perceptions'),
  };
  const joined = (column: 'eastings' | 'northings') =>
    Float64Array.from(evidenceKinds.flatMap((kind) => [...points[kind][column]]));
  const ground = context.ground(
    {},
    { eastings: joined('eastings'), northings: joined('northings') },
  );
  const empty = () => new Float64Array(ground.counts.length);
  const counts = { incidents: empty(), partner: empty(), perceptions: empty() };
  let start = 0;
  const startOf = { incidents: 0, partner: 0, perceptions: 0 };
  for (const kind of evidenceKinds) {
    startOf[kind] = start;
    for (const place of ground.placeOfPoint.subarray(start, start + points[kind].indexes.length)) {
      addTo(counts[kind], place, 1);
    }
    start += points[kind].indexes.length;
  }
  const { perceptions } = points;
  const { reportedMinutes } = session.perceptions();
  const days = Float64Array.from(perceptions.indexes, (index) => {
    const minutes = reportedMinutes[index] ?? noMinutes;
    return minutes === noMinutes ? Number.NaN : Math.floor(minutes / minutesPerDay);
  });
  const bursts = findBursts({ ...perceptions, days }, rule);
  const placeOfReport = (report: number) => ground.placeOfPoint[startOf.perceptions + report] ?? -1;
  const inBursts = empty();
  const fear = fearOfCells(counts.perceptions, bursts, placeOfReport);
  for (const { reports } of bursts) {
    for (const report of reports) addTo(inBursts, placeOfReport(report), 1);
  }
  return { ground, points, counts, bursts, inBursts, fear };
}

function addTo(counts: Float64Array, place: number, more: number): void {
  if (place >= 0) counts[place] = (counts[place] ?? 0) + more;
}
