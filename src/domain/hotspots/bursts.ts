/** Reports in grid metres with the day each was made (days since 1970-01-01; NaN where it has none). */
export interface DatedPlaces {
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  readonly days: Float64Array;
}

export interface BurstRule {
  /** Fewest reports that make a burst. */
  readonly reports: number;
  /** Reports of one day that lie this near to each other, one by one, are at one place. */
  readonly metres: number;
}

/** What counts as a burst unless somebody says otherwise. */
export const standardBurst: BurstRule = { reports: 5, metres: 250 };

/** Many reports of one day about one place, as a campaign makes them: they say little about how many women fear it. */
export interface Burst {
  readonly day: number;
  /** Indexes of its reports, ascending. */
  readonly reports: readonly number[];
}

/**
 * Finds bursts: reports of the same day, each within `metres` of another of them (single linkage), at least `reports`
 * together. Ordered by day, then by first report. A report without a day is in none.
 *
 * @throws RangeError when the columns differ in length, or the rule is not at least two reports and 0 m.
 */
export function findBursts(places: DatedPlaces, { reports, metres }: BurstRule): Burst[] {
  const { eastings, northings, days } = places;
  if (northings.length !== eastings.length || days.length !== eastings.length) {
    throw new RangeError('Reports need an easting, a northing and a day each.');
  }
  if (!(reports >= 2 && metres >= 0)) {
    throw new RangeError('A burst has at least two reports, and a distance of 0 m or more.');
  }
  const byDay = new Map<number, number[]>();
  for (const [report, day] of days.entries()) {
    if (Number.isNaN(day)) continue;
    const own = byDay.get(day);
    if (own === undefined) byDay.set(day, [report]);
    else own.push(report);
  }
  const bursts: Burst[] = [];
  for (const day of [...byDay.keys()].toSorted((a, b) => a - b)) {
    const own = byDay.get(day) ?? [];
    if (own.length < reports) continue;
    for (const group of linked(own, places, metres)) {
      if (group.length >= reports) bursts.push({ day, reports: group });
    }
  }
  return bursts;
}

/** Groups of reports in which each is near another; a line from west to east keeps the comparisons few. */
function linked(
  reports: readonly number[],
  { eastings, northings }: DatedPlaces,
  metres: number,
): number[][] {
  const east = reports.toSorted((a, b) => (eastings[a] ?? 0) - (eastings[b] ?? 0));
  const parent = east.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) {
      const above = parent[parent[top] ?? 0] ?? 0;
      parent[top] = above;
      top = above;
    }
    return top;
  };
  for (const [at, report] of east.entries()) {
    for (let next = at + 1; next < east.length; next++) {
      const other = east[next] ?? 0;
      const across = (eastings[other] ?? 0) - (eastings[report] ?? 0);
      if (across > metres) break;
      const up = (northings[other] ?? 0) - (northings[report] ?? 0);
      if (across * across + up * up <= metres * metres) parent[root(next)] = root(at);
    }
  }
  const groups = new Map<number, number[]>();
  for (const [at, report] of east.entries()) {
    const top = root(at);
    const own = groups.get(top);
    if (own === undefined) groups.set(top, [report]);
    else own.push(report);
  }
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => a - b))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
