import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CellGrid, countPerCell } from '../../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../../src/domain/hotspots/bins.ts';
import { giStar } from '../../../src/domain/hotspots/gi-star.ts';
import { giStarTest } from '../../../src/domain/hotspots/gi-star-test.ts';
import { atOnce } from './at-once.ts';

const reference = new URL('../../../../shared/reference/', import.meta.url);
const haveReference = existsSync(new URL('cells_250m.csv', reference));
if (!haveReference) {
  // A skipped check must be seen: the log says which files are missing.
  // oxlint-disable-next-line no-console
  console.warn('Skipped: the reference results of spdep are not at ../shared/reference.');
}

/** The columns of a plain CSV file (no quotes, no commas in fields) as text. */
function columnsOf(file: string): (name: string) => string[] {
  const [header = '', ...lines] = readFileSync(new URL(file, reference), 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  return (name) => {
    const place = header.split(',').indexOf(name);
    if (place < 0) throw new Error(`${file} has no column ${name}`);
    return rows.map((row) => row[place] ?? '');
  };
}

/** Largest relative difference from numbers printed to twelve significant digits. */
function worstRelative(computed: Float64Array, printed: readonly string[]): number {
  expect(computed).toHaveLength(printed.length);
  return Math.max(
    ...printed.map((text, cell) => {
      const expected = Number(text);
      const difference = Math.abs((computed[cell] ?? Number.NaN) - expected);
      return difference === 0 ? 0 : difference / Math.abs(expected);
    }),
  );
}

describe.skipIf(!haveReference)('the reference grid of 80 by 80 cells of 250 m', () => {
  const grid: CellGrid = {
    shape: 'square',
    cellMetres: 250,
    originEasting: 440_000,
    originNorthing: 330_000,
    columns: 80,
    rows: 80,
  };
  const results = () => {
    const points = columnsOf('points.csv');
    const { counts, outside } = countPerCell(
      grid,
      Float64Array.from(points('x'), Number),
      Float64Array.from(points('y'), Number),
    );
    const { z, p } = giStar(counts, wholeGrid(grid));
    return { counts, outside, z, p, adjusted: benjaminiHochberg(p) };
  };
  const { counts, outside, z, p, adjusted } = haveReference
    ? results()
    : { counts: null, outside: 0, z: null, p: null, adjusted: null };
  const cells = haveReference ? columnsOf('cells_250m.csv') : () => [];
  if (counts === null) return;

  it('counts the same', () => {
    expect([...counts]).toEqual(cells('count').map(Number));
    expect(outside).toBe(0);
  });

  it('has the same z, p and adjusted p', () => {
    expect(worstRelative(z, cells('gistar_z'))).toBeLessThan(1e-9);
    expect(worstRelative(p, cells('gistar_p'))).toBeLessThan(1e-9);
    expect(worstRelative(adjusted, cells('gistar_p_BH'))).toBeLessThan(1e-9);
  });

  it('has the same bins, corrected and not', () => {
    expect([...significanceBins(z, p)]).toEqual(cells('gi_bin_raw').map(Number));
    const corrected = significanceBins(z, adjusted);
    expect([...corrected]).toEqual(cells('gi_bin_FDR').map(Number));
    expect(corrected.filter((bin) => bin >= 2)).toHaveLength(106);
  });

  it('has the same hot cells where p is the larger of the normal one and permutation in steps', () => {
    const settings = { choice: 'auto', draws: null, seed: 1 } as const;
    const test = atOnce(giStarTest(counts, wholeGrid(grid), settings));
    expect(test.inference).toMatchObject({ used: 'both', draws: null });
    expect([...test.z]).toEqual([...z]);
    const hot = significanceBins(test.z, benjaminiHochberg(test.p)).map((bin) =>
      bin >= 2 ? 1 : 0,
    );
    expect([...hot]).toEqual(cells('gi_bin_FDR').map((bin) => (Number(bin) >= 2 ? 1 : 0)));
  });
});
