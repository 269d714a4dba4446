import type { MapCells, MapGround } from '../contract/results.ts';
import { gridToWgs84 } from '../domain/geography/british-national-grid.ts';
import { cellPolygon } from '../domain/geography/cells.ts';
import type { CellRun } from './analysis/run.ts';
import type { Session } from './session.ts';
import { loadShiftGrid } from './shift-grid.ts';

/** The cells of a run as columns for the map: those with a count or a significant result. */
export function mapCells(cellRun: CellRun): MapCells {
  const { grid, counts, bins, z, included } = cellRun;
  const shown: number[] = [];
  for (const [cell, count] of counts.entries()) {
    if (included[cell] === 1 && (count > 0 || bins[cell] !== 0)) shown.push(cell);
  }
  const verticesPerCell = grid.shape === 'square' ? 4 : 6;
  const polygons = new Float64Array(shown.length * verticesPerCell * 2);
  const shiftGrid = loadShiftGrid();
  let next = 0;
  for (const cell of shown) {
    for (const [easting, northing] of cellPolygon(grid, cell)) {
      const point = gridToWgs84(shiftGrid, easting, northing);
      polygons[next++] = point?.longitude ?? Number.NaN;
      polygons[next++] = point?.latitude ?? Number.NaN;
    }
  }
  return {
    run: cellRun.run,
    verticesPerCell,
    polygons,
    counts: Float64Array.from(shown, (cell) => counts[cell] ?? 0),
    bins: Int8Array.from(shown, (cell) => bins[cell] ?? 0),
    z: Float64Array.from(shown, (cell) => z[cell] ?? Number.NaN),
  };
}

/** Boundaries as the map's ground: GeoJSON in longitude and latitude, as bytes. */
export function mapGround(session: Session): MapGround {
  const shiftGrid = loadShiftGrid();
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  const features = session.areas().list.map((area) => ({
    type: 'Feature',
    properties: { code: area.code, name: area.name },
    geometry: {
      type: 'MultiPolygon',
      coordinates: area.polygons.map((rings) =>
        rings.map((ring) =>
          ring.map(([easting, northing]) => {
            const point = gridToWgs84(shiftGrid, easting, northing);
            const longitude = point?.longitude ?? 0;
            const latitude = point?.latitude ?? 0;
            extent[0] = Math.min(extent[0], longitude);
            extent[1] = Math.min(extent[1], latitude);
            extent[2] = Math.max(extent[2], longitude);
            extent[3] = Math.max(extent[3], latitude);
            return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
          }),
        ),
      ),
    },
  }));
  const areas = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
  return { areas, extent: features.length === 0 ? null : extent };
}
