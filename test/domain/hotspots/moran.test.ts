import { describe, expect, it } from 'vitest';
import { studyCellsOf, wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { globalMoran, globalMoranPermutations } from '../../../src/domain/hotspots/global-moran.ts';
import { localMoran } from '../../../src/domain/hotspots/local-moran.ts';
import {
  drawsForCorrection,
  localMoranPermutations,
} from '../../../src/domain/hotspots/local-moran-permutations.ts';
import { atOnce } from './at-once.ts';
import { gridOf, madeUpRandom } from './made-up-grid.ts';

const strip = wholeGrid(gridOf(4, 1));

describe('global Moran', () => {
  it('is right for a strip of four cells worked by hand', () => {
    // Values 1, 2, 3, 4: z = -1.5, -.5, .5, 1.5, sum z^2 = 5. Binary pairs: .75 - .25 + .75 = 1.25 each way, S0 = 6.
    const binary = globalMoran(Float64Array.of(1, 2, 3, 4), strip, 'binary');
    expect(binary.statistic).toBeCloseTo((4 / 6) * (2.5 / 5), 14);
    expect(binary.expected).toBeCloseTo(-1 / 3, 15);
    // Row weights: ends .75 each, inner cells (.75 - .25) / 2 each; S0 = 4.
    const row = globalMoran(Float64Array.of(1, 2, 3, 4), strip, 'row');
    expect(row.statistic).toBeCloseTo((0.75 + 0.25 + 0.25 + 0.75) / 5, 14);
  });

  it('has the variance of all shuffles', () => {
    const values = [0, 1, 5, 2];
    const orders: number[][] = [[]];
    for (let length = 0; length < 4; length++) {
      for (const order of orders.splice(0)) {
        for (const next of [0, 1, 2, 3]) if (!order.includes(next)) orders.push([...order, next]);
      }
    }
    for (const weights of ['row', 'binary'] as const) {
      const all = orders.map(
        (order) =>
          globalMoran(
            Float64Array.from(order, (at) => values[at] ?? 0),
            strip,
            weights,
          ).statistic,
      );
      expect(all).toHaveLength(24);
      const mean = all.reduce((sum, value) => sum + value, 0) / 24;
      const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 24;
      const found = globalMoran(Float64Array.from(values), strip, weights);
      expect(mean).toBeCloseTo(found.expected, 12);
      expect(found.z).toBeCloseTo((found.statistic - mean) / Math.sqrt(variance), 10);
    }
  });

  it('gives a fair p by shuffling, and the same with the same seed', () => {
    const study = wholeGrid(gridOf(6, 6));
    const slope = Float64Array.from({ length: 36 }, (_, cell) => cell % 6);
    const p = (seed: number) => atOnce(globalMoranPermutations(slope, study, 'row', 199, seed));
    expect(p(1)).toBe(2 / 200);
    const noise = Float64Array.from({ length: 36 }, madeUpRandom(11));
    const drawn = atOnce(globalMoranPermutations(noise, study, 'row', 999, 3));
    expect(drawn).toBe(atOnce(globalMoranPermutations(noise, study, 'row', 999, 3)));
    expect(Math.abs(drawn - globalMoran(noise, study, 'row').p)).toBeLessThan(0.1);
  });

  it('finds nothing in equal values and refuses too few cells', () => {
    const equal = new Float64Array(4).fill(0.1);
    expect(globalMoran(equal, strip, 'row')).toMatchObject({ statistic: 0, z: 0, p: 1 });
    expect(atOnce(globalMoranPermutations(equal, strip, 'row', 9, 1))).toBe(1);
    expect(() => globalMoran(Float64Array.of(1, 2, 3), wholeGrid(gridOf(3, 1)), 'row')).toThrow(
      RangeError,
    );
  });
});

describe('local Moran', () => {
  it('is right for a strip of four cells worked by hand', () => {
    // 0, 0, 0, 4: m = 1, z = -1, -1, -1, 3, m2 = 3.
    const { statistic, quadrant, z } = localMoran(Float64Array.of(0, 0, 0, 4), strip);
    expect([...statistic].map((value) => Math.round(value * 3e9) / 1e9)).toEqual([1, 1, -1, -3]);
    expect(quadrant).toEqual(['Low-Low', 'Low-Low', 'Low-High', 'High-Low']);
    // Cell 0: E = -1/9; Var = (1/3)^2 x 2 x (1 - 1/3) x (3 - 1/3) = 32/81.
    expect(z[0]).toBeCloseTo((1 / 3 + 1 / 9) / Math.sqrt(32 / 81), 12);
  });

  it('has nothing to say of equal values, lonely cells and a cell at the mean', () => {
    const equal = localMoran(new Float64Array(4).fill(0.1), strip);
    expect([...equal.z, ...equal.p]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(equal.quadrant).toEqual(['None', 'None', 'None', 'None']);
    const lonely = studyCellsOf(gridOf(5, 1), Float64Array.of(0, 2, 3));
    expect(localMoran(Float64Array.of(9, 1, 2), lonely).p[0]).toBe(1);
    const middle = localMoran(Float64Array.of(0, 1, 2), wholeGrid(gridOf(3, 1)));
    expect(middle.z[1]).toBe(0);
    for (const values of [middle.statistic, middle.z, middle.p]) {
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  it('draws neighbours that give the exact chance of a small case', () => {
    // Five cells in a row, 0, 0, 0, 0, 8. Cell 0 has one neighbour: each of the other four with the same chance,
    // so its lag is at its lowest in 3 of 4 draws and its upper tail is certain.
    const study = wholeGrid(gridOf(5, 1));
    const values = Float64Array.of(0, 0, 0, 0, 8);
    const p = atOnce(localMoranPermutations(values, study, 999, 1));
    expect(p[0]).toBe(1);
    // Cell 3 lies beside the 8: two of the other four cells hold it in half of the draws (three standard errors).
    expect(Math.abs((p[3] ?? 0) - 1)).toBeLessThan(2 * 3 * Math.sqrt(0.25 / 999));
    // A corner of the highest values: no draw in a thousand comes near it, so its p is the smallest there is.
    const crowd = Float64Array.from({ length: 400 }, (_, cell) => cell);
    const peak = atOnce(localMoranPermutations(crowd, wholeGrid(gridOf(20, 20)), 999, 1));
    expect(peak[399]).toBe(2 / 1000);
    expect(atOnce(localMoranPermutations(crowd, wholeGrid(gridOf(20, 20)), 999, 1))).toEqual(peak);
  });

  it('has the chance of all draws, the cell itself left out', () => {
    // Nine cells of different values; a corner has three neighbours: 56 ways to draw them from the other eight.
    const values = Float64Array.of(30, 1, 2, 3, 5, 8, 13, 21, 4);
    const study = wholeGrid(gridOf(3, 3));
    const p = atOnce(localMoranPermutations(values, study, 19_999, 4));
    for (const [corner, neighbours] of [
      [0, [1, 3, 4]],
      [8, [4, 5, 7]],
    ] as const) {
      const others = [...values.keys()].filter((cell) => cell !== corner);
      const sumOf = (cells: readonly number[]) =>
        cells.reduce((sum, cell) => sum + (values[cell] ?? 0), 0);
      const sums = others.flatMap((a) =>
        others.flatMap((b) => others.filter((c) => a < b && b < c).map((c) => sumOf([a, b, c]))),
      );
      expect(sums).toHaveLength(56);
      const found = sumOf(neighbours);
      const above = sums.filter((sum) => sum >= found).length / 56;
      const below = sums.filter((sum) => sum <= found).length / 56;
      const tail = Math.min(above, below);
      // Four standard errors of a tail, doubled.
      const margin = 2 * (4 * Math.sqrt((tail * (1 - tail)) / 19_999) + 1 / 20_000);
      expect(Math.abs((p[corner] ?? 0) - Math.min(1, 2 * tail))).toBeLessThan(margin);
    }
    // The middle touches all others: there is one draw, and it is what was found.
    expect(p[4]).toBe(1);
  });

  it('keeps its promise on noise: about one cell in twenty at 5 %', () => {
    const random = madeUpRandom(29);
    const noise = Float64Array.from({ length: 1600 }, () => random() + random());
    const p = atOnce(localMoranPermutations(noise, wholeGrid(gridOf(40, 40)), 499, 7));
    const share = p.filter((value) => value <= 0.05).length / 1600;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.07);
  });

  it.each([
    [0.05, 'counts'],
    [0.7, 'counts'],
    [0.7, 'harm'],
    [2, 'harm'],
  ])('calls nothing of noise after the correction: %d a cell, %s', (mean, weight) => {
    const study = wholeGrid(gridOf(20, 20));
    const random = madeUpRandom(41 + 100 * mean);
    let runs = 0;
    for (let run = 0; run < 30; run++) {
      const values = new Float64Array(400);
      for (let record = 0; record < 400 * mean; record++) {
        const cell = Math.floor(random() * 400);
        const harm = random() < 0.9 ? 5 : random() < 0.9 ? 100 : 2_000;
        values[cell] = (values[cell] ?? 0) + (weight === 'harm' ? harm : 1);
      }
      const p = atOnce(localMoranPermutations(values, study, drawsForCorrection(400), run));
      if (benjaminiHochberg(p).some((corrected) => corrected <= 0.05)) runs++;
    }
    // At most 7 % of the runs.
    expect(runs).toBeLessThanOrEqual(2);
  });
});
