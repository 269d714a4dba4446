/** One row of a published table: recorded offences of a class, by a force, in a period. */
export interface ComparatorRow {
  /** `2025/26`, or a quarter of it: `2025/26 Q1`. */
  readonly period: string;
  readonly force: string;
  readonly offenceClass: string;
  readonly count: number;
}

/** Something that was done at a place. Positions are grid metres, NaN where there is none. */
export interface Activity {
  readonly type: string;
  /** `YYYY-MM-DD`; '' where it is not known. */
  readonly from: string;
  readonly to: string;
  readonly hours: number | null;
  readonly owner: string;
  readonly easting: number;
  readonly northing: number;
}

/** Something that was on: an event, a campaign, a holiday. */
export interface CalendarEntry {
  readonly name: string;
  readonly type: string;
  /** `YYYY-MM-DD`; `to` is '' for one day. */
  readonly from: string;
  readonly to: string;
}

/** A row of a small table that a force supplies by hand. */
export interface SmallRow {
  readonly item: string;
  readonly period: string;
  readonly count: number | null;
  readonly note: string;
}

/** Resident women and girls of one age band, ethnicity and disability; '' where the table does not say. */
export interface WomenRow {
  readonly ageBand: string;
  readonly ethnicity: string;
  readonly disability: string;
  readonly people: number;
}

/** What stands around the evidence: it is beside the figures and in none of them. */
export interface ProfileContext {
  readonly comparators: readonly ComparatorRow[];
  /** Classes that are VAWG by their number alone, whoever the victim is. */
  readonly coreClasses: ReadonlySet<string>;
  readonly activities: readonly Activity[];
  readonly calendar: readonly CalendarEntry[];
  readonly capability: readonly SmallRow[];
  readonly conduct: readonly SmallRow[];
  readonly women: readonly WomenRow[];
  /** Area of each report of feeling unsafe, as an index into the areas; -1 for none. */
  readonly areaOfPerception: Int32Array;
}
