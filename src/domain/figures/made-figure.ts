import type { LiveFigure } from '../profile/live-figure.ts';
import { smallNumber } from './counting.ts';
import { number, share } from './words.ts';

/** What is said of a figure beside its value. */
export interface GivenFigure {
  readonly id: string;
  readonly section: number;
  readonly label: string;
  readonly basis: string;
  readonly beside?: LiveFigure['beside'];
}

/** A count as a live figure. */
export function countFigure(given: GivenFigure, count: number): LiveFigure {
  return { beside: [], ...given, value: count, text: number(count), n: count };
}

/** A share in per cent; without a value where its base is too small. */
export function shareFigure(given: GivenFigure, part: number, whole: number): LiveFigure {
  const isEnough = whole >= smallNumber;
  return {
    beside: [],
    ...given,
    value: isEnough ? (100 * part) / whole : null,
    text: whole === 0 ? 'not known' : share(part, whole),
    n: whole,
  };
}
