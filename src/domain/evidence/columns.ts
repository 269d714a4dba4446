/**
 * The columnar copy of what filters and statistics need, one entry an incident, victim or suspect.
 * Kept beside the rows and rebuilt by import and classification; every filter, chart and kernel reads these.
 *
 * Times are whole minutes since 1970-01-01 00:00 as written on the record (wall clock, no time zone).
 */

/** Stands for "no time on the record" in minute columns. */
export const noMinutes = -2147483648;

/** How exactly a time was written. */
export const timePrecision = { none: 0, month: 1, day: 2, minute: 3 } as const;

/** Physical space codes of `IncidentColumns.physicalSpace`. */
export const physicalSpaceCodes = { none: 0, private: 1, public: 2 } as const;

/** Tier codes of `IncidentColumns.tier`, in this order. */
export const tierNames = [
  'core',
  'flagged',
  'female-victim',
  'outside',
  'context',
  'unmatched',
] as const;

/** Threat bits of `IncidentColumns.threats`: bit i stands for threatNames[i]. */
export const threatNames = [
  'domestic-abuse',
  'rape-serious-sexual',
  'child-sexual',
  'tech-enabled',
  'honour-based',
] as const;

/** A text column as codes into a list of its distinct values. Code 0 is always "not recorded" (''). */
export interface CodedText {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

export interface IncidentColumns {
  readonly length: number;
  /** Row id of the incident in the workspace. */
  readonly id: Int32Array;
  /** British National Grid metres; NaN where the record has no usable position. */
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  readonly recordedMinutes: Int32Array;
  readonly recordedPrecision: Uint8Array;
  readonly occurredFromMinutes: Int32Array;
  readonly occurredToMinutes: Int32Array;
  readonly occurredPrecision: Uint8Array;
  /** 1 for a crime, 0 for a non-crime incident. */
  readonly isCrime: Uint8Array;
  /** Index into tierNames. */
  readonly tier: Uint8Array;
  /** 1 when the record counts as VAWG under the list in force. */
  readonly inVawg: Uint8Array;
  readonly threats: Uint8Array;
  readonly online: Uint8Array;
  readonly physicalSpace: Uint8Array;
  /** 1 when the place is only where the report was made (police station, hospital, custody). */
  readonly setAside: Uint8Array;
  /** 1 when at least one recorded victim is female. */
  readonly hasFemaleVictim: Uint8Array;
  readonly domesticAbuse: Uint8Array;
  readonly offence: CodedText;
  readonly vawgRule: CodedText;
  readonly spaceRule: CodedText;
  readonly subtype: CodedText;
  readonly platform: CodedText;
  readonly outcome: CodedText;
  readonly orderType: CodedText;
  readonly orderBreached: Uint8Array;
}

export interface VictimColumns {
  readonly length: number;
  /** Index of the incident in IncidentColumns (not its row id). */
  readonly incident: Int32Array;
  /** Code of the keyed pseudonym; 0 = no identifier, never matched. */
  readonly person: Uint32Array;
  /** -1 = not recorded. */
  readonly ageYears: Int16Array;
  readonly sex: CodedText;
  readonly ethnicity: CodedText;
  readonly relationship: CodedText;
}

export interface SuspectColumns {
  readonly length: number;
  readonly incident: Int32Array;
  readonly person: Uint32Array;
  readonly ageYears: Int16Array;
  readonly sex: CodedText;
  readonly status: CodedText;
}

export interface EvidenceColumns {
  readonly incidents: IncidentColumns;
  readonly victims: VictimColumns;
  readonly suspects: SuspectColumns;
  /** SHA-256 of the rows these columns were built from; a run records it. */
  readonly fingerprint: string;
}
