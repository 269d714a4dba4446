/**
 * The columnar copy of what filters and statistics need, one entry an incident, victim or suspect. *Facts* are
 * what the records say: they are read from the rows once for each state of the evidence. *Classes* are what the
 * rules in force make of the facts: they are made anew whenever a rule, a list or a decision changes.
 *
 * Times are whole minutes since 1970-01-01 00:00 as written on the record (wall clock, no time zone).
 */

/** Stands for "no time on the record" in minute columns. */
export const noMinutes = -2147483648;

/** How exactly a time was written. */
export const timePrecision = { none: 0, month: 1, day: 2, minute: 3 } as const;

/** Codes of a flag column: a flag that was not recorded is not a "no". */
export const flagCodes = { notRecorded: 0, yes: 1, no: 2 } as const;

/** Source codes of `IncidentFacts.source`, in this order. */
export const sourceNames = ['force', 'open-data'] as const;
/** Record type codes of `IncidentFacts.recordType`, in this order. */
export const recordTypeNames = ['crime', 'non-crime'] as const;
/** Crime status codes of `IncidentFacts.crimeStatus`, in this order; '' is "not recorded". */
export const crimeStatusNames = ['', 'recorded', 'cancelled', 'transferred', 'N100'] as const;
/** Codes of `IncidentFacts.atHomeAddressOf`, in this order; '' is "not recorded". */
export const homeOfNames = ['', 'victim', 'suspect', 'both', 'none'] as const;

/** Physical space codes of `IncidentClasses.physicalSpace`. */
export const physicalSpaceCodes = { none: 0, private: 1, public: 2 } as const;

/** Tier codes of `IncidentClasses.tier`, in this order. */
export const tierNames = [
  'core',
  'flagged',
  'female-victim',
  'outside',
  'context',
  'unmatched',
] as const;

/** Threat bits of `IncidentClasses.threats`: bit i stands for threatNames[i]. */
export const threatNames = [
  'domestic-abuse',
  'rape-serious-sexual',
  'child-sexual',
  'tech-enabled',
  'honour-based',
] as const;

/** What a space rests on, in this order, strongest first; `IncidentClasses.confidence` holds the index. */
export const confidenceNames = [
  'analyst',
  'coded-field',
  'address-match',
  'offence-inference',
  'free-text-hint',
  'none',
] as const;

/** Bits of `IncidentClasses.decided`: which questions an analyst decided in place of the rules. */
export const decidedBits = { vawg: 1, online: 2, space: 4 } as const;

/** Codes of a text column: the narrowest that holds its number of distinct values. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A text column as codes into a list of its distinct values. Code 0 is always "not recorded" (''). */
export interface CodedText {
  readonly codes: Codes;
  readonly values: readonly string[];
}

/** What the records of incidents say. */
export interface IncidentFacts {
  /** Row id of the incident in the workspace. */
  readonly id: Int32Array;
  /** British National Grid metres; NaN where the record has no usable position. */
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  /** 1 when the record has any position, postcode, address or area. */
  readonly hasLocation: Uint8Array;
  /** Recorded; where that is missing, reported. */
  readonly recordedMinutes: Int32Array;
  readonly recordedPrecision: Uint8Array;
  readonly reportedMinutes: Int32Array;
  readonly occurredFromMinutes: Int32Array;
  readonly occurredToMinutes: Int32Array;
  readonly occurredPrecision: Uint8Array;
  /** Index into sourceNames. */
  readonly source: Uint8Array;
  /** Index into recordTypeNames. */
  readonly recordType: Uint8Array;
  /** Index into crimeStatusNames. */
  readonly crimeStatus: Uint8Array;
  /** Index into homeOfNames. */
  readonly atHomeAddressOf: Uint8Array;
  /** Flag codes. */
  readonly domesticAbuse: Uint8Array;
  readonly honourBased: Uint8Array;
  readonly childExploitation: Uint8Array;
  readonly onlineFlag: Uint8Array;
  readonly alcohol: Uint8Array;
  readonly knife: Uint8Array;
  readonly hate: Uint8Array;
  readonly policePerpetrated: Uint8Array;
  readonly arrested: Uint8Array;
  readonly preChargeBail: Uint8Array;
  readonly fileSubmitted: Uint8Array;
  /** Offence as written. */
  readonly offenceTitle: CodedText;
  readonly offenceCode: CodedText;
  readonly locationType: CodedText;
  readonly locationText: CodedText;
  /** Code of the keyed address: the same code is the same address; 0 = no address, never matched. */
  readonly place: Uint32Array;
  readonly areaCode: CodedText;
  readonly riskLevel: CodedText;
  /** Indicators of risk as written, several separated by `;` or `|`. */
  readonly riskIndicators: CodedText;
  readonly orderType: CodedText;
  readonly orderMadeMinutes: Int32Array;
  readonly orderBreachedMinutes: Int32Array;
  readonly referralService: CodedText;
  readonly referredMinutes: Int32Array;
  /** Outcome code as written (`16`, `1A`). */
  readonly outcome: CodedText;
  readonly outcomeMinutes: Int32Array;
  readonly platform: CodedText;
  /** Platform or means that the dictionary found in the free text: a suggestion, never a class. */
  readonly platformHint: CodedText;
  /** 1 when at least one recorded victim is female. */
  readonly hasFemaleVictim: Uint8Array;
  /** 1 when at least one recorded victim is under 18. */
  readonly hasChildVictim: Uint8Array;
}

/** What the rules in force make of the facts. */
export interface IncidentClasses {
  /** 1 for a crime, 0 for a non-crime incident (a report of rape not recorded as a crime is one). */
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
  /** Index into confidenceNames: what the physical space, or else the online element, rests on. */
  readonly confidence: Uint8Array;
  /** Bits of decidedBits. */
  readonly decided: Uint8Array;
  /** The list's title of the offence; of open data, the category as published. */
  readonly offence: CodedText;
  /** Ids of the rules that decided. */
  readonly vawgRule: CodedText;
  readonly onlineRule: CodedText;
  readonly spaceRule: CodedText;
  readonly subtype: CodedText;
  /** Weight on the ONS Crime Severity Score; NaN = unweighted, which is not 0. */
  readonly severityScore: Float64Array;
  /** Weight in days on the Cambridge Crime Harm Index; NaN = unweighted or no index loaded. */
  readonly cambridgeDays: Float64Array;
}

export interface IncidentColumns extends IncidentFacts, IncidentClasses {
  readonly length: number;
}

export interface VictimColumns {
  readonly length: number;
  /** Index of the incident in IncidentColumns (not its row id). Ascending. */
  readonly incident: Int32Array;
  /** Code of the keyed pseudonym; 0 = no identifier, never matched. */
  readonly person: Uint32Array;
  /** -1 = not recorded. */
  readonly ageYears: Int16Array;
  /** 'female', 'male', 'other' or ''. */
  readonly sex: CodedText;
  readonly gender: CodedText;
  /** Self-defined ethnicity as written. */
  readonly ethnicity: CodedText;
  /** Ethnicity as an officer saw it; never filled from the other, nor the other from it. */
  readonly ethnicityOfficer: CodedText;
  readonly disability: CodedText;
  /** Relationship to the first suspect for whom one is recorded. */
  readonly relationship: CodedText;
}

export interface SuspectColumns {
  readonly length: number;
  readonly incident: Int32Array;
  readonly person: Uint32Array;
  readonly ageYears: Int16Array;
  readonly sex: CodedText;
  /** 'suspect', 'charged', 'convicted', 'eliminated' or ''. */
  readonly status: CodedText;
  readonly ethnicity: CodedText;
  readonly ethnicityOfficer: CodedText;
}

export interface EvidenceColumns {
  readonly incidents: IncidentColumns;
  readonly victims: VictimColumns;
  readonly suspects: SuspectColumns;
  /** SHA-256 of the facts and classes; a run records it. */
  readonly fingerprint: string;
}
