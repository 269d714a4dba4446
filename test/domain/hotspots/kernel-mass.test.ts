import { describe, expect, it } from 'vitest';
import { edgesOfAreas, edgesOfCells } from '../../../src/domain/geography/area-edges.ts';
import { cellCentre, cellIndexOf, type GridPosition } from '../../../src/domain/geography/cells.ts';
import {
  type StudyCells,
  studyCellsOf,
  wholeGrid,
} from '../../../src/domain/geography/study-cells.ts';
import { kernelMassInside } from '../../../src/domain/hotspots/kernel-mass.ts';
import { atOnce } from './at-once.ts';
import { gridOf } from './made-up-grid.ts';

/** The mass by adding up small squares around one centre. */
function summedMass(
  [east, north]: readonly [number, number],
  bandwidth: number,
  isInside: (east: number, north: number) => boolean,
): number {
  const step = bandwidth / 400;
  let inside = 0;
  for (let x = -bandwidth + step / 2; x < bandwidth; x += step) {
    for (let y = -bandwidth + step / 2; y < bandwidth; y += step) {
      const squared = (x * x + y * y) / bandwidth ** 2;
      if (squared < 1 && isInside(east + x, north + y)) inside += (1 - squared) ** 2;
    }
  }
  return (inside * step * step * 3) / (Math.PI * bandwidth ** 2);
}

const massOf = (study: StudyCells, bandwidth: number) =>
  atOnce(kernelMassInside(study, edgesOfCells(study), bandwidth));

describe('the mass of a kernel inside the study area', () => {
  it('is known where the outline is simple', () => {
    const study = wholeGrid(gridOf(1, 1));
    // The circle just fits: everything is inside.
    expect(massOf(study, 50)[0]).toBeCloseTo(1, 8);
    expect(massOf(wholeGrid(gridOf(9, 9)), 450)[40]).toBeCloseTo(1, 8);
    // Nearly all of the plane's half: one long row of cells, the kernel far larger than a cell is high.
    const tall = wholeGrid(gridOf(1, 1, 'square', 1_000));
    expect(massOf(tall, 1_000_000)[0]).toBeCloseTo(3 / Math.PI / 1_000_000, 10);
  });

  it.each(['square', 'hexagon'] as const)('equals a fine sum on %s cells with a hole', (shape) => {
    const grid = gridOf(6, 6, shape);
    const cells = Float64Array.from({ length: 36 }, (_, cell) => cell).filter(
      (cell) => cell !== 14 && cell !== 15 && cell !== 5,
    );
    const study = studyCellsOf(grid, cells);
    const studied = new Set(cells);
    const isInside = (east: number, north: number) => studied.has(cellIndexOf(grid, east, north));
    const mass = massOf(study, 230);
    for (const at of [0, 8, 13, 20]) {
      const centre = cellCentre(grid, cells[at] ?? 0);
      expect(Math.abs((mass[at] ?? 0) - summedMass(centre, 230, isInside))).toBeLessThan(1e-3);
    }
  });

  it('follows the true boundary, whichever way its rings run, with holes and shared borders', () => {
    const box = (west: number, south: number, east: number, north: number): GridPosition[] => [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    // Two wards side by side, the second drawn clockwise; a lake in the first; one ward twice under its code.
    const west = { code: 'W', polygons: [[box(0, 0, 330, 600), box(110, 240, 200, 390)]] };
    const east = { code: 'E', polygons: [[box(330, 0, 640, 600).toReversed()]] };
    const edges = edgesOfAreas([west, east, west]);
    // Four sides of the lake, three of each ward: the border between them is gone.
    expect(edges).toHaveLength(4 * (4 + 3 + 3));
    const isInside = (e: number, n: number) =>
      e > 0 && e < 640 && n > 0 && n < 600 && !(e > 110 && e < 200 && n > 240 && n < 390);
    const study = wholeGrid(gridOf(7, 6));
    const mass = atOnce(kernelMassInside(study, edges, 210));
    for (const cell of [0, 6, 10, 15, 22, 23, 27, 41]) {
      const expected = summedMass(cellCentre(study.grid, cell), 210, isInside);
      expect(Math.abs((mass[cell] ?? 0) - expected), `cell ${cell}`).toBeLessThan(1e-3);
    }
  });

  it('is 0 without any outline', () => {
    expect([
      ...atOnce(kernelMassInside(wholeGrid(gridOf(2, 1)), new Float64Array(0), 100)),
    ]).toEqual([0, 0]);
  });
});
