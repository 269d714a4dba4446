import type { RunTable } from '../../../contract/hotspots.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { leftOutInWords, number } from '../../../domain/figures/words.ts';
import { studyCellsOf } from '../../../domain/geography/study-cells.ts';
import { standardBurst } from '../../../domain/hotspots/bursts.ts';
import { fearedCells } from '../../../domain/hotspots/feared-cells.ts';
import { rankAgreement } from '../../../domain/hotspots/rank-agreement.ts';
import { cellGeometry, sequentialShade } from './cell-columns.ts';
import { type EvidenceKind, type GapEvidence, gapEvidence } from './gap-evidence.ts';
import {
  agreementTable,
  burstTable,
  fearedTable,
  type PairAgreement,
  sideTable,
} from './gap-tables.ts';
import type { MethodRunner } from './method-runner.ts';

/** Below this many cells an agreement of ranks says nothing. */
const fewestCells = 10;

const kindNames: Readonly<Record<EvidenceKind, string>> = {
  incidents: 'police incidents',
  partner: 'partner events',
  perceptions: 'reports of feeling unsafe',
};

/**
 * Incidents, partner events and perceptions side by side: what each has in each cell, where women fear and little is
 * recorded, and where much is recorded and nobody reports fear. They are different things and never summed.
 */
export const gap: MethodRunner = {
  settings: ['burstReports', 'burstMetres', 'leastReports'],
  needsPositions: true,
  usesArea: true,
  alsoReads: ['incidents', 'partner', 'perceptions'],
  version: 1,
  run(context) {
    if (context.question.weight === 'harm') {
      throw new FailureError(
        'bad-request',
        'Kinds of evidence are compared by their numbers: only incidents have a harm weight.',
        'Leave the weight out.',
      );
    }
    const { settings } = context;
    const rule = {
      reports: settings.whole('burstReports', standardBurst.reports, { least: 2, most: 10_000 }),
      metres: settings.number('burstMetres', standardBurst.metres, { least: 0, most: 5_000 }),
    };
    const least = settings.whole('leastReports', 3, { least: 1, most: 10_000 });
    const evidence = gapEvidence(context, rule);
    const { ground, counts, fear } = evidence;
    const places = [...ground.counts.keys()].filter((place) => (ground.counts[place] ?? 0) > 0);
    const feared = fearedCells(fear, counts.incidents, least);
    const feltOnly = places.filter((at) => (fear[at] ?? 0) > 0 && counts.incidents[at] === 0);
    const recordedOnly = places.filter(
      (at) => (counts.incidents[at] ?? 0) > 0 && counts.perceptions[at] === 0,
    );
    const agreements = pairs.map(([first, second]) => agreementOf(evidence, first, second));
    const { grid, cells } = ground.cells;
    const shown = studyCellsOf(
      grid,
      Float64Array.from(places, (place) => cells[place] ?? 0),
    );
    const main: RunTable = sideTable(evidence, places);
    return {
      main,
      others: [
        fearedTable(evidence, feared),
        agreementTable(agreements, kindNames),
        burstTable(evidence),
      ],
      geometry: cellGeometry(shown),
      shade: sequentialShade(
        'fear',
        Float64Array.from(places, (place) => fear[place] ?? 0),
        'reports, a burst as one',
      ),
      summary: {
        ...Object.fromEntries(
          Object.entries(evidence.points).map(([kind, { indexes }]) => [kind, indexes.length]),
        ),
        cellsWithAnyEvidence: places.length,
        feltOnlyCells: feltOnly.length,
        recordedOnlyCells: recordedOnly.length,
        fearedLittleRecorded: feared.length,
        bursts: evidence.bursts.length,
        reportsInBursts: evidence.inBursts.reduce((sum, reports) => sum + reports, 0),
      },
      words: wordsOf(evidence, { feared, feltOnly, recordedOnly, agreements, least }),
      ground: null,
    };
  },
};

const pairs = [
  ['incidents', 'perceptions'],
  ['incidents', 'partner'],
  ['partner', 'perceptions'],
] as const;

/** How alike two kinds rank the cells in which at least one of them has something; reports in bursts count as one. */
function agreementOf(
  { counts, fear }: GapEvidence,
  first: EvidenceKind,
  second: EvidenceKind,
): PairAgreement {
  const valuesOf = (kind: EvidenceKind) => (kind === 'perceptions' ? fear : counts[kind]);
  const [a, b] = [valuesOf(first), valuesOf(second)];
  const either = [...a.keys()].filter((at) => (a[at] ?? 0) > 0 || (b[at] ?? 0) > 0);
  const pick = (values: Float64Array) => Float64Array.from(either, (at) => values[at] ?? 0);
  const both = either.filter((at) => (a[at] ?? 0) > 0 && (b[at] ?? 0) > 0).length;
  const agreement =
    either.length < fewestCells
      ? { rho: Number.NaN, tau: Number.NaN }
      : rankAgreement(pick(a), pick(b));
  return { first, second, cells: either.length, both, ...agreement };
}

interface GapFindings {
  readonly feared: readonly number[];
  readonly feltOnly: readonly number[];
  readonly recordedOnly: readonly number[];
  readonly agreements: readonly PairAgreement[];
  readonly least: number;
}

function wordsOf(evidence: GapEvidence, found: GapFindings): string[] {
  const { points, bursts, inBursts, counts, fear } = evidence;
  const { feared, feltOnly, recordedOnly, agreements, least } = found;
  const [most] = feared;
  const inAll = inBursts.reduce((sum, reports) => sum + reports, 0);
  return [
    points.perceptions.indexes.length === 0
      ? 'No report of feeling unsafe meets the filter, so what women fear cannot be laid beside what is recorded.'
      : `Cells feared with little recorded: ${number(feared.length)}, each with at least ${least} reports of feeling unsafe and no more incidents than the average cell that has any.${most === undefined ? '' : ` The most feared of them: ${number(fear[most] ?? 0)} reports, incidents: ${number(counts.incidents[most] ?? 0)}.`}`,
    `Cells felt only (a report, no incident): ${number(feltOnly.length)}; recorded only (an incident, no report): ${number(recordedOnly.length)}.`,
    ...agreements.flatMap(agreementWords),
    'These numbers describe the records at hand. People choose themselves to report, so no probability is given, and few reports of a place do not mean that it is felt to be safe.',
    bursts.length === 0
      ? 'No burst of reports (many of one day about one place) was found.'
      : `${number(bursts.length)} bursts of reports (many of one day about one place, as a campaign makes them) hold ${number(inAll)} reports; each burst counts as one report before anything is ranked by fear.`,
    `Kinds are never summed. ${(['partner', 'perceptions'] as const)
      .map(
        (kind) =>
          `${kindNames[kind]}: n = ${number(points[kind].indexes.length)} of ${number(points[kind].total)}, left out: ${leftOutInWords(points[kind].leftOut)}`,
      )
      .join('; ')}.`,
  ];
}

function agreementWords({ first, second, cells, both, rho, tau }: PairAgreement): string[] {
  if (cells === 0) return [];
  const shared = `Of ${number(cells)} cells with ${kindNames[first]} or ${kindNames[second]}, ${number(both)} have both`;
  return Number.isNaN(rho) || Number.isNaN(tau)
    ? [`${shared}; too few to compare how they rank.`]
    : [
        `${shared}. Agreement of their ranks there: Spearman ${twoDecimals(rho)}, Kendall ${twoDecimals(tau)} (1 the same order, -1 the opposite).`,
      ];
}

/** Two decimals, and never a minus before nothing. */
function twoDecimals(value: number): string {
  return value.toFixed(2).replace(/^-(0\.00)$/, '$1');
}
