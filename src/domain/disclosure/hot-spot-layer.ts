/** A hot cell as it stands inside the force: never leaves as it is. */
export interface HotCell {
  readonly ring: readonly (readonly [number, number])[];
  readonly count: number;
  /** Distinct victims known in the cell; records without an identified victim add none. */
  readonly victims: number;
  /** 2 or 3: at most 5 or 1 in 100 such cells expected to be hot by chance. */
  readonly bin: number;
}

/** What a partner may see of a cell. A suppressed cell keeps its shape, so that a hole does not read as safe. */
export interface SafeCell {
  readonly ring: readonly (readonly [number, number])[];
  readonly suppressed: boolean;
  /** Rounded to the nearest 5; null when suppressed. */
  readonly count: number | null;
  readonly confidence: 'at most 1 in 100 by chance' | 'at most 5 in 100 by chance' | null;
}

export interface SafeLayer {
  readonly cells: readonly SafeCell[];
  readonly suppressed: number;
  readonly rule: string;
}

/** Fewest records a cell may stand for. */
export const smallestCount = 5;
/** Fewest known victims: with fewer, the cell could tell about one person. */
export const fewestVictims = 3;
const roundTo = 5;

/** The rule in words, printed on the layer and kept in the audit log. */
export const hotSpotRule = `Cells with fewer than ${smallestCount} records or fewer than ${fewestVictims} known victims are suppressed; other counts are rounded to the nearest ${roundTo}. No points, times, offences or references.`;

/**
 * Makes a layer of hot cells safe for a partner. A cell is suppressed when it holds fewer than five records or
 * fewer than three known victims; a suppressed cell tells its place and nothing else.
 */
export function safeHotSpotLayer(cells: readonly HotCell[]): SafeLayer {
  const safe = cells.map((cell): SafeCell => {
    if (cell.count < smallestCount || cell.victims < fewestVictims) {
      return { ring: cell.ring, suppressed: true, count: null, confidence: null };
    }
    return {
      ring: cell.ring,
      suppressed: false,
      count: Math.round(cell.count / roundTo) * roundTo,
      confidence: cell.bin >= 3 ? 'at most 1 in 100 by chance' : 'at most 5 in 100 by chance',
    };
  });
  return {
    cells: safe,
    suppressed: safe.filter((cell) => cell.suppressed).length,
    rule: hotSpotRule,
  };
}
