import { describe, expect, it } from 'vitest';
import { gridSquareOf } from '../../../src/domain/geography/grid-reference.ts';

describe('a grid reference with letters', () => {
  it.each([
    // Trafalgar Square: TQ begins at 500,000 E and 100,000 N.
    ['TQ 30088 80410', 530_088.5, 180_410.5, 1],
    ['tq3008880410', 530_088.5, 180_410.5, 1],
    ['ST 580 730', 358_050, 173_050, 100],
    ['ST580730', 358_050, 173_050, 100],
    ['ST-580-730', 358_050, 173_050, 100],
    ['ST 5812 7345', 358_125, 173_455, 10],
    ['ST5873', 358_500, 173_500, 1_000],
    ['ST 5 7', 355_000, 175_000, 10_000],
    // Corners of the grid: the Isles of Scilly, Shetland, Land's End and Norfolk.
    ['SV 00 00', 500, 500, 1_000],
    ['HP 63 18', 463_500, 1_218_500, 1_000],
    ['TG 52 07', 652_500, 307_500, 1_000],
    ['NN 166 712', 216_650, 771_250, 100],
  ])('%s is the middle of its square', (text, easting, northing, sideMetres) => {
    expect(gridSquareOf(text)).toEqual({ easting, northing, sideMetres });
  });

  it.each([
    '',
    'ST',
    'ST 580 73',
    'ST58073',
    'ST 580730 1',
    'ST580730580730',
    'IT 58 73',
    'AA 12 34',
    'J 338 740',
    'ZZ 12 34',
    '358000 173000',
    'St John 12',
    'BS1 4ST',
  ])('"%s" is none', (text) => {
    expect(gridSquareOf(text)).toBeUndefined();
  });
});
