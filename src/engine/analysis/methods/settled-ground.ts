import { type StudyCells, studyCellsOf } from '../../../domain/geography/study-cells.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';

/**
 * The part of a ground where people are, told by police records: cells with any police incident at all, whatever
 * the filter, and the cells that touch one. Cells that hold a counted record always stay.
 *
 * @param placesOfAll The place in the ground of every police incident with a position; -1 outside it.
 */
export function settledGround(ground: StudyGround, placesOfAll: Int32Array): StudyGround {
  const isKept = Uint8Array.from(ground.counts, (count) => (count > 0 ? 1 : 0));
  for (const place of placesOfAll) markAround(isKept, ground.cells, place);
  const newPlace = new Int32Array(isKept.length).fill(-1);
  const kept: number[] = [];
  for (const [place, keep] of isKept.entries()) {
    if (keep === 0) continue;
    newPlace[place] = kept.length;
    kept.push(place);
  }
  const { grid, cells } = ground.cells;
  return {
    rule: ground.rule,
    cells: studyCellsOf(
      grid,
      Float64Array.from(kept, (place) => cells[place] ?? 0),
    ),
    placeOfPoint: ground.placeOfPoint.map((place) => newPlace[place] ?? -1),
    counts: Float64Array.from(kept, (place) => ground.counts[place] ?? 0),
  };
}

function markAround(marks: Uint8Array, { neighbourStart, neighbours }: StudyCells, place: number) {
  if (place < 0) return;
  marks[place] = 1;
  for (let at = neighbourStart[place] ?? 0; at < (neighbourStart[place + 1] ?? 0); at++) {
    marks[neighbours[at] ?? 0] = 1;
  }
}
