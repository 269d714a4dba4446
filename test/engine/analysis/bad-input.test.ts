import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/contract/calls.ts';
import {
  type AnalysisMethod,
  analysisMethods,
  type RunResult,
} from '../../../src/contract/hotspots.ts';
import { statsMethods } from '../../../src/engine/analysis/stats/methods.ts';
import { statsOnCsv } from '../../../src/engine/analysis/stats/run-stats.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { geoJson } from '../boundaries/make-files.ts';
import { csv, emptyWorkspace, fileOf, importOne, temporaryFolder } from '../support.ts';

type Place = readonly [easting: number, northing: number];
type Question = CallInput<'runAnalysis'>;

/** What a real extract never is, and a first try with the product often. */
interface BadInput {
  readonly places: readonly Place[];
  /** Rings in grid metres: each is imported as an area of its own. */
  readonly areas?: readonly (readonly Place[])[];
  readonly ask?: Partial<Question>;
  /** Methods that must refuse, and what the refusal must say. */
  readonly refuses?: { readonly methods: readonly AnalysisMethod[]; readonly saying: RegExp };
}

const spread = Array.from(
  { length: 16 },
  (_, at): Place => [440_125 + 250 * (at % 4), 330_125 + 250 * Math.floor(at / 4)],
);
const ends: readonly Place[] = [
  [440_100, 330_100],
  [440_200, 330_200],
  [90_000, 10_000],
  [650_000, 1_200_000],
];
const farOff: readonly Place[] = [
  [300_000, 200_000],
  [302_000, 200_000],
  [302_000, 202_000],
  [300_000, 202_000],
];
/** A ring like an hourglass: its two sides cross in the middle. */
const crossing: readonly Place[] = [
  [440_000, 330_000],
  [441_000, 330_000],
  [440_000, 331_000],
  [441_000, 331_000],
];
const withPositions = analysisMethods.filter(
  (method) => method !== 'aoristic' && method !== 'repeats',
);

const inputs: Readonly<Record<string, BadInput>> = {
  'no record': { places: [], refuses: { methods: analysisMethods, saying: /No record|no record/ } },
  'one record': { places: spread.slice(0, 1) },
  'all at one place': { places: Array.from({ length: 30 }, (): Place => [440_100, 330_100]) },
  'all cells equal': { places: spread },
  'all cells equal, by harm': { places: spread, ask: { weight: 'harm' } },
  'records far apart': { places: ends },
  'cells so small that there would be 50 million': {
    places: ends,
    ask: { cellMetres: 120, area: 'rectangle' },
    refuses: { methods: ['counts', 'kde', 'gi-star', 'emerging'], saying: /the most is .* m or/ },
  },
  'every record outside the area': {
    places: spread,
    areas: [farOff],
    ask: { area: 'boundary' },
    refuses: { methods: withPositions, saying: /No record with a position is left/ },
  },
  'an area whose lines cross': { places: spread, areas: [crossing], ask: { area: 'boundary' } },
  'a chosen area whose lines cross': {
    places: spread,
    ask: {
      filter: {
        dateBasis: 'recorded',
        within: {
          kind: 'ring',
          ring: [
            [-1.41, 52.86],
            [-1.39, 52.88],
            [-1.39, 52.86],
            [-1.41, 52.88],
          ],
        },
      },
    },
  },
  'a filter that leaves nothing': {
    places: spread,
    ask: { filter: { dateBasis: 'recorded', space: 'online' } },
    refuses: { methods: analysisMethods, saying: /No record/ },
  },
  'dates before the data': {
    places: spread,
    ask: { filter: { dateBasis: 'recorded', from: '1995-01-01', to: '1995-12-31' } },
    refuses: { methods: analysisMethods, saying: /No record/ },
  },
  'a bandwidth smaller than a cell': {
    places: spread,
    ask: { settings: { bandwidthMetres: '200' } },
    refuses: { methods: ['kde', 'relative-risk'], saying: /bandwidthMetres/ },
  },
};

const areasToTry = ['occupied-ring', 'rectangle'] as const;
const header = ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'];
const noNumber = /\bNaN\b|Infinity|undefined|\bnull\b/;

/** What a table, a map or a sentence of a result would show that is no number. */
function noNumbersOf(result: RunResult): string[] {
  const found: string[] = [];
  for (const { name, columns } of [result.main, ...result.others]) {
    for (const { name: column, values } of columns) {
      // NaN is "not given", shown as a dash and written as nothing; an infinity has no such meaning.
      const isWrong = (value: string | number) =>
        typeof value === 'number' ? Math.abs(value) === Infinity : noNumber.test(value);
      if (Array.from<string | number>(values).some(isWrong)) found.push(`${name}.${column}`);
    }
  }
  const { geometry, shade } = result;
  const positions =
    geometry.kind === 'cells'
      ? geometry.polygons
      : geometry.kind === 'points' || geometry.kind === 'hulls'
        ? geometry.positions
        : [];
  if (!positions.every(Number.isFinite)) found.push('layer');
  if (shade?.breaks.some(({ upTo, rows }) => !Number.isFinite(upTo + rows)) === true) {
    found.push('breaks');
  }
  if (result.words.some((words) => noNumber.test(words))) found.push(result.words.join(' '));
  const summary = JSON.stringify(result.run.summary, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
  );
  if (/\bNaN\b|Infinity/.test(summary)) found.push(summary);
  return found;
}

const settingsOf = (method: AnalysisMethod, more: Question['settings']): Question['settings'] =>
  method === 'assess'
    ? { easting: '440200', northing: '330200', from: '2026-02-04' }
    : bandwidthMethods.includes(method)
      ? more
      : {};
const bandwidthMethods: readonly AnalysisMethod[] = ['kde', 'relative-risk', 'stability'];

async function workspaceOf({ places, areas = [] }: BadInput): Promise<Engine> {
  const { engine, folder } = await emptyWorkspace();
  const rows = places.map(([easting, northing], at) => [
    `A${at}`,
    'Exposure',
    '088/09',
    `0${1 + (at % 9)}/02/2026`,
    String(easting),
    String(northing),
  ]);
  if (places.length > 0) await importOne(engine, fileOf(folder, 'x.csv', csv(header, ...rows)));
  const shapes = areas.map((ring, at): [string, unknown] => [
    `E0100000${at + 1}`,
    [[...ring, ring[0]]],
  ]);
  if (areas.length > 0) {
    const file = fileOf(folder, 'areas.json', geoJson(shapes, 'EPSG:27700'));
    expect((await importOne(engine, file)).accepted).toBe(areas.length);
  }
  return engine;
}

describe.each(Object.entries(inputs))('every method, with %s', (_, input) => {
  it('says something true or refuses plainly, and accounts for every record', async () => {
    const engine = await workspaceOf(input);
    const areaRules = input.ask?.area === undefined ? areasToTry : [input.ask.area];
    for (const method of analysisMethods) {
      for (const area of areaRules) {
        const outcome = await engine.call('runAnalysis', {
          filter: { dateBasis: 'recorded' },
          ...input.ask,
          method,
          area,
          settings: settingsOf(method, input.ask?.settings),
        });
        const refusal = input.refuses?.methods.includes(method) === true ? input.refuses : null;
        if (!outcome.ok) {
          const said = `${method}: ${outcome.message} ${outcome.remedy}`;
          expect(['nothing-to-show', 'bad-request'], said).toContain(outcome.code);
          expect(said).not.toMatch(noNumber);
          expect(outcome.remedy.length, said).toBeGreaterThan(10);
          if (refusal !== null) expect(said).toMatch(refusal.saying);
          continue;
        }
        expect(refusal, `${method} is not refused`).toBeNull();
        const { run } = outcome.value;
        const leftOut = Object.values(run.leftOut).reduce((sum, count) => sum + count, 0);
        expect(run.countIn + leftOut, method).toBe(input.places.length);
        expect(noNumbersOf(outcome.value), method).toEqual([]);
      }
    }
  });
});

it.each(Object.keys(statsMethods))('stats %s refuses a table without a point', async (method) => {
  const folder = temporaryFolder();
  const points = fileOf(folder, 'p.csv', 'id,x,y,day\n1,,abc,\n2,NaN,inf,x\n');
  const out = join(folder, 'out.csv');
  await expect(
    statsOnCsv({
      method,
      points,
      x: 'x',
      y: 'y',
      weight: null,
      from: null,
      to: null,
      grid: () => ({
        shape: 'square',
        cellMetres: 250,
        originEasting: 440_000,
        originNorthing: 330_000,
        columns: 4,
        rows: 4,
      }),
      settings: new Map(),
      out,
    }),
  ).rejects.toMatchObject({ failure: { code: 'nothing-to-show' } });
  expect(existsSync(out)).toBe(false);
});
