import type { Area } from '../../../domain/evidence/other-evidence.ts';
import { assignAreas } from '../../../domain/geography/area-membership.ts';
import { buildAreaIndex } from '../../../domain/geography/areas.ts';
import { type CellGrid, cellCentre, gridOver } from '../../../domain/geography/cells.ts';
import { cellsInside } from '../../../domain/geography/cells-inside.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import type { WeightedPlaces } from '../../../domain/hotspots/kde.ts';

/** People living in areas, as weights on the centres of study cells. */
export interface PeopleOnCells {
  readonly places: WeightedPlaces;
  readonly total: number;
  /** Areas whose people are on the cells. */
  readonly areas: number;
  readonly name: 'women and girls' | 'people';
}

/** The people of an area: women and girls where the table tells them apart, else everyone. */
export function peopleOf(list: readonly Area[]): {
  readonly of: (area: Area) => number | null;
  readonly name: PeopleOnCells['name'];
} {
  const knowsWomen = list.some(({ femalePopulation }) => femalePopulation !== null);
  return knowsWomen
    ? { of: (area) => area.femalePopulation, name: 'women and girls' }
    : { of: (area) => area.population, name: 'people' };
}

/**
 * Spreads the people of each area evenly over the cells whose centre lies in it, and keeps what falls on study
 * cells. An area smaller than a cell, which holds no centre, puts its people on the cell at the middle of its
 * outline. Of several types of areas the one with most areas that have people is taken.
 */
export function peopleOnCells(
  list: readonly Area[],
  { cells }: StudyGround,
  placesOn: (places: Pick<WeightedPlaces, 'eastings' | 'northings'>) => Int32Array,
): PeopleOnCells {
  const { of, name } = peopleOf(list);
  const areas = finestType(list.filter((area) => (of(area) ?? 0) > 0));
  const centres = Array.from(cells.cells, (cell) => cellCentre(cells.grid, cell));
  const eastings = Float64Array.from(centres, ([easting]) => easting);
  const northings = Float64Array.from(centres, ([, northing]) => northing);
  const areaOfCell = assignAreas(buildAreaIndex(areas), eastings, northings);
  const cellsOf = areas.map((area) => cellsHeldBy(area, cells.grid));
  const weights = new Float64Array(centres.length);
  const used = new Set<number>();
  for (const [place, area] of areaOfCell.entries()) {
    const own = areas[area];
    if (own === undefined) continue;
    weights[place] = (of(own) ?? 0) / (cellsOf[area] ?? 1);
    used.add(area);
  }
  const small = areas.filter((_, area) => cellsOf[area] === 0);
  const middles = small.map(middleOf);
  const placesOfSmall = placesOn({
    eastings: Float64Array.from(middles, ([easting]) => easting),
    northings: Float64Array.from(middles, ([, northing]) => northing),
  });
  let onCells = used.size;
  for (const [at, place] of placesOfSmall.entries()) {
    const area = small[at];
    if (place < 0 || area === undefined) continue;
    weights[place] = (weights[place] ?? 0) + (of(area) ?? 0);
    onCells++;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { places: { eastings, northings, weights }, total, areas: onCells, name };
}

/** How many cells have their centre in an area, inside the study area or not. */
function cellsHeldBy(area: Area, { cellMetres, shape }: CellGrid): number {
  const index = buildAreaIndex([area]);
  if (index.boxes === null) return 0;
  const { minX, minY, maxX, maxY } = index.boxes;
  // Grids are laid on fixed lines, so these are the same cells as the study area's.
  const aligned = gridOver(
    { minEasting: minX, minNorthing: minY, maxEasting: maxX, maxNorthing: maxY },
    cellMetres,
    shape,
  );
  return cellsInside(aligned, index, 0).count;
}

function finestType(areas: readonly Area[]): readonly Area[] {
  const types = new Map<string, Map<string, Area>>();
  for (const area of areas) {
    const ofType = types.get(area.type) ?? new Map<string, Area>();
    types.set(area.type, ofType);
    if (!ofType.has(area.code)) ofType.set(area.code, area);
  }
  let finest: readonly Area[] = [];
  for (const ofType of types.values()) {
    if (ofType.size > finest.length) finest = [...ofType.values()];
  }
  return finest;
}

/** The mean of the corners of an area's first outline: near enough for an area smaller than a cell. */
function middleOf({ polygons }: Area): readonly [easting: number, northing: number] {
  const ring = polygons[0]?.[0] ?? [];
  const sum = ring.reduce<readonly [number, number]>(
    ([east, north], [easting, northing]) => [east + easting, north + northing],
    [0, 0],
  );
  return [sum[0] / ring.length, sum[1] / ring.length];
}
