import { describe, expect, it } from 'vitest';
import type { Area } from '../../../src/domain/evidence/other-evidence.ts';
import { areasOfOneType } from '../../../src/engine/analysis/methods/area-types.ts';

const area = (code: string, type: string, west: number, east: number): Area => ({
  code,
  name: code,
  type,
  edition: '',
  polygons: [
    [
      [
        [west, 0],
        [east, 0],
        [east, 1_000],
        [west, 1_000],
      ],
    ],
  ],
  femalePopulation: null,
  population: null,
});

describe('areas of one type', () => {
  const force = area('F', 'force', 0, 3_000);
  const wards = [area('A', 'ward', 0, 1_000), area('B', 'ward', 1_000, 2_990)];
  const park = area('P', 'park', 200, 300);

  it('takes the type that covers most land, and the one with more areas where they cover the same', () => {
    expect(areasOfOneType([force, ...wards, park], null)).toEqual(wards);
    expect(areasOfOneType([...wards, force, park], null)).toEqual(wards);
    // One ward is missing: the force covers more.
    expect(areasOfOneType([area('A', 'ward', 0, 1_000), force, park], null)).toEqual([force]);
    expect(areasOfOneType([], null)).toEqual([]);
  });

  it('takes each code once, and a type by its name', () => {
    const again = area('A', 'ward', 0, 900);
    expect(areasOfOneType([...wards, again], null)).toEqual(wards);
    expect(areasOfOneType([force, ...wards, park], 'park')).toEqual([park]);
    expect(() => areasOfOneType([force], 'ward')).toThrow(/no areas of that type/);
  });
});
