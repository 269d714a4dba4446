import type { ProfileFilter } from './filter.ts';

/** Every method of analysis, by the name it is asked for. */
export const analysisMethods = [
  'counts',
  'kde',
  'relative-risk',
  'gi-star',
  'local-moran',
  'moran',
  'nearest-neighbour',
  'clusters',
  'near-repeat',
  'emerging',
  'aoristic',
  'concentration',
  'repeats',
  'gap',
  'evaluate',
  'stability',
  'assess',
] as const;

export type AnalysisMethod = (typeof analysisMethods)[number];

/** What each method is called on screen and paper. */
export const methodTitles: Readonly<Record<AnalysisMethod, string>> = {
  'gi-star': 'Hot spots (Gi*)',
  counts: 'Counts',
  kde: 'Density (KDE)',
  'relative-risk': 'Relative risk',
  'local-moran': 'Local Moran',
  moran: 'Global Moran',
  'nearest-neighbour': 'Nearest neighbour index',
  clusters: 'Clusters (DBSCAN)',
  'near-repeat': 'Near repeat (Knox)',
  emerging: 'Emerging hot spots',
  aoristic: 'Hours of the week',
  concentration: 'Concentration',
  repeats: 'Repeat places',
  gap: 'Felt and recorded',
  evaluate: 'Held-out period',
  stability: 'Stability',
  assess: 'Before and after',
};

/** A column of a result: numbers (NaN = not given) or texts, one entry a row. */
export interface RunColumn {
  /** As in the CSV: cell_id, count, z, p, p_bh, bin_bh ... */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly unit: string | null;
  readonly values: Float64Array | readonly string[];
}

export interface RunTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly RunColumn[];
}

/**
 * What the rows of a result's first table are on the ground. Positions are pairs: longitude and latitude in the
 * page, easting and northing (British National Grid metres) inside the engine and in a kept run.
 */
export type RunGeometry =
  /** `isWithheld` where rows have a place that is not given, since it can be a home. */
  | { readonly kind: 'none'; readonly isWithheld?: true }
  /** Row i is the polygon of `verticesPerCell` vertices from 2 * i * verticesPerCell on, its ring not closed. */
  | {
      readonly kind: 'cells';
      readonly verticesPerCell: 4 | 6;
      readonly polygons: Float64Array;
    }
  /** Row i is the boundary with this code, drawn by the page from `mapGround`. */
  | { readonly kind: 'areas'; readonly codes: readonly string[] }
  | { readonly kind: 'points'; readonly positions: Float64Array }
  /** Row i is the ring from vertex starts[i] up to, but not with, vertex starts[i + 1]; not closed. */
  | { readonly kind: 'hulls'; readonly starts: Int32Array; readonly positions: Float64Array };

/** How the map shades rows: by which column, as what, with which breaks. */
export interface RunShade {
  readonly column: string;
  readonly kind: 'bins' | 'sequential' | 'classes' | 'diverging';
  /** Upper bounds of the classes of a sequential shade, ascending, at most seven, each with its number of rows. */
  readonly breaks: readonly { readonly upTo: number; readonly rows: number }[];
  readonly unit: string;
}

/** What was run on what, and what came of it in few numbers. */
export interface AnalysisRun {
  /** Hash of method, parameters, filter and data: the same run on the same rows has the same id. */
  readonly run: string;
  readonly method: AnalysisMethod;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly filter: ProfileFilter;
  readonly fingerprint: string;
  readonly madeAt: string;
  readonly countIn: number;
  /** Each record that is not in `countIn` is in exactly one of these. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly summary: Readonly<Record<string, unknown>>;
  /** Where it departs from the recipe in the terms of reference, in words; empty when it does not or none is set. */
  readonly departures: readonly string[];
}

/** A run and what it says in words. */
export interface AnsweredRun extends AnalysisRun {
  /** The sentences of its result: the finding first, what "expected" assumes, area rule, n and cautions. */
  readonly words: readonly string[];
}

/** A run with its tables. */
export interface RunResult {
  readonly run: AnalysisRun;
  /** The method's own settings as they were asked; those not named had their standard. */
  readonly settings: Readonly<Record<string, string>>;
  /** The table that is written as CSV; its rows carry `geometry`. */
  readonly main: RunTable;
  readonly others: readonly RunTable[];
  readonly geometry: RunGeometry;
  readonly shade: RunShade | null;
  /** True sentences for people, the finding first: what it shows, what "expected" assumes, area rule, cautions. */
  readonly words: readonly string[];
}

/** A kept run in the list. */
export interface ListedRun extends AnalysisRun {
  /** Whether data, rules and method are as they were: asked again, it would give the same. */
  readonly isCurrent: boolean;
  /** Whether its tables were kept, so that it can be opened. */
  readonly canOpen: boolean;
}

/** Two runs side by side. */
export interface RunComparison {
  readonly first: AnalysisRun;
  readonly second: AnalysisRun;
  /** What the two share and where they differ: question, data, area, in words. */
  readonly same: readonly string[];
  readonly differs: readonly string[];
  /** What the comparison says, and what it must not be taken for. */
  readonly words: readonly string[];
  /** Every figure that either run has: name, first, second, change. */
  readonly table: RunTable;
}

/** What the charts beside a map show of the records that meet a filter, with a position or without. */
export interface FilterChartData {
  readonly n: number;
  /** All records of that kind of evidence: n and what is left out. */
  readonly total: number;
  readonly leftOut: Readonly<Record<string, number>>;
  /** `YYYY-MM` by the filter's date, without gaps; `isFilling` for the latest two, where records still arrive. */
  readonly months: readonly {
    readonly month: string;
    readonly count: number;
    readonly isFilling: boolean;
  }[];
  /** Records without that date: in n and in no month. */
  readonly undated: number;
  /** 168 sums, Monday 00:00 first, each record shared over its window by minutes. */
  readonly hours: Float64Array;
  /** Records that no hour can be given to: in n and in no hour. */
  readonly untimed: number;
  /** Most first. Of perceptions: reasons mentioned, of which a report has several. */
  readonly offences: readonly { readonly title: string; readonly count: number }[];
  /** A record that is online and private (or public) counts in both. All 0 for other evidence than incidents. */
  readonly spaces: Readonly<Record<'online' | 'private' | 'public' | 'unclassified', number>>;
  /** Records that meet the filter, its area aside, and cannot be mapped. */
  readonly notMappedRecords: number;
  /** The same by reason and space, a record that is online and public in both; `space` is `all` for other evidence. */
  readonly notMapped: readonly {
    readonly space: string;
    readonly reason: string;
    readonly count: number;
  }[];
}

/** A venue near a place, and how far from its middle. */
export interface NearVenue {
  readonly name: string;
  readonly category: string;
  readonly metres: number;
  readonly capacity: number | null;
  readonly closingTime: string;
}

/** One cell of a run in words, with what it holds. */
export interface CellExplanation {
  readonly words: readonly string[];
  readonly offences: readonly { readonly title: string; readonly count: number }[];
  /** 168 sums, Monday 00:00 first. */
  readonly hours: Float64Array;
  readonly untimed: number;
  readonly venues: readonly NearVenue[];
  /** How far venues are looked for, from the cell's middle. */
  readonly venueMetres: number;
}

/** A location of concern: adjoining hot cells under one name. */
export interface Place {
  readonly place: number;
  /** The analyst's name, or the suggested one. */
  readonly name: string;
  /** From its streets and venues. */
  readonly suggestedName: string;
  readonly status: 'proposed' | 'confirmed' | 'set-aside';
  readonly patrollable: 'yes' | 'no' | 'unknown';
  /** True when the analyst said so; else it is read from the spaces of its records. */
  readonly isPatrollableOwn: boolean;
  readonly note: string;
  /** The kept run that its cells are of. */
  readonly run: string;
  /** Whether that is the latest run that places were found from: else the place was not hot in it. */
  readonly isOfLatestRun: boolean;
  readonly cells: number;
  readonly cellMetres: number;
  readonly shape: 'square' | 'hexagon';
  readonly verticesPerCell: 4 | 6;
  readonly centre: readonly [longitude: number, latitude: number];
  /** Records of the run's filter that lie in its cells now. */
  readonly records: number;
  readonly highestZ: number;
  /** Why it is no place to send anybody to: a police station, hospital, prison or default geocode; else null. */
  readonly flaggedOut: string | null;
  /** What is to be checked about its positions; null where nothing. */
  readonly doubt: string | null;
}

/** The register of places, those with most records first. */
export interface PlaceRegister {
  readonly places: readonly Place[];
  /**
   * Longitude and latitude of the corners of each place's cells, rings not closed: of one place after the other, each
   * 2 * cells * verticesPerCell values. One array, since thousands of small ones take seconds to reach the page.
   */
  readonly corners: Float64Array;
}

/** Everything known of a place, each kind of evidence in its own count. */
export interface PlaceEvidence {
  readonly place: Place;
  readonly words: readonly string[];
  readonly offences: FilterChartData['offences'];
  readonly hours: Float64Array;
  readonly untimed: number;
  readonly partner: {
    readonly records: number;
    readonly categories: FilterChartData['offences'];
  };
  readonly perceptions: {
    readonly reports: number;
    readonly reasons: FilterChartData['offences'];
  };
  readonly harm: readonly {
    readonly list: string;
    readonly unit: string;
    readonly sum: number;
    readonly unweighted: number;
    /** What the sum rests on, in words; empty when on nothing single. */
    readonly cautions: readonly string[];
  }[];
  readonly venues: readonly NearVenue[];
  readonly venueMetres: number;
  /** Known capacity of those venues, and the records for each 1,000 of it in the period of the run's filter. */
  readonly capacity: {
    readonly people: number;
    readonly venuesWithout: number;
    readonly recordsPerThousand: number | null;
  };
}

/** The recipe: chosen in the terms of reference before results are seen. */
export interface Recipe {
  readonly method: AnalysisMethod;
  readonly filter: ProfileFilter;
  readonly cellMetres: number;
  readonly shape: 'square' | 'hexagon';
  readonly area: 'boundary' | 'occupied-ring' | 'rectangle' | null;
  readonly weight: 'count' | 'harm';
  readonly settings: Readonly<Record<string, string>>;
  readonly setAt: string;
  readonly setBy: string;
  readonly note: string;
  /** Runs that were kept when it was set: above 0, results had been seen. */
  readonly runsBefore: number;
}
