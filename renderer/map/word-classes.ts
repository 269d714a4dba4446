import { type ClassStyle, plainStyle } from './class-style.ts';
import { type Kind, linedStyle } from './ramps.ts';

/** One hue and one lightness each (L* 14 to 86, 12 apart): told apart in colour and in grey. No blue: that is cold. */
const colours = ['#451300', '#651F68', '#9C3A00', '#C34A8D', '#DA7F3B', '#EE9EC6', '#E3D2E7'];
export const othersColour = '#DBD7D2';
export const mostWords = colours.length;

interface Known {
  /** Place among the colours, or among the cold ones. */
  readonly place: number;
  readonly isLow?: true;
}

/** Words that mean the same on every map have the same look on every map, whatever else is there. */
const known = new Map<string, Known>([
  ['High-High', { place: 0 }],
  ['High-Low', { place: 4 }],
  ['Low-Low', { place: 0, isLow: true }],
  ['Low-High', { place: 4, isLow: true }],
  ...[
    'persistent',
    'intensifying',
    'diminishing',
    'consecutive',
    'new',
    'sporadic',
    'historical',
    'oscillating',
  ].flatMap((pattern, at): [string, Known][] => {
    const place = Math.min(at, mostWords - 1);
    return [
      [`${pattern} hot`, { place }],
      [`${pattern} cold`, { place, isLow: true }],
    ];
  }),
]);

/** The style of each of at most seven words: those that are known as ever, the others by what is left. */
export function wordStyles(words: readonly string[], kind: Kind): ClassStyle[] {
  const taken = new Set<number>();
  for (const word of words) {
    const own = known.get(word);
    if (own !== undefined && own.isLow !== true) taken.add(own.place);
  }
  const free = [...colours.keys()].filter((place) => !taken.has(place));
  return words.map((word) => {
    const own = known.get(word);
    if (own?.isLow === true) return linedStyle('partner', 'level', 1 - own.place / (mostWords - 1));
    const colour = colours[own?.place ?? free.shift() ?? 0] ?? othersColour;
    return kind === 'felt' ? feltStyle(colour) : plainStyle(colour);
  });
}

/** Lines of a colour on white: felt, not recorded. */
function feltStyle(fill: string): ClassStyle {
  return { fill, lines: 'slanted', ground: '#FFFFFF', edge: fill };
}
