import { expect, test } from 'vitest';
import { choices, randomStream } from '../../../src/domain/sample/random.ts';

function drawsOf(seed: number, part: string, index: number): number[] {
  const random = randomStream(seed, part, index);
  return Array.from({ length: 6 }, () => random.unit());
}

test('a stream depends on seed, part and index, and on nothing else', () => {
  expect(drawsOf(7, 'places', 3)).toEqual(drawsOf(7, 'places', 3));
  for (const other of [drawsOf(8, 'places', 3), drawsOf(7, 'people', 3), drawsOf(7, 'places', 4)]) {
    expect(other).not.toEqual(drawsOf(7, 'places', 3));
  }
});

test('the numbers of a seed never change, so that kept files can be made again', () => {
  const random = randomStream(1, 'incident', 0);
  expect(
    Array.from({ length: 4 }, () => Math.floor(random.unit() * 2 ** 32)),
  ).toMatchInlineSnapshot(`
    [
      2347882451,
      112279668,
      3514486780,
      3262057533,
    ]
  `);
});

test('many streams have first numbers that spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 20_000; index++) {
    const tenth = Math.floor(randomStream(1, 'incident', index).unit() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // Chi-square with 9 degrees of freedom: 27.9 is its 0.1 % point.
  const statistic = tenths.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  expect(statistic).toBeLessThan(27.9);
});

test('weights, quartiles and the disc give what they promise', () => {
  const random = randomStream(2, 'test');
  const drawn = { rare: 0, never: 0, often: 0 };
  const weighted = choices<keyof typeof drawn>(['rare', 1], ['never', 0], ['often', 3]);
  let belowMedian = 0;
  let farthest = 0;
  for (let count = 0; count < 8000; count++) {
    drawn[random.weighted(weighted)]++;
    const value = random.quartile([0, 10, 20, 60, 100]);
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(100);
    if (value < 20) belowMedian++;
    const [x, y] = random.discPoint();
    farthest = Math.max(farthest, x * x + y * y);
  }
  expect(drawn.never).toBe(0);
  expect(drawn.often / drawn.rare).toBeCloseTo(3, 0);
  expect(belowMedian / 8000).toBeCloseTo(0.5, 1);
  expect(farthest).toBeLessThan(1);
});
