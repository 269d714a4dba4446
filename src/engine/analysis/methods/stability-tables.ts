import type { RunColumn, RunTable } from '../../../contract/hotspots.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import { staysHotFrom } from '../../../domain/hotspots/stability.ts';
import { numberColumn } from './cell-columns.ts';
import type { HotSpot } from './hot-spots.ts';
import type { MethodContext } from './method-runner.ts';

/** A check that was made, and the share of each hot spot's records that was hot in it. */
export interface MadeCheck {
  readonly title: string;
  readonly kind: string;
  readonly hotCells: number;
  readonly shares: Float64Array;
  /** The same for each study cell by itself. */
  readonly cellShares: Float64Array;
}

/** A hot spot with how it fared. */
export interface ToldSpot extends HotSpot {
  readonly stays: number;
  readonly words: string;
}

/** One row a hot spot, the weightiest first. */
export function spotTable(
  { question }: MethodContext,
  spots: readonly ToldSpot[],
  checks: number,
): RunTable {
  const numbers = (
    name: string,
    title: string,
    unit: string | null,
    of: (spot: ToldSpot, at: number) => number,
  ): RunColumn => numberColumn(name, title, unit, Float64Array.from(spots, of));
  return {
    name: 'hot_spots',
    title: 'Hot spots',
    columns: [
      numbers('hot_spot', 'Hot spot', null, (_, at) => at + 1),
      numbers('easting', 'Easting', 'metres', ({ easting }) => easting),
      numbers('northing', 'Northing', 'metres', ({ northing }) => northing),
      numbers('cells', 'Cells', 'cells', ({ cells }) => cells.length),
      numbers('count', 'Records', 'records', ({ members }) => members.length),
      ...(question.weight === 'harm'
        ? [numbers('harm', 'Harm', 'sum of weights', ({ weight }) => weight)]
        : []),
      numbers('checks', 'Checks made', 'checks', () => checks),
      numbers('stays_hot_in', 'Stays hot in', 'checks', ({ stays }) => stays),
      {
        name: 'words',
        title: 'In words',
        unit: null,
        values: spots.map(({ words }) => words),
      },
    ],
  };
}

/** One row a check. */
export function checkTable(checks: readonly MadeCheck[]): RunTable {
  return {
    name: 'checks',
    title: 'Checks',
    columns: [
      { name: 'check', title: 'Check', unit: null, values: checks.map(({ title }) => title) },
      {
        name: 'kind',
        title: 'What was changed',
        unit: null,
        values: checks.map(({ kind }) => kind),
      },
      numberColumn(
        'hot_cells',
        'Hot cells',
        'cells',
        Float64Array.from(checks, (check) => check.hotCells),
      ),
      numberColumn(
        'spots_that_stay',
        'Hot spots that stay hot',
        'hot spots',
        Float64Array.from(
          checks,
          ({ shares }) => shares.filter((share) => share >= staysHotFrom).length,
        ),
      ),
    ],
  };
}

/** One row a hot spot and check. */
export function shareTable(checks: readonly MadeCheck[], spots: number): RunTable {
  const rows = Array.from({ length: spots }, (_, spot) =>
    checks.map(({ title, shares }) => ({ spot: spot + 1, title, share: shares[spot] ?? 0 })),
  ).flat();
  return {
    name: 'shares',
    title: 'Share of each hot spot that stays hot',
    columns: [
      numberColumn(
        'hot_spot',
        'Hot spot',
        null,
        Float64Array.from(rows, ({ spot }) => spot),
      ),
      { name: 'check', title: 'Check', unit: null, values: rows.map(({ title }) => title) },
      numberColumn(
        'share',
        'Share of its records in hot cells',
        '0 to 1',
        Float64Array.from(rows, ({ share }) => share),
      ),
    ],
  };
}

/** One row a hot cell that holds records: in how many checks at least half of them lie in hot cells. */
export function cellTable(
  { cells, counts }: StudyGround,
  spotOfCell: Int32Array,
  checks: readonly MadeCheck[],
): RunTable {
  const rows = [...spotOfCell.keys()].filter(
    (place) => (spotOfCell[place] ?? -1) >= 0 && (counts[place] ?? 0) > 0,
  );
  const column = (
    name: string,
    title: string,
    unit: string | null,
    of: (place: number) => number,
  ) => numberColumn(name, title, unit, Float64Array.from(rows, of));
  return {
    name: 'cells',
    title: 'Hot cells with records',
    columns: [
      column('cell_id', 'Cell', null, (place) => (cells.cells[place] ?? 0) + 1),
      column('hot_spot', 'Hot spot', null, (place) => (spotOfCell[place] ?? 0) + 1),
      column('count', 'Records', 'records', (place) => counts[place] ?? 0),
      column('checks', 'Checks made', 'checks', () => checks.length),
      column(
        'stays_hot_in',
        'Stays hot in',
        'checks',
        (place) =>
          checks.filter(({ cellShares }) => (cellShares[place] ?? 0) >= staysHotFrom).length,
      ),
    ],
  };
}
