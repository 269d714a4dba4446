import { describe, expect, it } from 'vitest';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { giStarTest, type InferenceChoice } from '../../../src/domain/hotspots/gi-star-test.ts';
import { seededRandom } from '../../../src/domain/hotspots/seeded-random.ts';
import { atOnce } from './at-once.ts';

// Made-up noise: records thrown at random into cells, 400 times, so nothing is really hot. With a true rate of 5 %,
// more than 7 % of 400 runs would have a hot cell once in thirty; the seeds are fixed. Harm needs draws, and so has
// a smaller grid.
const runs = 400;
const sides = { counts: 40, harm: 30 } as const;

/** Sizes and mixture like published severity scores: most records are small, a few weigh thousands. */
const severities = [
  1.5, 1.5, 4.2, 4.2, 9.7, 9.7, 12.1, 28.4, 28.4, 66.3, 66.3, 183.9, 412.5, 1_497.2, 7_831.6,
];

function noise(random: () => number, mean: number, kind: 'counts' | 'harm'): Float64Array {
  const values = new Float64Array(sides[kind] ** 2);
  const records = Math.round(values.length * mean);
  for (let record = 0; record < records; record++) {
    const cell = Math.floor(random() * values.length);
    const weight = severities[Math.floor(random() * severities.length)] ?? 0;
    values[cell] = (values[cell] ?? 0) + (kind === 'counts' ? 1 : weight);
  }
  return values;
}

/** Share of noise runs in which any cell is hot after correction over all cells. */
function shareWithHotCell(
  mean: number,
  kind: 'counts' | 'harm',
  choice: InferenceChoice,
  times = runs,
): number {
  const random = seededRandom(5);
  const cells = wholeGrid({
    shape: 'square',
    cellMetres: 250,
    originEasting: 0,
    originNorthing: 0,
    columns: sides[kind],
    rows: sides[kind],
  });
  let withHotCell = 0;
  for (let run = 0; run < times; run++) {
    const test = giStarTest(noise(random, mean, kind), cells, { choice, draws: null, seed: run });
    const { z, p } = atOnce(test);
    if (benjaminiHochberg(p).some((q, cell) => q <= 0.05 && (z[cell] ?? 0) > 0)) withHotCell++;
  }
  return withHotCell / times;
}

describe('Gi* on pure noise', () => {
  it.each([0.05, 0.7, 2])('counts, %d a cell: a hot cell in at most 7 % of runs', (mean) => {
    expect(shareWithHotCell(mean, 'counts', 'auto')).toBeLessThanOrEqual(0.07);
  });

  it.each([0.05, 0.7, 2])(
    'harm, %d records a cell: a hot cell in at most 7 % of runs',
    (mean) => {
      expect(shareWithHotCell(mean, 'harm', 'auto')).toBeLessThanOrEqual(0.07);
    },
    60_000,
  );

  it('keeps to it where auto takes the normal distribution', () => {
    // At 400 a cell the rule calls the normal distribution safe in every run.
    const share = shareWithHotCell(400, 'counts', 'auto', 50);
    expect(share).toBeLessThanOrEqual(0.07);
    expect(share).toBe(shareWithHotCell(400, 'counts', 'normal', 50));
  });

  it('would see the fault: the normal distribution calls noise hot', () => {
    expect(shareWithHotCell(0.05, 'counts', 'normal', 50)).toBeGreaterThan(0.5);
    expect(shareWithHotCell(2, 'harm', 'normal', 50)).toBeGreaterThan(0.3);
  });
});
