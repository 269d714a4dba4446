/** How the rows of one class are drawn. */
export interface ClassStyle {
  /** Colour of the area, or of its lines or dots. */
  readonly fill: string;
  /**
   * Slanted lines: felt, not recorded. Level lines: cold or below. Dots: not given, or set aside. So colour is never
   * the only sign.
   */
  readonly lines: 'none' | 'slanted' | 'level' | 'dots';
  /** What lies between the lines; the fill itself where there are none. */
  readonly ground: string;
  readonly edge: string | null;
}

/** The class of a row that is not drawn. */
export const notDrawn = 255;

/** An area of one colour, with a white edge so that cells are told apart. */
export function plainStyle(fill: string): ClassStyle {
  return { fill, lines: 'none', ground: fill, edge: '#FFFFFF' };
}

/** Not given or set aside: dots, which are neither felt nor cold, and quieter than any class. */
export const dottedStyle: ClassStyle = {
  fill: '#6E6E6E',
  lines: 'dots',
  ground: '#F6F4F2',
  edge: null,
};
