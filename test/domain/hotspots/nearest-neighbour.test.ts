import { describe, expect, it } from 'vitest';
import { nearestNeighbour } from '../../../src/domain/hotspots/nearest-neighbour.ts';
import { atOnce } from './at-once.ts';
import { madeUpRandom } from './made-up-grid.ts';

const nn = (...given: Parameters<typeof nearestNeighbour>) => atOnce(nearestNeighbour(...given));

describe('the nearest neighbour index', () => {
  it('is right for four places worked by hand', () => {
    // Corners of a square of 10 m on 400 m2: observed 10, expected 0.5 sqrt(400 / 4) = 5.
    const found = nn(Float64Array.of(0, 10, 0, 10), Float64Array.of(0, 0, 10, 10), 400);
    expect(found.index).toBe(2);
    expect(found.z).toBeCloseTo(5 / (0.26136 / Math.sqrt(16 / 400)), 12);
    expect(found.duplicateShare).toBe(0);
  });

  it('equals a look at every pair, with places on the same spot and on lines', () => {
    const random = madeUpRandom(17);
    const eastings = new Float64Array(700);
    const northings = new Float64Array(700);
    for (let at = 0; at < 700; at++) {
      // Rounded to tens, so that many coordinates and some places are equal.
      const wide = at < 400 ? 2_000 : 200;
      eastings[at] = Math.round((random() * wide) / 10) * 10;
      northings[at] = Math.round((random() * wide) / 10) * 10;
    }
    let sum = 0;
    let same = 0;
    for (let a = 0; a < 700; a++) {
      let nearest = Number.POSITIVE_INFINITY;
      for (let b = 0; b < 700; b++) {
        if (a === b) continue;
        const across = (eastings[a] ?? 0) - (eastings[b] ?? 0);
        const up = (northings[a] ?? 0) - (northings[b] ?? 0);
        nearest = Math.min(nearest, Math.sqrt(across * across + up * up));
      }
      sum += nearest;
      if (nearest === 0) same++;
    }
    const found = nn(eastings, northings, 4e6);
    expect(found.meanObservedMetres).toBeCloseTo(sum / 700, 10);
    expect(found.duplicateShare).toBe(same / 700);
    expect(same).toBeGreaterThan(100);
  });

  it('copes with everything on one spot and refuses what has no neighbour or no area', () => {
    const spot = new Float64Array(5_000).fill(7);
    expect(nn(spot, spot, 100)).toMatchObject({ index: 0, duplicateShare: 1 });
    const one = Float64Array.of(1);
    expect(() => nn(one, one, 100)).toThrow(RangeError);
    const two = Float64Array.of(1, 2);
    expect(() => nn(two, two, 0)).toThrow(RangeError);
    expect(() => nn(two, Float64Array.of(1, Number.NaN), 5)).toThrow(RangeError);
  });
});
