import { describe, expect, it } from 'vitest';
import type { RunTable } from '../../../src/contract/hotspots.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

type Place = readonly [number, number];
const busy: Place = [440_100, 330_100];
const feared: Place = [441_100, 331_100];
const fair: Place = [442_100, 332_100];

/** Ten incidents and a report at one place, four reports on four days at another, six reports of one day at a third. */
async function workspace() {
  const made = await emptyWorkspace();
  const { engine, folder } = made;
  const incidents = Array.from({ length: 10 }, (_, at) => [
    `A${at}`,
    'Exposure',
    '088/09',
    '01/02/2026',
    ...busy.map(String),
  ]);
  incidents.push(['A10', 'Exposure', '088/09', '01/02/2026', '443100', '333100']);
  await importOne(
    engine,
    fileOf(
      folder,
      'i.csv',
      csv(
        ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'],
        ...incidents,
      ),
    ),
  );
  const report = (at: number, day: string, place: Place) => [
    `P${at}`,
    day,
    ...place.map(String),
    'Poor lighting',
    '',
  ];
  const reports = [
    report(0, '01/02/2026', busy),
    ...[1, 2, 3, 4].map((day) => report(day, `0${day}/02/2026`, feared)),
    ...[5, 6, 7, 8, 9, 10].map((at) => report(at, '09/02/2026', fair)),
  ];
  await importOne(
    engine,
    fileOf(
      folder,
      'p.csv',
      csv(
        [
          'reference',
          'reportedOn',
          'easting',
          'northing',
          'environmentReasons',
          'behaviourReasons',
        ],
        ...reports,
      ),
    ),
  );
  const events = [['E1', 'Health', 'Assault', '01/02/2026', ...busy.map(String)]];
  await importOne(
    engine,
    fileOf(
      folder,
      'e.csv',
      csv(['reference', 'source', 'category', 'occurredFrom', 'easting', 'northing'], ...events),
    ),
  );
  return made;
}

const numbers = (table: RunTable | undefined, name: string): number[] =>
  Array.from(table?.columns.find((column) => column.name === name)?.values ?? [], Number);

describe('gap', () => {
  it('lays the kinds side by side, never summed, and sets bursts aside before ranking', async () => {
    const { engine } = await workspace();
    const { run, main, others, words, geometry } = await ask(engine, 'runAnalysis', {
      method: 'gap',
      filter: { dateBasis: 'recorded' },
    });
    expect(run.summary).toMatchObject({
      incidents: 11,
      partner: 1,
      perceptions: 11,
      cellsWithAnyEvidence: 4,
      feltOnlyCells: 2,
      recordedOnlyCells: 1,
      fearedLittleRecorded: 1,
      bursts: 1,
      reportsInBursts: 6,
    });
    expect(numbers(main, 'incidents')).toEqual([10, 0, 0, 1]);
    expect(numbers(main, 'perceptions')).toEqual([1, 4, 6, 0]);
    expect(numbers(main, 'fear')).toEqual([1, 4, 1, 0]);
    expect(numbers(main, 'fear_rank').slice(0, 3)).toEqual([2, 1, 3]);
    expect(main.columns.map(({ name }) => name)).not.toContain('p');
    const [list, agreement, bursts] = others;
    expect(numbers(list, 'perceptions')).toEqual([4]);
    expect(numbers(bursts, 'reports')).toEqual([6]);
    expect(bursts?.columns[0]?.values).toEqual(['2026-02-09']);
    // Four cells are too few to speak of an order.
    expect(numbers(agreement, 'spearman').every(Number.isNaN)).toBe(true);
    expect(words.join(' ')).not.toMatch(/NaN|\bp =/);
    if (geometry.kind !== 'cells') throw new Error('no cells');
    expect(geometry.polygons).toHaveLength(4 * 8);
  });

  it('takes other rules for a burst, and refuses harm', async () => {
    const { engine } = await workspace();
    const settings = { burstReports: '7' };
    const { run } = await ask(engine, 'runAnalysis', { method: 'gap', settings });
    expect(run.summary).toMatchObject({ bursts: 0, fearedLittleRecorded: 2 });
    const outcome = await engine.call('runAnalysis', { method: 'gap', weight: 'harm' });
    expect(outcome).toMatchObject({ ok: false, code: 'bad-request' });
  });

  it('finds the same feared squares as section 8 of the profile, with the same numbers', async () => {
    const { engine, folder } = await workspace();
    const header = 'reference,offenceTitle,recordedOn,locationType,easting,northing';
    const at = ([easting, northing]: Place, count: number, name: string): string[] =>
      Array.from({ length: count }, (_, one) =>
        [`${name}${one}`, 'Stalking', '01/03/2026', 'Street', easting, northing].join(','),
      );
    // Two incidents in the feared square, one in another and thirty in a third: 11 in the average square that has any.
    const rows = [
      ...at([445_100, 335_100], 2, 'F'),
      ...at([446_100, 336_100], 30, 'B'),
      ...at([447_100, 337_100], 1, 'O'),
    ];
    await importOne(engine, fileOf(folder, 'streets.csv', [header, ...rows].join('\n')));
    const days = (place: Place, count: number, name: string): string[] =>
      Array.from({ length: count }, (_, one) =>
        [`${name}${one}`, `${10 + one}/03/2026`, ...place, 'Poor lighting'].join(','),
      );
    const reports = [
      ...days([445_200, 335_200], 14, 'FR'),
      // Few enough beside the records by a quarter, yet more records than the average square has.
      ...days([446_200, 336_200], 13, 'BR'),
      // Twelve of one day are a burst: one report.
      ...days([447_200, 337_200], 12, 'OR').map((row) => row.replace(/\d\d\/03/, '28/03')),
    ];
    const columns = 'reference,reportedOn,easting,northing,environmentReasons';
    await importOne(engine, fileOf(folder, 'reports.csv', [columns, ...reports].join('\n')));
    const { others } = await ask(engine, 'runAnalysis', {
      method: 'gap',
      filter: { space: 'public' },
      cellMetres: 500,
      settings: { leastReports: '10' },
    });
    const { html } = await ask(engine, 'buildProfile', {});
    const table = /Fear without record.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
    const printed = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
        cell.replaceAll('\u00a0', ' '),
      ),
    );
    const [list] = others;
    expect(numbers(list, 'perceptions')).toEqual([14]);
    expect(printed).toEqual([['E445 N335 km', '14', '0', '2']]);
    expect(numbers(list, 'incidents')).toEqual([2]);
    expect([numbers(list, 'easting'), numbers(list, 'northing')]).toEqual([[445_250], [335_250]]);
  });
});
