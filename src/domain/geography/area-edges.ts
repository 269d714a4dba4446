import type { AreaShape, Ring } from './areas.ts';
import { cellCentre, cellIndexOf, cellPolygon, type GridPosition } from './cells.ts';
import { placeFinder, type StudyCells } from './study-cells.ts';

/**
 * Edges of the outline of a study area, four numbers each (from east, from north, to east, to north) in British
 * National Grid metres, with the area on their left.
 */
export type AreaEdges = Float64Array;

/**
 * The true outline of areas. A border that two areas share with the same corners is no outline: its two edges run
 * in opposite directions and are taken out. Of areas with the same code only the first counts.
 */
export function edgesOfAreas(areas: readonly AreaShape[]): AreaEdges {
  const edges = new EdgeList();
  const seen = new Set<string>();
  for (const { code, polygons } of areas) {
    if (seen.has(code)) continue;
    seen.add(code);
    for (const rings of polygons) {
      for (const [place, ring] of rings.entries()) {
        // Outer rings run anticlockwise and holes clockwise, so that the area is always on the left.
        const isAnticlockwise = twiceSignedArea(ring) > 0;
        edges.addRing(isAnticlockwise === (place === 0) ? ring : ring.toReversed());
      }
    }
  }
  return edges.list();
}

/** The outline of the study cells themselves, for a study area that has no boundary. */
export function edgesOfCells(study: StudyCells): AreaEdges {
  const { grid, cells } = study;
  const edges: number[] = [];
  const placeOf = placeFinder(study);
  for (const cell of cells) {
    const [easting, northing] = cellCentre(grid, cell);
    const corners = cellPolygon(grid, cell);
    for (const [side, from] of corners.entries()) {
      const to = corners[(side + 1) % corners.length] ?? from;
      // The cell beyond a side has its centre as far behind the side as this one has in front of it.
      const beyond = cellIndexOf(grid, from[0] + to[0] - easting, from[1] + to[1] - northing);
      if (beyond < 0 || placeOf(beyond) < 0) edges.push(...from, ...to);
    }
  }
  return Float64Array.from(edges);
}

/** Edges by their text, so that one that runs the other way cancels it. */
class EdgeList {
  readonly #edges = new Map<string, { count: number; readonly edge: readonly number[] }>();

  addRing(ring: Ring): void {
    for (const [place, from] of ring.entries()) {
      this.#add(from, ring[(place + 1) % ring.length] ?? from);
    }
  }

  #add([fromEast, fromNorth]: GridPosition, [toEast, toNorth]: GridPosition): void {
    if (fromEast === toEast && fromNorth === toNorth) return;
    const opposite = this.#edges.get(`${toEast} ${toNorth} ${fromEast} ${fromNorth}`);
    if (opposite !== undefined && opposite.count > 0) {
      opposite.count--;
      return;
    }
    const name = `${fromEast} ${fromNorth} ${toEast} ${toNorth}`;
    const known = this.#edges.get(name);
    if (known !== undefined) known.count++;
    else this.#edges.set(name, { count: 1, edge: [fromEast, fromNorth, toEast, toNorth] });
  }

  list(): AreaEdges {
    const kept: number[] = [];
    for (const { count, edge } of this.#edges.values()) {
      for (let time = 0; time < count; time++) kept.push(...edge);
    }
    return Float64Array.from(kept);
  }
}

/** Shoelace formula from the first corner; above 0 for a ring that runs anticlockwise. */
function twiceSignedArea(ring: Ring): number {
  const [originEast, originNorth] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (const [place, [east, north]] of ring.entries()) {
    const [nextEast, nextNorth] = ring[place + 1] ?? [originEast, originNorth];
    doubled +=
      (east - originEast) * (nextNorth - originNorth) -
      (nextEast - originEast) * (north - originNorth);
  }
  return doubled;
}
