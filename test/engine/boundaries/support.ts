import type { ImportedFile } from '../../../src/contract/results.ts';
import type { Area } from '../../../src/domain/evidence/other-evidence.ts';
import { gridToWgs84 } from '../../../src/domain/geography/british-national-grid.ts';
import { loadShiftGrid } from '../../../src/engine/shift-grid.ts';
import { openReader } from '../../../src/engine/workspace/database.ts';
import { allAreas } from '../../../src/engine/workspace/other-rows.ts';
import { emptyWorkspace, fileOf, importOne } from '../support.ts';
import { square, type XY } from './make-files.ts';

/** A square kilometre, a hole for it, and a square beside it. */
export const home = square(400_000, 300_000, 1000);
export const island = square(400_400, 300_400, 200).reverse();
export const second = square(402_000, 300_000, 500);
export const homeCorners = ['400000 300000', '400000 301000', '401000 300000', '401000 301000'];

/** Grid metres as longitude and latitude. */
export function toDegrees([x, y]: XY): XY {
  const point = gridToWgs84(loadShiftGrid(), x, y);
  return [point?.longitude ?? 0, point?.latitude ?? 0];
}

/** Grid metres as web Mercator. */
export function toMercator(point: XY): XY {
  const [longitude, latitude] = toDegrees(point);
  const radians = Math.PI / 180;
  const radius = 6_378_137;
  return [
    radius * longitude * radians,
    radius * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
  ];
}

/** Imports what is made in a folder (a file, or bytes for one) and gives what became of it and the areas stored. */
export async function imported(
  make: (folder: string) => string | Uint8Array,
): Promise<{ file: ImportedFile; areas: Area[] }> {
  const { engine, folder, path } = await emptyWorkspace();
  const made = make(folder);
  const file = await importOne(
    engine,
    typeof made === 'string' ? made : fileOf(folder, 'any.dat', made),
  );
  const reader = openReader(path);
  const areas = allAreas(reader);
  reader.database.close();
  return { file, areas };
}

/** Imports a file of this content. */
export function importedContent(name: string, content: string | Uint8Array) {
  return imported((folder) => fileOf(folder, name, content));
}

/** The corners of the first area's outline, in order of their text. */
export function cornersOf(areas: readonly Area[]): string[] {
  return (areas[0]?.polygons[0]?.[0] ?? [])
    .slice(1)
    .map((point) => point.join(' '))
    .sort();
}
