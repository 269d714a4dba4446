import { twoSidedProbability } from './normal.ts';

/** How close records stand to each other, against what chance would give on the same area. */
export interface NearestNeighbour {
  /** Mean observed over mean expected distance: below 1 clustered, 1 as by chance, above 1 spread out. */
  readonly index: number;
  readonly z: number;
  readonly p: number;
  readonly meanObservedMetres: number;
  readonly meanExpectedMetres: number;
  /** Share of the places, 0 to 1, that stand exactly where another one does: their distance is 0. */
  readonly duplicateShare: number;
}

/**
 * Clark and Evans' nearest neighbour index (1954): R = mean distance to the nearest other place / (0.5 sqrt(A / n)),
 * with z = (observed - expected) / (0.26136 / sqrt(n^2 / A)). No edge correction: places at the border look further
 * apart than they are. The expectation is n places thrown anywhere on the area with the same chance, water and
 * fields too, so the index says little without its area rule, and snapped positions (duplicates) pull it down.
 *
 * @param squareMetres A, the study area.
 * @yields Share of the places done, 0 to 1.
 * @throws RangeError for fewer than two places, an area that is not above 0, or a position that is not finite.
 */
export function* nearestNeighbour(
  eastings: Float64Array,
  northings: Float64Array,
  squareMetres: number,
): Generator<number, NearestNeighbour> {
  const count = eastings.length;
  if (count < 2) throw new RangeError('A nearest neighbour needs at least two places.');
  if (!(squareMetres > 0 && Number.isFinite(squareMetres))) {
    throw new RangeError('A nearest neighbour index needs an area above 0.');
  }
  const distances = yield* nearestDistances(eastings, northings);
  let sum = 0;
  let duplicates = 0;
  for (const distance of distances) {
    sum += distance;
    if (distance === 0) duplicates++;
  }
  const meanObservedMetres = sum / count;
  const meanExpectedMetres = 0.5 * Math.sqrt(squareMetres / count);
  const standardError = 0.26136 / Math.sqrt((count * count) / squareMetres);
  const z = (meanObservedMetres - meanExpectedMetres) / standardError;
  return {
    index: meanObservedMetres / meanExpectedMetres,
    z,
    p: twoSidedProbability(z),
    meanObservedMetres,
    meanExpectedMetres,
    duplicateShare: duplicates / count,
  };
}

/** Leaves of the tree hold at most this many places. */
const leafPlaces = 16;
const placesASlice = 10_000;

/**
 * Distance from each place to the nearest other one, in the order of the places. By a balanced tree that halves the
 * places by easting and northing in turn, which clustering does not slow down.
 */
function* nearestDistances(
  eastings: Float64Array,
  northings: Float64Array,
): Generator<number, Float64Array> {
  const count = eastings.length;
  for (let place = 0; place < count; place++) {
    if (!Number.isFinite((eastings[place] ?? 0) + (northings[place] ?? 0))) {
      throw new RangeError('A nearest neighbour needs finite positions.');
    }
  }
  const order = Uint32Array.from(eastings.keys());
  const east = eastings.slice();
  const north = northings.slice();
  sortIntoTree(order, east, north, 0, count - 1, true);
  const distances = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    if (at % placesASlice === 0) yield at / count;
    const squared = nearestSquared(east, north, at, 0, count - 1, true, Number.POSITIVE_INFINITY);
    distances[order[at] ?? 0] = Math.sqrt(squared);
  }
  return distances;
}

/** Puts the median of each part in its middle, smaller ones before and larger ones after, by turns of axis. */
function sortIntoTree(
  order: Uint32Array,
  east: Float64Array,
  north: Float64Array,
  first: number,
  last: number,
  byEast: boolean,
): void {
  if (last - first <= leafPlaces) return;
  const middle = (first + last) >> 1;
  const keys = byEast ? east : north;
  const swap = (a: number, b: number): void => {
    const kept = [order[a] ?? 0, east[a] ?? 0, north[a] ?? 0] as const;
    order[a] = order[b] ?? 0;
    east[a] = east[b] ?? 0;
    north[a] = north[b] ?? 0;
    [order[b], east[b], north[b]] = kept;
  };
  // Hoare's selection; equal keys are shared out to both sides, so that many duplicates do not slow it down.
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = keys[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((keys[left] ?? 0) < pivot) left++;
      while ((keys[right] ?? 0) > pivot) right--;
      if (left <= right) swap(left++, right--);
    }
    if (right < middle) low = left;
    if (left > middle) high = right;
  }
  sortIntoTree(order, east, north, first, middle - 1, !byEast);
  sortIntoTree(order, east, north, middle + 1, last, !byEast);
}

/** Squared distance from the place at `from` to the nearest other one of a part, or `best` when none is nearer. */
function nearestSquared(
  east: Float64Array,
  north: Float64Array,
  from: number,
  first: number,
  last: number,
  byEast: boolean,
  best: number,
): number {
  const ownEast = east[from] ?? 0;
  const ownNorth = north[from] ?? 0;
  const squaredTo = (at: number): number =>
    at === from
      ? Number.POSITIVE_INFINITY
      : ((east[at] ?? 0) - ownEast) ** 2 + ((north[at] ?? 0) - ownNorth) ** 2;
  if (last - first <= leafPlaces) {
    let nearest = best;
    for (let at = first; at <= last; at++) nearest = Math.min(nearest, squaredTo(at));
    return nearest;
  }
  const middle = (first + last) >> 1;
  const away = byEast ? ownEast - (east[middle] ?? 0) : ownNorth - (north[middle] ?? 0);
  const isBefore = away < 0 || (away === 0 && from <= middle);
  let nearest = Math.min(best, squaredTo(middle));
  const before = [first, middle - 1] as const;
  const after = [middle + 1, last] as const;
  const [own, other] = isBefore ? [before, after] : [after, before];
  nearest = nearestSquared(east, north, from, own[0], own[1], !byEast, nearest);
  if (nearest === 0 || away * away >= nearest) return nearest;
  return nearestSquared(east, north, from, other[0], other[1], !byEast, nearest);
}
