import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellGrid,
  cellCount,
  countPerCell,
  gridOver,
} from '../../../src/domain/geography/cells.ts';
import { studyCellsOf, wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../../src/domain/hotspots/bins.ts';
import { giStar } from '../../../src/domain/hotspots/gi-star.ts';
import { twoSidedProbability } from '../../../src/domain/hotspots/normal.ts';

const grid = (columns: number, rows: number, shape: CellGrid['shape'] = 'square'): CellGrid => ({
  shape,
  cellMetres: 100,
  originEasting: 0,
  originNorthing: 0,
  columns,
  rows,
});

describe('two-sided probability', () => {
  // To 16 digits, worked out with 50-digit arithmetic (mpmath: erfc(z / sqrt 2)).
  it.each([
    [0, 1],
    [0.5, 0.617_075_077_451_973_8],
    [1, 0.317_310_507_862_914_1],
    [1.959_963_984_540_054, 0.05],
    [2.4999, 0.012_422_836_749_889_17],
    [2.5, 0.012_419_330_651_552_27],
    [-3, 0.002_699_796_063_260_189],
    [5, 5.733_031_437_583_878e-7],
    [8, 1.244_192_114_854_357e-15],
    [20, 5.507_248_237_212_467e-89],
    [37, 1.145_114_244_504_915e-299],
  ])('of %d is %d', (z, expected) => {
    expect(Math.abs(twoSidedProbability(z) / expected - 1)).toBeLessThan(1e-12);
  });

  it('ends at zero, keeps NaN and never rises with distance', () => {
    expect(twoSidedProbability(Number.POSITIVE_INFINITY)).toBe(0);
    expect(twoSidedProbability(Number.NaN)).toBeNaN();
    let previous = 1;
    for (let z = 0.001; z < 38; z += 0.001) {
      const p = twoSidedProbability(z);
      expect(p).toBeLessThan(previous);
      previous = p;
    }
  });
});

describe('Gi*', () => {
  it('is right for nine cells worked by hand', () => {
    // 3 x 3 squares, 9 in the south-west corner: m = 1, s = sqrt(81/9 - 1) = sqrt 8, n = 9.
    const { z, p } = giStar(Float64Array.of(9, 0, 0, 0, 0, 0, 0, 0, 0), wholeGrid(grid(3, 3)));
    // Corner: W = 4, sum 9: (9 - 4) / (sqrt 8 sqrt((36 - 16) / 8)) = 5 / sqrt 20.
    expect(z[0]).toBeCloseTo(5 / Math.sqrt(20), 14);
    // Side next to it: W = 6, sum 9: 3 / (sqrt 8 sqrt(18 / 8)) = 3 / sqrt 18.
    expect(z[1]).toBeCloseTo(3 / Math.sqrt(18), 14);
    // Middle: its neighbours are the whole area, so it cannot stand out.
    expect(z[4]).toBe(0);
    expect(p[4]).toBe(1);
    // Far corner: W = 4, sum 0: -4 / sqrt 20.
    expect(z[8]).toBeCloseTo(-4 / Math.sqrt(20), 14);
  });

  it('has six neighbours on hexagons', () => {
    // 5 x 5, 25 in the middle: m = 1, s = sqrt 24, n = 25; W = 7 inside: 18 / (sqrt 24 sqrt(126 / 24)).
    const values = new Float64Array(25);
    values[12] = 25;
    const { z } = giStar(values, wholeGrid(grid(5, 5, 'hexagon')));
    const hot = [...z.keys()].filter((cell) => (z[cell] ?? 0) > 0);
    expect(hot).toEqual([6, 7, 11, 12, 13, 16, 17]);
    for (const cell of hot) expect(z[cell]).toBeCloseTo(18 / Math.sqrt(126), 12);
  });

  it('leaves cells outside the study area out of the mean and the neighbours', () => {
    // Columns 0 to 3 of a strip are the same as a strip of four cells.
    const values = Float64Array.of(5, 1, 0, 2, 1000);
    const whole = giStar(values.subarray(0, 4), wholeGrid(grid(4, 1)));
    const masked = giStar(
      values.subarray(0, 4),
      studyCellsOf(grid(5, 1), Float64Array.of(0, 1, 2, 3)),
    );
    expect([...masked.z]).toEqual([...whole.z]);
  });

  it('finds nothing in equal values, one cell or none', () => {
    const equal = giStar(new Float64Array(12).fill(0.1), wholeGrid(grid(4, 3)));
    expect([...equal.z]).toEqual(Array(12).fill(0));
    expect([...equal.p]).toEqual(Array(12).fill(1));
    expect([...giStar(Float64Array.of(7), wholeGrid(grid(1, 1))).p]).toEqual([1]);
    expect([
      ...giStar(new Float64Array(0), studyCellsOf(grid(1, 1), new Float64Array(0))).z,
    ]).toEqual([]);
  });

  it('refuses values that do not fit the grid or are not numbers', () => {
    expect(() => giStar(new Float64Array(3), wholeGrid(grid(2, 2)))).toThrow(RangeError);
    expect(() => studyCellsOf(grid(2, 2), Float64Array.of(1, 0))).toThrow(RangeError);
    expect(() => studyCellsOf(grid(2, 2), Float64Array.of(4))).toThrow(RangeError);
    expect(() => giStar(Float64Array.of(1, Number.NaN), wholeGrid(grid(2, 1)))).toThrow(/finite/);
  });

  const shape = fc.constantFrom('square' as const, 'hexagon' as const);
  const counts = fc.array(fc.nat(20), { minLength: 30, maxLength: 30 });

  it('does not change when the values are scaled and shifted, and turns over with their sign', () => {
    fc.assert(
      fc.property(counts, shape, fc.integer({ min: 1, max: 9 }), (list, kind, factor) => {
        const here = giStar(Float64Array.from(list), wholeGrid(grid(6, 5, kind))).z;
        const there = giStar(
          Float64Array.from(list, (value) => -factor * value + 3),
          wholeGrid(grid(6, 5, kind)),
        ).z;
        for (const [cell, z] of here.entries()) expect((there[cell] ?? 0) + z).toBeCloseTo(0, 9);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('is mirrored when squares are mirrored', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const here = giStar(Float64Array.from(list), wholeGrid(grid(6, 5))).z;
        const mirrored = giStar(
          Float64Array.from(list).reverse(),
          wholeGrid(grid(6, 5)),
        ).z.reverse();
        for (const [cell, z] of here.entries()) expect(mirrored[cell]).toBeCloseTo(z, 9);
        expect(here).toHaveLength(cellCount(grid(6, 5)));
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('Gi* of records', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 7_999 }));
  const places = fc.array(place, { minLength: 2, maxLength: 200 });
  const shape = fc.constantFrom('square' as const, 'hexagon' as const);
  const cellMetres = 500;

  /** z per cell of records that are moved east by whole cells and north by whole pairs of rows. */
  function scores(list: readonly [number, number][], kind: CellGrid['shape'], cells = 0) {
    const east = 400_000 + cells * cellMetres;
    const north = 300_000 + cells * (kind === 'square' ? 1 : Math.sqrt(3)) * cellMetres;
    const over = { minEasting: east, minNorthing: north };
    const laid = gridOver(
      { ...over, maxEasting: east + 9_999, maxNorthing: north + 7_999 },
      cellMetres,
      kind,
    );
    const { counts, outside } = countPerCell(
      laid,
      Float64Array.from(list, ([easting]) => east + easting),
      Float64Array.from(list, ([, northing]) => north + northing),
    );
    expect(outside).toBe(0);
    return giStar(counts, wholeGrid(laid)).z;
  }

  it('does not depend on the order of the records', () => {
    const shuffled = places.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, shape, ([list, mixed], kind) => {
        expect(scores(mixed, kind)).toEqual(scores(list, kind));
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('moves with the records when they all move by whole cells', () => {
    fc.assert(
      fc.property(places, shape, fc.integer({ min: 1, max: 50 }), (list, kind, cells) => {
        // In whole metres a place is on a straight border or clear of it, here and there alike.
        const here = scores(list, kind);
        const there = scores(list, kind, cells);
        expect(there).toEqual(here);
      }),
      { seed: 10, numRuns: 100 },
    );
  });
});

describe('Benjamini and Hochberg', () => {
  it('is right for five probabilities worked by hand', () => {
    // Ascending: .01 x 5/1, .02 x 5/2, .03 x 5/3, .04 x 5/4, .9; running minimum from the end: .05 four times.
    const adjusted = benjaminiHochberg(Float64Array.of(0.03, 0.9, 0.01, 0.04, Number.NaN, 0.02));
    for (const cell of [0, 2, 3, 5]) expect(adjusted[cell]).toBeCloseTo(0.05, 15);
    expect(adjusted[1]).toBeCloseTo(0.9, 15);
    expect(adjusted[4]).toBeNaN();
  });

  it('never lowers a probability, never passes 1 and keeps the order', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 60 }), (list) => {
        const p = Float64Array.from(list).sort();
        const adjusted = benjaminiHochberg(p);
        let previous = 0;
        for (const [cell, value] of adjusted.entries()) {
          expect(value).toBeGreaterThanOrEqual(p[cell] ?? 2);
          expect(value).toBeLessThanOrEqual(1);
          expect(value).toBeGreaterThanOrEqual(previous);
          previous = value;
        }
      }),
      { seed: 5 },
    );
  });
});

describe('bins', () => {
  it('takes the limits themselves in, and the sign of z', () => {
    const z = Float64Array.of(3, 3, -3, 3, -3, 3, Number.NaN, 0);
    const p = Float64Array.of(0.01, 0.010_001, 0.05, 0.050_001, 0.1, 0.100_001, Number.NaN, 1);
    expect([...significanceBins(z, p)]).toEqual([3, 2, -2, 1, -1, 0, 0, 0]);
  });
});
