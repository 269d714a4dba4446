import { expect, it } from 'vitest';
import { coveredAreas } from '../../../src/domain/figures/editions/covered-areas.ts';

type Ring = readonly (readonly [number, number])[];
const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];
const cells = [
  [400_000, 300_000],
  [400_250, 300_000],
  [400_000, 300_250],
].map(([west = 0, south = 0]) => ({ ring: square(west, south, 250) }));
const area = (code: string, ring: Ring) => ({ code, polygons: [[ring]] });

it('names the areas that lie within the cells of places, over their borders too', () => {
  const areas = [
    area('inside one', square(400_050, 300_050, 100)),
    area('over two', [
      [400_100, 300_010],
      [400_450, 300_010],
      [400_450, 300_200],
      [400_100, 300_200],
    ]),
    area('reaches out', square(400_200, 300_200, 100)),
    area('apart', square(401_000, 300_000, 100)),
    area('around', square(399_000, 299_000, 3_000)),
    area('without ground', []),
  ];
  expect([...coveredAreas(areas, cells)]).toEqual(['inside one', 'over two']);
  expect(coveredAreas(areas, [])).toEqual(new Set());
});

it('takes an area of several pieces as covered only when each is', () => {
  const [one, other] = [square(400_050, 300_050, 100), square(401_000, 300_000, 100)];
  expect([...coveredAreas([{ code: 'two', polygons: [[one], [other]] }], cells)]).toEqual([]);
});
