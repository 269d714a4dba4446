import type { AreaShape, Ring } from '../../../src/domain/geography/areas.ts';

/** The outline of a rectangle, not closed. */
export const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** An area of polygons, each its outer ring and its holes. */
export const area = (code: string, ...polygons: Ring[][]): AreaShape => ({ code, polygons });
