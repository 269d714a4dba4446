import type { RunTable } from '../../contract/hotspots.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import { tally } from '../../domain/figures/counting.ts';
import { cellCentre, type GridPosition } from '../../domain/geography/cells.ts';
import { standsAtSharedPoint } from '../../domain/geography/default-positions.ts';
import type { StudyGround } from '../../domain/geography/study-ground.ts';
import { type CellSurface, hotPlacesOf } from '../../domain/hotspots/hot-places.ts';
import {
  type OneCoordinate,
  oneCoordinateOf,
  suggestedName,
} from '../../domain/hotspots/places.ts';
import type { Points } from './points.ts';
import { tableNumbers } from './table-numbers.ts';

/** Hot cells of a run that are one place, as places in its study cells. */
export interface HotGroup {
  readonly cells: readonly number[];
  readonly records: number;
  readonly highestZ: number;
  /** Middle of its fullest cell. */
  readonly centre: GridPosition;
  /** Indexes of its records in the evidence. */
  readonly indexes: Int32Array;
  /** The same, a list for each of its cells. */
  readonly recordsByCell: readonly (readonly number[])[];
}

/**
 * The places of a Gi* table, the fullest first. Cells hot by their neighbours alone, with no record, are none.
 */
export function hotGroups(main: RunTable, ground: StudyGround, points: Points): HotGroup[] {
  const { indexes } = points;
  const { cells, counts, placeOfPoint } = ground;
  const [z, bins] = [tableNumbers(main, 'z'), tableNumbers(main, 'bin_bh')];
  const hot = Array.from(bins.keys()).filter((place) => (bins[place] ?? 0) >= 2);
  const groups = hotPlacesOf(hot, surfaceOf(ground, points)).map(({ cells: own }) => own);
  const recordsOf = Array.from(counts, (): number[] => []);
  for (const [point, place] of placeOfPoint.entries()) {
    recordsOf[place]?.push(indexes[point] ?? -1);
  }
  return groups
    .map((members) => {
      const fullest = members.reduce((best, place) =>
        (counts[place] ?? 0) > (counts[best] ?? 0) ? place : best,
      );
      const recordsByCell = members.map((place) => recordsOf[place] ?? []);
      const own = Int32Array.from(recordsByCell.flat());
      return {
        cells: members,
        records: own.length,
        highestZ: members.reduce(
          (most, place) => Math.max(most, z[place] ?? most),
          Number.NEGATIVE_INFINITY,
        ),
        centre: cellCentre(cells.grid, cells.cells[fullest] ?? 0),
        indexes: own,
        recordsByCell,
      };
    })
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || b.highestZ - a.highestZ);
}

/** The cells of a ground as the making of places reads them. */
export function surfaceOf(
  { cells, counts, placeOfPoint }: StudyGround,
  { eastings, northings }: Pick<Points, 'eastings' | 'northings'>,
): CellSurface {
  const isShared = standsAtSharedPoint(eastings, northings);
  const { grid, neighbourStart, neighbours } = cells;
  const atShared = new Float64Array(counts.length);
  for (const [point, place] of placeOfPoint.entries()) {
    if (place >= 0 && isShared(point)) atShared[place] = (atShared[place] ?? 0) + 1;
  }
  return {
    cellMetres: grid.cellMetres,
    touching: (place) => neighbours.subarray(neighbourStart[place], neighbourStart[place + 1]),
    centre: (place) => cellCentre(grid, cells.cells[place] ?? 0),
    records: (place) => counts[place] ?? 0,
    atSharedPoint: (place) => atShared[place] ?? 0,
  };
}

/** Places told in a run's summary. */
const mostTold = 10;

/** A place as a run's summary tells it. */
interface PlaceOfSummary {
  readonly name: string;
  readonly records: number;
  readonly cells: number;
  readonly highestZ: number;
  /** The cell of which one coordinate holds most records, perhaps a default of the records system. */
  readonly oneCoordinate: OneCoordinate | null;
}

/**
 * The first places of a run for its summary. They are named from the records' own texts alone, since a run must not
 * change with an import of venues; the register names them better.
 */
export function placesForSummary(
  main: RunTable,
  ground: StudyGround,
  points: Points,
  { incidents }: EvidenceColumns,
): PlaceOfSummary[] {
  return hotGroups(main, ground, points)
    .slice(0, mostTold)
    .map(({ cells, records, highestZ, centre, indexes, recordsByCell }) => ({
      name: suggestedName({
        texts: tally(incidents.locationText, indexes),
        venue: null,
        area: '',
        centre,
      }),
      records,
      cells: cells.length,
      highestZ: Math.round(highestZ * 100) / 100,
      oneCoordinate: oneCoordinateOf(recordsByCell, incidents.easting, incidents.northing),
    }));
}
