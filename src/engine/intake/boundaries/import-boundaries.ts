import { FailureError } from '../../../contract/outcome.ts';
import type { ShiftGrid } from '../../../domain/geography/british-national-grid.ts';
import type { BatchCounts } from '../../workspace/batches.ts';
import type { Writer } from '../../workspace/database.ts';
import { SingleStore } from '../../workspace/record-store.ts';
import { RowRejected } from '../values.ts';
import { areaLabels } from './area-labels.ts';
import { shapeOnGrid } from './area-shape.ts';
import type { BoundaryFile } from './boundary-file.ts';
import { chooseSystem, gridFunction } from './reference-system.ts';

const columns = ['code', 'name', 'type', 'edition', 'polygons'] as const;

/**
 * Stores the areas of a boundary file in grid metres. Runs inside the caller's transaction. Adds to the counts and
 * their warnings (how many rings were repaired among them), and gives the earlier batches that hold areas of it.
 *
 * @throws FailureError `no-known-columns` when no area could be read, `wrong-format` for a reference system that is
 * none of ours.
 */
export function importBoundaries(
  writer: Writer,
  batch: number,
  boundaries: BoundaryFile,
  shiftGrid: ShiftGrid,
  counts: BatchCounts,
  onReject: (line: number, reason: string, text: string) => void,
): number[] {
  const { system, isAssumed } = chooseSystem(boundaries.system, boundaries.areas);
  const toGrid = gridFunction(system, shiftGrid);
  const store = new SingleStore(writer, 'area', columns, batch);
  let ringsRepaired = 0;
  for (const [index, area] of boundaries.areas.entries()) {
    counts.rows++;
    try {
      const { code, name, type, edition } = areaLabels(area.properties);
      const shape = shapeOnGrid(area, toGrid);
      const values = [code, name, type, edition, JSON.stringify(shape.polygons)];
      // Editions share codes: those of 2021 beside those of 2011 must not take their place.
      const landing = store.put(`${type}${edition}:${code}`, values);
      if (landing === 'accepted') counts.accepted++;
      else if (landing === 'updated') counts.updated++;
      else counts.duplicates++;
      ringsRepaired += shape.ringsRepaired;
    } catch (error) {
      if (!(error instanceof RowRejected)) throw error;
      counts.rejected++;
      counts.reasons[error.reason] = (counts.reasons[error.reason] ?? 0) + 1;
      onReject(index + 1, error.reason, JSON.stringify(area.properties));
    }
  }
  refuseWithoutAreas(counts);
  counts.warnings.push(...boundaries.warnings);
  if (isAssumed) counts.warnings.push('reference-system-assumed');
  if (ringsRepaired > 0) counts.warnings.push(`rings-repaired: ${ringsRepaired}`);
  store.table.finish();
  return [...store.table.restsOn];
}

function refuseWithoutAreas(counts: BatchCounts): void {
  if (counts.accepted + counts.duplicates + counts.updated > 0) return;
  throw new FailureError(
    'no-known-columns',
    'No area of the file has a code that Action Ten knows, with a polygon inside Great Britain.',
    'Use ONS boundaries (for example LSOA21CD and LSOA21NM), or name the properties "code" and "name".',
    { rows: counts.rows, reasons: { ...counts.reasons } },
  );
}
