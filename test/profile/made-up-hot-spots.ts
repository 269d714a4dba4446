import type { EvidenceColumns } from '../../src/domain/evidence/columns.ts';
import type { HotSpots } from '../../src/domain/figures/inputs.ts';
import {
  cellCentre,
  cellIndexOf,
  cellNeighbours,
  cellPolygon,
  countPerCell,
  type GridBounds,
  gridOver,
} from '../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../src/domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../src/domain/hotspots/bins.ts';
import { giStar } from '../../src/domain/hotspots/gi-star.ts';

/** A hot spot run over a rectangle, made of the same parts as the engine's. */
export function hotSpotsOf(
  { incidents }: EvidenceColumns,
  bounds: GridBounds,
  isCounted: (index: number) => boolean,
): HotSpots | null {
  const grid = gridOver(bounds, 250, 'square');
  const mapped = Array.from({ length: incidents.length }, (_, index) => index).filter(
    (index) => isCounted(index) && !Number.isNaN(incidents.easting[index] ?? Number.NaN),
  );
  if (mapped.length === 0) return null;
  const eastings = Float64Array.from(mapped, (index) => incidents.easting[index] ?? 0);
  const northings = Float64Array.from(mapped, (index) => incidents.northing[index] ?? 0);
  const { counts } = countPerCell(grid, eastings, northings);
  const cellOfPoint = eastings.map((easting, point) =>
    cellIndexOf(grid, easting, northings[point] ?? 0),
  );
  const { z, p } = giStar(counts, wholeGrid(grid));
  const bins = significanceBins(z, benjaminiHochberg(p));
  const cells = [...counts.keys()].filter(
    (cell) => (counts[cell] ?? 0) > 0 || (bins[cell] ?? 0) !== 0,
  );
  return {
    run: 'abcdef012345',
    cellMetres: 250,
    shape: 'square',
    departures: [],
    areaRule: 'Every cell whose centre lies inside the boundaries, empty cells too.',
    from: null,
    to: null,
    countIn: mapped.length,
    leftOut: { noLocation: incidents.length - mapped.length },
    studyAreaCells: counts.length,
    concentration: { cells: 1, expectedCells: 2 },
    cells: cells.map((cell) => ({
      ring: cellPolygon(grid, cell),
      centre: cellCentre(grid, cell),
      index: cell,
      count: counts[cell] ?? 0,
      z: z[cell] ?? 0,
      bin: bins[cell] ?? 0,
      neighbours: cellNeighbours(grid, cell),
      incidents: mapped.filter((_, point) => cellOfPoint[point] === cell),
    })),
  };
}
