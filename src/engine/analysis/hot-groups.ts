import type { RunTable } from '../../contract/hotspots.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import { tally } from '../../domain/figures/counting.ts';
import { cellCentre, type GridPosition } from '../../domain/geography/cells.ts';
import type { StudyGround } from '../../domain/geography/study-ground.ts';
import { placesOfHotCells, suggestedName } from '../../domain/hotspots/places.ts';
import type { Points } from './points.ts';
import { tableNumbers } from './table-numbers.ts';

/** Adjoining hot cells of a run, as places in its study cells. */
export interface HotGroup {
  readonly cells: readonly number[];
  readonly records: number;
  readonly highestZ: number;
  /** Middle of its fullest cell. */
  readonly centre: GridPosition;
  /** Indexes of its records in the evidence. */
  readonly indexes: Int32Array;
}

/** The groups of a Gi* table, the fullest first. Cells hot by their neighbours alone, with no record, are none. */
export function hotGroups(
  main: RunTable,
  { cells, counts, placeOfPoint }: StudyGround,
  { indexes }: Pick<Points, 'indexes'>,
): HotGroup[] {
  const [z, bins] = [tableNumbers(main, 'z'), tableNumbers(main, 'bin_bh')];
  const hot = Array.from(bins.keys()).filter((place) => (bins[place] ?? 0) >= 2);
  const { neighbourStart, neighbours } = cells;
  const groups = placesOfHotCells(hot, (place) =>
    neighbours.subarray(neighbourStart[place], neighbourStart[place + 1]),
  );
  const groupOf = new Int32Array(counts.length).fill(-1);
  for (const [group, members] of groups.entries())
    for (const place of members) groupOf[place] = group;
  const recordsOf: number[][] = groups.map(() => []);
  for (const [point, place] of placeOfPoint.entries()) {
    recordsOf[groupOf[place] ?? -1]?.push(indexes[point] ?? -1);
  }
  return groups
    .map((members, group) => {
      const fullest = members.reduce((best, place) =>
        (counts[place] ?? 0) > (counts[best] ?? 0) ? place : best,
      );
      return {
        cells: members,
        records: recordsOf[group]?.length ?? 0,
        highestZ: members.reduce(
          (most, place) => Math.max(most, z[place] ?? most),
          Number.NEGATIVE_INFINITY,
        ),
        centre: cellCentre(cells.grid, cells.cells[fullest] ?? 0),
        indexes: Int32Array.from(recordsOf[group] ?? []),
      };
    })
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || b.highestZ - a.highestZ);
}

/** Places told in a run's summary. */
const mostTold = 10;

/**
 * The first places of a run for its summary. They are named from the records' own texts alone, since a run must not
 * change with an import of venues; the register names them better.
 */
export function placesForSummary(
  main: RunTable,
  ground: StudyGround,
  points: Pick<Points, 'indexes'>,
  { incidents }: EvidenceColumns,
): { name: string; records: number; cells: number; highestZ: number }[] {
  return hotGroups(main, ground, points)
    .slice(0, mostTold)
    .map(({ cells, records, highestZ, centre, indexes }) => ({
      name: suggestedName({
        texts: tally(incidents.locationText, indexes),
        venue: null,
        area: '',
        centre,
      }),
      records,
      cells: cells.length,
      highestZ: Math.round(highestZ * 100) / 100,
    }));
}
