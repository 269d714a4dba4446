import { wholeFilter } from '../../../contract/filter.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { noMinutes } from '../../../domain/evidence/columns.ts';
import { cellIndexOf, cellPolygon, gridOver } from '../../../domain/geography/cells.ts';
import { monthIndexOf, monthText } from '../../../domain/time/months.ts';
import { pointsUnderFilter } from '../../analysis/select-points.ts';
import type { Session } from '../../session.ts';
import { recordKeys } from '../../workspace/shared-counts.ts';
import { type LayerMaker, noContributors, numberFields, quarters } from './draft.ts';

/** Reports of feeling unsafe by cell. Each is one person's pin, so small counts are treated as identifying. */
export const perceptions: LayerMaker = async ({ session, columns, limits }) => {
  const points = pointsUnderFilter(
    session,
    columns,
    { ...wholeFilter, evidence: 'perceptions' },
    { needsPositions: true, isBounded: session.areas().index !== null, weights: null },
  );
  if (points.indexes.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'There are no reports of feeling unsafe with a position.',
      'Import them first, as perceptions.',
    );
  }
  const keys = recordKeys(session.reader, 'perception');
  const records = Float64Array.from(points.indexes, (index) => keys[index] ?? -1);
  const [least, most] = [
    (values: Float64Array) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ];
  const metres = limits.perceptionCellMetres;
  const bounds = {
    minEasting: least(points.eastings),
    minNorthing: least(points.northings),
    maxEasting: most(points.eastings),
    maxNorthing: most(points.northings),
  };
  const grid = gridOver(bounds, metres, 'square');
  const inCell = new Map<number, number[]>();
  for (const [point, record] of records.entries()) {
    const cell = cellIndexOf(grid, points.eastings[point] ?? 0, points.northings[point] ?? 0);
    const known = inCell.get(cell) ?? [];
    known.push(record);
    inCell.set(cell, known);
  }
  return {
    title: 'Reports of feeling unsafe',
    evidence: 'perception',
    fields: numberFields,
    features: [...inCell]
      .toSorted(([a], [b]) => a - b)
      .map(([cell, own]) => ({
        id: `cell:${cell}`,
        records: Float64Array.from(own),
        geometry: { kind: 'areas', polygons: [[cellPolygon(grid, cell)]] },
        always: {},
        withNumber: () => ({}),
        withheld: null,
      })),
    totals: [{ id: 'force', records }],
    contributorsOf: noContributors,
    period: `reported ${quarters(reportedMonths(session))}`,
    method: `Count of reports in cells of ${metres} m; a cell without a report is not in the layer.`,
    limits: [
      'Reports of those who chose to say that they felt unsafe, not a sample of all; not incidents, and never added to them.',
      'Many reports can be one campaign. Few reports do not mean that a place feels safe.',
      'Do not try to find out who reported, and do not lay it beside other data for that.',
    ],
    run: null,
  };
};

function reportedMonths(session: Session): { from: string; to: string } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const minutes of session.perceptions().reportedMinutes) {
    if (minutes === noMinutes) continue;
    first = Math.min(first, minutes);
    last = Math.max(last, minutes);
  }
  if (first > last) return null;
  return { from: monthText(monthIndexOf(first)), to: monthText(monthIndexOf(last)) };
}
