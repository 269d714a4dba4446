import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaAt,
  areaSquareKilometres,
  buildAreaIndex,
  type Ring,
} from '../../../src/domain/geography/areas.ts';
import { area, box } from './made-up-areas.ts';

describe('the area of a place', () => {
  it('knows outer rings, holes, second polygons and closed rings', () => {
    const closed: Ring = [...box(20, 0, 30, 10), [20, 0]];
    const index = buildAreaIndex([
      area('A1', [box(0, 0, 10, 10), box(4, 4, 6, 6)], [closed]),
      area('A2', [box(10, 0, 20, 10)]),
    ]);
    expect(areaAt(index, 1, 1)).toBe(0);
    expect(areaAt(index, 5, 5)).toBe(-1);
    expect(areaAt(index, 25, 5)).toBe(0);
    expect(areaAt(index, 15, 5)).toBe(1);
    expect(areaAt(index, 31, 5)).toBe(-1);
    expect(areaAt(index, Number.NaN, 5)).toBe(-1);
  });

  it('takes the first where areas overlap, and has no answer without areas', () => {
    const twice = buildAreaIndex([area('A1', [box(0, 0, 9, 9)]), area('A2', [box(0, 0, 9, 9)])]);
    expect(areaAt(twice, 5, 5)).toBe(0);
    expect(areaAt(buildAreaIndex([]), 5, 5)).toBe(-1);
    expect(areaAt(buildAreaIndex([area('A1', [[]])]), 0, 0)).toBe(-1);
  });

  it('puts every place of a square cut into four crooked parts into exactly one of them', () => {
    const inner = fc.integer({ min: 1, max: 99 });
    const position = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(inner, inner, position, position, (midEast, midNorth, easting, northing) => {
        // Corners, a middle anywhere, and four triangles that share it: borders run both ways, and at all angles.
        const corners: Ring = box(0, 0, 100, 100);
        const parts = corners.map((corner, i) => [
          corner,
          corners[(i + 1) % 4] ?? corner,
          [midEast, midNorth] as const,
        ]);
        const holding = parts.filter(
          (part) => areaAt(buildAreaIndex([area('T', [part])]), easting, northing) === 0,
        );
        expect(holding).toHaveLength(1);
      }),
      { seed: 6, numRuns: 2000 },
    );
  });

  it('measures area less holes, far from the origin too', () => {
    const far = area('A1', [
      box(500_000, 400_000, 502_000, 403_000),
      box(500_500, 400_500, 501_000, 401_500),
    ]);
    expect(areaSquareKilometres(far)).toBe(5.5);
    expect(areaSquareKilometres(area('A0'))).toBe(0);
  });
});
