import type { RunTable } from '../../../contract/hotspots.ts';
import { cellCentre } from '../../../domain/geography/cells.ts';
import { numberColumn } from './cell-columns.ts';
import type { EvidenceKind, GapEvidence } from './gap-evidence.ts';

/** How alike two kinds of evidence rank cells; NaN where there are too few. */
export interface PairAgreement {
  readonly first: EvidenceKind;
  readonly second: EvidenceKind;
  /** Cells in which at least one of the two has something. */
  readonly cells: number;
  /** Cells in which both have. */
  readonly both: number;
  readonly rho: number;
  readonly tau: number;
}

function evidenceColumns(
  { ground, counts, fear, inBursts }: GapEvidence,
  places: readonly number[],
) {
  const column = (name: string, title: string, unit: string | null, values: Float64Array) =>
    numberColumn(
      name,
      title,
      unit,
      Float64Array.from(places, (place) => values[place] ?? 0),
    );
  return [
    column(
      'cell_id',
      'Cell',
      null,
      ground.cells.cells.map((cell) => cell + 1),
    ),
    column('incidents', 'Police incidents', 'incidents', counts.incidents),
    column('partner_events', 'Partner events', 'events', counts.partner),
    column('perceptions', 'Reports of feeling unsafe', 'reports', counts.perceptions),
    column('in_bursts', 'Reports in bursts', 'reports', inBursts),
    column('fear', 'Reports, a burst as one', 'reports', fear),
  ];
}

/** One row a cell with any evidence: what each kind has there, side by side. */
export function sideTable(evidence: GapEvidence, places: readonly number[]): RunTable {
  const { counts, fear } = evidence;
  const ranked = places.toSorted((a, b) => (fear[b] ?? 0) - (fear[a] ?? 0) || a - b);
  const rankOf = new Map(ranked.map((place, at) => [place, at + 1]));
  return {
    name: 'cells',
    title: 'Kinds of evidence side by side',
    columns: [
      ...evidenceColumns(evidence, places),
      numberColumn(
        'fear_rank',
        'Rank by fear, bursts set aside',
        null,
        Float64Array.from(places, (place) =>
          (fear[place] ?? 0) > 0 ? (rankOf.get(place) ?? Number.NaN) : Number.NaN,
        ),
      ),
      {
        name: 'found_in',
        title: 'Found in',
        unit: null,
        values: places.map((place) => {
          const [recorded, felt] = [
            (counts.incidents[place] ?? 0) > 0,
            (counts.perceptions[place] ?? 0) > 0,
          ];
          if (recorded && felt) return 'recorded and felt';
          if (felt) return 'felt only';
          return recorded ? 'recorded only' : 'partner events only';
        }),
      },
    ],
  };
}

/** The places that women fear where little is recorded, the most feared first. */
export function fearedTable(evidence: GapEvidence, feared: readonly number[]): RunTable {
  const { grid, cells } = evidence.ground.cells;
  const centres = feared.map((place) => cellCentre(grid, cells[place] ?? 0));
  return {
    name: 'feared_little_recorded',
    title: 'Feared, little recorded',
    columns: [
      ...evidenceColumns(evidence, feared),
      numberColumn(
        'easting',
        'Easting of its middle',
        'metres',
        Float64Array.from(centres, ([e]) => e),
      ),
      numberColumn(
        'northing',
        'Northing of its middle',
        'metres',
        Float64Array.from(centres, ([, n]) => n),
      ),
    ],
  };
}

export function agreementTable(
  agreements: readonly PairAgreement[],
  names: Readonly<Record<EvidenceKind, string>>,
): RunTable {
  const numbers = (
    name: string,
    title: string,
    unit: string | null,
    of: (pair: PairAgreement) => number,
  ) => numberColumn(name, title, unit, Float64Array.from(agreements, of));
  return {
    name: 'agreement',
    title: 'Agreement of ranks, described',
    columns: [
      {
        name: 'first',
        title: 'First',
        unit: null,
        values: agreements.map(({ first }) => names[first]),
      },
      {
        name: 'second',
        title: 'Second',
        unit: null,
        values: agreements.map(({ second }) => names[second]),
      },
      numbers('cells', 'Cells with either', 'cells', ({ cells }) => cells),
      numbers('cells_with_both', 'Cells with both', 'cells', ({ both }) => both),
      numbers('spearman', "Spearman's rho", null, ({ rho }) => rho),
      numbers('kendall', "Kendall's tau-b", null, ({ tau }) => tau),
    ],
  };
}

/** One row a burst: its day, how many reports, and their middle. */
export function burstTable({ bursts, points }: GapEvidence): RunTable {
  const middle = (column: Float64Array) =>
    Float64Array.from(
      bursts,
      ({ reports }) => reports.reduce((sum, at) => sum + (column[at] ?? 0), 0) / reports.length,
    );
  return {
    name: 'bursts',
    title: 'Bursts of reports',
    columns: [
      {
        name: 'day',
        title: 'Day',
        unit: null,
        values: bursts.map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
      },
      numberColumn(
        'reports',
        'Reports',
        'reports',
        Float64Array.from(bursts, ({ reports }) => reports.length),
      ),
      numberColumn(
        'easting',
        'Easting of their middle',
        'metres',
        middle(points.perceptions.eastings),
      ),
      numberColumn(
        'northing',
        'Northing of their middle',
        'metres',
        middle(points.perceptions.northings),
      ),
    ],
  };
}
