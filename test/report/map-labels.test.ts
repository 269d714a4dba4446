import { expect, it } from 'vitest';
import { placeLabels } from '../../src/engine/page/map-labels.ts';

const frame = [0, 0, 460, 480] as const;
const numbers = (positions: readonly (readonly [number, number])[]) =>
  positions.map(([x, y], at) => ({ text: String(at + 1), x, y }));

it('puts a number to the upper right of its point', () => {
  const [one] = placeLabels(numbers([[100, 100]]), frame);
  expect(one?.at[0]).toBeCloseTo(109, 0);
  expect(one?.at[1]).toBeCloseTo(91, 0);
});

it('lets no number of twelve close places cover another, and none leave the frame', () => {
  const close = Array.from(
    { length: 12 },
    (_, at) => [440 + (at % 3) * 6, 30 + Math.floor(at / 3) * 5] as const,
  );
  const placed = placeLabels(numbers(close), frame);
  expect(placed.map(({ text }) => text)).toEqual(close.map((_, at) => String(at + 1)));
  for (const [at, { at: own }] of placed.entries()) {
    expect(own[0]).toBeLessThanOrEqual(460 - 7.5);
    for (const { at: other } of placed.slice(at + 1)) {
      expect(Math.hypot(own[0] - other[0], own[1] - other[1])).toBeGreaterThanOrEqual(16);
    }
  }
});
