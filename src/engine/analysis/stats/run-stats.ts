import Papa from 'papaparse';
import { FailureError } from '../../../contract/outcome.ts';
import type { CellGrid } from '../../../domain/geography/cells.ts';
import { writeWhole } from '../../write-whole.ts';
import { MethodSettings } from '../method-settings.ts';
import { numberIn, openPlainTable } from '../plain-table.ts';
import { statsMethods } from './methods.ts';
import type { StatsPoints, StatsTable } from './stats-method.ts';

/** What `stats` is asked: a table, the names of its columns, and how. */
export interface StatsInput {
  readonly method: string;
  readonly points: string;
  readonly x: string;
  readonly y: string;
  readonly weight: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly grid: () => CellGrid;
  readonly hasGrid?: boolean;
  readonly settings: ReadonlyMap<string, string>;
  readonly out: string;
}

/** Runs one method on a plain CSV in grid metres and writes its table. Nothing is written when it fails. */
export async function statsOnCsv(input: StatsInput): Promise<StatsTable['summary']> {
  const method = Object.hasOwn(statsMethods, input.method) ? statsMethods[input.method] : undefined;
  if (method === undefined) {
    throw new FailureError(
      'not-available',
      `The method "${input.method}" is not part of this version.`,
      `Choose one of ${Object.keys(statsMethods).join(', ')}.`,
    );
  }
  const settings = new MethodSettings(input.settings, method.settings);
  if (method.needsGrid) input.grid();
  if (!method.readsTimes && (input.from !== null || input.to !== null)) {
    throw new FailureError(
      'bad-request',
      `The method "${input.method}" reads no time columns.`,
      'Leave --from and --to out.',
    );
  }
  const points = await readPoints(input);
  if (points.eastings.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'No row has numbers in the columns of the position and the weight, so there is nothing to work with.',
      'Look at the columns named by --x, --y and --weight. Nothing was written.',
      { unreadable: points.unreadable },
    );
  }
  const table = method.run(points, input.grid, settings, input.hasGrid === true);
  const text = Papa.unparse([[...table.header], ...table.rows.map((row) => [...row])], {
    newline: '\n',
  });
  writeWhole(input.out, `${text}\n`);
  return table.summary;
}

async function readPoints(input: StatsInput): Promise<StatsPoints> {
  const { source, columnOf } = await openPlainTable(input.points);
  const named = (name: string | null): number => (name === null ? -1 : columnOf(name));
  const [x, y] = [columnOf(input.x), columnOf(input.y)];
  const [weight, from, to] = [named(input.weight), named(input.from), named(input.to)];
  const [id, kind] = [source.header.indexOf('id'), source.header.indexOf('kind')];
  const read = {
    eastings: [] as number[],
    northings: [] as number[],
    weights: [] as number[],
    ids: [] as string[],
    kinds: [] as string[],
    from: [] as string[],
    to: [] as string[],
  };
  let unreadable = 0;
  let number = 0;
  for await (const slice of source.rows(() => {})) {
    for (const row of slice.rows) {
      number++;
      const easting = numberIn(row[x]);
      const northing = numberIn(row[y]);
      const value = weight < 0 ? 1 : numberIn(row[weight]);
      if (!Number.isFinite(easting) || !Number.isFinite(northing) || !Number.isFinite(value)) {
        unreadable++;
        continue;
      }
      read.eastings.push(easting);
      read.northings.push(northing);
      read.weights.push(value);
      read.ids.push(id < 0 ? String(number) : (row[id] ?? ''));
      read.kinds.push(kind < 0 ? '' : (row[kind] ?? ''));
      read.from.push(from < 0 ? '' : (row[from] ?? ''));
      read.to.push(to < 0 ? '' : (row[to] ?? ''));
    }
  }
  return {
    ...read,
    eastings: Float64Array.from(read.eastings),
    northings: Float64Array.from(read.northings),
    weights: Float64Array.from(read.weights),
    unreadable,
  };
}
