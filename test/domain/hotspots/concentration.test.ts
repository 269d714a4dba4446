import { describe, expect, it } from 'vitest';
import { concentration } from '../../../src/domain/hotspots/concentration.ts';

describe('concentration', () => {
  it('finds the fewest cells with half of the records', () => {
    const found = concentration(Float64Array.of(1, 5, 0, 3, 1, 0, 0, 0), null);
    expect(found?.cells).toBe(1);
    expect(found?.share).toBe(1 / 8);
    // Eleven records: half needs six.
    expect(concentration(Float64Array.of(1, 5, 0, 3, 1, 1, 0, 0), null)?.cells).toBe(2);
  });

  it('compares with the same records thrown at random', () => {
    // Two records in ten cells: one cell always holds half.
    const few = new Float64Array(10);
    few[3] = 2;
    expect(concentration(few, null)?.expectedCells).toBe(1);
    // Three records in three cells need two, or with all or two together one: exactly 1 + 6/27 on average.
    const three = concentration(Float64Array.of(1, 1, 1), null);
    expect(three?.cells).toBe(2);
    // Four standard errors of 100 draws.
    const chance = 6 / 27;
    const margin = 4 * Math.sqrt((chance * (1 - chance)) / 100);
    expect(Math.abs((three?.expectedCells ?? 0) - (1 + chance))).toBeLessThan(margin);
    // Many records spread over ten cells: half of the cells, or the one fewer that a lucky draw needs.
    const many = concentration(new Float64Array(10).fill(1000), null);
    expect(many?.cells).toBe(5);
    expect(many?.expectedCells).toBeLessThanOrEqual(5);
    expect(many?.expectedCells).toBeGreaterThanOrEqual(4);
  });

  it('gives the same answer again, and only looks at the study area', () => {
    const counts = Float64Array.of(4, 0, 2, 1, 99);
    const included = Uint8Array.of(1, 1, 1, 1, 0);
    expect(concentration(counts, included)).toEqual(concentration(counts.slice(0, 4), null));
  });

  it('has no answer without records and refuses parts of records', () => {
    expect(concentration(new Float64Array(4), null)).toBeUndefined();
    expect(concentration(new Float64Array(0), null)).toBeUndefined();
    expect(() => concentration(Float64Array.of(0.5), null)).toThrow(RangeError);
    expect(() => concentration(Float64Array.of(1), new Uint8Array(2))).toThrow(RangeError);
  });
});
