import Papa from 'papaparse';
import { FailureError } from '../../contract/outcome.ts';
import { type CellGrid, cellCount, countPerCell } from '../../domain/geography/cells.ts';
import { benjaminiHochberg } from '../../domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../domain/hotspots/bins.ts';
import { giStar } from '../../domain/hotspots/gi-star.ts';
import { writeWhole } from '../write-whole.ts';
import { numberIn, openPlainTable } from './plain-table.ts';

export interface StatsInput {
  readonly points: string;
  readonly x: string;
  readonly y: string;
  readonly weight: string | null;
  readonly grid: CellGrid;
  readonly inference: string;
  readonly out: string;
}

/**
 * Gi* on a plain CSV in grid metres, with the product's own functions, so that it can be held against other
 * software. Writes one row a cell: `cell_id,count,z,p,p_bh,bin_bh`; every cell of the grid counts.
 */
export async function statsOnCsv(input: StatsInput): Promise<Record<string, number>> {
  if (input.inference !== 'normal') {
    throw new FailureError(
      'not-available',
      'Only normal inference is part of this version.',
      'Leave --set inference out, or write --set inference=normal.',
    );
  }
  const read = await readPoints(input);
  const { counts, outside } = countPerCell(input.grid, read.eastings, read.northings, read.weights);
  const { z, p } = giStar(counts, input.grid, null);
  const q = benjaminiHochberg(p);
  const bins = significanceBins(z, q);
  const rows: (number | undefined)[][] = [];
  for (let cell = 0; cell < cellCount(input.grid); cell++) {
    rows.push([cell + 1, counts[cell], z[cell], p[cell], q[cell], bins[cell]]);
  }
  const header = ['cell_id', 'count', 'z', 'p', 'p_bh', 'bin_bh'];
  writeWhole(input.out, `${Papa.unparse([header, ...rows], { newline: '\n' })}\n`);
  const cellsWith = (test: (bin: number) => boolean): number => bins.filter(test).length;
  return {
    points: read.eastings.length,
    outsideGrid: outside,
    unreadable: read.unreadable,
    cells: rows.length,
    hotCells: cellsWith((bin) => bin >= 2),
    coldCells: cellsWith((bin) => bin <= -2),
  };
}

async function readPoints(input: StatsInput) {
  const { source, columnOf } = await openPlainTable(input.points);
  const [x, y] = [columnOf(input.x), columnOf(input.y)];
  const weight = input.weight === null ? null : columnOf(input.weight);
  const eastings: number[] = [];
  const northings: number[] = [];
  const weights: number[] = [];
  let unreadable = 0;
  for await (const slice of source.rows(() => {})) {
    for (const row of slice.rows) {
      const easting = numberIn(row[x]);
      const northing = numberIn(row[y]);
      const value = weight === null ? 1 : numberIn(row[weight]);
      if (!Number.isFinite(easting) || !Number.isFinite(northing) || !Number.isFinite(value)) {
        unreadable++;
        continue;
      }
      eastings.push(easting);
      northings.push(northing);
      weights.push(value);
    }
  }
  return {
    eastings: Float64Array.from(eastings),
    northings: Float64Array.from(northings),
    weights: Float64Array.from(weights),
    unreadable,
  };
}
