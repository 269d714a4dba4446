import type { RunGeometry } from '../../../contract/hotspots.ts';
import { mayDrawRecords } from '../../../domain/disclosure/homes.ts';
import { cellCentre, cellPolygon } from '../../../domain/geography/cells.ts';
import { convexHull } from '../../../domain/geography/convex-hull.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import { harmEvidence, restsOn, restsOnShare } from '../../../domain/harm/rests-on.ts';
import { restsOnWords } from '../../../domain/harm/rests-on-words.ts';
import type { HotCellPlace } from '../../../domain/hotspots/hot-places.ts';
import type { Points } from '../points.ts';
import type { MethodContext } from './method-runner.ts';

/** Hot cells that are one place, and the records in them. */
export interface HotSpot {
  /** Places of its cells in the study cells. */
  readonly cells: readonly number[];
  /** Places of its records in the points of the run. */
  readonly members: readonly number[];
  /** Sum of the weights of its records: records, or harm. */
  readonly weight: number;
  /** Middle of its records, or of its cells where records can be at homes; in grid metres. */
  readonly easting: number;
  readonly northing: number;
  /** Whether it is hot through records at one shared coordinate. */
  readonly restsOnSharedPoint: boolean;
  /** The one thing that more than half of it rests on, in words; empty where there is none. */
  readonly rests: string;
}

/**
 * The hot spots of a run, the weightiest first. A place without a record of its own, hot by its neighbours alone,
 * is none.
 */
export function hotSpotsOf(
  context: MethodContext,
  { placeOfPoint, cells: study }: StudyGround,
  places: readonly HotCellPlace[],
): HotSpot[] {
  const { points } = context;
  const members = new Map<number, number[]>();
  for (const [point, place] of placeOfPoint.entries()) {
    const own = members.get(place);
    if (own === undefined) members.set(place, [point]);
    else own.push(point);
  }
  const restsOf = whatRests(context);
  const mayUseRecords = mayDrawRecords(context.question.filter);
  return places
    .map(({ cells, restsOnSharedPoint }) => {
      const own = cells.flatMap((cell) => members.get(cell) ?? []);
      const centres = cells.map((cell) => cellCentre(study.grid, study.cells[cell] ?? 0));
      const [easting, northing] = mayUseRecords
        ? [points.eastings, points.northings].map((column) =>
            mean(own.map((point) => column[point] ?? 0)),
          )
        : [0, 1].map((axis) => mean(centres.map((centre) => centre[axis] ?? 0)));
      return {
        cells,
        members: own,
        weight: own.reduce((sum, point) => sum + (points.weights[point] ?? 0), 0),
        easting: easting ?? Number.NaN,
        northing: northing ?? Number.NaN,
        restsOnSharedPoint,
        rests: restsOf(own),
      };
    })
    .filter(({ members: own }) => own.length > 0)
    .toSorted((a, b) => b.weight - a.weight || (a.cells[0] ?? 0) - (b.cells[0] ?? 0));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A function that says what a hot spot rests on. Only police incidents tell of persons and days. */
function whatRests({ question, points, standing }: MethodContext) {
  const { evidence } = question.filter;
  const isIncidents = evidence === 'vawg' || evidence === 'all-incidents';
  const known = isIncidents ? harmEvidence(standing.columns) : null;
  const weightOf = new Float64Array(standing.columns.incidents.length).fill(Number.NaN);
  if (isIncidents) {
    for (const [point, index] of points.indexes.entries()) {
      weightOf[index] = points.weights[point] ?? Number.NaN;
    }
  }
  const what = question.weight === 'harm' ? 'harm' : 'records';
  return (members: readonly number[]): string => {
    const indexes = Uint32Array.from(members, (point) => points.indexes[point] ?? 0);
    const things = known === null ? [] : restsOn(known, indexes, weightOf);
    const words = restsOnWords([...things, ...onePosition(points, members)], what);
    return words === '' ? '' : `${words}.`;
  };
}

/** The exact position that more than half of the records' weight stands on, if there is one. */
function onePosition({ eastings, northings, weights }: Points, members: readonly number[]) {
  const at = new Map<string, number>();
  let sum = 0;
  for (const point of members) {
    const position = `${eastings[point]} ${northings[point]}`;
    at.set(position, (at.get(position) ?? 0) + (weights[point] ?? 0));
    sum += weights[point] ?? 0;
  }
  const share = Math.max(0, ...at.values()) / sum;
  return share > restsOnShare ? [{ kind: 'position' as const, share }] : [];
}

/** The hull of each hot spot's cells, in grid metres. */
export function hotSpotHulls(ground: StudyGround, spots: readonly HotSpot[]): RunGeometry {
  const { grid, cells } = ground.cells;
  const starts = new Int32Array(spots.length + 1);
  const positions: number[] = [];
  for (const [at, spot] of spots.entries()) {
    const corners = spot.cells.flatMap((place) => cellPolygon(grid, cells[place] ?? 0));
    positions.push(...convexHull(corners).flat());
    starts[at + 1] = positions.length / 2;
  }
  return { kind: 'hulls', starts, positions: Float64Array.from(positions) };
}
