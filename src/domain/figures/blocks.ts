import type { RichText } from '../profile/rich-text.ts';

/** A part of the profile, as content without form: the page, and later the Word document, give it form. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'finding'; readonly text: string; readonly basis: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | WordsBlock
  | StatementBlock
  | TableBlock
  | MonthsBlock
  | HoursBlock
  | BarsBlock
  | MapBlock;

/** What the analyst wrote. */
export interface WordsBlock {
  readonly kind: 'words';
  readonly text: RichText;
}

/** A finding (F3) or a recommendation (R2) in a box with its number, and what it rests on below. */
export interface StatementBlock {
  readonly kind: 'statement';
  readonly label: string;
  readonly text: RichText;
  readonly below: readonly string[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export type SpaceColour = 'online' | 'private' | 'public' | 'all' | 'felt';

/** Counts by month. The last `fillingMonths` are still filling and are drawn hatched. */
export interface MonthsBlock {
  readonly kind: 'months';
  readonly caption: string;
  readonly firstMonth: string;
  readonly counts: readonly number[];
  /** Months by position whose number is suppressed: hatched over the whole height, and never drawn as none. */
  readonly suppressed?: readonly number[];
  readonly fillingMonths: number;
  readonly colour: SpaceColour;
  readonly unit: string;
  /** Months in which recording changed: drawn as breaks, since counts before and after do not compare. */
  readonly breaks: readonly string[];
}

/** Weight by hour of the week, Monday 00h first. */
export interface HoursBlock {
  readonly kind: 'hours';
  readonly caption: string;
  readonly weights: readonly number[];
  readonly colour: SpaceColour;
}

export interface BarsBlock {
  readonly kind: 'bars';
  readonly caption: string;
  /** A suppressed bar is hatched, of a length that means nothing. */
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly isSuppressed?: boolean;
  }[];
  readonly colour: SpaceColour;
}

export interface MapBlock {
  readonly kind: 'map';
  readonly caption: string;
  readonly map: MapFigure;
}

type Ring = readonly (readonly [number, number])[];

/** A map in grid metres. Perceptions are drawn hatched so that they are never read as crime. */
export interface MapFigure {
  readonly title: string;
  /** West, south, east, north of what is shown; null for all of it. */
  readonly extent: readonly [number, number, number, number] | null;
  readonly ground: readonly Ring[];
  readonly cells: readonly { readonly ring: Ring; readonly bin: number; readonly count: number }[];
  readonly felt: readonly { readonly ring: Ring; readonly count: number }[];
  /** Hot cells whose numbers are suppressed: hatched, so that a hole does not read as safe. */
  readonly suppressed?: readonly Ring[];
  /** True where only hot cells are drawn, so that cells with few records show nothing of them. */
  readonly onlyHot?: boolean;
  readonly labels: readonly {
    readonly easting: number;
    readonly northing: number;
    readonly text: string;
  }[];
  readonly notShown: readonly string[];
  readonly source: string;
  /** The handling that stands on the map itself, since a map is often copied out of its page. */
  readonly marking: string;
}

export type SectionState = 'figures' | 'analyst' | 'not-built';

/** One of the eighteen sections of a problem profile. */
export interface Section {
  readonly number: number;
  readonly title: string;
  readonly state: SectionState;
  readonly blocks: readonly Block[];
}
