import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAt, buildAreaIndex, type Ring } from '../../../src/domain/geography/areas.ts';
import { cellCentre, cellCount, gridOver } from '../../../src/domain/geography/cells.ts';
import { cellsInside } from '../../../src/domain/geography/cells-inside.ts';
import {
  type GroundPlan,
  layStudyGround,
  placesOf,
  TooManyCells,
  weighCells,
} from '../../../src/domain/geography/study-ground.ts';
import { box } from './made-up-areas.ts';

const areas = (...polygons: Ring[][]) => buildAreaIndex([{ code: 'A1', polygons }]);
const plan = (more: Partial<GroundPlan>): GroundPlan => ({
  cellMetres: 10,
  shape: 'square',
  rule: 'boundary',
  areas: null,
  within: null,
  ...more,
});
const at = (...values: number[]) => Float64Array.from(values);

describe('the cells inside areas', () => {
  it('are those whose centre areaAt holds, with holes, overlaps and shared borders', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    const ring = fc.array(place, { minLength: 3, maxLength: 7 });
    const shape = fc.constantFrom('square' as const, 'hexagon' as const);
    fc.assert(
      fc.property(ring, ring, ring, shape, (first, hole, second, kind) => {
        const index = areas([first, hole], [second]);
        const grid = gridOver(
          { minEasting: 0, minNorthing: 0, maxEasting: 60, maxNorthing: 60 },
          4,
          kind,
        );
        const held = Array.from({ length: cellCount(grid) }, (_, cell) => cell).filter(
          (cell) => areaAt(index, ...cellCentre(grid, cell)) >= 0,
        );
        expect(cellsInside(grid, index, 10_000)).toEqual({
          count: held.length,
          cells: Float64Array.from(held),
        });
      }),
    );
  });

  it('are only counted when there are more than asked for', () => {
    const grid = gridOver(
      { minEasting: 0, minNorthing: 0, maxEasting: 999, maxNorthing: 999 },
      10,
      'square',
    );
    const index = areas([box(0, 0, 1_000, 1_000)]);
    expect(cellsInside(grid, index, 9_999)).toEqual({ count: 10_000, cells: null });
  });
});

describe('the study ground', () => {
  it('takes the cells whose centre is inside the boundary, and those that hold a record', () => {
    const index = areas([box(0, 0, 24, 14)]);
    // The second record is inside the boundary, in a cell whose centre is outside it.
    const { cells, counts, placeOfPoint } = layStudyGround(
      at(1, 22, 2),
      at(1, 1, 2),
      plan({ areas: index }),
    );
    expect([...cells.cells]).toEqual([0, 1, 2]);
    expect([...counts]).toEqual([2, 0, 1]);
    expect([...placeOfPoint]).toEqual([0, 2, 0]);
  });

  it('takes occupied cells with their whole ring, one far-off record costing only its own', () => {
    const ground = layStudyGround(
      at(400_005, 655_005),
      at(300_005, 1_200_005),
      plan({ rule: 'occupied-ring' }),
    );
    expect(cellCount(ground.cells.grid)).toBeGreaterThan(1e9);
    expect(ground.counts).toHaveLength(18);
    const around = (place: number) =>
      (ground.cells.neighbourStart[place + 1] ?? 0) - (ground.cells.neighbourStart[place] ?? 0);
    expect(Array.from(ground.placeOfPoint, around)).toEqual([8, 8]);
    expect(cellCentre(ground.cells.grid, ground.cells.cells[4] ?? -1)).toEqual([400_005, 300_005]);
  });

  it('refuses what would be too many cells and says which size fits', () => {
    const thrown = (more: Partial<GroundPlan>): unknown => {
      try {
        layStudyGround(at(0, 70_000), at(0, 70_000), plan(more));
      } catch (error) {
        return error;
      }
      return null;
    };
    // 7,001 squared: 49 million cells, for which 4 million of 35 m fit; two in a hundred are left for the border.
    const rectangle = thrown({ rule: 'rectangle' });
    expect(rectangle).toBeInstanceOf(TooManyCells);
    expect(rectangle).toMatchObject({ cells: 7_001 * 7_001, fittingMetres: 40 });
    expect(thrown({ rule: 'rectangle', cellMetres: 40 })).toBeNull();
    const boundary = thrown({ areas: areas([box(0, 0, 70_000, 70_000)]) });
    expect(boundary).toMatchObject({ cells: 7_000 * 7_000, fittingMetres: 40 });
  });

  it('keeps to a chosen area under every rule', () => {
    const within = areas([box(0, 0, 30, 30)]);
    const points = [at(5, 25), at(5, 25)] as const;
    const cellsOf = (more: Partial<GroundPlan>) =>
      layStudyGround(...points, plan({ within, ...more })).counts.length;
    expect(cellsOf({ rule: 'rectangle' })).toBe(9);
    expect(cellsOf({ rule: 'occupied-ring' })).toBe(7);
    expect(cellsOf({ areas: areas([box(0, 0, 500, 20)]) })).toBe(7);
  });

  it('moves the cells as asked and loses no record', () => {
    const coordinate = fc.double({ min: 0, max: 1_000, noNaN: true });
    const shift = fc.constantFrom(0, 2.5, 3.3, 5, 9.9);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }),
        shift,
        shift,
        fc.constantFrom('square' as const, 'hexagon' as const),
        (points, east, north, shape) => {
          const eastings = Float64Array.from(points, ([easting]) => easting);
          const northings = Float64Array.from(points, ([, northing]) => northing);
          const { counts, cells } = layStudyGround(
            eastings,
            northings,
            plan({ rule: 'rectangle', shape, shiftMetres: [east, north] }),
          );
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(points.length);
          expect(placesOf(cells, eastings, northings).every((place) => place >= 0)).toBe(true);
        },
      ),
    );
    const moved = layStudyGround(at(4), at(4), plan({ rule: 'rectangle', shiftMetres: [5, 0] }));
    expect(cellCentre(moved.cells.grid, moved.cells.cells[0] ?? -1)).toEqual([0, 5]);
  });

  it('sums weights, and knows the cell of other places', () => {
    const ground = layStudyGround(at(1, 2, 11), at(1, 1, 1), plan({ rule: 'rectangle' }));
    expect([...weighCells(ground, at(3, 4, 0.5))]).toEqual([7, 0.5]);
    expect([...placesOf(ground.cells, at(15, 25, Number.NaN), at(5, 5, 5))]).toEqual([1, -1, -1]);
  });

  it('refuses the boundary rule without boundaries', () => {
    expect(() => layStudyGround(at(1), at(1), plan({}))).toThrow(/boundaries/);
    expect(() => layStudyGround(at(), at(), plan({ rule: 'rectangle' }))).toThrow(RangeError);
  });
});
