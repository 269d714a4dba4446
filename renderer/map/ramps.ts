import { type ClassStyle, plainStyle } from './class-style.ts';

/** What is shown: felt and partner evidence never look like recorded incidents. */
export type Kind = 'recorded' | 'felt' | 'partner';

/** Light to dark in equal steps of lightness (L* 86 to 14, 12 apart), so that a grey print keeps the order. */
const ramps: Readonly<Record<Kind, readonly string[]>> = {
  recorded: ['#F2D2B2', '#E7A977', '#DA7F3B', '#BF5A0E', '#9C3A00', '#722206', '#451300'],
  felt: ['#B1E2CE', '#5CC9A3', '#0AAA81', '#008860', '#06664D', '#004733', '#002A1A'],
  partner: ['#B2DDFC', '#5BC0F8', '#099FE3', '#067EB8', '#015F8C', '#014166', '#01263D'],
};

/** Lines paler than this part of a ramp are lost on a grey print. */
const palestLines = 1 / 4;
/** How far towards white the ground between lines lies, for the palest and for the darkest class. */
const groundOfPalest = 0.75;
const groundOfDarkest = 0.25;

/** The style of a class at `share` of the way from the least to the most: lines where it is felt. */
export function styleAt(kind: Kind, share: number): ClassStyle {
  return kind === 'felt' ? linedStyle(kind, 'slanted', share) : plainStyle(colourAt(kind, share));
}

/**
 * A class drawn as lines on a paler ground. Both grow darker with the share: lines alone would cover too little of a
 * cell for their steps to be seen.
 */
export function linedStyle(kind: Kind, lines: 'slanted' | 'level', share: number): ClassStyle {
  const fill = colourAt(kind, palestLines + (1 - palestLines) * share);
  const paler = groundOfPalest + (groundOfDarkest - groundOfPalest) * share;
  // A white edge would take the palest cells away.
  return { fill, lines, ground: mixed(fill, '#FFFFFF', paler), edge: fill };
}

function colourAt(kind: Kind, share: number): string {
  const ramp = ramps[kind];
  const at = Math.min(Math.max(share, 0), 1) * (ramp.length - 1);
  const below = Math.floor(at);
  const from = ramp[below] ?? '#000000';
  return mixed(from, ramp[below + 1] ?? from, at - below);
}

/** `part` of the way from one `#RRGGBB` to another. */
function mixed(from: string, to: string, part: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [own = 0, other = 0] = [from, to].map((one) =>
      Number.parseInt(one.slice(at, at + 2), 16),
    );
    return Math.round(own + (other - own) * part)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`.toUpperCase();
}
