import { describe, expect, it } from 'vitest';
import {
  changeInWords,
  compareVersions,
  type VersionFacts,
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
