import { describe, expect, it } from 'vitest';
import { cellCentre } from '../../../src/domain/geography/cells.ts';
import { studyCellsOf, wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { ruleBandwidthMetres } from '../../../src/domain/hotspots/bandwidth.ts';
import { perSquareKilometre, quarticKernel } from '../../../src/domain/hotspots/kde.ts';
import { atOnce } from './at-once.ts';
import { gridOf, madeUpRandom } from './made-up-grid.ts';

const places = (list: readonly (readonly [number, number, number])[]) => ({
  eastings: Float64Array.from(list, ([east]) => east),
  northings: Float64Array.from(list, ([, north]) => north),
  weights: Float64Array.from(list, ([, , weight]) => weight),
});

describe('the quartic kernel', () => {
  it('is right for two places worked by hand', () => {
    // Centres at 50, 150, 250. h = 200: on the centre 1; 100 m off (1 - 1/4)^2 = 9/16; 200 m off 0.
    const raw = atOnce(
      quarticKernel(
        places([
          [50, 50, 1],
          [250, 50, 2],
        ]),
        wholeGrid(gridOf(3, 1)),
        200,
      ),
    );
    for (const [at, value] of [1, 27 / 16, 2].entries()) expect(raw[at]).toBeCloseTo(value, 14);
  });

  it.each(['square', 'hexagon'] as const)('equals the plain sum on %s cells', (shape) => {
    const grid = gridOf(14, 11, shape);
    const random = madeUpRandom(5);
    const list = Array.from(
      { length: 300 },
      () => [random() * 2000 - 300, random() * 1700 - 300, random() * 3] as const,
    );
    // Every third cell, so that the study area has holes; starting in an odd row.
    const cells = Float64Array.from({ length: 40 }, (_, at) => 16 + 3 * at);
    const raw = atOnce(quarticKernel(places(list), studyCellsOf(grid, cells), 330));
    for (const [at, cell] of cells.entries()) {
      const [east, north] = cellCentre(grid, cell);
      let sum = 0;
      for (const [x, y, weight] of list) {
        const squared = (x - east) ** 2 + (y - north) ** 2;
        if (squared < 330 ** 2) sum += weight * (1 - squared / 330 ** 2) ** 2;
      }
      expect(raw[at]).toBeCloseTo(sum, 10);
    }
  });

  it('takes study cells that lie far apart, without the land between them', () => {
    // Two cells at the ends of a grid of 10,000 by 10,000.
    const study = studyCellsOf(gridOf(10_000, 10_000), Float64Array.of(0, 99_999_999));
    const list = [
      [50, 60, 1],
      [999_950, 999_950, 3],
      [500_000, 500_000, 1],
    ] as const;
    const raw = atOnce(quarticKernel(places(list), study, 100));
    expect(raw[0]).toBeCloseTo(0.99 ** 2, 12);
    expect(raw[1]).toBeCloseTo(3, 12);
  });

  it('integrates to the number of records', () => {
    const grid = gridOf(200, 200, 'square', 10);
    const raw = atOnce(
      quarticKernel(
        places([
          [1000.3, 990.1, 1],
          [800, 1100, 2.5],
        ]),
        wholeGrid(grid),
        400,
      ),
    );
    const records = raw.reduce((sum, value) => sum + value, 0) * perSquareKilometre(400) * 1e-4;
    expect(records).toBeCloseTo(3.5, 4);
  });

  it('gives zeros without places and refuses what it cannot use', () => {
    const study = wholeGrid(gridOf(2, 2));
    expect([...atOnce(quarticKernel(places([]), study, 100))]).toEqual([0, 0, 0, 0]);
    const work = (list: readonly (readonly [number, number, number])[], bandwidth: number) => () =>
      atOnce(quarticKernel(places(list), study, bandwidth));
    expect(work([[1, 1, 1]], 49)).toThrow(/at least half a cell, 50 m/);
    expect(work([[1, 1, 1]], Number.NaN)).toThrow(RangeError);
    expect(work([[1, 1, -1]], 100)).toThrow(RangeError);
    expect(work([[Number.NaN, 1, 1]], 100)).toThrow(RangeError);
  });
});

describe('the bandwidth by rule', () => {
  it('is right for four places worked by hand', () => {
    // A cross: all 100 m from the middle, so SD = Dm = 100 and SD is the smaller: 0.9 x 100 x 4^-0.2.
    const cross = places([
      [1100, 1000, 1],
      [900, 1000, 1],
      [1000, 1100, 1],
      [1000, 900, 1],
    ]);
    expect(ruleBandwidthMetres(cross)).toBeCloseTo(90 * 4 ** -0.2, 10);
  });

  it('lets a far-off place stretch it no further than the median, and takes weights as repeats', () => {
    const list = [
      [0, 0, 3],
      [10, 0, 2],
      [0, 20, 1],
      [5_000, 0, 1],
    ] as const;
    const repeated = list.flatMap(([x, y, weight]) =>
      Array.from({ length: weight }, () => [x, y, 1] as const),
    );
    expect(ruleBandwidthMetres(places(list))).toBeCloseTo(ruleBandwidthMetres(places(repeated)), 9);
    // Mean centre (720/7.., 20/7): the median of seven distances is that of (0, 0) or (10, 0), about 710 m.
    expect(ruleBandwidthMetres(places(list))).toBeLessThan(0.9 * 1.2012 * 720 * 7 ** -0.2);
    expect(ruleBandwidthMetres(places([[7, 7, 2]]))).toBe(0);
    expect(() => ruleBandwidthMetres(places([]))).toThrow(RangeError);
  });
});
