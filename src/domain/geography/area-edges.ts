import { cellCentre, cellIndexOf, cellPolygon } from './cells.ts';
import type { StudyCells } from './study-cells.ts';

/** The outline of a study area, to ask how much of a kernel lies inside. British National Grid metres. */
export interface AreaOutline {
  /** Edges, four numbers each (from east, from north, to east, to north), with the area on their left. */
  readonly edges: Float64Array;
  readonly isInside: (easting: number, northing: number) => boolean;
}

/** The outline of the study cells themselves, for a study area that has no boundary. */
export function outlineOfCells({ grid, cells }: StudyCells): AreaOutline {
  const edges: number[] = [];
  const studied = new Set(cells);
  for (const cell of cells) {
    const [easting, northing] = cellCentre(grid, cell);
    const corners = cellPolygon(grid, cell);
    for (const [side, from] of corners.entries()) {
      const to = corners[(side + 1) % corners.length] ?? from;
      // The cell beyond a side has its centre as far behind the side as this one has in front of it.
      const beyond = cellIndexOf(grid, from[0] + to[0] - easting, from[1] + to[1] - northing);
      if (!studied.has(beyond)) edges.push(...from, ...to);
    }
  }
  return {
    edges: Float64Array.from(edges),
    isInside: (easting, northing) => studied.has(cellIndexOf(grid, easting, northing)),
  };
}
