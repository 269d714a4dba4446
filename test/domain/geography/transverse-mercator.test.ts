import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  projectTransverseMercator,
  unprojectTransverseMercator,
} from '../../../src/domain/geography/transverse-mercator.ts';

describe('transverse Mercator', () => {
  it('puts the true origin at the false origin, exactly north and south of it on the meridian', () => {
    const origin = projectTransverseMercator(-2, 49);
    expect(origin.easting).toBe(400_000);
    expect(origin.northing).toBeCloseTo(-100_000, 8);
    expect(projectTransverseMercator(-2, 57).easting).toBe(400_000);
  });

  it('is the inverse of its inverse to a hundredth of a micrometre, from Scilly to Shetland', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 700_000, noNaN: true }),
        fc.double({ min: 0, max: 1_250_000, noNaN: true }),
        (easting, northing) => {
          const { longitude, latitude } = unprojectTransverseMercator(easting, northing);
          const back = projectTransverseMercator(longitude, latitude);
          expect(Math.abs(back.easting - easting)).toBeLessThan(1e-8);
          expect(Math.abs(back.northing - northing)).toBeLessThan(1e-8);
        },
      ),
      { seed: 11, numRuns: 1000 },
    );
  });
});
