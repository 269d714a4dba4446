/** How the rows of one class are drawn. */
export interface ClassStyle {
  readonly fill: string;
  /** Slanted lines: felt, not recorded; or not given. Level lines: cold or below. So colour is never the only sign. */
  readonly lines: 'none' | 'slanted' | 'level';
  readonly edge: string | null;
}

/** The class of a row that is not drawn. */
export const notDrawn = 255;
