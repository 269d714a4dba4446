import type { CellGrid } from '../../../src/domain/geography/cells.ts';

/** A grid from 0, 0 in cells of 100 m unless told. */
export const gridOf = (
  columns: number,
  rows: number,
  shape: CellGrid['shape'] = 'square',
  cellMetres = 100,
): CellGrid => ({ shape, cellMetres, originEasting: 0, originNorthing: 0, columns, rows });

/** Numbers from 0 to below 1 for made-up places; independent of the product's own chance. */
export function madeUpRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The grid of the reference results: 80 by 80 cells of 250 m. */
export const referenceGrid: CellGrid = {
  shape: 'square',
  cellMetres: 250,
  originEasting: 440_000,
  originNorthing: 330_000,
  columns: 80,
  rows: 80,
};
