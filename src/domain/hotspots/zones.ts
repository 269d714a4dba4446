import type { AssessmentCounts, BeforeAfter } from './before-after.ts';
import { countDispersion } from './before-after.ts';

/** A period in whole days since 1970-01-01, `to` not included. */
export interface DayPeriod {
  readonly from: number;
  readonly to: number;
}

/** Where and when something was done, and what it is held against. */
export interface AssessmentPlan {
  readonly easting: number;
  readonly northing: number;
  /** Treated: within so many metres. */
  readonly radiusMetres: number;
  /** Buffer: so many metres more. The comparison is everything beyond it. */
  readonly bufferMetres: number;
  readonly before: DayPeriod;
  readonly after: DayPeriod;
  /** A period like `before`, earlier still; null where there is no data for it. */
  readonly earlier: DayPeriod | null;
}

/** Length of the stretches by which the scatter of counts is judged. */
const stretchDays = 28;

/**
 * Counts records by zone (treated, buffer, comparison) and period.
 *
 * @param days Whole days since 1970-01-01, one a record.
 * @returns The counts, and the records of neither period.
 */
export function countZones(
  eastings: Float64Array,
  northings: Float64Array,
  days: Int32Array,
  plan: AssessmentPlan,
): { readonly counts: AssessmentCounts; readonly outside: number } {
  const zones = [0, 1, 2].map(() => new ZoneCount(plan));
  let outside = 0;
  for (let record = 0; record < days.length; record++) {
    const day = days[record] ?? Number.NaN;
    const apart = Math.hypot(
      (eastings[record] ?? Number.NaN) - plan.easting,
      (northings[record] ?? Number.NaN) - plan.northing,
    );
    const zone =
      apart <= plan.radiusMetres ? 0 : apart <= plan.radiusMetres + plan.bufferMetres ? 1 : 2;
    if (zones[zone]?.add(day) !== true) outside++;
  }
  const [treated, buffer, comparison] = zones.map((zone) => zone.counts());
  const none = { before: 0, after: 0 };
  return {
    outside,
    counts: {
      treated: treated ?? none,
      buffer: buffer ?? none,
      comparison: comparison ?? none,
      earlier:
        plan.earlier === null
          ? null
          : { treated: zones[0]?.earlier ?? 0, comparison: zones[2]?.earlier ?? 0 },
      dispersion: countDispersion(zones.flatMap((zone) => zone.stretches())),
    },
  };
}

class ZoneCount {
  readonly #plan: AssessmentPlan;
  readonly #before: Float64Array;
  readonly #after: Float64Array;
  earlier = 0;

  constructor(plan: AssessmentPlan) {
    this.#plan = plan;
    this.#before = new Float64Array(plan.before.to - plan.before.from);
    this.#after = new Float64Array(plan.after.to - plan.after.from);
  }

  /** Counts a record; false where its day is in neither period. */
  add(day: number): boolean {
    const { before, after, earlier } = this.#plan;
    if (earlier !== null && day >= earlier.from && day < earlier.to) this.earlier++;
    return put(this.#before, day - before.from) || put(this.#after, day - after.from);
  }

  counts(): BeforeAfter {
    const sum = (days: Float64Array): number => days.reduce((total, count) => total + count, 0);
    return { before: sum(this.#before), after: sum(this.#after) };
  }

  /** Counts of each whole stretch of days, a list a period. */
  stretches(): number[][] {
    return [this.#before, this.#after].map((days) =>
      Array.from({ length: Math.floor(days.length / stretchDays) }, (_, at) =>
        days
          .subarray(at * stretchDays, (at + 1) * stretchDays)
          .reduce((total, count) => total + count, 0),
      ),
    );
  }
}

function put(days: Float64Array, at: number): boolean {
  if (!(at >= 0 && at < days.length)) return false;
  days[at] = (days[at] ?? 0) + 1;
  return true;
}
