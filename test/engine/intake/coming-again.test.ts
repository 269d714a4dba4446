import { describe, expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = [
  'reference',
  'offenceTitle',
  'recordedOn',
  'victimReference',
  'victimSex',
  'victimAge',
  'suspectReference',
  'relationship',
  'outcomeCode',
];
const row = (
  reference: string,
  victim: readonly [reference: string, sex: string, age: string],
  suspect = '',
  outcome = '',
): string[] => [
  reference,
  'Stalking',
  '14/02/2026 10:15',
  ...victim,
  suspect,
  suspect === '' ? '' : 'Ex-partner',
  outcome,
];
const anna = ['V1', 'Female', '30'] as const;

describe('records that come again', () => {
  it('takes a batch back whole, with what it updated', async () => {
    const { engine, folder } = await emptyWorkspace();
    await importOne(engine, fileOf(folder, 'a.csv', csv(header, row('A1', anna))));
    const before = await ask(engine, 'classify', {});
    const later = csv(header, row('A1', ['V1', 'Female', '31'], 'S1', '16'), row('A2', anna));
    const second = await importOne(engine, fileOf(folder, 'b.csv', later));
    expect(second).toMatchObject({ rows: 2, accepted: 2, updated: 0 });
    expect(await ask(engine, 'undoBatch', { batch: 2 })).toEqual({
      batch: 2,
      removed: { incident: 1, victim: 1, suspect: 1, victim_suspect: 1 },
      // The crime's outcome and the victim's age.
      restored: 2,
    });
    expect(await ask(engine, 'classify', {})).toEqual(before);
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
    // As if it had never come: the same file does the same again.
    const again = await importOne(engine, fileOf(folder, 'b.csv', later));
    expect(again).toMatchObject({ batch: 3, rows: 2, accepted: 2, updated: 0 });
  });

  it('refuses to take back a batch that a later one rests on, and names it', async () => {
    const { engine, folder } = await emptyWorkspace();
    await importOne(engine, fileOf(folder, 'a.csv', csv(header, row('A1', anna))));
    await importOne(engine, fileOf(folder, 'b.csv', csv(header, row('A1', anna, '', '16'))));
    const refused = await engine.call('undoBatch', { batch: 1 });
    expect(refused).toMatchObject({ ok: false, code: 'needed-later', detail: { later: [2] } });
    await ask(engine, 'undoBatch', { batch: 2 });
    await ask(engine, 'undoBatch', { batch: 1 });
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(0);
    const { batches } = await ask(engine, 'listBatches', {});
    expect(batches.map(({ undoneAt }) => undoneAt !== null)).toEqual([true, true]);
    expect((await ask(engine, 'workspaceSummary', {})).sources).toEqual([]);
  });

  it('does not let an older file that comes again undo what a newer one told', async () => {
    const { engine, folder } = await emptyWorkspace();
    const first = fileOf(folder, 'a.csv', csv(header, row('A1', anna)));
    await importOne(engine, first);
    await importOne(engine, fileOf(folder, 'b.csv', csv(header, row('A1', anna, '', '16'))));
    expect(await importOne(engine, first)).toMatchObject({ duplicates: 1, updated: 0 });
  });

  it('updates a victim whose details are corrected, and keeps other columns as they are', async () => {
    const { engine, folder } = await emptyWorkspace();
    await importOne(engine, fileOf(folder, 'a.csv', csv(header, row('A1', anna, '', '16'))));
    const narrow = csv(
      ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'victimSex', 'victimAge'],
      ['A1', 'Stalking', '14/02/2026 10:15', 'V1', 'Female', '31'],
    );
    const file = await importOne(engine, fileOf(folder, 'b.csv', narrow));
    expect(file).toMatchObject({ accepted: 0, duplicates: 0, updated: 1 });
    const { counts } = await ask(engine, 'workspaceSummary', {});
    expect(counts).toMatchObject({ incidents: 1, victims: 1 });
    // The outcome, which this file does not have, is still there: the first file brings nothing new but the age.
    const same = csv(header, row('A1', ['V1', 'Female', '31'], '', '16'));
    expect(await importOne(engine, fileOf(folder, 'c.csv', same))).toMatchObject({
      updated: 0,
      duplicates: 1,
    });
  });

  it('tells what a row stands for, and that rows of one crime differ', async () => {
    const { engine, folder } = await emptyWorkspace();
    const ben = ['V2', 'Male', '40'] as const;
    const grainOf = async (...rows: string[][]) =>
      (await importOne(engine, fileOf(folder, 'g.csv', csv(header, ...rows)), { dryRun: true }))
        .grain?.is;
    expect(await grainOf(row('A1', anna), row('A2', ben))).toBe('crime');
    expect(await grainOf(row('A1', anna), row('A1', ben))).toBe('crime x victim');
    expect(await grainOf(row('A1', anna, 'S1'), row('A1', anna, 'S2'))).toBe('crime x suspect');
    expect(
      await grainOf(
        row('A1', anna, 'S1'),
        row('A1', anna, 'S2'),
        row('A1', ben, 'S1'),
        row('A1', ben, 'S2'),
      ),
    ).toBe('crime x victim x suspect');
    const differing = csv(header, row('A1', anna, 'S1', '16'), row('A1', anna, 'S2', '1'));
    const file = await importOne(engine, fileOf(folder, 'd.csv', differing));
    expect(file).toMatchObject({ accepted: 2, warnings: ['rows-of-a-record-differ: 1'] });
    expect(await importOne(engine, fileOf(folder, 'e.csv', `${differing}\r\n`))).toMatchObject({
      duplicates: 2,
      updated: 0,
    });
  });

  it('counts the people without an identifier who may be someone that their crime had', async () => {
    const { engine, folder } = await emptyWorkspace();
    const nobody = (age: string) => ['', 'Female', age] as const;
    const put = (name: string, ...rows: string[][]) =>
      importOne(engine, fileOf(folder, name, csv(header, ...rows)));
    const victimsNow = async () => (await ask(engine, 'workspaceSummary', {})).counts.victims;
    // Two victims of one crime in one file are two: nothing is doubted.
    const first = await put(
      'a.csv',
      row('A1', nobody('30')),
      row('A1', nobody('8')),
      row('A2', anna),
    );
    expect(first.warnings).toEqual([]);
    expect(await victimsNow()).toBe(3);

    // One comes again as she was, one is a year older: or is she somebody else?
    const second = await put('b.csv', row('A1', nobody('31')), row('A1', nobody('8')));
    expect(second.warnings).toEqual(['victims-that-may-count-twice: 1']);
    expect(await victimsNow()).toBe(4);

    // All whom the crime had come again, so the third is a further one; so is the first without a name of A2.
    const third = await put(
      'c.csv',
      row('A1', nobody('30')),
      row('A1', nobody('31')),
      row('A1', nobody('8')),
      row('A1', nobody('70')),
      row('A2', nobody('50')),
    );
    expect(third.warnings).toEqual([]);
    expect(await victimsNow()).toBe(6);

    // Somebody with an identifier is known by it, and a new crime has nobody to be taken for.
    const fourth = await put('d.csv', row('A2', ['V1', 'Female', '31']), row('A3', nobody('31')));
    expect(fourth.warnings).toEqual([]);
    expect(await victimsNow()).toBe(7);
  });

  it('reads a large file on its own thread as it reads a small one', async () => {
    const { engine, folder } = await emptyWorkspace();
    const rows = Array.from({ length: 60_000 }, (_, index) =>
      row(`A${index}`, [`V${index}`, index % 3 === 0 ? 'Male' : 'Female', `${index % 80}`]),
    );
    rows.push(['B1', 'Stalking', '31/02/2026', '', '', '', '', '', '']);
    const path = fileOf(folder, 'large.csv', csv(header, ...rows));
    const file = await importOne(engine, path);
    expect(file).toMatchObject({ rows: 60_001, accepted: 60_000, rejected: 1 });
    expect((await ask(engine, 'listRejectedRows', { batch: 1 })).rows).toMatchObject([
      { line: 60_002, reason: 'unreadable-date' },
    ]);
    expect(await importOne(engine, path)).toMatchObject({ duplicates: 60_000, rejected: 1 });
    const { counts } = await ask(engine, 'workspaceSummary', {});
    expect(counts).toMatchObject({ incidents: 60_000, victims: 60_000 });
  });
});

it('finds records by their free text, also after texts changed and batches went', async () => {
  const { engine, folder } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'summary'];
  const told = (reference: string, summary: string) => [
    reference,
    'Stalking',
    '14/02/2026',
    summary,
  ];
  const found = async (text: string) => {
    await ask(engine, 'indexTexts', {});
    return (await ask(engine, 'searchRecords', { text })).records.map(({ reference }) => reference);
  };
  const first = csv(columns, told('A1', 'a red scarf'), told('A2', 'a blue scarf'));
  await importOne(engine, fileOf(folder, 'a.csv', first));
  expect(await found('scarf')).toEqual(['A2', 'A1']);
  expect(await found('RED scarf" OR *')).toEqual([]);
  expect(await found('red')).toEqual(['A1']);
  const second = csv(columns, told('A1', 'a green scarf'), told('A3', 'red shoes'));
  await importOne(engine, fileOf(folder, 'b.csv', second));
  expect(await found('red')).toEqual(['A3']);
  await ask(engine, 'undoBatch', { batch: 2 });
  expect(await found('red')).toEqual(['A1']);
});

it('refuses a row that says something else of a record than an earlier row, and keeps it', async () => {
  const { engine, folder } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'recordedOn'];
  const rows = [
    ['A1', 'Stalking', '14/02/2026', ''],
    ['A1', 'Rape of a female', '14/02/2026', ''],
    ['A1', 'Stalking', '14/02/2026', ''],
  ];
  const path = fileOf(folder, 'x.csv', csv(columns, ...rows));
  const expected = {
    rows: 3,
    rejected: 1,
    updated: 0,
    reasons: { 'differs-from-earlier-row': 1 },
    warnings: ['columns-of-the-same-name: 1'],
  };
  expect(await importOne(engine, path)).toMatchObject({ ...expected, accepted: 1, duplicates: 1 });
  expect(await importOne(engine, path)).toMatchObject({ ...expected, accepted: 0, duplicates: 2 });
  const { rows: kept, header: names } = await ask(engine, 'listRejectedRows', { batch: 1 });
  expect(names).toEqual(columns);
  expect(kept).toEqual([
    {
      line: 3,
      reason: 'differs-from-earlier-row',
      text: 'A1,Rape of a female,14/02/2026,',
      cells: ['A1', 'Rape of a female', '14/02/2026', ''],
    },
  ]);
  expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
});

describe('references that are row numbers', () => {
  const reports = ['Report ID', 'Date', 'Latitude', 'Longitude', 'Badly lit', 'Feeling followed'];
  const january = [
    ['1', '14/01/2026', '51.45', '-2.60', 'Y', 'N'],
    ['2', '15/01/2026', '51.46', '-2.61', 'N', 'Y'],
  ];
  const march = [
    ['1', '14/03/2026', '51.47', '-2.62', 'Y', 'N'],
    ['2', '15/01/2026', '51.48', '-2.63', 'N', 'Y'],
    ['3', '16/03/2026', '51.48', '-2.63', 'N', 'Y'],
  ];

  it('keep the reports of two files apart, whichever comes again, and say how many', async () => {
    const { engine, folder } = await emptyWorkspace();
    const put = (name: string, rows: readonly (readonly string[])[]) =>
      importOne(engine, fileOf(folder, name, csv(reports, ...rows)));
    expect(await put('a.csv', january)).toMatchObject({ accepted: 2, warnings: [] });
    expect(await put('b.csv', march)).toMatchObject({
      accepted: 3,
      updated: 0,
      warnings: ['references-used-again: 2'],
    });
    // Again, under other names and in another order: nothing changes.
    for (const rows of [january, march, march.toReversed(), [...march, ...january]]) {
      expect(await put('c.csv', rows)).toMatchObject({ duplicates: rows.length, warnings: [] });
    }
    // The same report with a further reason is the same report.
    const later = march.map((report) => report.map((cell, at) => (at === 5 ? 'Y' : cell)));
    expect(await put('d.csv', later)).toMatchObject({ accepted: 0, duplicates: 2, updated: 1 });
    expect(await put('b.csv', march)).toMatchObject({ duplicates: 3 });
    expect((await ask(engine, 'workspaceSummary', {})).counts.perceptions).toBe(5);
    expect((await engine.call('undoBatch', { batch: 1 })).ok).toBe(false);
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });

  it('keep reports apart that stand in one file, a row a reason too', async () => {
    const { engine, folder } = await emptyWorkspace();
    const both = csv(reports, ...january, ...march);
    expect(await importOne(engine, fileOf(folder, 'a.csv', both))).toMatchObject({
      accepted: 5,
      rejected: 0,
      warnings: ['references-used-again: 2'],
    });
    const reasons = csv(
      ['Report ID', 'Date', 'Street', 'Reason'],
      ['7', '14/02/2026', 'Made Up Road', 'Badly lit'],
      ['7', '', '', 'Rundown'],
      ['7', '14/03/2026', 'Quillmoor Lane', 'Badly lit'],
      ['7', '', '', 'Followed'],
    );
    expect(await importOne(engine, fileOf(folder, 'b.csv', reasons))).toMatchObject({
      rows: 4,
      accepted: 4,
    });
    expect((await ask(engine, 'workspaceSummary', {})).counts.perceptions).toBe(7);
  });

  it('keep crimes of two months apart with their victims, and take corrections of one', async () => {
    const { engine, folder } = await emptyWorkspace();
    const columns = ['id', 'offence', 'date recorded', 'street', 'victimReference', 'victimSex'];
    const put = (name: string, ...rows: string[][]) =>
      importOne(engine, fileOf(folder, name, csv(columns, ...rows)));
    await put('a.csv', ['1', 'Stalking', '14/01/2026', 'Made Up Road', 'V1', 'Female']);
    const february = [
      ['1', 'Stalking', '14/02/2026', 'Quillmoor Lane', 'V1', 'Female'],
      ['1', 'Stalking', '14/02/2026', 'Quillmoor Lane', 'V2', 'Female'],
    ];
    expect(await put('b.csv', ...february)).toMatchObject({
      accepted: 2,
      warnings: ['references-used-again: 1'],
    });
    expect((await ask(engine, 'workspaceSummary', {})).counts).toMatchObject({
      incidents: 2,
      victims: 3,
    });
    expect(await put('c.csv', ...february)).toMatchObject({ duplicates: 2 });
    // One crime whose place was put right, and later its date of recording and its offence.
    expect(
      await put('d.csv', ['1', 'Stalking', '14/01/2026', 'Made Up Row', 'V1', 'Female']),
    ).toMatchObject({ updated: 1, warnings: [] });
    expect(
      await put('e.csv', ['1', 'Harassment', '14/01/2026 10:00', 'Made Up Row', 'V1', 'Female']),
    ).toMatchObject({ updated: 1, warnings: [] });
    // The same day an hour later, as another export writes it, and another place: the same crime still.
    expect(
      await put('f.csv', ['1', 'Harassment', '14/01/2026 11:00', 'Long Lane', 'V1', 'Female']),
    ).toMatchObject({ updated: 1, warnings: [] });
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });
});
