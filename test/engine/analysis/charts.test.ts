import { describe, expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = [
  'reference',
  'offenceTitle',
  'offenceCode',
  'recordedOn',
  'occurredFrom',
  'easting',
  'northing',
];

async function workspace() {
  const made = await emptyWorkspace();
  const row = (reference: string, month: string, place: string[]): string[] => [
    reference,
    'Exposure',
    '088/09',
    `02/${month}/2026`,
    `02/${month}/2026 22:30`,
    ...place,
  ];
  const rows = ['01', '01', '03', '04'].map((month, index) =>
    row(`A${index}`, month, ['440010', '330010']),
  );
  rows.push(row('B1', '04', ['442010', '330010']), row('C1', '04', ['', '']));
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  const venues = csv(
    ['name', 'category', 'capacity', 'closingTime', 'easting', 'northing'],
    ['The Anchor', 'pub', '250', '02:00', '440125', '330225'],
    ['Far Inn', 'pub', '', '', '440900', '330010'],
  );
  await importOne(made.engine, fileOf(made.folder, 'v.csv', venues), { kind: 'venues' });
  return made;
}

describe('the linked charts', () => {
  it('count what meets the filter, mapped or not, by month, hour and offence', async () => {
    const { engine } = await workspace();
    const charts = await ask(engine, 'filterCharts', {});
    expect(charts).toMatchObject({ n: 6, total: 6, undated: 0, untimed: 0 });
    expect(charts.months).toEqual([
      { month: '2026-01', count: 2, isFilling: false },
      { month: '2026-02', count: 0, isFilling: false },
      { month: '2026-03', count: 1, isFilling: true },
      { month: '2026-04', count: 3, isFilling: true },
    ]);
    // 2 January 2026 was a Friday, 2 March a Monday, 2 April a Thursday.
    expect([4, 0, 3].map((day) => charts.hours[day * 24 + 22])).toEqual([2, 1, 3]);
    expect(charts.offences).toEqual([{ title: 'Exposure', count: 6 }]);
    expect(charts.notMapped).toEqual([{ space: 'unclassified', reason: 'noLocation', count: 1 }]);
    expect(charts.notMappedRecords).toBe(1);
  });

  it('follow an area that was drawn', async () => {
    const { engine } = await workspace();
    const ring: [number, number][] = [
      [-1.41, 52.86],
      [-1.4, 52.86],
      [-1.4, 52.87],
      [-1.41, 52.87],
    ];
    const within = { kind: 'ring', ring } as const;
    const charts = await ask(engine, 'filterCharts', { filter: { within } });
    expect(charts).toMatchObject({ n: 4, leftOut: { noLocation: 1, outsideChosenArea: 1 } });
    const run = await ask(engine, 'runAnalysis', { method: 'counts', filter: { within } });
    expect(run.run).toMatchObject({ countIn: charts.n, leftOut: charts.leftOut });
  });

  it('exist for partner events and reports too, without spaces', async () => {
    const { engine, folder } = await workspace();
    const partner = csv(
      ['reference', 'source', 'category', 'occurredFrom', 'easting', 'northing'],
      ['P1', 'Health', 'Assault', '01/02/2026 23:10', '440000', '330000'],
      ['P2', 'Health', 'Assault', '01/03/2026', '', ''],
    );
    await importOne(engine, fileOf(folder, 'p.csv', partner));
    const charts = await ask(engine, 'filterCharts', { filter: { evidence: 'partner' } });
    expect(charts).toMatchObject({
      n: 2,
      untimed: 1,
      offences: [{ title: 'Assault', count: 2 }],
      notMapped: [{ space: 'all', reason: 'noLocation', count: 1 }],
    });
    expect(charts.months.map(({ count }) => count)).toEqual([1, 1]);
    const reports = csv(
      ['reference', 'reportedOn', 'easting', 'northing', 'environmentReasons', 'behaviourReasons'],
      ['S1', '01/02/2026', '440000', '330000', 'Dark;No one about', 'Being followed'],
    );
    await importOne(engine, fileOf(folder, 's.csv', reports), { kind: 'perceptions' });
    const felt = await ask(engine, 'filterCharts', { filter: { evidence: 'perceptions' } });
    expect(felt.n).toBe(1);
    expect(felt.offences).toHaveLength(3);
  });
});

describe('a cell explained', () => {
  it('says what it holds, what is usual, what the method found and what stands there', async () => {
    const { engine } = await workspace();
    const { main } = await ask(engine, 'runAnalysis', { method: 'gi-star' });
    const [ids, counts] = [main.columns[0]?.values, main.columns[1]?.values];
    const busiest = Array.from(counts ?? [], Number).indexOf(4);
    const cell = Number(ids?.[busiest]) - 1;
    const told = await ask(engine, 'explainCell', { method: 'gi-star', cell });
    expect(told.words[0]).toBe(
      "4 records in this cell of 250 m; the study area's average cell has 0.28.",
    );
    expect(told.words[1]).toBe('The 8 cells that touch it hold 0.');
    expect(told.words.at(-1)).toMatch(/z \d/);
    expect(told.offences).toEqual([{ title: 'Exposure', count: 4 }]);
    expect(told.hours.reduce((sum, weight) => sum + weight, 0)).toBe(4);
    expect(told.venues).toEqual([
      { name: 'The Anchor', category: 'pub', capacity: 250, closingTime: '02:00', metres: 100 },
    ]);
    expect(await engine.call('explainCell', { method: 'gi-star', cell: 999_999 })).toMatchObject({
      code: 'not-found',
    });
  });
});
