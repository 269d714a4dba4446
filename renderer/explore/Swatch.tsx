import type { ClassStyle } from '../map/class-style.ts';

/** A patch of a class, with its lines or dots: colour is never the only sign. */
export function Swatch({ style }: { style: ClassStyle }) {
  return <span className="swatch" style={{ background: patchOf(style) }} />;
}

function patchOf({ fill, ground, lines }: ClassStyle): string {
  if (lines === 'none') return fill;
  if (lines === 'dots') return `radial-gradient(${fill} 0.8px, ${ground} 1.2px) 0 0 / 4px 4px`;
  const angle = lines === 'level' ? '0deg' : '135deg';
  return `repeating-linear-gradient(${angle}, ${fill} 0 2px, ${ground} 2px 4px)`;
}
