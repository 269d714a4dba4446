/** Places sorted into squares so small that all places of one are within eps of each other. */
export interface EpsCells {
  /** How many squares hold a place. They are numbered row by row, so that neighbours are near in memory. */
  readonly count: number;
  /** Places of square c stand from `start[c]` up to `start[c + 1]` in `order`, `east` and `north`. */
  readonly start: Uint32Array;
  /** The number of each place in the input. */
  readonly order: Uint32Array;
  /** Metres from the south-west corner of all places, in that order. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** The square of each place, in the order of the input. */
  readonly cellOfPlace: Int32Array;
  readonly squaredEps: number;
  /** Where each square lies, and which square lies there (-1 for none that holds a place). */
  readonly keys: Float64Array;
  readonly cellAt: (key: number) => number;
  /** From a square's key to those of the 20 squares around it that can hold a place within eps. */
  readonly steps: Int32Array;
}

/** Up to this many squares, empty ones too, a table finds them; beyond, far-off places cost a hash table. */
const denseUpTo = 16_000_000;

/**
 * Sorts places into squares of eps / sqrt 2.
 *
 * @throws RangeError for columns of unequal length, a position that is not finite, or an eps that is not above 0.
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
  const keyOfPlace = new Float64Array(eastings.length);
  for (let place = 0; place < keyOfPlace.length; place++) {
    const row = 2 + Math.floor(((northings[place] ?? 0) - up.least) / side);
    keyOfPlace[place] = row * wide + 2 + Math.floor(((eastings[place] ?? 0) - across.least) / side);
  }
  const { keys, cellAt } = numberSquares(keyOfPlace, wide * high);
  const cellOfPlace = new Int32Array(eastings.length);
  const start = new Uint32Array(keys.length + 1);
  for (let place = 0; place < cellOfPlace.length; place++) {
    const cell = cellAt(keyOfPlace[place] ?? -1);
    cellOfPlace[place] = cell;
    start[cell + 1] = (start[cell + 1] ?? 0) + 1;
  }
  for (let cell = 0; cell < keys.length; cell++) {
    start[cell + 1] = (start[cell + 1] ?? 0) + (start[cell] ?? 0);
  }
  const next = start.slice();
  const order = new Uint32Array(eastings.length);
  const east = new Float64Array(eastings.length);
  const north = new Float64Array(eastings.length);
  for (let place = 0; place < cellOfPlace.length; place++) {
    const cell = cellOfPlace[place] ?? 0;
    const at = next[cell] ?? 0;
    next[cell] = at + 1;
    order[at] = place;
    east[at] = (eastings[place] ?? 0) - across.least;
    north[at] = (northings[place] ?? 0) - up.least;
  }
  return {
    count: keys.length,
    start,
    order,
    east,
    north,
    cellOfPlace,
    squaredEps: epsMetres * epsMetres,
    keys,
    cellAt,
    steps: stepsOf(wide),
  };
}

/** Writes the occupied squares around one into `into` (room for 20) and returns how many there are. */
export function neighbourCells(
  { keys, cellAt, steps }: EpsCells,
  cell: number,
  into: Int32Array,
): number {
  const key = keys[cell] ?? 0;
  let found = 0;
  for (let step = 0; step < steps.length; step++) {
    const other = cellAt(key + (steps[step] ?? 0));
    if (other >= 0) into[found++] = other;
  }
  return found;
}

/** Five by five squares without the middle and the corners: a corner is further than eps away. */
function stepsOf(wide: number): Int32Array {
  const steps: number[] = [];
  for (let row = -2; row <= 2; row++) {
    for (let column = -2; column <= 2; column++) {
      const isMiddle = row === 0 && column === 0;
      if (!isMiddle && Math.abs(row) + Math.abs(column) < 4) steps.push(row * wide + column);
    }
  }
  return Int32Array.from(steps);
}

/** The squares that hold a place, ascending, and a way to find one by its key. */
function numberSquares(
  keyOfPlace: Float64Array,
  total: number,
): { keys: Float64Array; cellAt: (key: number) => number } {
  if (total > denseUpTo) {
    const keys = Float64Array.from(new Set(keyOfPlace)).sort();
    const places = new Map<number, number>();
    for (let cell = 0; cell < keys.length; cell++) places.set(keys[cell] ?? 0, cell);
    return { keys, cellAt: (key) => places.get(key) ?? -1 };
  }
  const table = new Int32Array(total).fill(-1);
  let count = 0;
  for (let place = 0; place < keyOfPlace.length; place++) {
    const key = keyOfPlace[place] ?? 0;
    if (table[key] === -1) count++;
    table[key] = 0;
  }
  const keys = new Float64Array(count);
  let cell = 0;
  for (let key = 0; key < total; key++) {
    if (table[key] === -1) continue;
    keys[cell] = key;
    table[key] = cell;
    cell++;
  }
  return { keys, cellAt: (key) => table[key] ?? -1 };
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
