import type { GridPosition } from '../geography/cells.ts';

/** What stands in the cells of a study area, by whatever number the caller knows a cell by. */
export interface CellSurface {
  readonly cellMetres: number;
  /** The cells that touch a cell. */
  readonly touching: (cell: number) => Iterable<number>;
  /** Its middle, in grid metres. */
  readonly centre: (cell: number) => GridPosition;
  /** Records in it. */
  readonly records: (cell: number) => number;
  /** Those of them at a coordinate that suspiciously many share: perhaps where records go whose place is not known. */
  readonly atSharedPoint: (cell: number) => number;
}

/** Hot cells as one place. */
export interface HotCellPlace {
  /** Ascending. */
  readonly cells: readonly number[];
  /** Whether it is hot through records at one shared coordinate, so that it is to be looked at before it is named. */
  readonly restsOnSharedPoint: boolean;
}

/** A place is no longer or wider than this: what a pair on foot can keep an eye on. */
export const largestPlaceMetres = 1_000;
/** Where cells are large, a place may have this many in a row: Gi* cannot tell a place smaller than that. */
export const largestPlaceCells = 3;

/**
 * Hot cells as places that can be patrolled.
 *
 * 1. Cells that the hot ones enclose belong to them (more than half of the cells that touch it are hot): at the edge
 *    of the study area a cell is summed over fewer neighbours, so that the empty cells around a cluster can be hot
 *    and the cluster itself just not.
 * 2. What is hot through one shared coordinate, such as a default of the records system, is taken out, before anything is joined to it: the cell with most of its
 *    records there, and around it the cells whose neighbourhood has most of its records there.
 * 3. The rest is flooded from the top (a watershed; Vincent and Soille 1991): cells by the records in and around
 *    them, the most first, each joined to the highest place it touches, and places that meet joined too, as long as
 *    a place keeps to its largest extent. So a large hot area falls into places around its peaks.
 *
 * @returns In the order of their first cells.
 */
export function hotPlacesOf(hot: readonly number[], surface: CellSurface): HotCellPlace[] {
  const members = withEnclosed(hot, surface);
  const apart = sharedPointPlaces(members, surface);
  const taken = new Set(apart.flat());
  const places = [
    ...apart.map((cells) => ({ cells, restsOnSharedPoint: true })),
    ...flooded(
      members.filter((cell) => !taken.has(cell)),
      surface,
    ).map((cells) => ({ cells, restsOnSharedPoint: false })),
  ].map(({ cells, restsOnSharedPoint }) => ({
    cells: cells.toSorted((a, b) => a - b),
    restsOnSharedPoint,
  }));
  return places.sort((a, b) => (a.cells[0] ?? 0) - (b.cells[0] ?? 0));
}

function withEnclosed(hot: readonly number[], { touching }: CellSurface): number[] {
  const isHot = new Set(hot);
  const enclosed = new Set<number>();
  for (const cell of hot) {
    for (const other of touching(cell)) {
      if (isHot.has(other) || enclosed.has(other)) continue;
      const around = [...touching(other)];
      if (2 * around.filter((near) => isHot.has(near)).length > around.length) enclosed.add(other);
    }
  }
  return [...hot, ...enclosed];
}

/** Places that rest on shared coordinates: more than half of their records stand there. */
function sharedPointPlaces(members: readonly number[], surface: CellSurface): number[][] {
  const { touching, records, atSharedPoint } = surface;
  const others = (cell: number): number => records(cell) - atSharedPoint(cell);
  const own = members.filter((cell) => atSharedPoint(cell) > others(cell));
  const around = new Set(
    members.filter(
      (cell) => sumAround(cell, surface, atSharedPoint) > sumAround(cell, surface, others),
    ),
  );
  const taken = new Set(own);
  return own.flatMap((start) => {
    if (!taken.has(start)) return [];
    taken.delete(start);
    const cells = [start];
    let left = atSharedPoint(start) - others(start);
    const near = [...touching(start)].filter((cell) => around.has(cell) && !taken.has(cell));
    for (const cell of near.sort((a, b) => others(a) - others(b) || a - b)) {
      if (others(cell) - atSharedPoint(cell) >= left) break;
      left -= others(cell) - atSharedPoint(cell);
      around.delete(cell);
      cells.push(cell);
    }
    return [cells];
  });
}

function sumAround(
  cell: number,
  { touching }: CellSurface,
  valueOf: (cell: number) => number,
): number {
  let sum = valueOf(cell);
  for (const near of touching(cell)) sum += valueOf(near);
  return sum;
}

/** A place while it grows: its cells, and the box around their middles. */
interface Basin {
  readonly cells: number[];
  readonly box: Box;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function flooded(members: readonly number[], surface: CellSurface): number[][] {
  const { touching, centre, records, atSharedPoint, cellMetres } = surface;
  const others = (cell: number): number => records(cell) - atSharedPoint(cell);
  const height = new Map(members.map((cell) => [cell, sumAround(cell, surface, others)]));
  const heightOf = (cell: number): number => height.get(cell) ?? 0;
  const isHigher = (a: number, b: number): number =>
    heightOf(b) - heightOf(a) || others(b) - others(a) || a - b;
  const largest = Math.max(largestPlaceMetres, largestPlaceCells * cellMetres);
  // Room for the rounding of middles.
  const fits = ([west, south, east, north]: Box): boolean =>
    Math.max(east - west, north - south) + cellMetres <= largest + 0.01;
  const basinOf = new Map<number, Basin>();
  const join = (basin: Basin, cells: readonly number[], box: Box): Basin => {
    const joined = { cells: [...basin.cells, ...cells], box };
    for (const cell of joined.cells) basinOf.set(cell, joined);
    return joined;
  };
  for (const cell of members.toSorted(isHigher)) {
    const [east, north] = centre(cell);
    const box: Box = [east, north, east, north];
    const beside = [...touching(cell)].filter((near) => basinOf.has(near)).sort(isHigher);
    let own = join({ cells: [], box }, [cell], box);
    for (const near of beside) {
      const basin = basinOf.get(near);
      if (basin === undefined || basin === own) continue;
      const around = boxAround(basin.box, own.box);
      if (fits(around)) own = join(basin, own.cells, around);
    }
  }
  return [...new Set(basinOf.values())].map(({ cells }) => cells);
}

function boxAround(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
