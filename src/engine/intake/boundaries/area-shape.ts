import type { GridPoint } from '../../../domain/geography/british-national-grid.ts';
import { RowRejected } from '../values.ts';
import type { SourceArea, SourcePoint, SourceRing } from './boundary-file.ts';
import { mendPolygons } from './mend-polygons.ts';
import { cleanRing } from './ring-cleaning.ts';
import type { OpenRing } from './ring-edges.ts';
import type { Point } from './ring-geometry.ts';

/** An area's shape as the workspace keeps it, and how many of its rings had to be repaired for that. */
export interface AreaShapeOnGrid {
  /** Closed rings in grid metres to the centimetre, each polygon's outline first. */
  readonly polygons: readonly (readonly (readonly Point[])[])[];
  readonly ringsRepaired: number;
}

const centimetresPerMetre = 100;

/**
 * The shape of an area on the National Grid with all rings sound: closed, without repeated positions and spikes,
 * not crossing, outlines anticlockwise and holes clockwise. The direction of a ring is no fault and not counted.
 *
 * @throws RowRejected `unreadable-shape` when no ground is left, `unreadable-position` for one outside the grid.
 */
export function shapeOnGrid(
  { polygons }: SourceArea,
  toGrid: (point: SourcePoint) => GridPoint | undefined,
): AreaShapeOnGrid {
  let ringsRepaired = 0;
  /** For every ring that is kept, whether it has been counted. */
  const isCounted: boolean[] = [];
  const readRing = (source: SourceRing): OpenRing | null => {
    const { ring, isRepaired } = ringOnGrid(source, toGrid);
    if (isRepaired) ringsRepaired++;
    if (ring !== null) isCounted.push(isRepaired);
    return ring;
  };
  const read = (polygons ?? []).flatMap(([outline = [], ...holes]) => {
    const outlineRing = readRing(outline);
    // Holes of nothing are nothing.
    if (outlineRing === null) return [];
    return [[outlineRing, ...holes.map(readRing).filter((ring) => ring !== null)]];
  });
  const mended = mendPolygons(read);
  for (const place of mended.faulty) if (isCounted[place] === false) ringsRepaired++;
  if (mended.polygons.length === 0) throw new RowRejected('unreadable-shape');
  return {
    polygons: mended.polygons.map((rings) => rings.map(closedInMetres)),
    ringsRepaired,
  };
}

/** A ring in whole centimetres. Positions that only rounding brings together are no fault of the file. */
function ringOnGrid(
  source: SourceRing,
  toGrid: (point: SourcePoint) => GridPoint | undefined,
): { ring: OpenRing | null; isRepaired: boolean } {
  const [first] = source;
  const last = source.at(-1);
  const isClosed = source.length > 1 && first !== undefined && isSame(first, last);
  const open = isClosed ? source.slice(0, -1) : source;
  const hasRepeats = open.some((point, i) => i > 0 && isSame(point, open[i - 1]));
  const points = open.map((point): Point => {
    const onGrid = toGrid(point);
    if (onGrid === undefined) throw new RowRejected('unreadable-position');
    return [
      Math.round(onGrid.easting * centimetresPerMetre),
      Math.round(onGrid.northing * centimetresPerMetre),
    ];
  });
  const cleaned = cleanRing(points);
  const isRepaired = !isClosed || hasRepeats || cleaned === null || cleaned.hadSpikes;
  return { ring: cleaned?.ring ?? null, isRepaired };
}

function isSame(one: SourcePoint, other: SourcePoint | undefined): boolean {
  return other !== undefined && one[0] === other[0] && one[1] === other[1];
}

function closedInMetres(ring: OpenRing): Point[] {
  return [...ring, ...ring.slice(0, 1)].map(
    ([x, y]): Point => [x / centimetresPerMetre, y / centimetresPerMetre],
  );
}
