import type { ClassStyle } from '../map/class-style.ts';

/** A patch of a class, with its lines: colour is never the only sign. */
export function Swatch({ style: { fill, lines } }: { style: ClassStyle }) {
  const angle = lines === 'level' ? '0deg' : '135deg';
  const background =
    lines === 'none'
      ? fill
      : `repeating-linear-gradient(${angle}, ${fill} 0 2px, ${fill}59 2px 4px), #FFFFFF`;
  return <span className="swatch" style={{ background }} />;
}
