import type { CodedText } from './columns.ts';

/**
 * Evidence that is not a police incident, and the places it is laid over. Each kind is counted in its own
 * unit and never summed with incidents or with another kind. Positions are British National Grid metres, NaN
 * where there is none; times are minutes since 1970-01-01 as written (see columns.ts).
 */
export interface PartnerColumns {
  readonly length: number;
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  readonly occurredFromMinutes: Int32Array;
  readonly occurredPrecision: Uint8Array;
  readonly source: CodedText;
  readonly category: CodedText;
}

/** One entry a StreetSafe-style report. A report carries several reasons: reports and mentions are two counts. */
export interface PerceptionColumns {
  readonly length: number;
  readonly easting: Float64Array;
  readonly northing: Float64Array;
  readonly reportedMinutes: Int32Array;
  /** Reasons of each report: indexes into `reasons`. */
  readonly reasonsOf: readonly (readonly number[])[];
  readonly reasons: readonly { readonly text: string; readonly about: 'place' | 'behaviour' }[];
  readonly sex: CodedText;
  readonly ageBand: CodedText;
  readonly ethnicity: CodedText;
  readonly disability: CodedText;
  readonly whyNotReported: CodedText;
}

export interface Statement {
  readonly place: string;
  readonly easting: number;
  readonly northing: number;
  readonly timeOfDay: string;
  readonly space: string;
  readonly reason: string;
  readonly quote: string;
  readonly response: string;
}

export interface Engagement {
  readonly name: string;
  readonly heldOn: string;
  readonly method: string;
  readonly organisation: string;
  /** Numbers of people heard; null = not recorded. */
  readonly participants: number | null;
  readonly women: number | null;
  readonly girls: number | null;
  readonly blackAndMinoritised: number | null;
  readonly migrant: number | null;
  readonly disabled: number | null;
  readonly lgbt: number | null;
  readonly statements: readonly Statement[];
}

export interface Venue {
  readonly name: string;
  readonly category: string;
  readonly capacity: number | null;
  readonly closingTime: string;
  readonly easting: number;
  readonly northing: number;
}

/** A boundary. `polygons` are rings of [easting, northing]; the first ring of a polygon is its outside. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  /** Year of the codes (`2021`); '' when the file does not say it. */
  readonly edition: string;
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
  /** Women and girls living there; null when no population table was imported. */
  readonly femalePopulation: number | null;
  readonly population: number | null;
}

/** What became of one source's rows, for "Data and limitations". */
export interface SourceQuality {
  readonly kind: string;
  readonly preset: string;
  readonly files: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly withoutLocation: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** How good the evidence is: what a reader has to know before trusting a number. */
export interface EvidenceQuality {
  readonly sources: readonly {
    readonly kind: string;
    readonly preset: string;
    readonly records: number;
    readonly period: { readonly from: string; readonly to: string } | null;
    readonly warnings: Readonly<Record<string, number>>;
    readonly located: Readonly<
      Record<'coordinates' | 'grid-reference' | 'postcode' | 'place' | 'area-only' | 'none', number>
    >;
    readonly shares: readonly {
      readonly what: string;
      readonly known: number;
      readonly of: number;
    }[];
  }[];
  readonly positions: {
    readonly records: number;
    readonly distinct: number;
    readonly looksSnapped: boolean;
    readonly suspects: readonly {
      readonly records: number;
      readonly kind: string;
      readonly venue: string | null;
    }[];
    readonly outsideForce: number | null;
  };
  readonly times: {
    readonly timed: number;
    readonly atMidnight: number;
    readonly expectedAtMidnight: number;
    readonly suspicious: boolean;
  };
  readonly steps: readonly {
    readonly month: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly recordingChanges: readonly {
    readonly changedOn: string;
    readonly what: string;
    readonly about: string;
    readonly source: string;
  }[];
  readonly crimeStatus: Readonly<Record<string, number>>;
  readonly heldByTwoForces: number;
}
