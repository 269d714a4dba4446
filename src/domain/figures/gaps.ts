import { noMinutes, physicalSpaceCodes } from '../evidence/columns.ts';
import { findBursts, standardBurst } from '../hotspots/bursts.ts';
import { fearedCells, fearOfCells } from '../hotspots/feared-cells.ts';
import type { Block } from './blocks.ts';
import { countedIncidents } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { number } from './words.ts';

const squareMetres = 500;
/** Reports, a burst as one, that make a square one that is feared; records that make one that is recorded. */
const fewestReports = 10;
const fewestRecords = 20;
/** How many times more records than reports and statements together make a place that nobody spoke about. */
const times = 4;
const shown = 5;
const minutesPerDay = 1_440;

/** A 500 m square in which two kinds of evidence disagree. */
interface GapSquare {
  readonly name: string;
  readonly reports: number;
  /** Reports with those of a burst as one. */
  readonly fear: number;
  readonly records: number;
  readonly statements: number;
}

interface Gaps {
  /** Many reports of feeling unsafe, few recorded incidents: by the rule of the method `gap`. */
  readonly feared: readonly GapSquare[];
  /** Many recorded incidents, and few reports and statements. */
  readonly unheard: readonly GapSquare[];
}

/** Places with fear and without record, and with record and without voice: the largest first. */
export function gapsOf(inputs: ProfileInputs): Gaps {
  const { perceptions, engagements, evidence } = inputs;
  const { easting, northing, physicalSpace, setAside } = evidence.incidents;
  const recorded = countedIncidents(evidence, false).filter(
    (at) => physicalSpace[at] === physicalSpaceCodes.public && setAside[at] !== 1,
  );
  const said = engagements.flatMap((engagement) => engagement.statements);
  const squares = new Squares();
  const reports = squares.of(perceptions.easting, perceptions.northing);
  const records = squares.of(
    recorded.map((at) => easting[at] ?? Number.NaN),
    recorded.map((at) => northing[at] ?? Number.NaN),
  );
  const statements = squares.of(
    said.map((statement) => statement.easting),
    said.map((statement) => statement.northing),
  );
  const [felt, held, spoken] = [reports, records, statements].map((places) =>
    squares.counts(places),
  );
  if (felt === undefined || held === undefined || spoken === undefined) {
    return { feared: [], unheard: [] };
  }
  const bursts = findBursts(
    {
      eastings: Float64Array.from(perceptions.easting),
      northings: Float64Array.from(perceptions.northing),
      days: Float64Array.from(perceptions.reportedMinutes, (minutes) =>
        minutes === noMinutes ? Number.NaN : Math.floor(minutes / minutesPerDay),
      ),
    },
    standardBurst,
  );
  const fear = fearOfCells(felt, bursts, (report) => reports[report] ?? -1);
  const squareOf = (square: number): GapSquare => ({
    name: nameOfSquare(inputs, squares.names[square] ?? ''),
    reports: felt[square] ?? 0,
    fear: fear[square] ?? 0,
    records: held[square] ?? 0,
    statements: spoken[square] ?? 0,
  });
  const isUnheard = (square: number): boolean =>
    (held[square] ?? 0) >= fewestRecords &&
    ((felt[square] ?? 0) + (spoken[square] ?? 0)) * times < (held[square] ?? 0);
  return {
    feared: fearedCells(fear, held, fewestReports).slice(0, shown).map(squareOf),
    unheard: [...held.keys()]
      .filter(isUnheard)
      .toSorted((a, b) => (held[b] ?? 0) - (held[a] ?? 0) || a - b)
      .slice(0, shown)
      .map(squareOf),
  };
}

/** Squares that anything lies in, numbered from 0 as they come. */
class Squares {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** Square of each place; -1 for a place without a position. */
  of(eastings: ArrayLike<number>, northings: ArrayLike<number>): Int32Array {
    return Int32Array.from({ length: eastings.length }, (_, at) => {
      const column = Math.floor((eastings[at] ?? Number.NaN) / squareMetres);
      const row = Math.floor((northings[at] ?? Number.NaN) / squareMetres);
      if (Number.isNaN(column) || Number.isNaN(row)) return -1;
      const name = `${column} ${row}`;
      const known = this.#numbers.get(name) ?? this.names.push(name) - 1;
      this.#numbers.set(name, known);
      return known;
    });
  }

  /** How many of the places lie in each square. */
  counts(places: Int32Array): Float64Array {
    const counts = new Float64Array(this.names.length);
    for (const square of places) if (square >= 0) counts[square] = (counts[square] ?? 0) + 1;
    return counts;
  }
}

/** Both gaps as tables, or as sentences where there is none. */
export function gapBlocks(inputs: ProfileInputs): Block[] {
  if (inputs.perceptions.length === 0 || inputs.isContextOnly) return [];
  const { feared, unheard } = gapsOf(inputs);
  return [
    feared.length === 0
      ? {
          kind: 'paragraph',
          text: `No 500 m square has ${fewestReports} or more reports of feeling unsafe and no more recorded public-space VAWG incidents than the average square that has any.`,
        }
      : gapTable(
          `Fear without record: 500 m squares with ${fewestReports} or more StreetSafe-style reports and no more recorded public-space VAWG incidents than the average square that has any, all that were imported, whatever their date. Reports of one day about one place (a burst of ${standardBurst.reports} or more within ${standardBurst.metres} m, as a campaign makes them) count as one. Kinds of evidence side by side, never added. A table that counts around a point, as the one of statements does, has other numbers for the same place. Fear without a record may be harm that nobody reports.`,
          feared,
        ),
    unheard.length === 0
      ? {
          kind: 'paragraph',
          text: `No 500 m square has ${fewestRecords} or more recorded public-space incidents and far fewer reports and statements.`,
        }
      : gapTable(
          `Record without voice: 500 m squares with ${fewestRecords} or more recorded public-space VAWG incidents and fewer than a quarter as many reports and statements together, all that were imported. Few or none were heard about these places: ask there before anything is decided.`,
          unheard,
        ),
  ];
}

function gapTable(caption: string, squares: readonly GapSquare[]): Block {
  const hasBursts = squares.some(({ fear, reports }) => fear !== reports);
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'Place' },
      { title: 'Reports', isNumber: true },
      ...(hasBursts ? [{ title: 'A burst as one', isNumber: true }] : []),
      { title: 'Statements', isNumber: true },
      { title: 'Recorded incidents', isNumber: true },
    ],
    rows: squares.map(({ name, reports, fear, statements, records }) => [
      name,
      number(reports),
      ...(hasBursts ? [number(fear)] : []),
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
