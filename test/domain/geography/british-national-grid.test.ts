import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeShiftGrid,
  gridToWgs84,
  wgs84ToGrid,
} from '../../../src/domain/geography/british-national-grid.ts';

const asset = new URL('../../../assets/grid/ostn15.bin.br', import.meta.url);
const bytes = brotliDecompressSync(readFileSync(asset));
const grid = decodeShiftGrid(bytes);

const ordnanceSurvey = new URL('../../../../shared/data/grid/', import.meta.url);
const haveTestPoints = existsSync(ordnanceSurvey);
if (!haveTestPoints) {
  // A skipped check must be seen: the log says which files are missing.
  // oxlint-disable-next-line no-console
  console.warn("Skipped: Ordnance Survey's OSTN15 test points are not at ../shared/data/grid.");
}

function rows(file: string): string[][] {
  const text = readFileSync(new URL(file, ordnanceSurvey), 'utf8');
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}

function metresApart(
  place: { longitude: number; latitude: number } | undefined,
  longitude: number,
  latitude: number,
): number {
  if (place === undefined) return Number.POSITIVE_INFINITY;
  const metresPerDegree = 111_320;
  return Math.hypot(
    (place.latitude - latitude) * metresPerDegree,
    (place.longitude - longitude) * metresPerDegree * Math.cos((latitude * Math.PI) / 180),
  );
}

const number = (text: string | undefined) => Number(text ?? Number.NaN);
const degrees = (whole: number, minutes: number, seconds: number) =>
  whole + minutes / 60 + seconds / 3600;

describe('National Grid through OSTN15', () => {
  it("gives Ordnance Survey's worked example (Caister water tower) to the millimetre", () => {
    const latitude = degrees(52, 39, 28.8282);
    const longitude = degrees(1, 42, 57.8663);
    const place = wgs84ToGrid(grid, longitude, latitude);
    expect(place?.easting).toBeCloseTo(651_409.804, 3);
    expect(place?.northing).toBeCloseTo(313_177.45, 3);

    const back = gridToWgs84(grid, 651_409.804, 313_177.45);
    // 1e-8 of a degree is a millimetre.
    expect(Math.abs((back?.longitude ?? Number.NaN) - longitude)).toBeLessThan(1e-8);
    expect(Math.abs((back?.latitude ?? Number.NaN) - latitude)).toBeLessThan(1e-8);
  });

  it.skipIf(!haveTestPoints)("gives all 40 of Ordnance Survey's points, both ways", () => {
    const input = rows('OSTN15_OSGM15_TestInput_ETRStoOSGB.txt');
    const output = new Map(
      rows('OSTN15_OSGM15_TestOutput_ETRStoOSGB.txt').map((row) => [row[0], row]),
    );
    expect(input).toHaveLength(40);
    let worstForward = 0;
    let worstBackward = 0;
    for (const [point, latitude, longitude] of input) {
      const expected = output.get(point);
      const easting = number(expected?.[1]);
      const northing = number(expected?.[2]);
      const place = wgs84ToGrid(grid, number(longitude), number(latitude));
      worstForward = Math.max(
        worstForward,
        Math.abs((place?.easting ?? Number.NaN) - easting),
        Math.abs((place?.northing ?? Number.NaN) - northing),
      );
      const back = gridToWgs84(grid, easting, northing);
      worstBackward = Math.max(
        worstBackward,
        metresApart(back, number(longitude), number(latitude)),
      );
    }
    // Each coordinate is printed to the millimetre; back, the rounding of both adds up.
    expect(worstForward).toBeLessThan(0.001);
    expect(worstBackward).toBeLessThan(0.002);
  });

  it.skipIf(!haveTestPoints)("gives Ordnance Survey's results for its inverse points", () => {
    const results = new Map(
      rows('OSTN15_OSGM15_TestOutput_OSGBtoETRS.txt')
        .filter((row) => row[1] === 'RESULT')
        .map((row) => [row[0], row]),
    );
    const input = rows('OSTN15_OSGM15_TestInput_OSGBtoETRS.txt');
    expect(input).toHaveLength(40);
    let worst = 0;
    for (const [point, easting, northing] of input) {
      const expected = results.get(point);
      const back = gridToWgs84(grid, number(easting), number(northing));
      worst = Math.max(worst, metresApart(back, number(expected?.[3]), number(expected?.[2])));
    }
    // Not a millimetre: at St Kilda (TP31) the published inverse point is 6 mm from the published forward result.
    expect(worst).toBeLessThan(0.01);
  });

  it('comes back to the same place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1000, max: 699_000, noNaN: true }),
        fc.double({ min: 1000, max: 1_249_000, noNaN: true }),
        (easting, northing) => {
          const degreesThere = gridToWgs84(grid, easting, northing);
          if (degreesThere === undefined) throw new Error('inside the extent');
          const back = wgs84ToGrid(grid, degreesThere.longitude, degreesThere.latitude);
          expect(Math.abs((back?.easting ?? Number.NaN) - easting)).toBeLessThan(1e-4);
          expect(Math.abs((back?.northing ?? Number.NaN) - northing)).toBeLessThan(1e-4);
        },
      ),
      { seed: 15, numRuns: 500 },
    );
  });

  it('knows no place outside its extent', () => {
    expect(wgs84ToGrid(grid, 2.3522, 48.8566)).toBeUndefined();
    expect(wgs84ToGrid(grid, -74, 40.7)).toBeUndefined();
    expect(wgs84ToGrid(grid, Number.NaN, 52)).toBeUndefined();
    expect(gridToWgs84(grid, -1000, 300_000)).toBeUndefined();
    expect(gridToWgs84(grid, 400_000, 1_300_000)).toBeUndefined();
    expect(gridToWgs84(grid, 400_000, Number.NaN)).toBeUndefined();
  });

  it('refuses bytes that are not a grid', () => {
    expect(() => decodeShiftGrid(bytes.subarray(0, bytes.length - 1))).toThrow(/damaged/);
    const other = Uint8Array.from(bytes);
    other[7] = 0;
    expect(() => decodeShiftGrid(other)).toThrow(/not a transformation grid/);
  });
});
