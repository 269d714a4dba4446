import { describe, expect, it } from 'vitest';
import { middleOf, rowAt, rowTowards } from '../../renderer/map/find-row.ts';
import {
  areaShapes,
  degreesOf,
  pointShapes,
  type Shapes,
  shapesOf,
  worldOf,
} from '../../renderer/map/shapes.ts';

/** Cells of 0.01 degrees in three columns and two rows from the south-west: 0 1 2 below 3 4 5. */
function sixCells(): Shapes {
  const corners: number[] = [];
  for (let row = 0; row < 2; row++) {
    for (let column = 0; column < 3; column++) {
      const [west, south] = [0.5 + column / 100, 54 + row / 100];
      corners.push(west, south, west + 0.01, south, west + 0.01, south + 0.01, west, south + 0.01);
    }
  }
  const shapes = shapesOf(
    { kind: 'cells', verticesPerCell: 4, polygons: Float64Array.from(corners) },
    new Map(),
  );
  if (shapes === null) throw new Error('cells have shapes');
  return shapes;
}

const square = (west: number, south: number, side: number) =>
  Float64Array.from([
    west,
    south,
    west + side,
    south,
    west + side,
    south + side,
    west,
    south + side,
  ]);

it('outlines of as many corners as a cell are no cells: they are drawn as they are', () => {
  const positions = Float64Array.from([...square(0.5, 54, 0.1), ...square(0.7, 54.1, 0.02)]);
  const hulls = shapesOf(
    { kind: 'hulls', starts: Int32Array.from([0, 4, 8]), positions },
    new Map(),
  );
  expect(hulls?.areCells).toBe(false);
  expect(sixCells().areCells).toBe(true);
});

describe('places on the web map', () => {
  it('lie where the formula of the web map puts them', () => {
    // Greenwich at the equator is the middle of the world of 256; 85.0511 north is its upper edge.
    expect(worldOf(0, 0)).toEqual({ x: 128, y: 128 });
    expect(worldOf(-180, 85.0511287798066).x).toBe(0);
    expect(worldOf(-180, 85.0511287798066).y).toBeCloseTo(0, 9);
    const back = degreesOf(worldOf(0.513, 54.2));
    expect(back.longitude).toBeCloseTo(0.513, 10);
    expect(back.latitude).toBeCloseTo(54.2, 10);
  });

  it('keep a hundredth of a pixel at the deepest zoom over a whole force', () => {
    const positions = Float64Array.from([0.1, 54.0, 0.9, 54.8, 0.512345, 54.456789]);
    const { xy, originX, originY } = pointShapes(positions);
    const exact = worldOf(0.512345, 54.456789);
    const scale = 2 ** 18;
    expect(Math.abs((originX + (xy[4] ?? 0) - exact.x) * scale)).toBeLessThan(0.01);
    expect(Math.abs((originY + (xy[5] ?? 0) - exact.y) * scale)).toBeLessThan(0.01);
  });
});

describe('the row under the pointer', () => {
  it('is the cell that holds the place, and none outside', () => {
    const cells = sixCells();
    expect(rowAt(cells, worldOf(0.505, 54.005), 0)).toBe(0);
    expect(rowAt(cells, worldOf(0.525, 54.015), 0)).toBe(5);
    expect(rowAt(cells, worldOf(0.535, 54.015), 0)).toBeNull();
  });

  it('is not the hole of an area, and is a second part of it', () => {
    const shapes = areaShapes([[square(0, 54, 0.3), square(0.1, 54.1, 0.1), square(0.5, 54, 0.1)]]);
    expect(rowAt(shapes, worldOf(0.05, 54.05), 0)).toBe(0);
    expect(rowAt(shapes, worldOf(0.15, 54.15), 0)).toBeNull();
    expect(rowAt(shapes, worldOf(0.55, 54.05), 0)).toBe(0);
  });

  it('is the nearest point within reach', () => {
    const points = pointShapes(Float64Array.from([0.5, 54, 0.5002, 54, 0.6, 54]));
    expect(rowAt(points, worldOf(0.50015, 54), 5 / 2 ** 14)).toBe(1);
    expect(rowAt(points, worldOf(0.55, 54), 5 / 2 ** 14)).toBeNull();
  });

  it('is nowhere for a row without a place', () => {
    const points = pointShapes(Float64Array.from([Number.NaN, Number.NaN, 0.5, 54]));
    expect(middleOf(points, 0)).toBeNull();
    expect(rowAt(points, worldOf(0.5, 54), 0.001)).toBe(1);
  });

  it('does not exist where there are no rows', () => {
    expect(rowAt(pointShapes(new Float64Array(0)), worldOf(0.5, 54), 1)).toBeNull();
    expect(shapesOf({ kind: 'none' }, new Map())).toBeNull();
  });
});

describe('the cursor', () => {
  it('goes to the next cell in the direction of the arrow and stops at the edge', () => {
    const cells = sixCells();
    expect(rowTowards(cells, 0, 'right')).toBe(1);
    expect(rowTowards(cells, 1, 'up')).toBe(4);
    expect(rowTowards(cells, 4, 'left')).toBe(3);
    expect(rowTowards(cells, 4, 'down')).toBe(1);
    expect(rowTowards(cells, 5, 'right')).toBeNull();
  });

  it('passes over rows that are not drawn', () => {
    expect(rowTowards(sixCells(), 0, 'right', (row) => row !== 1)).toBe(2);
  });
});

it('areas of a result are drawn by their code, unknown ones not at all', () => {
  const rings = new Map([['E1', [square(0, 54, 0.1)]]]);
  const shapes = shapesOf({ kind: 'areas', codes: ['E2', 'E1'] }, rings);
  expect(shapes?.rows).toBe(2);
  if (shapes !== null) expect(rowAt(shapes, worldOf(0.05, 54.05), 0)).toBe(1);
});

it('hulls are rings from start to start', () => {
  const positions = Float64Array.from([...square(0, 54, 0.1), 1, 54, 1.1, 54, 1.05, 54.1]);
  const hulls = shapesOf({ kind: 'hulls', starts: Int32Array.of(0, 4, 7), positions }, new Map());
  if (hulls !== null) expect(rowAt(hulls, worldOf(1.05, 54.05), 0)).toBe(1);
  expect(hulls?.rows).toBe(2);
});
