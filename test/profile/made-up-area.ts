import type { Area } from '../../src/domain/evidence/other-evidence.ts';

export const west = 400_000;
export const south = 300_000;
export const sideMetres = 5_000;

/** A square of 20 x 20 cells of 250 m, as one boundary. */
export const squareArea: Area = {
  code: 'T01',
  name: 'Testshire Town',
  type: 'test',
  polygons: [
    [
      [
        [west, south],
        [west + sideMetres, south],
        [west + sideMetres, south + sideMetres],
        [west, south + sideMetres],
      ],
    ],
  ],
  edition: '2021',
  femalePopulation: 4_000,
  population: 8_000,
};
