import type { CellGrid } from '../../../domain/geography/cells.ts';
import type { MethodSettings } from '../method-settings.ts';

/** The points of a plain table in grid metres, one entry a readable row. */
export interface StatsPoints {
  readonly eastings: Float64Array;
  readonly northings: Float64Array;
  /** 1 where no weight column was named. */
  readonly weights: Float64Array;
  /** The table's own `id` column, else the number of the row from 1. */
  readonly ids: readonly string[];
  /** The table's own `kind` column; blank where it has none. Methods that compare kinds read it. */
  readonly kinds: readonly string[];
  /** Texts of the time columns; blank where none was named. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Rows without a number where one is needed. */
  readonly unreadable: number;
}

/** What a method gives: a table to write and figures to print. */
export interface StatsTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly summary: Readonly<Record<string, number | string>>;
}

/** A method on plain points, with the product's own functions, so that it can be held against other software. */
export interface StatsMethod {
  /** Names of the settings that it knows. */
  readonly settings: readonly string[];
  /** Whether it works on cells, and so needs `--origin`, `--cell` and `--size`. */
  readonly needsGrid: boolean;
  /** Whether it reads the time columns `--from` and `--to`. */
  readonly readsTimes: boolean;
  /** `hasGrid`: whether a grid was given, for a method that can do without. */
  readonly run: (
    points: StatsPoints,
    grid: () => CellGrid,
    settings: MethodSettings,
    hasGrid: boolean,
  ) => StatsTable;
}
