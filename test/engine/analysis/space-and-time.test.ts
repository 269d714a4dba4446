import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunResult, RunTable } from '../../../src/contract/hotspots.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = [
  'reference',
  'offenceTitle',
  'offenceCode',
  'recordedOn',
  'occurredFrom',
  'occurredTo',
  'easting',
  'northing',
  'address',
  'locationType',
];

interface Made {
  readonly recorded: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: readonly [number, number];
  readonly address?: string;
}

/** A workspace of exposures in the street, or in a dwelling where an address is given. */
async function workspaceOf(records: readonly Made[]) {
  const made = await emptyWorkspace();
  const rows = records.map(({ recorded, from, to, at, address }, index) => [
    `A${index}`,
    'Exposure',
    '088/09',
    recorded,
    from ?? '',
    to ?? '',
    at === undefined ? '' : String(at[0]),
    at === undefined ? '' : String(at[1]),
    address ?? '',
    address === undefined ? 'Street' : 'Dwelling',
  ]);
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  return made;
}

const here = [440_010, 330_010] as const;
const day = (offset: number): string => {
  const date = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString();
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
};

const columnOf = (table: RunTable | undefined, name: string) =>
  [...(table?.columns.find((column) => column.name === name)?.values ?? [])] as const;

/** Every record is counted once, and no text says NaN or undefined. */
function expectWhole(result: RunResult, total: number): void {
  const left = Object.values(result.run.leftOut).reduce((sum, count) => sum + count, 0);
  expect(result.run.countIn + left).toBe(total);
  expect(result.words.join(' ')).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
}

describe('near repeats', () => {
  it('are found where each record is followed by one close by the day after', async () => {
    // Twelve places far apart, each with two records on two days, months from the next place.
    const records = Array.from({ length: 12 }, (_, place) =>
      [0, 1].map((later) => ({
        recorded: '01/01/2026',
        from: day(place * 30 + later),
        at: [440_000 + place * 5_000 + later * 30, 330_000] as const,
      })),
    ).flat();
    const { engine } = await workspaceOf([
      ...records,
      { recorded: '01/01/2025', from: '', at: here },
      { recorded: '01/01/2026', from: '2025-03', at: here },
    ]);
    const question = { method: 'near-repeat', filter: { dateBasis: 'committed' } } as const;
    const result = await ask(engine, 'runAnalysis', question);
    expectWhole(result, 26);
    expect(result.run).toMatchObject({ countIn: 24, leftOut: { noDate: 1, onlyMonthKnown: 1 } });
    const at = columnOf(result.main, 'observed').findIndex((count) => Number(count) > 0);
    expect(columnOf(result.main, 'observed')[at]).toBe(12);
    expect(columnOf(result.main, 'p')[at]).toBe(0.001);
    expect(result.words[0]).toContain(
      'From 0.1 to under 100 m and 1 to 7 days apart there are 12 pairs',
    );
    const again = await ask(engine, 'runAnalysis', question);
    expect(again.main).toEqual(result.main);
    expect(again.run.run).toBe(result.run.run);
    expect(
      await engine.call('runAnalysis', { ...question, settings: { spaceBands: '5,1' } }),
    ).toMatchObject({ code: 'bad-request' });
    expect(
      await engine.call('runAnalysis', {
        ...question,
        filter: { from: '2025-01-01', to: '2025-01-01' },
      }),
    ).toMatchObject({ code: 'nothing-to-show' });
    expect(await engine.call('runAnalysis', { ...question, weight: 'harm' })).toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('emerging hot spots', () => {
  it('name a place that is new, and what is of another time', async () => {
    const background = Array.from({ length: 60 }, (_, at) => ({
      recorded: day(at * 10),
      from: day(at * 10),
      at: [440_000 + (at % 10) * 1_000, 330_000 + Math.floor(at / 10) * 1_000] as const,
    }));
    const burst = Array.from({ length: 15 }, () => ({
      recorded: day(594),
      from: day(590),
      at: [443_510, 333_510] as const,
    }));
    const longAgo = { recorded: day(300), from: '01/05/1999', at: here };
    const { engine, folder } = await workspaceOf([...background, ...burst, longAgo]);
    const question = { method: 'emerging', area: 'rectangle' } as const;
    const result = await ask(engine, 'runAnalysis', question);
    expectWhole(result, 76);
    expect(result.run).toMatchObject({
      countIn: 75,
      leftOut: { outsideRecords: 1 },
      summary: { firstMonth: '2025-01', lastMonth: '2026-08', months: 20 },
    });
    const classes = columnOf(result.main, 'class');
    const fullest = columnOf(result.main, 'count').findIndex((count) => Number(count) === 15);
    expect(classes[fullest]).toBe('new hot');
    expect(classes.filter((name) => name !== 'none').length).toBeLessThanOrEqual(9);
    expect(result.geometry.kind).toBe('cells');
    const out = join(folder, 'emerging.csv');
    await ask(engine, 'analyse', { ...question, out });
    expect(readFileSync(out, 'utf8')).not.toMatch(/NaN|undefined|null/);
    expect(
      await engine.call('runAnalysis', {
        ...question,
        filter: { from: '2025-02-01', to: '2025-02-28' },
      }),
    ).toMatchObject({ code: 'nothing-to-show' });
  });
});

describe('hours, bands and days of events', () => {
  // Saturdays of November 2026: 7, 14, 21, 28.
  const records = [
    { recorded: '01/11/2026' },
    ...['07', '07', '07', '07', '14', '21', '21', '21', '28'].map((date) => ({
      recorded: `${date}/11/2026`,
      from: `${date}/11/2026 22:30`,
      to: `${date}/11/2026 23:30`,
    })),
    { recorded: '30/11/2026', from: '09/11/2026 08:00', to: '09/11/2026 08:30' },
    { recorded: '30/11/2026', from: '10/11/2026 00:00' },
    { recorded: '30/11/2026', from: '10/11/2026' },
  ];
  const calendar = csv(
    ['name', 'type', 'from', 'to'],
    ['Home match', 'fixture', '07/11/2026', '07/11/2026'],
    ['Home match', 'fixture', '21/11/2026', '21/11/2026'],
    ['Autumn', 'term', '10/11/2026', '18/12/2026'],
  );

  it('are told of the records with a time, wherever they were', async () => {
    const { engine, folder } = await workspaceOf(records);
    const result = await ask(engine, 'runAnalysis', { method: 'aoristic' });
    expectWhole(result, 13);
    expect(result.run).toMatchObject({ countIn: 10, leftOut: { noTime: 2, timeUnknown: 1 } });
    const weights = columnOf(result.main, 'weight').map(Number);
    expect(weights).toHaveLength(168);
    // Sunday first: Saturday 22:00 and 23:00, Monday 08:00.
    expect(weights[6 * 24 + 22]).toBeCloseTo(4.5, 12);
    expect(weights[6 * 24 + 23]).toBeCloseTo(4.5, 12);
    expect(weights[24 + 8]).toBe(1);
    const [bands] = result.others;
    expect(columnOf(bands, 'weight')).toEqual([9, 0, 1]);
    expect(result.words.join(' ')).toContain('holidays too');

    await importOne(engine, fileOf(folder, 'c.csv', calendar), { kind: 'calendar' });
    const known = await ask(engine, 'runAnalysis', { method: 'aoristic' });
    expect(known.run.run).not.toBe(result.run.run);
    // The Monday is before the term.
    expect(columnOf(known.others[0], 'weight')).toEqual([9, 0, 0]);
    expect(columnOf(known.others[1], 'number')).toEqual([2, 2]);
    expect(columnOf(known.others[1], 'records')).toEqual([7, 2]);
    expect(columnOf(known.others[1], 'ratio')[0]).toBeCloseTo(3.5, 12);
    expect(known.words.join(' ')).toContain(
      'On the 2 days with a fixture or an event there are 3.50 times',
    );
  });

  it('take bands and events as they are asked for', async () => {
    const { engine, folder } = await workspaceOf(records);
    const run = (settings: Record<string, string>) =>
      engine.call('runAnalysis', { method: 'aoristic', settings });
    const own = await ask(engine, 'runAnalysis', {
      method: 'aoristic',
      settings: { bands: 'Late: Sat 23:00-01:00', rule: 'reference' },
    });
    expect(columnOf(own.others[0], 'weight').at(-1)).toBeCloseTo(4.5, 12);
    // The reference rule takes midnight as it stands.
    expect(own.run.countIn).toBe(11);
    expect(await run({ bands: 'never' })).toMatchObject({ code: 'bad-request' });
    expect(await run({ event: 'fixture' })).toMatchObject({ code: 'nothing-to-show' });
    await importOne(engine, fileOf(folder, 'c.csv', calendar), { kind: 'calendar' });
    expect(await run({ event: 'home match' })).toMatchObject({ ok: true });
    const perceptions = await engine.call('runAnalysis', {
      method: 'aoristic',
      filter: { evidence: 'perceptions' },
    });
    expect(perceptions.ok).toBe(false);
  });
});

describe('evaluation', () => {
  it('holds the picks of the earlier period against the later one', async () => {
    const at = (offset: number, east: number) => ({
      recorded: day(offset),
      from: day(offset),
      at: [440_010 + east, 330_010] as const,
    });
    const { engine } = await workspaceOf([
      at(0, 0),
      ...[1, 2, 3, 4].map((offset) => at(offset * 10, 0)),
      at(20, 1_000),
      ...[80, 85, 90].map((offset) => at(offset, 0)),
      at(99, 2_000),
    ]);
    const question = {
      method: 'evaluate',
      area: 'rectangle',
      settings: { coverage: '5,50' },
    } as const;
    const result = await ask(engine, 'runAnalysis', question);
    expectWhole(result, 10);
    expect(result.run.summary).toMatchObject({ split: '2025-03-17', earlier: 6, later: 4 });
    expect(columnOf(result.main, 'cells')[0]).toBe(1);
    expect(columnOf(result.main, 'hit_rate')[0]).toBe(0.75);
    expect(columnOf(result.main, 'pei')[0]).toBe(1);
    const run = (settings: Record<string, string>) =>
      engine.call('runAnalysis', { ...question, settings });
    expect(await run({ split: '2031-01-01' })).toMatchObject({ code: 'nothing-to-show' });
    expect(await run({ split: 'soon' })).toMatchObject({ code: 'bad-request' });
    expect(await run({ coverage: '0,5' })).toMatchObject({ code: 'bad-request' });
    expect(await run({ score: 'gi-star' })).toMatchObject({ ok: true });
  });
});

describe('repeat places', () => {
  it('are those of a position in public, and of a keyed address in private', async () => {
    const { engine } = await workspaceOf([
      { recorded: '01/02/2026', at: here },
      { recorded: '03/02/2026', at: here },
      { recorded: '03/02/2026', at: [440_011, 330_010] },
      { recorded: '04/02/2026' },
      { recorded: '05/02/2026', address: '1 High Street' },
      { recorded: '06/02/2026', address: '1 High Street' },
      { recorded: '07/02/2026', address: '2 High Street' },
    ]);
    const inPublic = await ask(engine, 'runAnalysis', {
      method: 'repeats',
      filter: { space: 'public', dateBasis: 'recorded' },
    });
    expectWhole(inPublic, 7);
    expect(inPublic.run).toMatchObject({
      countIn: 3,
      leftOut: { noPlaceKey: 1, otherSpace: 3 },
      summary: { by: 'position', places: 2, repeated: 1, recordsAtRepeated: 2 },
    });
    expect(columnOf(inPublic.main, 'records')).toEqual([2]);
    expect(columnOf(inPublic.main, 'last')).toEqual(['2026-02-03']);
    expect(inPublic.geometry.kind).toBe('points');
    const inPrivate = await ask(engine, 'runAnalysis', {
      method: 'repeats',
      filter: { space: 'private' },
    });
    expect(inPrivate.run.summary).toMatchObject({ by: 'address', places: 2, repeated: 1 });
    expect(inPrivate.geometry.kind).toBe('none');
  });

  it('refuse published points, which stand for many addresses', async () => {
    const made = await emptyWorkspace();
    const columns = [
      'Crime ID',
      'Month',
      'Reported by',
      'Falls within',
      'Longitude',
      'Latitude',
      'Location',
      'LSOA code',
      'LSOA name',
      'Crime type',
      'Last outcome category',
      'Context',
    ];
    const row = (id: string) => [
      id,
      '2026-01',
      'X',
      'X',
      '-1.4',
      '52.9',
      'On or near Y',
      '',
      '',
      'Violence and sexual offences',
      '',
      '',
    ];
    const path = fileOf(made.folder, 's.csv', csv(columns, row('a1'), row('a2')));
    await importOne(made.engine, path);
    expect(
      await made.engine.call('runAnalysis', {
        method: 'repeats',
        filter: { evidence: 'all-incidents' },
      }),
    ).toMatchObject({ code: 'nothing-to-show', detail: { leftOut: { publishedPoint: 2 } } });
  });
});

describe('an assessment', () => {
  /** `count` records at a distance to the east, spread over 28 days from an offset. */
  const some = (count: number, offset: number, east: number): Made[] =>
    Array.from({ length: count }, (_, at) => ({
      recorded: day(offset + Math.floor((28 * at) / count)),
      from: day(offset + Math.floor((28 * at) / count)),
      at: [440_010 + east, 330_010] as const,
    }));
  const start = 400;
  const records = [
    ...some(1, 0, 0),
    ...some(30, start - 364, 0),
    ...some(8, start, 0),
    ...some(6, start - 364, 400),
    ...some(6, start, 400),
    ...some(40, start - 364, 5_000),
    ...some(40, start, 5_000),
    ...some(3, 200, 0),
    ...some(1, 460, 0),
  ];
  const settings = {
    easting: '440000',
    northing: '330000',
    from: '2026-02-05',
    to: '2026-03-04',
  };

  it('compares the same dates a year before, around and elsewhere', async () => {
    const { engine, folder } = await workspaceOf(records);
    const result = await ask(engine, 'runAnalysis', { method: 'assess', settings });
    expectWhole(result, records.length);
    expect(columnOf(result.main, 'before')).toEqual([30, 6, 40]);
    expect(columnOf(result.main, 'after')).toEqual([8, 6, 40]);
    expect(columnOf(result.main, 'ratio').slice(0, 2)).toEqual(
      [8 / 30, 1].map((ratio) => expect.closeTo(ratio, 12)),
    );
    expect(result.run.leftOut).toEqual({ outsideAssessment: 5 });
    expect(result.words[0]).toContain('fewer than expected');
    expect(result.words.join(' ')).toContain('Regression to the mean cannot be judged');

    const activity = csv(
      ['reference', 'type', 'from', 'to', 'easting', 'northing'],
      ['ACT1', 'patrol', '05/02/2026', '04/03/2026', '440000', '330000'],
    );
    await importOne(engine, fileOf(folder, 'a.csv', activity), { kind: 'activities' });
    const named = await ask(engine, 'runAnalysis', {
      method: 'assess',
      settings: { activity: 'ACT1' },
    });
    expect(named.main).toEqual(result.main);
  });

  it('refuses what the data does not cover, and what is missing', async () => {
    const { engine } = await workspaceOf(records);
    const run = (more: Record<string, string>) =>
      engine.call('runAnalysis', { method: 'assess', settings: { ...settings, ...more } });
    expect(await run({ from: '2025-06-01' })).toMatchObject({ code: 'bad-request' });
    const early = await run({ from: '2025-06-01', to: '2025-06-28' });
    if (early.ok) throw new Error('not refused');
    expect(early.message).toContain('before the data does (2025-01-01)');
    expect(await run({ to: '2026-12-01' })).toMatchObject({ code: 'bad-request' });
    expect(await run({ to: '2026-01-01' })).toMatchObject({ code: 'bad-request' });
    expect(await run({ from: 'then' })).toMatchObject({ code: 'bad-request' });
    expect(await run({ activity: 'ACT9' })).toMatchObject({ code: 'not-found' });
    expect(await run({ easting: '600000' })).toMatchObject({ code: 'bad-request' });
    expect(await engine.call('runAnalysis', { method: 'assess' })).toMatchObject({
      code: 'bad-request',
    });
    const before = await ask(engine, 'runAnalysis', {
      method: 'assess',
      settings: { ...settings, from: '2025-02-06', to: '2025-03-05', against: 'days-before' },
    }).catch((error: Error) => error.message);
    expect(before).toContain('no records in one of the periods');
  });
});
