import Papa from 'papaparse';
import { gridToWgs84, wgs84ToGrid } from '../../domain/geography/british-national-grid.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { writeWhole } from '../write-whole.ts';
import { numberIn, openPlainTable } from './plain-table.ts';

export interface ConvertInput {
  readonly points: string;
  readonly from: 'bng' | 'wgs84';
  /** Easting or longitude. */
  readonly x: string;
  /** Northing or latitude. */
  readonly y: string;
  readonly out: string;
}

/** What a conversion did. */
export interface Conversion {
  readonly method: string;
  /** How far results may lie from Ordnance Survey's own: the grid *defines* the National Grid. */
  readonly accuracyMetres: number;
  readonly rows: number;
  /** Rows without a number in both columns, or outside the transformation's grid: their results are blank. */
  readonly blank: number;
}

/**
 * Adds the other coordinates to a table of points: `longitude,latitude` (9 decimals) to British National Grid
 * metres, `easting,northing` (3 decimals) to WGS84 degrees. Columns and row order stay as they are.
 */
export async function convertCsv(input: ConvertInput): Promise<Conversion> {
  const { source, columnOf } = await openPlainTable(input.points);
  const [x, y] = [columnOf(input.x), columnOf(input.y)];
  const isFromGrid = input.from === 'bng';
  const added = isFromGrid ? ['longitude', 'latitude'] : ['easting', 'northing'];
  const lines: string[] = [Papa.unparse([[...source.header, ...added]])];
  let rows = 0;
  let blank = 0;
  for await (const slice of source.rows(() => {})) {
    for (const cells of slice.rows) {
      rows++;
      const converted = convert(numberIn(cells[x]), numberIn(cells[y]), isFromGrid);
      if (converted[0] === '') blank++;
      const padded = Array.from({ length: source.width }, (_, index) => cells[index] ?? '');
      lines.push(Papa.unparse([[...padded, ...converted]]));
    }
  }
  writeWhole(input.out, `${lines.join('\r\n')}\r\n`);
  return {
    method: 'OSTN15 (Ordnance Survey), bilinear between nodes a kilometre apart',
    accuracyMetres: 0.01,
    rows,
    blank,
  };
}

function convert(x: number, y: number, isFromGrid: boolean): [string, string] {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return ['', ''];
  const shiftGrid = loadShiftGrid();
  if (isFromGrid) {
    const point = gridToWgs84(shiftGrid, x, y);
    return point === undefined ? ['', ''] : [point.longitude.toFixed(9), point.latitude.toFixed(9)];
  }
  const point = wgs84ToGrid(shiftGrid, x, y);
  return point === undefined ? ['', ''] : [point.easting.toFixed(3), point.northing.toFixed(3)];
}
