import { describe, expect, it } from 'vitest';
import { type CellGrid, cellCentre, cellNeighbours } from '../../../src/domain/geography/cells.ts';
import { type CellSurface, hotPlacesOf } from '../../../src/domain/hotspots/hot-places.ts';

/** Cells in rows from the south, each character a digit of records; `shared` holds those at one coordinate. */
function surface(rows: readonly string[], cellMetres = 250, shared: Record<number, number> = {}) {
  const columns = rows[0]?.length ?? 0;
  const grid: CellGrid = {
    shape: 'square',
    cellMetres,
    originEasting: 0,
    originNorthing: 0,
    columns,
    rows: rows.length,
  };
  const records = rows.flatMap((row) => Array.from(row, Number));
  const made: CellSurface = {
    cellMetres,
    touching: (cell) => cellNeighbours(grid, cell),
    centre: (cell) => cellCentre(grid, cell),
    records: (cell) => records[cell] ?? 0,
    atSharedPoint: (cell) => shared[cell] ?? 0,
  };
  return made;
}

const cellsOf = (hot: readonly number[], of: CellSurface) =>
  hotPlacesOf(hot, of).map(({ cells }) => cells);
const all = (count: number) => Array.from({ length: count }, (_, cell) => cell);

describe('hot cells as places', () => {
  it('are one where they touch, by corners too', () => {
    // From the south: (0,0) touches (1,1), which touches (2,2); (0,4) touches (1,4).
    expect(cellsOf([0, 4, 6, 9, 12], surface(['10001', '01001', '00100']))).toEqual([
      [0, 6, 12],
      [4, 9],
    ]);
    expect(cellsOf([], surface(['000', '000']))).toEqual([]);
  });

  it('take in what they enclose: the middle of a ring, not what lies beside it', () => {
    const ring = [0, 1, 2, 5, 7, 10, 11, 12];
    expect(cellsOf(ring, surface(['11100', '10100', '11100']))).toEqual([
      [0, 1, 2, 5, 6, 7, 10, 11, 12],
    ]);
  });

  it('fall into places around their peaks where they are larger than can be patrolled', () => {
    // Eleven cells of 250 m in a row with peaks at 2 and 8: each peak keeps its sides, the saddle is shared out.
    expect(cellsOf(all(11), surface(['12521112521']))).toEqual([
      [0],
      [1, 2, 3, 4],
      [5],
      [6, 7, 8, 9],
      [10],
    ]);
    // One long ridge is cut too, and no cell is lost.
    const ridge = cellsOf(all(40), surface(['9'.repeat(40)]));
    expect(ridge.flat().sort((a, b) => a - b)).toEqual(all(40));
    for (const cells of ridge) expect(cells.length).toBeLessThanOrEqual(4);
  });

  it('are three large cells long at most, since Gi* tells no smaller place', () => {
    expect(cellsOf(all(3), surface(['131'], 5_000))).toEqual([[0, 1, 2]]);
    for (const cells of cellsOf(all(9), surface(['131313131'], 5_000)))
      expect(cells.length).toBeLessThanOrEqual(3);
  });
});

describe('one shared coordinate beside a hot spot', () => {
  // Twenty records at one position in cell 8; the true hot spot has its middle in cell 11, cells 9 and 10 are between.
  const rows = ['00000000000000000'];
  const made = (shared: number) => {
    const base = surface(rows, 250, { 8: shared });
    const counts: Record<number, number> = { 7: 1, 8: 21, 9: 2, 10: 8, 11: 30, 12: 9, 13: 1 };
    return { ...base, records: (cell: number) => counts[cell] ?? 0 };
  };
  const hot = [7, 8, 9, 10, 11, 12, 13];

  it('is taken out before anything is joined to it', () => {
    expect(hotPlacesOf(hot, made(20))).toEqual([
      { cells: [7, 8, 9], restsOnSharedPoint: true },
      { cells: [10, 11, 12, 13], restsOnSharedPoint: false },
    ]);
  });

  it('is no place of its own where it holds fewer than half of the records of its cell', () => {
    expect(hotPlacesOf(hot, made(10)).some(({ restsOnSharedPoint }) => restsOnSharedPoint)).toBe(
      false,
    );
  });

  it('keeps true records around it out of the place where they are more than its own', () => {
    const busy = { ...made(20), records: (cell: number) => (cell === 8 ? 21 : 15) };
    expect(
      hotPlacesOf([7, 8, 9], busy).find(({ restsOnSharedPoint }) => restsOnSharedPoint),
    ).toEqual({
      cells: [8],
      restsOnSharedPoint: true,
    });
  });
});
