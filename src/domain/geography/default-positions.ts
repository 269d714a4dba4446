/** A coordinate that holds more records than places do: where records go when the true place is not known. */
export interface DefaultPosition {
  /** British National Grid, to the metre. */
  readonly easting: number;
  readonly northing: number;
  /** Records at this coordinate. */
  readonly count: number;
  /** Part of the located records, 0 to 1. */
  readonly share: number;
  /** Part of all records (`total`), located or not, 0 to 1. */
  readonly shareOfAll: number;
  /**
   * `likely-default`: a police station, custody suite, hospital, council office, court, prison or fire station is
   * within 50 m, where reports are made or which stands in for an unknown place. `shared-point`: none is; it may
   * be a busy place, a map point or a street's middle, and has to be looked at.
   */
  readonly kind: 'likely-default' | 'shared-point';
  /** Name of that venue and its distance in metres; null for a shared point. */
  readonly venue: { readonly name: string; readonly metres: number } | null;
}

export interface PositionVenue {
  readonly name: string;
  readonly category: string;
  readonly easting: number;
  readonly northing: number;
}

export interface DefaultPositionOptions {
  /** All records, those without a position too. */
  readonly total: number;
  readonly venues: readonly PositionVenue[];
}

const fewestRecords = 10;
const suspiciousShare = 0.01;
const suspiciousMedians = 20;
const venueReachMetres = 50;
const snappedShare = 0.2;

const defaultCategory =
  /\b(?:police|custody|hospitals?|infirmary|accident and emergency|council|town hall|civic|courts?|courthouse|prison|fire (?:station|service))\b/i;
/** Narrower than the category: "Hamilton Court" is flats and "Police Street" a street. */
const defaultName =
  /\b(?:police station|custody (?:suite|centre)|hospital|infirmary|council (?:offices?|house)|town hall|civic (?:centre|offices?)|(?:magistrates'?|crown|county|family) courts?|law courts|combined court(?: centre)?|hmp|prison|fire station)\b/i;
/** A court that is no court of law, and a bar in what was once a police station. */
const otherCategory =
  /\b(?:pub|public house|bar|club|nightclub|restaurant|cafe|takeaway|hotel|tennis|sports?|basketball|squash|food court|flats|residential)\b/i;

/**
 * Coordinates (to the metre) with suspiciously many records: at least 10, and more than 1 % of the located records
 * or more than 20 times the median of the occupied coordinates. Most records first, then from west to east.
 *
 * @param easting British National Grid metres, NaN where a record has no position; `northing` likewise.
 * @throws RangeError when the arrays differ in length.
 */
export function findDefaultPositions(
  easting: Float64Array,
  northing: Float64Array,
  { total, venues }: DefaultPositionOptions,
): DefaultPosition[] {
  const tally = tallyPositions(easting, northing);
  const counts = tally.counts.subarray(0, tally.distinct);
  const median = medianOf(counts);
  const likely = venues.filter(standsForUnknown);
  const found: DefaultPosition[] = [];
  for (const [position, count] of counts.entries()) {
    if (count < fewestRecords) continue;
    if (count <= suspiciousShare * tally.records && count <= suspiciousMedians * median) continue;
    const east = tally.easting[position] ?? 0;
    const north = tally.northing[position] ?? 0;
    const venue = nearestVenue(likely, east, north);
    found.push({
      easting: east,
      northing: north,
      count,
      share: count / tally.records,
      shareOfAll: total > 0 ? count / total : 0,
      kind: venue === null ? 'shared-point' : 'likely-default',
      venue,
    });
  }
  return found.sort(
    (a, b) => b.count - a.count || a.easting - b.easting || a.northing - b.northing,
  );
}

/**
 * Tells of each record whether it stands at a coordinate with suspiciously many, as findDefaultPositions finds them
 * from the records alone. None does where all records were moved to a list of points: there a point says nothing.
 *
 * @param easting British National Grid metres, NaN where a record has no position; `northing` likewise.
 * @throws RangeError when the arrays differ in length.
 */
export function standsAtSharedPoint(
  easting: Float64Array,
  northing: Float64Array,
): (record: number) => boolean {
  if (distinctPositionShare(easting, northing).looksSnapped) return () => false;
  const found = findDefaultPositions(easting, northing, { total: easting.length, venues: [] });
  const points = new Set(found.map((at) => `${at.easting} ${at.northing}`));
  return (record) =>
    points.has(
      `${Math.round(easting[record] ?? Number.NaN)} ${Math.round(northing[record] ?? Number.NaN)}`,
    );
}

/** How many different coordinates the located records stand on. */
export interface DistinctPositionShare {
  /** Records with a position. */
  readonly records: number;
  /** Different coordinates, to the metre. */
  readonly distinct: number;
  /** 0 when no record has a position. */
  readonly recordsPerPosition: number;
  /** Different coordinates for each record, 0 to 1; 0 when no record has a position. */
  readonly share: number;
  /**
   * True when there are fewer than 0.2 different coordinates for each record: records were moved to a list of
   * points before they came here, as data.police.uk does. Then a point is not a place, repeats at one point are
   * not repeats at one address, and small cells show the list of points rather than crime. It is a matter of the
   * whole extract: a single month of snapped data can have too few records at each point to show.
   */
  readonly looksSnapped: boolean;
}

/**
 * Counts different coordinates (to the metre) among records with a position.
 * @param easting British National Grid metres, NaN where a record has no position; `northing` likewise.
 * @throws RangeError when the arrays differ in length.
 */
export function distinctPositionShare(
  easting: Float64Array,
  northing: Float64Array,
): DistinctPositionShare {
  const { records, distinct } = tallyPositions(easting, northing);
  const share = records === 0 ? 0 : distinct / records;
  return {
    records,
    distinct,
    recordsPerPosition: distinct === 0 ? 0 : records / distinct,
    share,
    looksSnapped: records > 0 && share < snappedShare,
  };
}

interface PositionTally {
  readonly records: number;
  readonly distinct: number;
  /** One entry a different coordinate, in the order of first appearance; longer than `distinct`. */
  readonly easting: Int32Array;
  readonly northing: Int32Array;
  readonly counts: Int32Array;
}

/** Counts records by metre in an open-addressed table of whole numbers: no text keys, no objects. */
function tallyPositions(eastings: Float64Array, northings: Float64Array): PositionTally {
  if (eastings.length !== northings.length) {
    throw new RangeError('Eastings and northings must have the same length.');
  }
  // At least half of the places stay free, so that a search ends soon.
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, eastings.length * 2)));
  /** Number of the coordinate at a place of the table plus one; 0 for a free place. */
  const table = new Int32Array(places);
  const easting = new Int32Array(eastings.length);
  const northing = new Int32Array(eastings.length);
  const counts = new Int32Array(eastings.length);
  let records = 0;
  let distinct = 0;
  for (let i = 0; i < eastings.length; i += 1) {
    const exactEast = eastings[i] ?? Number.NaN;
    const exactNorth = northings[i] ?? Number.NaN;
    if (!(Number.isFinite(exactEast) && Number.isFinite(exactNorth))) continue;
    const east = Math.round(exactEast);
    const north = Math.round(exactNorth);
    records += 1;
    let place = mixed(east, north) & (places - 1);
    let position = (table[place] ?? 0) - 1;
    while (position >= 0 && !(easting[position] === east && northing[position] === north)) {
      place = (place + 1) & (places - 1);
      position = (table[place] ?? 0) - 1;
    }
    if (position < 0) {
      position = distinct;
      distinct += 1;
      table[place] = distinct;
      easting[position] = east;
      northing[position] = north;
    }
    counts[position] = (counts[position] ?? 0) + 1;
  }
  return { records, distinct, easting, northing, counts };
}

/** Spreads neighbouring metres over the whole table. */
function mixed(east: number, north: number): number {
  let hash = Math.imul(east, 0x9e3779b1) ^ Math.imul(north, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function medianOf(counts: Int32Array): number {
  const sorted = counts.slice().sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function standsForUnknown({ name, category }: PositionVenue): boolean {
  if (otherCategory.test(category)) return false;
  return defaultCategory.test(category) || defaultName.test(name);
}

function nearestVenue(venues: readonly PositionVenue[], easting: number, northing: number) {
  let nearest: { name: string; metres: number } | null = null;
  for (const venue of venues) {
    const metres = Math.hypot(venue.easting - easting, venue.northing - northing);
    if (metres <= venueReachMetres && (nearest === null || metres < nearest.metres)) {
      nearest = { name: venue.name, metres };
    }
  }
  return nearest;
}
