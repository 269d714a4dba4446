/** A place with more than one record. */
export interface RepeatPlace {
  readonly records: number;
  /** A record of the place. */
  readonly record: number;
  /** First and last time of its records, in the unit of the times given; NaN where none has a time. */
  readonly first: number;
  readonly last: number;
}

export interface RepeatPlaces {
  /** Places with at least two records, the fullest first; of equally full ones the one met first. */
  readonly repeated: readonly RepeatPlace[];
  /** Different places. */
  readonly places: number;
  /** Records with a place. */
  readonly records: number;
  /** Records at places with at least two. */
  readonly recordsAtRepeated: number;
  /** Records without a key. */
  readonly withoutKey: number;
}

/**
 * Groups records by place.
 *
 * @param keys One a record; the same key is the same place, NaN is none.
 * @param times One a record; NaN is none.
 */
export function repeatPlaces(keys: Float64Array, times: ArrayLike<number>): RepeatPlaces {
  const places = new Map<
    number,
    { records: number; record: number; first: number; last: number }
  >();
  let withoutKey = 0;
  for (const [record, key] of keys.entries()) {
    if (Number.isNaN(key)) {
      withoutKey++;
      continue;
    }
    const time = times[record] ?? Number.NaN;
    const place = places.get(key);
    if (place === undefined) places.set(key, { records: 1, record, first: time, last: time });
    else {
      place.records++;
      if (!(place.first <= time)) place.first = Number.isNaN(time) ? place.first : time;
      if (!(place.last >= time)) place.last = Number.isNaN(time) ? place.last : time;
    }
  }
  const repeated = [...places.values()]
    .filter(({ records }) => records > 1)
    .toSorted((a, b) => b.records - a.records || a.record - b.record);
  return {
    repeated,
    places: places.size,
    records: keys.length - withoutKey,
    recordsAtRepeated: repeated.reduce((sum, { records }) => sum + records, 0),
    withoutKey,
  };
}

/** Above the largest northing of the National Grid in tenths of a metre (13,000,000). */
const northingBase = 2 ** 24;

/** A key a position: the same to a tenth of a metre is the same place. NaN without a position. */
export function positionKeys(eastings: Float64Array, northings: Float64Array): Float64Array {
  return Float64Array.from(
    eastings,
    (easting, record) =>
      Math.round(easting * 10) * northingBase + Math.round((northings[record] ?? Number.NaN) * 10),
  );
}
