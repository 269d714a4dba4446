import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellGrid,
  cellCentre,
  cellCount,
  cellIndexOf,
  cellNeighbours,
  cellPolygon,
  countPerCell,
  gridOver,
} from '../../../src/domain/geography/cells.ts';

const bounds = (minEasting: number, minNorthing: number, width: number, height: number) => ({
  minEasting,
  minNorthing,
  maxEasting: minEasting + width,
  maxNorthing: minNorthing + height,
});

const distance = (grid: CellGrid, index: number, easting: number, northing: number) => {
  const [centreEasting, centreNorthing] = cellCentre(grid, index);
  return Math.hypot(centreEasting - easting, centreNorthing - northing);
};

describe('a grid over bounds', () => {
  it('starts at a multiple of the cell and takes both edges in', () => {
    expect(gridOver(bounds(440_010, 330_260, 490, 240), 250, 'square')).toEqual({
      shape: 'square',
      cellMetres: 250,
      originEasting: 440_000,
      originNorthing: 330_250,
      columns: 3,
      rows: 2,
    });
  });

  it('refuses what is not a grid', () => {
    const box = bounds(0, 0, 1000, 1000);
    for (const size of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => gridOver(box, size, 'square')).toThrow(/positive/);
    }
    expect(() => gridOver(bounds(Number.NaN, 0, 1, 1), 10, 'square')).toThrow(/finite/);
    expect(() => gridOver(bounds(5, 0, -1, 1), 10, 'hexagon')).toThrow(/inside out/);
    expect(() => gridOver(bounds(0, 0, 1e12, 1e12), 25, 'square')).toThrow(/larger cells/);
  });

  const corner = fc.double({ min: -1000, max: 700_000, noNaN: true });
  const side = fc.double({ min: 0, max: 3000, noNaN: true });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const shape = fc.constantFrom('square' as const, 'hexagon' as const);
  const size = fc.integer({ min: 100, max: 900 });

  it('holds every place of its bounds, in the cell with the nearest centre', () => {
    fc.assert(
      fc.property(
        fc.tuple(corner, corner, side, side),
        part,
        part,
        size,
        shape,
        ([east, north, width, height], across, up, cellMetres, kind) => {
          const box = bounds(east, north, width, height);
          const grid = gridOver(box, cellMetres, kind);
          const easting = Math.min(east + across * width, box.maxEasting);
          const northing = Math.min(north + up * height, box.maxNorthing);
          const index = cellIndexOf(grid, easting, northing);
          expect(index).toBeGreaterThanOrEqual(0);
          const here = distance(grid, index, easting, northing);
          for (let other = 0; other < cellCount(grid); other += 1) {
            expect(here).toBeLessThanOrEqual(distance(grid, other, easting, northing) + 1e-6);
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('does not move when the bounds grow', () => {
    fc.assert(
      fc.property(corner, corner, side, size, shape, (east, north, grown, cellMetres, kind) => {
        const small = gridOver(bounds(east, north, 500, 500), cellMetres, kind);
        const large = gridOver(
          bounds(east - grown, north - grown, 500 + grown, 500 + grown),
          cellMetres,
          kind,
        );
        const [easting, northing] = cellCentre(small, 0);
        const index = cellIndexOf(large, easting, northing);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(distance(large, index, easting, northing)).toBeLessThan(1e-6);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('cells', () => {
  const squares: CellGrid = {
    shape: 'square',
    cellMetres: 10,
    originEasting: 100,
    originNorthing: 200,
    columns: 4,
    rows: 3,
  };
  const hexagons: CellGrid = { ...squares, shape: 'hexagon' };

  it('runs from the south-west, rows first', () => {
    expect(cellIndexOf(squares, 100, 200)).toBe(0);
    expect(cellIndexOf(squares, 110, 200)).toBe(1);
    expect(cellIndexOf(squares, 109.9, 210)).toBe(4);
    expect(cellIndexOf(squares, 140, 200)).toBe(-1);
    expect(cellIndexOf(squares, 99.9, 200)).toBe(-1);
    expect(cellIndexOf(squares, Number.NaN, 200)).toBe(-1);
    expect(cellIndexOf(hexagons, Number.NaN, 200)).toBe(-1);
    expect(cellCentre(squares, 5)).toEqual([115, 215]);
    expect(cellCentre(hexagons, 5)).toEqual([115, expect.closeTo(200 + 5 * Math.sqrt(3), 10)]);
  });

  it('draws squares and pointed hexagons of the right width and area', () => {
    expect(cellPolygon(squares, 0)).toEqual([
      [100, 200],
      [110, 200],
      [110, 210],
      [100, 210],
    ]);
    const ring = cellPolygon(hexagons, 5);
    expect(ring).toHaveLength(6);
    const eastings = ring.map(([easting]) => easting);
    expect(Math.max(...eastings) - Math.min(...eastings)).toBeCloseTo(10, 12);
    let doubled = 0;
    for (const [i, [easting, northing]] of ring.entries()) {
      const [nextEasting, nextNorthing] = ring[(i + 1) % 6] ?? [0, 0];
      doubled += easting * nextNorthing - nextEasting * northing;
    }
    // Anticlockwise, so positive; a hexagon 10 m across has 50 sqrt 3 square metres.
    expect(doubled / 2).toBeCloseTo(50 * Math.sqrt(3), 8);
  });

  it('has the neighbours one sees on paper', () => {
    expect(cellNeighbours(squares, 5)).toEqual([0, 1, 2, 4, 6, 8, 9, 10]);
    expect(cellNeighbours(squares, 0)).toEqual([1, 4, 5]);
    // Row 1 is shifted to the east.
    expect(cellNeighbours(hexagons, 5)).toEqual([1, 2, 4, 6, 9, 10]);
    expect(cellNeighbours(hexagons, 0)).toEqual([1, 4]);
  });

  it('has neighbours exactly where centres are near', () => {
    for (const grid of [squares, hexagons]) {
      const reach = grid.cellMetres * (grid.shape === 'square' ? Math.SQRT2 : 1) + 1e-6;
      for (let cell = 0; cell < cellCount(grid); cell += 1) {
        const [easting, northing] = cellCentre(grid, cell);
        const near = Array.from({ length: cellCount(grid) }, (_, other) => other).filter(
          (other) => other !== cell && distance(grid, other, easting, northing) <= reach,
        );
        expect(cellNeighbours(grid, cell)).toEqual(near);
      }
    }
  });

  it('refuses a cell that is not there', () => {
    for (const index of [-1, 12, 0.5, Number.NaN]) {
      expect(() => cellCentre(squares, index)).toThrow(RangeError);
      expect(() => cellNeighbours(squares, index)).toThrow(RangeError);
    }
  });

  it('counts places, weights and places outside; no position is neither', () => {
    const eastings = Float64Array.of(101, 101, 139, 500, Number.NaN);
    const northings = Float64Array.of(201, 209, 229, 201, 201);
    const plain = countPerCell(squares, eastings, northings);
    expect(plain.outside).toBe(1);
    expect([...plain.counts]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    const weighed = countPerCell(squares, eastings, northings, Float64Array.of(3, 4, 0.5, 9, 9));
    expect(weighed.counts[0]).toBe(7);
    expect(weighed.counts[11]).toBe(0.5);
    expect(() => countPerCell(squares, eastings, new Float64Array(2))).toThrow(RangeError);
  });
});
