import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalysisMethod, RunResult, RunTable } from '../../src/contract/hotspots.ts';
import { gridToWgs84 } from '../../src/domain/geography/british-national-grid.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadShiftGrid } from '../../src/engine/shift-grid.ts';
import { ask } from '../engine/support.ts';

interface Planted {
  readonly name: string;
  readonly centre?: { readonly easting: number; readonly northing: number };
  readonly radiusMetres: number;
  readonly expected: { readonly publicVawgIncidentsWithin: number; perceptionsWithin: number };
}

const numbers = (table: RunTable | undefined, name: string): number[] =>
  Array.from(table?.columns.find((column) => column.name === name)?.values ?? [], Number);
const texts = (table: RunTable | undefined, name: string): string[] =>
  Array.from(table?.columns.find((column) => column.name === name)?.values ?? [], String);
const named = (result: RunResult, name: string) =>
  result.others.find((table) => table.name === name);

/** Metres between two places a few kilometres apart at most, from degrees. */
function metresApart(a: readonly [number, number], b: readonly [number, number]): number {
  const perDegree = 111_320;
  const east = (a[0] - b[0]) * perDegree * Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot(east, (a[1] - b[1]) * perDegree);
}

/** Rows of cells whose middle is at most so far from a place. */
function cellsNear({ geometry }: RunResult, place: readonly [number, number], metres: number) {
  if (geometry.kind !== 'cells') throw new Error('no cells');
  const { polygons, verticesPerCell } = geometry;
  const found: number[] = [];
  for (let row = 0; row < polygons.length / (2 * verticesPerCell); row++) {
    const at = (vertex: number, axis: number) =>
      polygons[2 * (row * verticesPerCell + vertex) + axis] ?? 0;
    const middle = [(at(0, 0) + at(2, 0)) / 2, (at(0, 1) + at(2, 1)) / 2] as const;
    if (metresApart(middle, place) <= metres) found.push(row);
  }
  return found;
}

/** What each method makes of each planted place of the sample force: rows of a table in Markdown. */
export async function plantedTable(engine: Engine, folder: string): Promise<string[]> {
  const run = (method: AnalysisMethod) =>
    ask(engine, 'runAnalysis', { method, filter: { space: 'public' } });
  const hot = await run('gi-star');
  const moran = await run('local-moran');
  const clusters = await run('clusters');
  const emerging = await run('emerging');
  const gap = await run('gap');
  const repeats = await run('repeats');
  const stability = await run('stability');
  const truths = JSON.parse(readFileSync(join(folder, 'planted-truths.json'), 'utf8')) as {
    truths: readonly Planted[];
  };
  return truths.truths.flatMap((planted) => {
    if (planted.centre === undefined) return [];
    const { easting, northing } = planted.centre;
    const point = gridToWgs84(loadShiftGrid(), easting, northing);
    if (point === undefined) throw new Error('outside');
    const place = [point.longitude, point.latitude] as const;
    // A cell counts where its middle is in the place, or less than half a cell's diagonal beside it.
    const reach = planted.radiusMetres + 177;
    const own = cellsNear(hot, place, reach);
    const isHot = (row: number) => (numbers(hot.main, 'bin_bh')[row] ?? 0) >= 2;
    const hotCells = own.filter(isHot).length;
    const highHigh = cellsNear(moran, place, reach).filter(
      (row) => texts(moran.main, 'cluster')[row] === 'High-High',
    );
    return [
      [
        planted.name,
        `${planted.expected.publicVawgIncidentsWithin} / ${planted.expected.perceptionsWithin}`,
        hotCells === 0 ? 'no' : `${hotCells} of ${own.length} cells`,
        highHigh.length === 0 ? 'no' : `${highHigh.length}`,
        clusterAt(clusters, place, reach),
        monthsAt(emerging, place, reach),
        repeatAt(repeats, place),
        fearedAt(gap, [easting, northing], reach),
        ...stabilityOf(
          stability,
          new Set(own.map((row) => numbers(hot.main, 'cell_id')[row] ?? 0)),
        ),
      ].join(' | '),
    ].map((row) => `| ${row} |`);
  });
}

function clusterAt({ main, geometry }: RunResult, place: readonly [number, number], reach: number) {
  if (geometry.kind !== 'hulls') throw new Error('no hulls');
  const { starts, positions } = geometry;
  const counts = numbers(main, 'count');
  const row = counts.findIndex((_, at) => {
    for (let vertex = starts[at] ?? 0; vertex < (starts[at + 1] ?? 0); vertex++) {
      const [east, north] = [positions[2 * vertex] ?? 0, positions[2 * vertex + 1] ?? 0];
      if (metresApart([east, north], place) <= reach) return true;
    }
    return false;
  });
  return row < 0 ? 'no' : `${counts[row]} records`;
}

/** The classes and trends of the cells of a place. */
function monthsAt(emerging: RunResult, place: readonly [number, number], reach: number) {
  const rows = cellsNear(emerging, place, reach);
  const classes = rows
    .map((row) => texts(emerging.main, 'class')[row] ?? '')
    .filter((name) => !['', 'none', 'no pattern'].includes(name));
  const trendOf = (sign: number) =>
    rows.filter(
      (row) =>
        (numbers(emerging.main, 'trend_p_bh')[row] ?? 1) <= 0.05 &&
        (numbers(emerging.main, 'trend_t')[row] ?? 0) * sign > 0,
    ).length;
  const found = [
    ...[...new Set(classes)].sort(),
    ...(trendOf(1) > 0 ? [`**rising** (${trendOf(1)})`] : []),
    ...(trendOf(-1) > 0 ? [`**falling** (${trendOf(-1)})`] : []),
  ];
  return found.length === 0 ? 'no' : found.join(', ');
}

function repeatAt({ main, geometry }: RunResult, place: readonly [number, number]) {
  if (geometry.kind !== 'points') throw new Error('no points');
  const { positions } = geometry;
  const row = numbers(main, 'records').findIndex(
    (_, at) => metresApart([positions[2 * at] ?? 0, positions[2 * at + 1] ?? 0], place) < 5,
  );
  return row < 0 ? 'no' : `${numbers(main, 'records')[row]} records`;
}

function fearedAt(gap: RunResult, [easting, northing]: [number, number], reach: number) {
  const feared = named(gap, 'feared_little_recorded');
  const rows = numbers(feared, 'easting')
    .map((east, row) =>
      Math.hypot(east - easting, (numbers(feared, 'northing')[row] ?? 0) - northing),
    )
    .flatMap((metres, row) => (metres <= reach ? [row] : []));
  return rows.length === 0
    ? 'no'
    : `${rows.length} of its cells, the most feared is number ${(rows[0] ?? 0) + 1}`;
}

/** The hot spot that holds most of a place's records: its records and size, and how it fared. */
function stabilityOf(
  stability: RunResult,
  ids: ReadonlySet<number>,
): [place: string, stays: string] {
  const cells = named(stability, 'cells');
  const counts = numbers(cells, 'count');
  const spots = numbers(cells, 'hot_spot');
  const recordsOf = new Map<number, number>();
  for (const [row, id] of numbers(cells, 'cell_id').entries()) {
    const spot = spots[row] ?? 0;
    if (ids.has(id)) recordsOf.set(spot, (recordsOf.get(spot) ?? 0) + (counts[row] ?? 0));
  }
  const [most] = [...recordsOf].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return ['no', '-'];
  const of = (name: string) => numbers(stability.main, name)[most[0] - 1];
  const warned = texts(stability.main, 'words')[most[0] - 1]?.includes('no place to patrol');
  return [
    `${of('count')} records, ${of('cells')} cells${warned === true ? ', **set apart: one coordinate**' : ''}`,
    `${of('stays_hot_in')} of ${of('checks')}`,
  ];
}
