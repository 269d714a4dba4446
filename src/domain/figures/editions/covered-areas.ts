import type { Area } from '../../evidence/other-evidence.ts';
import { type AreaShape, areaAt, buildAreaIndex } from '../../geography/areas.ts';
import type { HotSpotCell } from '../inputs.ts';

/** Ground of an area is looked at in steps of this length: what reaches out by less counts as covered. */
const stepMetres = 20;

/**
 * Codes of the areas whose ground lies wholly within the cells of places. Nothing of such an area can be elsewhere, as
 * anybody sees on a map: place less area is then a number that a reader can bound.
 *
 * @param cells Cells of all places, rings in grid metres.
 */
export function coveredAreas(
  areas: readonly Pick<Area, 'code' | 'polygons'>[],
  cells: readonly Pick<HotSpotCell, 'ring'>[],
): Set<string> {
  if (cells.length === 0) return new Set();
  const ground = buildAreaIndex(
    cells.map(({ ring }, at): AreaShape => ({ code: String(at), polygons: [[ring]] })),
  );
  const isCovered = (easting: number, northing: number): boolean =>
    areaAt(ground, easting, northing) >= 0;
  return new Set(areas.filter((area) => liesWithin(area, isCovered)).map(({ code }) => code));
}

function liesWithin(
  area: AreaShape,
  isCovered: (easting: number, northing: number) => boolean,
): boolean {
  const own = buildAreaIndex([area]);
  const positions = area.polygons.flat(2);
  if (positions.length === 0) return false;
  const [eastings, northings] = [positions.map(([east]) => east), positions.map((at) => at[1])];
  const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
  const [south, north] = [Math.min(...northings), Math.max(...northings)];
  // From the middle of the first step, so that no step lies on a border of round metres.
  for (let northing = south + stepMetres / 2; northing < north; northing += stepMetres) {
    for (let easting = west + stepMetres / 2; easting < east; easting += stepMetres) {
      if (areaAt(own, easting, northing) >= 0 && !isCovered(easting, northing)) return false;
    }
  }
  return true;
}
