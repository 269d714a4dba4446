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
 * places across their wider side, which neither clusters nor places in a line slow down.
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
  const tree: Tree = { order, east, north, byEast: new Uint8Array(count) };
  sortIntoTree(tree, 0, count - 1);
  const distances = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    if (at % placesASlice === 0) yield at / count;
    const squared = nearestSquared(tree, at, 0, count - 1, Number.POSITIVE_INFINITY);
    distances[order[at] ?? 0] = Math.sqrt(squared);
  }
  return distances;
}

/** Places in the order of the tree: the middle of each part divides it. */
interface Tree {
  readonly order: Uint32Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** 1 where the place at this position divides its part by easting, 0 by northing. */
  readonly byEast: Uint8Array;
}

/** Puts the median of each part in its middle, smaller ones before and larger ones after. */
function sortIntoTree(tree: Tree, first: number, last: number): void {
  if (last - first <= leafPlaces) return;
  const { order, east, north, byEast } = tree;
  const middle = (first + last) >> 1;
  const isWide = widthOf(east, first, last) >= widthOf(north, first, last);
  byEast[middle] = isWide ? 1 : 0;
  const keys = isWide ? east : north;
  // Hoare's selection; equal keys are shared out to both sides, so that many duplicates do not slow it down.
  let [low, high] = [first, last];
  while (low < high) {
    const pivot = keys[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((keys[left] ?? 0) < pivot) left++;
      while ((keys[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const place = order[left];
      const ownEast = east[left];
      const ownNorth = north[left];
      order[left] = order[right] ?? 0;
      east[left] = east[right] ?? 0;
      north[left] = north[right] ?? 0;
      order[right] = place ?? 0;
      east[right] = ownEast ?? 0;
      north[right] = ownNorth ?? 0;
      left++;
      right--;
    }
    if (right < middle) low = left;
    if (left > middle) high = right;
  }
  sortIntoTree(tree, first, middle - 1);
  sortIntoTree(tree, middle + 1, last);
}

function widthOf(values: Float64Array, first: number, last: number): number {
  let least = values[first] ?? 0;
  let most = least;
  for (let at = first + 1; at <= last; at++) {
    const value = values[at] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/**
 * Squared distance from the place at `from` to the nearest other one of a part, or `best` when none is nearer.
 * Only numbers are passed and nothing is made: this runs some twenty times a place.
 */
function nearestSquared(
  tree: Tree,
  from: number,
  first: number,
  last: number,
  best: number,
): number {
  const { east, north } = tree;
  const ownEast = east[from] ?? 0;
  const ownNorth = north[from] ?? 0;
  let nearest = best;
  if (last - first <= leafPlaces) {
    for (let at = first; at <= last; at++) {
      const across = (east[at] ?? 0) - ownEast;
      const up = (north[at] ?? 0) - ownNorth;
      const squared = across * across + up * up;
      if (squared < nearest && at !== from) nearest = squared;
    }
    return nearest;
  }
  const middle = (first + last) >> 1;
  const across = ownEast - (east[middle] ?? 0);
  const up = ownNorth - (north[middle] ?? 0);
  const squared = across * across + up * up;
  if (squared < nearest && middle !== from) nearest = squared;
  const away = tree.byEast[middle] === 1 ? across : up;
  if (away < 0 || (away === 0 && from <= middle)) {
    nearest = nearestSquared(tree, from, first, middle - 1, nearest);
    if (nearest === 0 || away * away >= nearest) return nearest;
    return nearestSquared(tree, from, middle + 1, last, nearest);
  }
  nearest = nearestSquared(tree, from, middle + 1, last, nearest);
  if (nearest === 0 || away * away >= nearest) return nearest;
  return nearestSquared(tree, from, first, middle - 1, nearest);
}
