import type { AnalysisMethod, RunResult } from '../../src/contract/hotspots.ts';
import { short } from './shading.ts';

const boundWords: Readonly<Record<number, string>> = {
  3: 'at most 1 in 100',
  2: 'at most 5 in 100',
  1: 'at most 10 in 100',
};
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
    parts.push(`${short(count)} ${nounOf(result, count)}`);
    if (result.geometry.kind === 'cells') {
      parts.push(`the average cell of the study area has ${short(average(result))}`);
    }
  }
  const bin = value('bin_bh');
  if (typeof bin === 'number') parts.push(binWords(bin));
  for (const column of columns) {
    if (told.has(column.name)) continue;
    const own = column.values[row];
    if (own === undefined || own === '' || Number.isNaN(own)) continue;
    const unit = column.unit === null || typeof own === 'string' ? '' : ` ${column.unit}`;
    parts.push(
      `${column.title.toLowerCase()} ${typeof own === 'number' ? short(own) : own}${unit}`,
    );
  }
  const words = parts.join('; ');
  const name = value('name') ?? value('code');
  if (typeof name === 'string' && name !== '') return `${name}: ${words}`;
  const cell = value('cell_id');
  return typeof cell === 'number' ? `Cell ${cell}: ${words}` : words;
}

/** n of a run with what was counted; where kinds are laid side by side, the kind that is drawn first. */
export function countedWords(result: Pick<RunResult, 'run'>): string {
  const { countIn, method, summary } = result.run;
  const counting = (count: number, noun: string) => `${count.toLocaleString('en-GB')} ${noun}`;
  const counted = counting(countIn, nounOf(result, countIn));
  if (method !== 'gap') return `n = ${counted}`;
  const reports = counting(Number(summary['perceptions'] ?? 0), 'reports of feeling unsafe');
  return result.run.filter.evidence === 'perceptions'
    ? `n = ${reports}`
    : `n = ${reports}, beside ${counted}`;
}

const rowNouns: Readonly<Partial<Record<AnalysisMethod, readonly [one: string, more: string]>>> = {
  clusters: ['cluster', 'clusters'],
  repeats: ['place', 'places'],
  stability: ['hot spot', 'hot spots'],
};

/** What so many rows of a result's first table are called. */
export function nounOfRows({ run, geometry }: RunResult, rows: number): string {
  const [one, more] =
    geometry.kind === 'cells'
      ? (['cell', 'cells'] as const)
      : geometry.kind === 'areas'
        ? (['area', 'areas'] as const)
        : (rowNouns[run.method] ?? (['row', 'rows'] as const));
  return rows === 1 ? one : more;
}

/** The cells of a run: "250 m squares". Empty where it has none. */
export function cellWords({ geometry, run }: RunResult): string {
  const { cellMetres, shape } = run.parameters;
  if (geometry.kind !== 'cells' || typeof cellMetres !== 'number') return '';
  return `${cellMetres.toLocaleString('en-GB')} m ${String(shape)}s`;
}

/** What records of a run are called. */
function nounOf({ run }: Pick<RunResult, 'run'>, count: number): string {
  const isOne = count === 1;
  const { evidence } = run.filter;
  if (evidence === 'partner') return isOne ? 'partner event' : 'partner events';
  if (evidence !== 'perceptions') return isOne ? 'incident' : 'incidents';
  return isOne ? 'report of feeling unsafe' : 'reports of feeling unsafe';
}

function binWords(bin: number): string {
  const bound = boundWords[Math.abs(bin)];
  if (bound === undefined) return 'not hot';
  return `${bin > 0 ? 'hot' : 'cold'}: one of a set of which ${bound} are expected to be false`;
}

function average({ main }: RunResult): number {
  const values = main.columns.find(({ name }) => name === 'count')?.values;
  if (!(values instanceof Float64Array) || values.length === 0) return Number.NaN;
  return values.reduce((sum, count) => sum + count, 0) / values.length;
}
