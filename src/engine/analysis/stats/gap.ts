import { FailureError } from '../../../contract/outcome.ts';
import { countPerCell } from '../../../domain/geography/cells.ts';
import { rankAgreement } from '../../../domain/hotspots/rank-agreement.ts';
import type { StatsMethod } from './stats-method.ts';

const evidenceKinds = ['incidents', 'partner', 'perceptions'] as const;

/**
 * Kinds of evidence side by side, by the table's own column `kind`: never summed, and no p, since reports choose
 * themselves. One row a cell that holds anything; ranks are compared over these cells.
 */
export const gapStats: StatsMethod = {
  settings: [],
  needsGrid: true,
  readsTimes: false,
  run({ eastings, northings, kinds, unreadable }, gridOf) {
    const grid = gridOf();
    const kindOf = kinds.map((kind) => kind.trim().toLowerCase());
    const [incidents, partner, perceptions] = evidenceKinds.map((kind) => {
      const isOwn = (_: number, row: number): boolean => kindOf[row] === kind;
      return countPerCell(grid, eastings.filter(isOwn), northings.filter(isOwn));
    });
    const known = kindOf.filter((kind) => evidenceKinds.some((one) => one === kind)).length;
    if (
      incidents === undefined ||
      partner === undefined ||
      perceptions === undefined ||
      known === 0
    ) {
      throw new FailureError(
        'nothing-to-show',
        'No row says which kind of evidence it is, so there is nothing to compare.',
        `Give the table a column "kind" with ${evidenceKinds.join(', ')}. Nothing was written.`,
      );
    }
    const columns = [incidents.counts, partner.counts, perceptions.counts] as const;
    const cells = [...incidents.counts.keys()].filter((cell) =>
      columns.some((column) => (column[cell] ?? 0) > 0),
    );
    const [recorded, events, felt] = columns.map((column) =>
      Float64Array.from(cells, (cell) => column[cell] ?? 0),
    );
    const agreement = (
      name: string,
      first: Float64Array | undefined,
      second: Float64Array | undefined,
    ): Record<string, number | string> => {
      const { rho, tau } = rankAgreement(first ?? new Float64Array(), second ?? new Float64Array());
      const given = (value: number): number | string =>
        Number.isFinite(value) ? value : 'no order to compare';
      return { [`${name}Rho`]: given(rho), [`${name}Tau`]: given(tau) };
    };
    const only = (own: Float64Array | undefined, other: Float64Array | undefined): number =>
      cells.filter((_, at) => (own?.[at] ?? 0) > 0 && (other?.[at] ?? 0) === 0).length;
    return {
      header: ['cell_id', ...evidenceKinds],
      rows: cells.map((cell) => [cell + 1, ...columns.map((column) => column[cell] ?? 0)]),
      summary: {
        points: eastings.length,
        outsideGrid: incidents.outside + partner.outside + perceptions.outside,
        unreadable,
        ofNoKind: kindOf.length - known,
        cells: cells.length,
        cellsFeltOnly: only(felt, recorded),
        cellsRecordedOnly: only(recorded, felt),
        ...agreement('incidentsPerceptions', recorded, felt),
        ...agreement('incidentsPartner', recorded, events),
        ...agreement('partnerPerceptions', events, felt),
      },
    };
  },
};
