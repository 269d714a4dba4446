import type { RunColumn, RunResult } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';
import { mostFalse, short } from './shading.ts';

const told = new Set(['cell_id', 'count', 'bin_bh', 'z', 'p', 'p_bh', 'code', 'name', 'label']);

/**
 * What a row of a result's first table says, in words, the count first: "Cell 7: 31 incidents; the average cell of the
 * study area has 6". Columns that have no words of their own follow as title and value.
 */
export function rowWords(result: RunResult, row: number): string {
  const { columns } = result.main;
  const value = (name: string) => columns.find((column) => column.name === name)?.values[row];
  const parts: string[] = [];
  const count = value('count');
  if (typeof count === 'number' && !Number.isNaN(count)) {
    parts.push(recordWords(result.run.filter.evidence, count, short(count)));
    if (result.geometry.kind === 'cells') {
      parts.push(t('map.row.average', { average: short(average(result)) }));
    }
  }
  const bin = value('bin_bh');
  if (typeof bin === 'number') parts.push(binWords(bin));
  for (const column of columns) {
    const own = column.values[row];
    if (told.has(column.name) || own === undefined || own === '' || Number.isNaN(own)) continue;
    parts.push(valueWords(column, own));
  }
  const words = parts.join('; ');
  const name = value('name') ?? value('code');
  if (typeof name === 'string' && name !== '') return t('map.row.named', { name, words });
  const cell = value('cell_id');
  // A number that names something is no amount: no commas in it.
  return typeof cell === 'number' ? t('map.row.cell', { cell: String(cell), words }) : words;
}

function valueWords({ title, unit }: RunColumn, value: number | string): string {
  const named = title.toLowerCase();
  if (typeof value === 'string') return t('map.row.value', { title: named, value });
  return unit === null
    ? t('map.row.value', { title: named, value: short(value) })
    : t('map.row.valueUnit', { title: named, value: short(value), unit });
}

/** n of a run with what was counted; where kinds are laid side by side, the kind that is drawn first. */
export function countedWords({ run }: Pick<RunResult, 'run'>): string {
  const counted = recordWords(run.filter.evidence, run.countIn);
  if (run.method !== 'gap') return t('map.n', { counted });
  const count = Number(run.summary['perceptions'] ?? 0);
  const reports = recordWords('perceptions', count);
  return run.filter.evidence === 'perceptions'
    ? t('map.n', { counted: reports })
    : t('map.nBeside', { reports, counted });
}

/** So many rows of a result's first table, by what they are called: "12 cells". */
export function rowsWords({ run, geometry }: RunResult, count: number): string {
  if (geometry.kind === 'cells' || geometry.kind === 'areas') {
    return t(`map.rows.${geometry.kind}`, { count });
  }
  const { method } = run;
  const own = (['clusters', 'repeats', 'stability'] as const).find((name) => name === method);
  return t(`map.rows.${own ?? 'other'}`, { count });
}

/** The cells of a run: "250 m squares". Empty where it has none. */
export function cellWords({ geometry, run }: RunResult): string {
  return geometry.kind === 'cells' ? cellSizeWords(run) : '';
}

/** The same of a run of which only the question is known. */
export function cellSizeWords({ parameters }: RunResult['run']): string {
  const { cellMetres, shape } = parameters;
  if (typeof cellMetres !== 'number') return '';
  return t(shape === 'hexagon' ? 'map.cells.hexagon' : 'map.cells.square', { metres: cellMetres });
}

function recordWords(
  evidence: RunResult['run']['filter']['evidence'],
  count: number,
  shown: number | string = count,
): string {
  return t(`map.records.${evidence}`, { count, shown });
}

function binWords(bin: number): string {
  const most = mostFalse(bin);
  if (most === null) return t('map.row.notHot');
  return t(bin > 0 ? 'map.row.hot' : 'map.row.cold', { most });
}

function average({ main }: RunResult): number {
  const values = main.columns.find(({ name }) => name === 'count')?.values;
  if (!(values instanceof Float64Array) || values.length === 0) return Number.NaN;
  return values.reduce((sum, count) => sum + count, 0) / values.length;
}
