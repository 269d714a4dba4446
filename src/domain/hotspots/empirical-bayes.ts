import { gammaQuantile } from './incomplete-gamma.ts';

/** Rates of areas, shrunk towards the mean of all where few people live. One entry an area. */
export interface EmpiricalBayesRates {
  /** Records for each person; NaN where nobody lives. */
  readonly raw: Float64Array;
  readonly smoothed: Float64Array;
  /** 95 % interval of the smoothed rate. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The rate of all areas together. */
  readonly mean: number;
  /** How much the true rates differ between areas; 0 when they differ no more than chance would make them. */
  readonly variance: number;
}

/**
 * Marshall's global empirical-Bayes rates (1991). With x_i records and n_i people, r_i = x_i / n_i,
 * m = sum x / sum n and s^2 = sum n_i (r_i - m)^2 / sum n, the variance between areas is A = s^2 - m / mean(n), at
 * least 0, and the smoothed rate is m + (r_i - m) A / (A + m / n_i).
 *
 * The same rate is the mean of a gamma distribution with shape m^2 / A + x_i and rate m / A + n_i, which gives the
 * interval. It takes m and A as known, so it is a little too narrow where there are few areas. Where A is 0 every
 * area gets m, with the interval of all records together.
 *
 * @param records x, whole or weighted, not negative.
 * @param people n; 0 where nobody lives or nothing is known: such an area has no rate and takes no part in m and A.
 * @throws RangeError for arrays of unequal length, a value below 0 or not finite, or when nobody lives anywhere.
 */
export function empiricalBayesRates(
  records: Float64Array,
  people: Float64Array,
): EmpiricalBayesRates {
  if (records.length !== people.length) {
    throw new RangeError('Records and people must have the same length.');
  }
  if (![...records, ...people].every((value) => value >= 0 && Number.isFinite(value))) {
    throw new RangeError('Records and people must be numbers from 0.');
  }
  const raw = records.map((count, area) => {
    const living = people[area] ?? 0;
    return living > 0 ? count / living : Number.NaN;
  });
  let [allRecords, allPeople, areas] = [0, 0, 0];
  for (const [area, living] of people.entries()) {
    if (!(living > 0)) continue;
    allRecords += records[area] ?? 0;
    allPeople += living;
    areas++;
  }
  if (areas === 0) throw new RangeError('A rate needs people.');
  const mean = allRecords / allPeople;
  let spread = 0;
  for (const [area, living] of people.entries()) {
    if (living > 0) spread += living * ((raw[area] ?? 0) - mean) ** 2;
  }
  const variance = Math.max(0, spread / allPeople - (mean * areas) / allPeople);
  const smoothed = new Float64Array(raw.length).fill(Number.NaN);
  const lower = smoothed.slice();
  const upper = smoothed.slice();
  for (const [area, living] of people.entries()) {
    if (!(living > 0)) continue;
    // Where areas do not differ, each is known as well as all of them are.
    const shape = variance > 0 ? (mean * mean) / variance + (records[area] ?? 0) : allRecords;
    const rate = variance > 0 ? mean / variance + living : allPeople;
    smoothed[area] = shape / rate;
    lower[area] = shape > 0 ? gammaQuantile(shape, 0.025) / rate : 0;
    upper[area] = gammaQuantile(shape > 0 ? shape : 1, 0.975) / rate;
  }
  return { raw, smoothed, lower, upper, mean, variance };
}
