import type { TablePreview } from '../../contract/intake.ts';
import { type AreaIndex, areaAt } from '../../domain/geography/areas.ts';
import { gridToWgs84 } from '../../domain/geography/british-national-grid.ts';
import { TextRow } from './formats/table-row.ts';
import type { Recognised } from './recognise.ts';
import { RowFields } from './row-fields.ts';
import { RowWarnings } from './row-warnings.ts';
import { type Position, PositionReader, type ReadingRules, RowRejected } from './values.ts';

const mostPoints = 200;

/** The coordinates of a table's first rows: in which system they are, how many can be used, and points for a map. */
export function lookAtPositions(
  known: Recognised,
  rules: ReadingRules,
  rows: readonly (readonly string[])[],
  areas: AreaIndex | null,
): TablePreview['positions'] {
  const fields = new RowFields(known, rules);
  // What is odd was counted when the rows were read.
  const reader = new PositionReader({ ...rules, warnings: new RowWarnings() });
  const found: Position[] = [];
  for (const cells of rows) {
    fields.set(new TextRow(cells), {});
    const position = readOrNull(reader, fields);
    if (position !== null && position.from !== null) found.push(position);
  }
  const isFrom = (from: Position['from']): boolean => found.some((one) => one.from === from);
  const system =
    isFrom('grid') && isFrom('wgs84')
      ? 'both'
      : isFrom('grid')
        ? 'grid'
        : isFrom('wgs84')
          ? 'degrees'
          : 'none';
  const every = Math.max(1, Math.floor(found.length / mostPoints));
  const points = found.flatMap(({ easting, northing }, index) => {
    if (index % every !== 0) return [];
    const point = gridToWgs84(rules.shiftGrid(), easting ?? 0, northing ?? 0);
    return point === undefined ? [] : [[point.longitude, point.latitude] as const];
  });
  return {
    system,
    points: points.slice(0, mostPoints),
    rows: rows.length,
    located: found.length,
    outsideForce:
      areas === null
        ? null
        : found.filter(({ easting, northing }) => areaAt(areas, easting ?? 0, northing ?? 0) < 0)
            .length,
  };
}

function readOrNull(reader: PositionReader, fields: RowFields): Position | null {
  try {
    return reader.read(fields.of);
  } catch (error) {
    if (error instanceof RowRejected) return null;
    throw error;
  }
}
