import { number } from '../../domain/figures/words.ts';
import type { CellGrid } from '../../domain/geography/cells.ts';
import type { MethodSettings } from './method-settings.ts';

type Shape = CellGrid['shape'];

/** Other cells over the same land. `title` follows "not": "not with cells of 125 m". */
interface OtherCells {
  readonly kind: 'size' | 'origin' | 'shape';
  readonly title: string;
  /** What differs from the run's own cells. */
  readonly other: {
    readonly cellMetres?: number;
    readonly shape?: Shape;
    /** How far east and north the corner of the grid is moved. */
    readonly shiftMetres?: readonly [east: number, north: number];
  };
}

/** Cell sizes as parts of the run's own. */
const sizeFactors = [0.5, 1.5, 2] as const;
const smallestCellMetres = 25;

/** Origins moved by halves of a cell: with the run's own, four. */
const shifts = [
  { east: 0.5, north: 0, title: 'with cells moved half a cell east' },
  { east: 0, north: 0.5, title: 'with cells moved half a cell north' },
  { east: 0.5, north: 0.5, title: 'with cells moved half a cell north-east' },
] as const;

/** The cells that hot spots are asked on again: three other sizes, three other origins, the other shape. */
export function otherCells(cellMetres: number, shape: Shape): OtherCells[] {
  const otherShape = shape === 'square' ? 'hexagon' : 'square';
  return [
    ...sizeFactors
      .map((factor) => Math.round(cellMetres * factor))
      .filter((metres) => metres >= smallestCellMetres)
      .map((metres) => ({
        kind: 'size' as const,
        title: `with cells of ${number(metres)} m`,
        other: { cellMetres: metres },
      })),
    ...shifts.map(({ east, north, title }) => ({
      kind: 'origin' as const,
      title,
      other: { shiftMetres: [east * cellMetres, north * cellMetres] as const },
    })),
    { kind: 'shape', title: `on ${otherShape}s`, other: { shape: otherShape } },
  ];
}

/** Half and double the bandwidth of the settings; among the densest cells, as many as are hot, a hot spot stays. */
export function otherBandwidths(
  settings: MethodSettings,
  cellMetres: number,
): { readonly title: string; readonly metres: number }[] {
  const bandwidth = settings.number('bandwidthMetres', 2 * cellMetres, {
    least: cellMetres,
    most: 100_000,
  });
  return [bandwidth / 2, bandwidth * 2].map((metres) => ({
    title: `among the highest densities with a bandwidth of ${number(metres)} m`,
    metres,
  }));
}
