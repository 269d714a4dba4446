import type { ClassStyle } from './class-style.ts';
import type { Shapes } from './shapes.ts';

/** Rows drawn by class: the class of each row, 255 for a row that is not drawn. */
export interface Painted {
  readonly shapes: Shapes;
  readonly classOf: Uint8Array;
  readonly styles: readonly ClassStyle[];
  readonly opacity: number;
  /** Rows are spots, not a surface: each that is too small to be seen gets a mark. */
  readonly areSpots: boolean;
}
