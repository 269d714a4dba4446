/** Places sorted into squares so small that all places of one are within eps of each other. */
export interface EpsCells {
  /** How many squares hold a place. They are numbered row by row, so that neighbours are near in memory. */
  readonly count: number;
  /** Places of square c stand from `start[c]` up to `start[c + 1]` in `order`, `east` and `north`. */
  readonly start: Uint32Array;
  /** The number of each place in the input: ascending within a square. */
  readonly order: Uint32Array;
  /** Metres from the south-west corner of all places, in that order. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly squaredEps: number;
  /** Where each square lies: its row times `wide`, and its column. Ascending. */
  readonly keys: Float64Array;
  /** Squares in a row, empty ones and a margin too. */
  readonly wide: number;
}

/** Row times width and column must stay an exact whole number. */
const mostSquares = Number.MAX_SAFE_INTEGER;

/**
 * Sorts places into squares of eps / sqrt 2. No table of all squares is laid, so a far-off place costs nothing.
 *
 * @throws RangeError for columns of unequal length, a position that is not finite, or an eps that is not above 0 or
 * too small to number the squares between the places.
 */
export function epsCells(
  eastings: Float64Array,
  northings: Float64Array,
  epsMetres: number,
): EpsCells {
  if (eastings.length !== northings.length) {
    throw new RangeError('Eastings and northings must have the same length.');
  }
  if (!(epsMetres > 0 && Number.isFinite(epsMetres))) {
    throw new RangeError('The distance of a cluster must be above 0.');
  }
  const across = rangeOf(eastings);
  const up = rangeOf(northings);
  // A hair smaller than eps / sqrt 2, so that rounding cannot put two places of a square further apart than eps.
  const side = (epsMetres / Math.SQRT2) * (1 - 1e-9);
  // A margin of two squares on each side spares the neighbours a look at the edges.
  const wide = 5 + Math.floor((across.most - across.least) / side);
  const high = 5 + Math.floor((up.most - up.least) / side);
  if (!(wide * high <= mostSquares && Math.max(wide, high) < 2 ** 32)) {
    throw new RangeError('The distance of a cluster is too small for places this far apart.');
  }
  let order = new Uint32Array(eastings.length);
  for (let place = 0; place < order.length; place++) order[place] = place;
  order = sortedBy(squaresAlong(eastings, across.least, side), wide, order);
  order = sortedBy(squaresAlong(northings, up.least, side), high, order);
  const east = taken(eastings, across.least, order);
  const north = taken(northings, up.least, order);
  return {
    ...squaresOf(east, north, side, wide),
    order,
    east,
    north,
    squaredEps: epsMetres * epsMetres,
    wide,
  };
}

function taken(values: Float64Array, least: number, order: Uint32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) sorted[at] = (values[order[at] ?? 0] ?? 0) - least;
  return sorted;
}

/** The squares of places that stand square by square. */
function squaresOf(
  east: Float64Array,
  north: Float64Array,
  side: number,
  wide: number,
): Pick<EpsCells, 'count' | 'start' | 'keys'> {
  const keys = new Float64Array(east.length);
  const start = new Uint32Array(east.length + 1);
  let count = 0;
  let last = -1;
  for (let at = 0; at < east.length; at++) {
    const key = squareAlong(north[at] ?? 0, side) * wide + squareAlong(east[at] ?? 0, side);
    if (key === last) continue;
    last = key;
    keys[count] = key;
    start[count] = at;
    count++;
  }
  start[count] = east.length;
  return { count, start: start.subarray(0, count + 1), keys: keys.subarray(0, count) };
}

/**
 * A function that writes where the squares within reach of a square stand, itself among them: five runs of squares, a
 * row each from south to north, as the first and the one after the last (`into` has room for ten). Places in runs stand side
 * by side too. It must be asked for squares in ascending order: it goes along five rows at once and never back, so
 * that no square is looked up.
 */
export function neighbourSweep({
  keys,
  count,
  wide,
}: EpsCells): (cell: number, into: Int32Array) => void {
  const first = new Int32Array(5);
  const after = new Int32Array(5);
  return (cell, into) => {
    const key = keys[cell] ?? 0;
    for (let row = 0; row < 5; row++) {
      // A corner of the five by five is further than eps away.
      const reach = row === 0 || row === 4 ? 1 : 2;
      const middle = key + (row - 2) * wide;
      let at = first[row] ?? 0;
      while (at < count && (keys[at] ?? 0) < middle - reach) at++;
      first[row] = at;
      into[2 * row] = at;
      at = Math.max(at, after[row] ?? 0);
      while (at < count && (keys[at] ?? 0) <= middle + reach) at++;
      after[row] = at;
      into[2 * row + 1] = at;
    }
  };
}

/** The row or column of a place so many metres from the first, after a margin of two. */
const squareAlong = (metres: number, side: number): number => 2 + Math.floor(metres / side);

function squaresAlong(values: Float64Array, least: number, side: number): Uint32Array {
  const squares = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    squares[at] = squareAlong((values[at] ?? 0) - least, side);
  }
  return squares;
}

const bitsAtOnce = 11;

/** Sorts `order` by the value of each (all below `below`), the old order kept among equals: 11 bits at a time. */
function sortedBy(values: Uint32Array, below: number, order: Uint32Array<ArrayBuffer>) {
  let sorted = order;
  let spare = new Uint32Array(order.length);
  const next = new Uint32Array(2 ** bitsAtOnce);
  const mask = 2 ** bitsAtOnce - 1;
  for (let shift = 0; 2 ** shift < below; shift += bitsAtOnce) {
    next.fill(0);
    for (let at = 0; at < values.length; at++) {
      const digit = ((values[at] ?? 0) >>> shift) & mask;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    let before = 0;
    for (let digit = 0; digit <= mask; digit++) {
      const here = next[digit] ?? 0;
      next[digit] = before;
      before += here;
    }
    for (let at = 0; at < sorted.length; at++) {
      const place = sorted[at] ?? 0;
      const digit = ((values[place] ?? 0) >>> shift) & mask;
      const to = next[digit] ?? 0;
      next[digit] = to + 1;
      spare[to] = place;
    }
    [sorted, spare] = [spare, sorted];
  }
  return sorted;
}

function rangeOf(values: Float64Array): { least: number; most: number } {
  let least = values[0] ?? 0;
  let most = least;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (!Number.isFinite(value)) throw new RangeError('A cluster needs finite positions.');
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
