import type { ProfileFilter } from '../../../contract/filter.ts';
import type { AnalysisQuestion } from '../../../contract/hotspot-inputs.ts';
import type { RunGeometry, RunShade, RunTable } from '../../../contract/hotspots.ts';
import type { GroundPlan, StudyGround } from '../../../domain/geography/study-ground.ts';
import type { Job } from '../../jobs.ts';
import type { Session } from '../../session.ts';
import type { AlsoRead } from '../fingerprint.ts';
import type { MethodSettings } from '../method-settings.ts';
import type { Points } from '../points.ts';
import type { Standing } from '../standing.ts';

/** What a method is given. */
export interface MethodContext {
  /** As asked, with a filter that fits the evidence and the area rule that holds. */
  readonly question: AnalysisQuestion & { readonly area: GroundPlan['rule'] };
  readonly settings: MethodSettings;
  readonly job: Job;
  readonly session: Session;
  readonly standing: Standing;
  /** What counts under the question: at least one record. */
  readonly points: Points;
  /** What counts under another filter on the same land and by the same weights; it may be nothing. */
  readonly pointsUnder: (filter: ProfileFilter) => Points;
  /**
   * Cells over the study area with the points counted in them; other cells, another rule, moved or for other
   * points where asked. Fails with the cell size that fits where there would be too many.
   */
  readonly ground: (
    other?: Partial<Pick<GroundPlan, 'cellMetres' | 'shape' | 'rule' | 'shiftMetres'>>,
    points?: Pick<Points, 'eastings' | 'northings'>,
  ) => StudyGround;
  /** The place in the study cells of each of other points (another kind of evidence); -1 outside them. */
  readonly placesOn: (
    ground: StudyGround,
    points: Pick<Points, 'eastings' | 'northings'>,
  ) => Int32Array;
}

/** What a method gives: its tables in grid metres, and what they say. */
export interface MethodResult {
  /** The table that is written as CSV; its rows carry `geometry`. */
  readonly main: RunTable;
  readonly others?: readonly RunTable[];
  readonly geometry: RunGeometry;
  readonly shade: RunShade | null;
  readonly summary: Readonly<Record<string, unknown>>;
  /** True sentences, the finding first. The area rule, n and what was left out are added to every run. */
  readonly words: readonly string[];
  /** What decided the result beside the settings that were read, e.g. a bandwidth and the rule that gave it. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Records of `points` that the method could not use, each under one reason; they come off the count. */
  readonly leftOut?: Readonly<Record<string, number>>;
  /** Whether the area rule decided this result, where that differs from what holds for the method. */
  readonly usesArea?: boolean;
  /** The cells of `main`, for what is built on a run inside the engine; null when rows are no study cells. */
  readonly ground: StudyGround | null;
}

/** One method of `analyse`. */
export interface MethodRunner {
  /** Names of the settings that it knows. */
  readonly settings: readonly string[];
  /** Whether records without a position have nothing to give to it. */
  readonly needsPositions: boolean;
  /** Whether the area rule decides its result, so that it is told and printed. */
  readonly usesArea: boolean;
  /** Whether its rows are drawn at single records: not given where these can be homes. */
  readonly drawsRecords?: true;
  /** What else it reads than the filter's own evidence. */
  readonly alsoReads?: readonly AlsoRead[];
  /** Counts up when its result for the same input changes. */
  readonly version: number;
  readonly run: (context: MethodContext) => Promise<MethodResult> | MethodResult;
}
