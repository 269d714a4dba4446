import { describe, expect, it } from 'vitest';
import { densityClusters } from '../../../src/domain/hotspots/dbscan.ts';
import { madeUpRandom } from './made-up-grid.ts';

/** DBSCAN as it is written down: every pair, clusters grown one after the other in the order of the places. */
function plainClusters(x: Float64Array, y: Float64Array, eps: number, minPoints: number) {
  const near = Array.from(x, (_, a) =>
    [...x.keys()].filter(
      (b) => ((x[a] ?? 0) - (x[b] ?? 0)) ** 2 + ((y[a] ?? 0) - (y[b] ?? 0)) ** 2 <= eps * eps,
    ),
  );
  const labels = Array.from(x, () => 0);
  let clusters = 0;
  for (const start of x.keys()) {
    if (labels[start] !== 0 || (near[start]?.length ?? 0) < minPoints) continue;
    clusters++;
    const queue = [start];
    labels[start] = clusters;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if ((near[at]?.length ?? 0) < minPoints) continue;
      for (const other of near[at] ?? []) {
        if (labels[other] !== 0) continue;
        labels[other] = clusters;
        queue.push(other);
      }
    }
  }
  return { labels, core: near.map((list) => (list.length >= minPoints ? 1 : 0)), clusters };
}

describe('DBSCAN', () => {
  it('takes eps itself in, and gives a place between two clusters to the first', () => {
    // Two groups of three on a line and a place 10 m from both; the eastern group comes first.
    const x = Float64Array.of(30, 31, 32, 10, 9, 8, 20, 500);
    const found = densityClusters(x, new Float64Array(8), 10, 4);
    expect([...found.labels]).toEqual([1, 1, 1, 2, 2, 2, 1, 0]);
    expect([...found.core]).toEqual([1, 0, 0, 1, 0, 0, 0, 0]);
    // One metre less and the place in the middle is noise, and with it both cores.
    expect(densityClusters(x, new Float64Array(8), 9.99, 4).clusters).toBe(0);
  });

  it.each([
    [40, 4],
    [60, 10],
    [15, 2],
    [25, 1],
  ])('equals the plain way for eps %d and %d points', (eps, minPoints) => {
    const random = madeUpRandom(eps);
    const x = new Float64Array(500);
    const y = new Float64Array(500);
    for (let at = 0; at < 500; at++) {
      const [east, north, wide] = at < 250 ? [0, 0, 1_000] : [(at % 5) * 200, (at % 3) * 250, 90];
      x[at] = 400_000 + east + Math.round(random() * wide);
      y[at] = 300_000 + north + Math.round(random() * wide);
    }
    const plain = plainClusters(x, y, eps, minPoints);
    const found = densityClusters(x, y, eps, minPoints);
    expect([...found.labels]).toEqual(plain.labels);
    expect([...found.core]).toEqual(plain.core);
    expect(found.clusters).toBe(plain.clusters);
  });

  it('copes with no place, one spot, and two places at the ends of the country', () => {
    const none = new Float64Array(0);
    expect(densityClusters(none, none, 100, 3).clusters).toBe(0);
    const spot = new Float64Array(2_000).fill(5);
    expect(densityClusters(spot, spot, 1, 2_000).labels.every((label) => label === 1)).toBe(true);
    const far = densityClusters(Float64Array.of(0, 700_000), Float64Array.of(0, 1_200_000), 1, 1);
    expect([...far.labels]).toEqual([1, 2]);
  });

  it('refuses what it cannot use', () => {
    const one = Float64Array.of(1);
    expect(() => densityClusters(one, one, 0, 3)).toThrow(RangeError);
    expect(() => densityClusters(one, one, 10, 0)).toThrow(RangeError);
    expect(() => densityClusters(one, Float64Array.of(Number.NaN), 10, 1)).toThrow(RangeError);
    expect(() => densityClusters(one, new Float64Array(2), 10, 1)).toThrow(RangeError);
  });
});
