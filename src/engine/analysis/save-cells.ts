import Papa from 'papaparse';
import { FailureError } from '../../contract/outcome.ts';
import { gridToWgs84 } from '../../domain/geography/british-national-grid.ts';
import { cellCentre, cellPolygon } from '../../domain/geography/cells.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { refuseOutput } from '../write-whole.ts';
import type { CellRun } from './run.ts';

const isCsv = (path: string): boolean => /\.csv$/i.test(path);

/** Refuses, before a run, a place for its cells that cannot be written. */
export function refuseCellsOutput(path: string): void {
  refuseOutput(path);
  if (isCsv(path) || /\.(geo)?json$/i.test(path)) return;
  throw new FailureError(
    'bad-request',
    'The cells can be saved as CSV or GeoJSON, and the name ends in neither.',
    'Give a name that ends in .csv or .geojson.',
  );
}

/** The cells of a run, for use inside the force: CSV in grid metres or GeoJSON, by the file's ending. */
export function cellsAsText(path: string, cellRun: CellRun): string {
  return isCsv(path) ? cellsAsCsv(cellRun) : cellsAsGeoJson(cellRun);
}

function* cellRows(cellRun: CellRun) {
  for (const [cell, count] of cellRun.counts.entries()) {
    if (cellRun.included[cell] !== 1) continue;
    const isTested = !Number.isNaN(cellRun.z[cell] ?? Number.NaN);
    yield {
      cell,
      properties: {
        cell_id: cell + 1,
        count,
        z: isTested ? (cellRun.z[cell] ?? null) : null,
        p: isTested ? (cellRun.p[cell] ?? null) : null,
        p_bh: isTested ? (cellRun.q[cell] ?? null) : null,
        bin_bh: isTested ? (cellRun.bins[cell] ?? null) : null,
      },
    };
  }
}

function cellsAsCsv(cellRun: CellRun): string {
  const rows = Array.from(cellRows(cellRun), ({ cell, properties }) => {
    const [easting, northing] = cellCentre(cellRun.grid, cell);
    return { ...properties, centre_easting: easting, centre_northing: northing };
  });
  return `${Papa.unparse(rows)}\r\n`;
}

function cellsAsGeoJson(cellRun: CellRun): string {
  const shiftGrid = loadShiftGrid();
  const features = Array.from(cellRows(cellRun), ({ cell, properties }) => {
    const ring = cellPolygon(cellRun.grid, cell).map(([easting, northing]) => {
      const point = gridToWgs84(shiftGrid, easting, northing);
      return [point?.longitude ?? 0, point?.latitude ?? 0];
    });
    return {
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
    };
  });
  return `${JSON.stringify({ type: 'FeatureCollection', run: cellRun.run.run, features })}\n`;
}
