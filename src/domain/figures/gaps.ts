import { physicalSpaceCodes } from '../evidence/columns.ts';
import type { Block } from './blocks.ts';
import { countedIncidents } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { number } from './words.ts';

const squareMetres = 500;
/** Reports that make a square one that is feared, and records that make one that is recorded. */
const fewestReports = 10;
const fewestRecords = 20;
/** How many times more of the one than of the other makes a gap. */
const times = 4;
const shown = 5;

/** A 500 m square in which two kinds of evidence disagree. */
interface GapSquare {
  readonly name: string;
  readonly reports: number;
  readonly records: number;
  readonly statements: number;
}

interface Gaps {
  /** Many reports of feeling unsafe, few recorded incidents. */
  readonly feared: readonly GapSquare[];
  /** Many recorded incidents, and neither reports nor statements. */
  readonly unheard: readonly GapSquare[];
}

/** Places with fear and without record, and with record and without voice: the largest first. */
export function gapsOf(inputs: ProfileInputs): Gaps {
  const { perceptions, engagements, evidence } = inputs;
  const { easting, northing, physicalSpace, setAside } = evidence.incidents;
  const reports = countSquares(perceptions.easting, perceptions.northing);
  const recorded = countedIncidents(evidence, false).filter(
    (at) => physicalSpace[at] === physicalSpaceCodes.public && setAside[at] !== 1,
  );
  const records = countSquares(
    recorded.map((at) => easting[at] ?? Number.NaN),
    recorded.map((at) => northing[at] ?? Number.NaN),
  );
  const said = engagements.flatMap((engagement) => engagement.statements);
  const statements = countSquares(
    said.map((statement) => statement.easting),
    said.map((statement) => statement.northing),
  );
  const squareOf = (square: string): GapSquare => ({
    name: nameOfSquare(inputs, square),
    reports: reports.get(square) ?? 0,
    records: records.get(square) ?? 0,
    statements: statements.get(square) ?? 0,
  });
  const largest = (counts: ReadonlyMap<string, number>, isGap: (square: GapSquare) => boolean) =>
    [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([square]) => squareOf(square))
      .filter(isGap)
      .slice(0, shown);
  return {
    feared: largest(
      reports,
      (one) => one.reports >= fewestReports && one.records * times < one.reports,
    ),
    unheard: largest(
      records,
      (one) => one.records >= fewestRecords && (one.reports + one.statements) * times < one.records,
    ),
  };
}

function countSquares(
  eastings: ArrayLike<number>,
  northings: ArrayLike<number>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < eastings.length; index++) {
    const column = Math.floor((eastings[index] ?? Number.NaN) / squareMetres);
    const row = Math.floor((northings[index] ?? Number.NaN) / squareMetres);
    if (Number.isNaN(column) || Number.isNaN(row)) continue;
    const square = `${column} ${row}`;
    counts.set(square, (counts.get(square) ?? 0) + 1);
  }
  return counts;
}

/** Both gaps as tables, or as sentences where there is none. */
export function gapBlocks(inputs: ProfileInputs): Block[] {
  if (inputs.perceptions.length === 0 || inputs.isContextOnly) return [];
  const { feared, unheard } = gapsOf(inputs);
  return [
    feared.length === 0
      ? {
          kind: 'paragraph',
          text: `No 500 m square has ten or more reports and far fewer recorded public-space incidents.`,
        }
      : gapTable(
          'Fear without record: 500 m squares with ten or more StreetSafe-style reports and fewer than a quarter as many recorded public-space VAWG incidents, all that were imported, whatever their date. Kinds of evidence side by side, never added. Fear without a record may be harm that nobody reports.',
          feared,
        ),
    unheard.length === 0
      ? {
          kind: 'paragraph',
          text: `No 500 m square has ${fewestRecords} or more recorded public-space incidents and far fewer reports and statements.`,
        }
      : gapTable(
          `Record without voice: 500 m squares with ${fewestRecords} or more recorded public-space VAWG incidents and fewer than a quarter as many reports and statements together, all that were imported. Nobody was heard about these places: ask there before anything is decided.`,
          unheard,
        ),
  ];
}

function gapTable(caption: string, squares: readonly GapSquare[]): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'Place' },
      { title: 'Reports', isNumber: true },
      { title: 'Statements', isNumber: true },
      { title: 'Recorded incidents', isNumber: true },
    ],
    rows: squares.map(({ name, reports, statements, records }) => [
      name,
      number(reports),
      number(statements),
      number(records),
    ]),
  };
}

function nameOfSquare(inputs: ProfileInputs, square: string): string {
  const [column = 0, row = 0] = square.split(' ').map(Number);
  const [west, south] = [column * squareMetres, row * squareMetres];
  const venue = inputs.venues.find(
    (one) =>
      one.easting >= west &&
      one.easting < west + squareMetres &&
      one.northing >= south &&
      one.northing < south + squareMetres,
  );
  const grid = `E${west / 1_000} N${south / 1_000} km`;
  return venue === undefined ? grid : `${venue.name} (${grid})`;
}
