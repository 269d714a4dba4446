import { describe, expect, it } from 'vitest';
import {
  changeInWords,
  compareVersions,
  type VersionFacts,
  type VersionPlace,
} from '../../src/domain/profile/compare.ts';

const version = (
  name: string,
  figures: readonly (readonly [number | null, string])[],
): VersionFacts => ({
  version: name,
  publishedOn: '2026-11-28',
  figures: figures.map(([value, text], at) => ({
    id: `figure.${at}`,
    section: 4,
    label: `Figure ${at}`,
    value,
    text,
    basis: '',
    n: 0,
    beside: [],
  })),
  places: [],
  recommendations: [],
  codeListVersion: '1',
  rulesVersion: '1',
  period: 'one',
});

describe('figures of two versions', () => {
  it('change in per cent where they are counts, and in points where they are per cent themselves', () => {
    const { figures } = compareVersions(
      version('a', [
        [200, '200'],
        [1.2, '+1.2 %'],
        [60.34, '60.3 %'],
        [0, '0'],
        [null, 'not known'],
        [7, '7'],
      ]),
      version('b', [
        [250, '250'],
        [13.9, '+13.9 %'],
        [60.36, '60.4 %'],
        [3, '3'],
        [5, '5'],
        [7, '7'],
      ]),
    );
    expect(figures.map((one) => [one.before, one.after, changeInWords(one)])).toEqual([
      ['200', '250', '+25.0 %'],
      ['+1.2 %', '+13.9 %', '+12.7 points'],
      ['60.3 %', '60.4 %', '0.0 points'],
      ['0', '3', '-'],
      ['not known', '5', '-'],
    ]);
  });
});

describe('places of two versions', () => {
  const place = (name: string, count: number, ...eastings: readonly number[]): VersionPlace => ({
    name,
    count,
    centres: eastings.map((easting) => [easting, 330_125] as const),
    cellMetres: 250,
  });

  it('are paired one with one by the ground they share, though places that touch are near each other', () => {
    // Three places in a row, each touching the next: the largest is near the second of them too.
    const before = [
      place('West', 282, 440_125, 440_375),
      place('Middle', 60, 440_625, 440_875),
      place('East', 50, 441_125, 441_375),
    ];
    const after = [
      place('West', 305, 440_125, 440_375),
      place('Middle', 56, 440_625, 440_875),
      // Moved by a cell, and still the same place.
      place('East', 53, 441_375, 441_625),
      place('Far', 9, 460_125),
    ];
    const { persisted, appeared, faded } = compareVersions(
      { ...version('a', []), places: [...before, place('Gone', 7, 420_125)] },
      { ...version('b', []), places: after },
    );
    expect(persisted.map((one) => [one.before.count, one.after.count])).toEqual([
      [282, 305],
      [60, 56],
      [50, 53],
    ]);
    expect(appeared.map(({ name }) => name)).toEqual(['Far']);
    expect(faded.map(({ name }) => name)).toEqual(['Gone']);
  });

  it('persist on a grid of other cells or another origin', () => {
    const shifted = { ...place('Same', 20, 440_300), cellMetres: 500 };
    const { persisted } = compareVersions(
      { ...version('a', []), places: [place('Same', 18, 440_125, 440_375)] },
      { ...version('b', []), places: [shifted] },
    );
    expect(persisted).toHaveLength(1);
  });
});
