/** Manhattan: along streets of a grid, the sum of both axes; Euclidean: as the crow flies. */
export type Distance = 'manhattan' | 'euclidean';

/** Pairs of points that are close together, each pair once: at the point that comes first in `order`. */
export interface ClosePairs {
  /** Points by place, so that points that are close stand close. */
  readonly order: Int32Array;
  /** The other point of each pair as a place in `order`: by band, and in a band by the first point. */
  readonly seconds: Int32Array;
  /**
   * The pairs of band b whose first point stands at place p of `order` are those from `starts[b * n + p]` up to
   * `starts[b * n + p + 1]`, for n points. One number a point instead of one a pair: half the memory, half the time.
   */
  readonly starts: Int32Array;
}

/** Pairs that fit into some 400 MB. */
const mostPairs = 100_000_000;

/**
 * All pairs of points less than the last bound apart, by the band of their distance: bound b up to, but not
 * including, bound b + 1. Yields the share done, 0 to 1.
 *
 * @throws RangeError for fewer than two points, a position that is not finite, or more than a hundred million pairs.
 */
export function* closePairs(
  eastings: Float64Array,
  northings: Float64Array,
  distance: Distance,
  bounds: readonly number[],
): Generator<number, ClosePairs> {
  if (eastings.length < 2 || northings.length !== eastings.length) {
    throw new RangeError('Near repeats need at least two events with a position.');
  }
  const reach = bounds.at(-1) ?? 0;
  const { order, rows } = byPlace(eastings, northings, reach);
  const x = Float64Array.from(order, (point) => eastings[point] ?? 0);
  const y = Float64Array.from(order, (point) => northings[point] ?? 0);
  const bands = bounds.length - 1;
  const isStraight = distance === 'euclidean';

  function* visit(found: (point: number, other: number, band: number) => void): Generator<number> {
    yield* eachCandidate(x, rows, reach, (point, other) => {
      const across = Math.abs((x[point] ?? 0) - (x[other] ?? 0));
      const along = Math.abs((y[point] ?? 0) - (y[other] ?? 0));
      const apart = isStraight ? Math.sqrt(across * across + along * along) : across + along;
      if (!(apart < reach)) return;
      let band = bands - 1;
      while (band >= 0 && apart < (bounds[band] ?? 0)) band--;
      if (band >= 0) found(point, other, band);
    });
  }

  // Counted first, so that the list is made once and in its final size.
  const starts = new Int32Array(bands * x.length + 1);
  let total = 0;
  const counting = visit((point, _other, band) => {
    const at = band * x.length + point + 1;
    starts[at] = (starts[at] ?? 0) + 1;
    total++;
  });
  for (const done of counting) yield done / 2;
  if (total > mostPairs) {
    throw new RangeError(
      `${Math.round(total / 1e6)} million pairs are less than ${reach} m apart, more than ${mostPairs / 1e6} million can be compared.`,
    );
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const seconds = new Int32Array(total);
  // Points are visited in their order, so the pairs of a band are listed one after the other.
  const next = Int32Array.from({ length: bands }, (_, band) => starts[band * x.length] ?? 0);
  const listing = visit((_point, other, band) => {
    const at = next[band] ?? 0;
    seconds[at] = other;
    next[band] = at + 1;
  });
  for (const done of listing) yield 0.5 + done / 2;
  return { order, seconds, starts };
}

/** A row of places: points `from` up to `to` of the order, west to east. */
interface Row {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** Points by rows as high as the reach, each row from west to east. Ties keep the order of the input. */
function byPlace(
  eastings: Float64Array,
  northings: Float64Array,
  reach: number,
): { order: Int32Array; rows: Row[] } {
  const rowOf = Float64Array.from(northings, (northing, point) => {
    if (!Number.isFinite(northing) || !Number.isFinite(eastings[point])) {
      throw new RangeError('Every event needs a position.');
    }
    return Math.floor(northing / reach);
  });
  const order = Int32Array.from(eastings.keys()).sort(
    (a, b) => (rowOf[a] ?? 0) - (rowOf[b] ?? 0) || (eastings[a] ?? 0) - (eastings[b] ?? 0) || a - b,
  );
  const rows: Row[] = [];
  for (let from = 0; from < order.length; ) {
    const number = rowOf[order[from] ?? 0] ?? 0;
    let to = from + 1;
    while (to < order.length && rowOf[order[to] ?? 0] === number) to++;
    rows.push({ number, from, to });
    from = to;
  }
  return { order, rows };
}

/** Candidates looked at between two reports of progress: some twenty milliseconds. */
const candidatesAStep = 2_000_000;

/** Each pair that may be within reach, once: of one row, or of two rows that touch, and no further east or west. */
function* eachCandidate(
  x: Float64Array,
  rows: readonly Row[],
  reach: number,
  visit: (point: number, other: number) => void,
): Generator<number> {
  let looked = 0;
  for (const [at, row] of rows.entries()) {
    const above = rows[at + 1];
    const touching = above?.number === row.number + 1 ? above : { from: 0, to: 0 };
    let first = touching.from;
    for (let point = row.from; point < row.to; point++) {
      const east = x[point] ?? 0;
      for (let other = point + 1; other < row.to && (x[other] ?? 0) - east < reach; other++) {
        visit(point, other);
        looked++;
      }
      while (first < touching.to && east - (x[first] ?? 0) >= reach) first++;
      for (let other = first; other < touching.to && (x[other] ?? 0) - east < reach; other++) {
        visit(point, other);
        looked++;
      }
      if (looked > candidatesAStep) {
        looked = 0;
        yield point / x.length;
      }
    }
  }
}
