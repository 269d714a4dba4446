import type { ImportKind, UnknownValue } from './results.ts';

/** How a table of a file is understood before it is imported. */
export interface TablePreview {
  /** Member or sheet of the file; '' for a plain file. */
  readonly label: string;
  /** Every sheet of a workbook. */
  readonly sheets: readonly string[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Line of the column names; 0 when there are none. */
  readonly headerLine: number;
  readonly header: readonly string[];
  /** Null when no known source has these columns and nothing was said. */
  readonly recognised: {
    readonly kind: ImportKind;
    readonly preset: string;
    /** The source in words. */
    readonly title: string;
    /** Why it was taken for that: columns that told. */
    readonly because: string;
    /** Canonical field to the name of its column. */
    readonly map: Readonly<Record<string, string>>;
  } | null;
  /** Every canonical field of the kind, for mapping by hand. */
  readonly fields: readonly string[];
  /** The first ten rows as they stand, with their lines. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** The same rows as understood: a value a canonical field, or why the row is refused. */
  readonly parsed: readonly {
    readonly values: Readonly<Record<string, string>>;
    readonly rejected: string | null;
  }[];
  /** Dates of the first rows as written and as understood, and what they show of the order of day and month. */
  readonly dates: {
    readonly examples: readonly { readonly written: string; readonly understood: string }[];
    readonly order: 'day-first' | 'month-first' | 'in-doubt' | 'mixed' | 'none';
  };
  readonly positions: {
    /** Reference system of the coordinates of the first rows. */
    readonly system: 'grid' | 'degrees' | 'both' | 'none';
    /** Longitude and latitude of up to 200 of them, for a small map. */
    readonly points: readonly (readonly [longitude: number, latitude: number])[];
    /** Rows looked at, those with a usable position, and those outside the force's boundary (null without one). */
    readonly rows: number;
    readonly located: number;
    readonly outsideForce: number | null;
  };
  /** Columns that look like people's details and are left out unless the analyst says why. */
  readonly personal: readonly { readonly column: string; readonly looksLike: string }[];
  /** Warnings of the first rows by code, with counts. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly unknown: readonly UnknownValue[];
  /** The analyst's own mapping that fits best, and how this file differs from the one it was made for. */
  readonly mapping: {
    readonly name: string;
    readonly goneColumns: readonly string[];
    readonly newColumns: readonly string[];
    readonly dates: 'dmy' | 'mdy' | null;
  } | null;
}

/** One chosen file: its tables, or why it cannot be read. */
export interface FilePreview {
  readonly file: string;
  /** True for boundaries: read whole, nothing to map. */
  readonly isBoundaries: boolean;
  /** True for a file of map tiles: it stays where it is, nothing to map. */
  readonly isBaseMap: boolean;
  readonly tables: readonly TablePreview[];
  /** Members of a ZIP that are no tables. */
  readonly skipped: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}

export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  /** The row's own text as CSV: shown on the screen, and it leaves only in the file that the analyst asks for. */
  readonly text: string;
}

/** Rejected rows of one import under the column names of their source. */
export interface RejectedRowsPage {
  /** Null where the source has no table, [] where its table has no column names. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (RejectedRow & { readonly cells: readonly string[] })[];
  readonly total: number;
}

/** A mapping that the analyst saved. */
export interface Mapping {
  readonly name: string;
  readonly kind: ImportKind;
  readonly header: readonly string[];
  readonly map: Readonly<Record<string, string>>;
  readonly dates: 'dmy' | 'mdy' | null;
  readonly savedAt: string;
}

/** Share of a source's records that say something: `known` out of `of`. */
export interface KnownShare {
  readonly what: string;
  readonly known: number;
  readonly of: number;
}

/** How good one source is, for the data quality page and "Data and limitations". */
export interface SourceQualityReport {
  readonly kind: ImportKind;
  readonly preset: string;
  readonly files: number;
  readonly rows: number;
  /** Rows stored or found stored already: accepted, updated and duplicates. */
  readonly kept: number;
  readonly rejected: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly warnings: Readonly<Record<string, number>>;
  /** First and last day or month; null when the source has no dates. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly records: number;
  /** Records by how they are located: own coordinates, grid reference, postcode, place name, area only, none. */
  readonly located: Readonly<
    Record<'coordinates' | 'grid-reference' | 'postcode' | 'place' | 'area-only' | 'none', number>
  >;
  readonly shares: readonly KnownShare[];
}

/** Positions that hold suspiciously many records. */
export interface SuspectPosition {
  readonly easting: number;
  readonly northing: number;
  readonly records: number;
  readonly share: number;
  readonly kind: string;
  readonly venue: string | null;
}

export interface RecordingChange {
  /** Null for one that the product ships. */
  readonly id: number | null;
  readonly changedOn: string;
  readonly what: string;
  readonly about: string;
  readonly source: string;
}

/** The data quality page. */
export interface DataQuality {
  readonly sources: readonly SourceQualityReport[];
  readonly positions: {
    readonly records: number;
    readonly distinct: number;
    readonly looksSnapped: boolean;
    readonly suspects: readonly SuspectPosition[];
    /** Located incidents outside every area of the force; null without boundaries. */
    readonly outsideForce: number | null;
    /** Their points, those with most records first; at most 200. */
    readonly outsidePoints: readonly {
      readonly easting: number;
      readonly northing: number;
      readonly records: number;
    }[];
  };
  /** Incidents by whether their time can be trusted. */
  readonly times: {
    readonly timed: number;
    readonly atMidnight: number;
    readonly expectedAtMidnight: number;
    readonly suspicious: boolean;
  };
  /** Months in which the number of records steps. */
  readonly steps: readonly {
    readonly month: string;
    readonly before: number;
    readonly after: number;
    readonly ratio: number;
  }[];
  readonly recordingChanges: readonly RecordingChange[];
  /** Incidents by crime status: cancelled and transferred are in no count of VAWG or of offences; N100 stands apart. */
  readonly crimeStatus: Readonly<Record<string, number>>;
  /** Crimes that another force's extract (transport police) holds too. */
  readonly heldByTwoForces: number;
  /** References that stand on more than one incident, and how many incidents those are: police.uk's are not unique. */
  readonly sharedReferences: { readonly references: number; readonly records: number };
}

/** An incident found by its free text. Shown inside only: neither the text nor the reference ever leaves. */
export interface FoundRecord {
  /** Row id of the incident, to ask why it stands where it stands. */
  readonly incident: number;
  readonly reference: string;
  readonly offence: string;
  readonly recordedOn: string;
  readonly text: string;
}

/** What looking for positions did, by kind of evidence and confidence. */
export interface LocatedRecords {
  readonly evidence: Readonly<
    Record<string, Readonly<Record<'exact' | 'likely' | 'area-only' | 'none', number>>>
  >;
}

/** A free text that stands on records without coordinates, and the place it was matched to. */
export interface MatchedPlace {
  readonly evidence: 'incident' | 'partner_event' | 'perception' | 'statement';
  readonly text: string;
  readonly records: number;
  readonly confidence: 'exact' | 'likely' | 'area-only' | 'none';
  readonly matched: string | null;
  readonly because: string;
  readonly decision: 'accepted' | 'refused' | null;
}
