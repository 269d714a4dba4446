import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { workbookOf } from '../formats/workbooks.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = ['reference', 'offenceTitle', 'recordedOn', 'easting', 'northing'];
const row = (reference: string) => [reference, 'Stalking', '14/02/2026', '358000', '173000'];

describe('rows that are no records', () => {
  it('are refused for what they are: column names once more, totals, notes below the table', async () => {
    const { engine, folder } = await emptyWorkspace();
    const text = `${csv(header, row('A1'), header, row('A2'), ['Total', '2', '', '', ''])}Grand total,2\r\n* as recorded\r\n`;
    expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
      rows: 6,
      accepted: 2,
      rejected: 4,
      reasons: {
        'repeated-column-names': 1,
        'line-of-totals': 2,
        'wrong-number-of-fields': 1,
      },
    });
  });

  it('are told by the word for a total in any column but that of a name', async () => {
    const { engine, folder } = await emptyWorkspace();
    const cases = ['Area', 'Case Ref', 'ASB Type', 'Date Reported', 'Street'];
    const text = csv(
      cases,
      ['North', '1', 'Noise', '14/02/2026', 'Made Up Road'],
      ['North', 'Sub-total', '1', '14/02/2026', ''],
      ['', '', 'Total: 2', '14/02/2026', ''],
      ['North', '', 'Noise', '14/02/2026', 'Total'],
      ['Overall total', '2', 'Noise', '14/02/2026', ''],
      ['Total', '3', 'Noise', '14/02/2026', ''],
      ['North', '4', 'Totalled car', '14/02/2026', 'Total Garage'],
    );
    expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
      accepted: 3,
      reasons: { 'line-of-totals': 4 },
      warnings: ['rows-without-reference: 1'],
    });
  });

  it('come into no list: postcodes, lookups, deprivation, population, premises', async () => {
    const { engine, folder } = await emptyWorkspace();
    const accepted = async (...lines: readonly string[]) =>
      (await importOne(engine, fileOf(folder, 'x.csv', lines.join('\r\n')))).accepted;
    const postcodes = ['postcode,easting,northing', 'ZZ1 1ZZ,358000,173000', 'GIR 0AA,,'];
    expect(await accepted(...postcodes, 'Contains OS data,,', 'Source: a list,1,2')).toBe(2);
    const lookup = 'LSOA11CD,LSOA21CD,CHGIND';
    expect(await accepted(lookup, 'E01000001,E01000001,U', lookup, 'Total,1,')).toBe(1);
    const premises = 'Licence Number,Premises Name,Premises Type';
    expect(await accepted(premises, '1,The Arms,Pub', premises, 'Totals:,1,')).toBe(1);
    // A garage of that name is one: only names may be called anything.
    expect(await accepted('name,category', 'Total,garage', 'The Arms,pub')).toBe(2);
    const deprivation =
      'LSOA code (2011),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile';
    expect(await accepted(deprivation, 'E01000001,29199,9', 'Total,1,1')).toBe(1);
  });

  it('say so where a reference is blank, as under merged cells: each counts as a record', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', csv(header, row('A1'), row(''), row(''), row('0')));
    const file = await importOne(engine, path);
    expect(file).toMatchObject({ accepted: 4, warnings: ['rows-without-reference: 3'] });
    const without = csv(header.slice(1), row('').slice(1));
    expect((await importOne(engine, fileOf(folder, 'y.csv', without))).warnings).toEqual([]);
  });
});

describe('identifiers that a spreadsheet shortened', () => {
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'uprn', 'address', 'victimReference'];
  const of = (reference: string, uprn: string, address: string, victim: string) => [
    reference,
    'Stalking',
    '14/02/2026',
    uprn,
    address,
    victim,
  ];

  it('make no two people, places or crimes one, and noughts neither', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    const text = csv(
      columns,
      of('A1', '1.00023E+11', '', '1.23457E+11'),
      of('A2', '1.00023E+11', '1 Made Up Road', '1.23457E+11'),
      of('4.2E+11', '', '', ''),
      of('4.2E+11', '', '', ''),
      of('E1', '0', '', '1E5'),
      of('E2', '0', '', '000'),
    );
    const file = await importOne(engine, fileOf(folder, 'x.csv', text));
    expect(file).toMatchObject({
      accepted: 4,
      reasons: { 'shortened-reference': 2 },
      unknown: [{ field: 'reference', value: '4.2E+11', count: 2 }],
      warnings: ['identifier-shortened: 4'],
      grain: { incidents: 4, victims: 1 },
    });
    await engine.stop();
    const database = new Database(path);
    const keys = database.prepare('SELECT place_key FROM incident ORDER BY id').pluck().all();
    // The address of the second stands in for its UPRN.
    expect(keys).toEqual([null, expect.any(String), null, null]);
    database.close();
  });
});

describe('values of a records system', () => {
  it('reads what the words mean, and lists the ones it does not know', async () => {
    const { engine, folder } = await emptyWorkspace();
    const columns = [
      'reference',
      'Record Type',
      'Crime Status',
      'offenceTitle',
      'recordedOn',
      'occurredFrom',
      'victimAge',
      'onlineFlag',
    ];
    const like = (reference: string, type: string, status: string, age: string, flag: string) => [
      reference,
      type,
      status,
      'Stalking',
      '14/02/2026',
      'Unknown',
      age,
      flag,
    ];
    const text = csv(
      columns,
      like('A1', 'Crime', 'Recorded', '27 years', '-1'),
      like('A2', 'Non-Crime Incident', 'N/A', '27.5', '0.0'),
      like('A3', 'N/A', 'No Crime', '-1', 'T'),
      like('A4', 'Crime', 'Canceled', '0', 'F'),
      like('A5', 'Crime', 'Recorded', 'thirty', 'N'),
      like('A8', 'Crime', 'Recorded', '25-34', 'N'),
      like('A9', 'Crime', 'Recorded', 'Under 18', 'N'),
      like('A10', 'Crime', 'Recorded', '65 and over', 'N'),
      like('A6', 'Crime', 'Filed', '27', 'N'),
      like('A7', 'Crime', '', '27', 'N').map((cell) =>
        cell === '14/02/2026' ? '31/02/2026' : cell,
      ),
    );
    const path = fileOf(folder, 'x.csv', text);
    const unknown = [
      { field: 'victimAge', value: 'thirty', count: 1 },
      { field: 'crimeStatus', value: 'Filed', count: 1 },
      { field: 'recordedOn', value: '31/02/2026', count: 1 },
    ];
    const { files } = await ask(engine, 'previewFiles', { files: [path] });
    expect(files[0]?.tables[0]?.unknown).toEqual(unknown);
    expect(await importOne(engine, path)).toMatchObject({
      accepted: 7,
      rejected: 3,
      unknown,
      warnings: ['age-band-left-out: 3'],
    });
    const { crimeStatus } = await ask(engine, 'dataQuality', {});
    expect(crimeStatus).toMatchObject({ cancelled: 2 });
  });

  it('leaves a column called Status unread where it is the state of the case, and says so', async () => {
    const { engine, folder } = await emptyWorkspace();
    const columns = ['reference', 'offenceTitle', 'recordedOn', 'Status'];
    const of = (...states: readonly string[]) =>
      fileOf(
        folder,
        'x.csv',
        csv(columns, ...states.map((state, at) => [`A${at}`, 'Stalking', '14/02/2026', state])),
      );
    const path = of('Filed', 'Open');
    const { files } = await ask(engine, 'previewFiles', { files: [path] });
    expect(files[0]?.tables[0]?.recognised?.map).not.toHaveProperty('crimeStatus');
    const dry = { dryRun: true } as const;
    expect(await importOne(engine, path, dry)).toMatchObject({
      accepted: 2,
      warnings: ['column-says-something-else: Status'],
    });
    expect(await importOne(engine, of('Filed', 'Cancelled'), dry)).toMatchObject({
      accepted: 1,
      reasons: { 'unknown-value': 1 },
      warnings: [],
    });
    const map = {
      reference: 'reference',
      offenceTitle: 'offenceTitle',
      recordedOn: 'recordedOn',
      crimeStatus: 'Status',
    };
    expect(await importOne(engine, of('Filed', 'Open'), { ...dry, map })).toMatchObject({
      rejected: 2,
    });
  });
});

it('takes the first and last days of databases for no date, where a record may lack one', async () => {
  const { engine, folder } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'occurredFrom', 'occurredTo'];
  const text = csv(
    columns,
    ['A1', 'Stalking', '14/02/2026', '01/01/1900 00:00', '31/12/9999'],
    ['A2', 'Stalking', '14/02/2026', '1900-01-01', '9999-12-31 23:59:59'],
    ['A3', 'Stalking', '14/02/2026', '02/01/1900', '31/12/9998'],
  );
  expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
    accepted: 2,
    reasons: { 'unreadable-date': 1 },
    warnings: expect.arrayContaining(['date-stands-for-none: 4']),
  });
});

it('reads sexes as systems write them, and counts those it does not know', async () => {
  const { engine, folder, path } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'victimSex'];
  const sexes = ['F', 'Female', 'MALE ', 'X', 'Non-binary', 'U', '9', 'Unknown', '2', '1', 'Corp'];
  const text = csv(
    columns,
    ...sexes.map((sex, at) => [`A${at}`, 'Stalking', '14/02/2026', `V${at}`, sex]),
  );
  expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
    accepted: sexes.length,
    warnings: ['sex-from-codes: 2', 'sex-not-understood: 1'],
  });
  await engine.stop();
  const database = new Database(path);
  const read = database
    .prepare('SELECT word.text FROM victim LEFT JOIN word ON word.id = sex ORDER BY victim.id')
    .pluck()
    .all();
  database.close();
  const [female, male, other] = ['female', 'male', 'other'];
  expect(read).toEqual([female, female, male, other, other, null, null, null, female, male, null]);
});

it('names a column of times that has no column of days to stand with', async () => {
  const { engine, folder } = await emptyWorkspace();
  const text = csv(['Crime Ref', 'Offence', 'Date', 'Time'], ['A1', 'Rape', '14/02/2026', '22:15']);
  const path = fileOf(folder, 'x.csv', text);
  const dry = { dryRun: true } as const;
  expect(await importOne(engine, path, dry)).toMatchObject({
    warnings: ['time-column-without-date: Time'],
    columnsNotRead: [],
  });
  const more = fileOf(
    folder,
    'y.csv',
    'Crime Ref,Offence,Date,Victim 2 Sex\nA1,Rape,14/02/2026,F\n',
  );
  expect((await importOne(engine, more, dry)).columnsNotRead).toEqual(['Victim 2 Sex']);
  const map = {
    reference: 'Crime Ref',
    offenceTitle: 'Offence',
    occurredFrom: 'Date',
    occurredFromTime: 'Time',
  };
  expect(await importOne(engine, path, { ...dry, map })).toMatchObject({
    accepted: 1,
    warnings: [],
  });
});

it('counts dates that cannot be of what happened, and keeps them; a calendar may look ahead', async () => {
  const { engine, folder } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'occurredFrom'];
  const next = new Date().getFullYear() + 1;
  const text = csv(
    columns,
    ['A1', 'Stalking', '14/02/2026', `14/02/${next}`],
    ['A2', 'Stalking', `${next}-02-14 10:00`, ''],
    ['A3', 'Rape', '14/02/2026', '14/02/1939'],
    ['A4', 'Rape', '14/02/2026', '14/02/1965'],
  );
  expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
    accepted: 4,
    warnings: ['date-in-the-future: 2', 'date-long-ago: 1'],
  });
  const calendar = csv(['name', 'type', 'from'], ['Match', 'fixture', `14/02/${next}`]);
  expect(await importOne(engine, fileOf(folder, 'y.csv', calendar))).toMatchObject({
    kind: 'calendar',
    accepted: 1,
  });
});

it('says of tables that hold no records what they are', async () => {
  const { engine, folder } = await emptyWorkspace();
  const messageOf = async (text: string) =>
    (await importOne(engine, fileOf(folder, 'x.csv', text))).error?.message;
  const pivot = 'Count of Ref,Month,,\r\nOffence,2026-01,2026-02,Grand Total\r\nRape,3,4,7\r\n';
  expect(await messageOf(pivot)).toContain('pivot table');
  const whole = '"Crime Ref, Offence, Date Recorded"\r\n"A1, Stalking, 14/02/2026"\r\n';
  expect(await messageOf(whole)).toContain('came as one column');
  const fixed = 'Crime Ref   Offence     Recorded\r\nA1          Stalking    14/02/2026\r\n';
  expect(await messageOf(fixed)).toContain('came as one column');
});

it('takes the second of two lines of column names where the first names groups', async () => {
  const { engine, folder } = await emptyWorkspace();
  const text =
    'Crime,Crime,Dates,Dates,Victim\r\nRef,Offence,Recorded,Committed,Sex\r\nA1,Stalking,14/02/2026,13/02/2026,F\r\n';
  const path = fileOf(folder, 'x.csv', text);
  const { files } = await ask(engine, 'previewFiles', { files: [path] });
  expect(files[0]?.tables[0]?.header).toEqual(['Ref', 'Offence', 'Recorded', 'Committed', 'Sex']);
});

it('names the sheets of a workbook whose first one is none of records', async () => {
  const { engine, folder } = await emptyWorkspace();
  const content = await workbookOf({
    Notes: [
      ['About', 'this', 'file'],
      ['x', 'y', 'z'],
    ],
    Crimes: [header, row('A1')],
  });
  const path = fileOf(folder, 'x.xlsx', content);
  const file = await importOne(engine, path);
  expect(file.error).toMatchObject({ code: 'no-known-columns' });
  expect(file.error?.remedy).toContain('--sheet): “Notes”, “Crimes”');
  expect(await importOne(engine, path, { sheet: 'Crimes' })).toMatchObject({ accepted: 1 });
});

it('says of JSON records what they are', async () => {
  const { engine, folder } = await emptyWorkspace();
  const lines = '{"reference":"A1"}\n{"reference":"A2"}\n';
  const { error } = await importOne(engine, fileOf(folder, 'x.json', lines));
  expect(error?.message).toContain('one JSON record a line');
  expect(error?.remedy).toContain('CSV');
});

it('refuses a record whose only dates stand for none', async () => {
  const { engine, folder } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn', 'occurredFrom'];
  const text = csv(
    columns,
    ['A1', 'Stalking', '01/01/1900', ''],
    ['A2', 'Stalking', 'Unknown', '9999-12-31'],
    ['A3', 'Stalking', '01/01/1900', '14/02/2026'],
  );
  expect(await importOne(engine, fileOf(folder, 'x.csv', text))).toMatchObject({
    accepted: 1,
    reasons: { 'missing-date': 2 },
    warnings: ['date-stands-for-none: 1'],
  });
});

it('counts what is odd in the rows that are kept, once each', async () => {
  const { engine, folder } = await emptyWorkspace();
  const text = csv(
    header,
    ['A1', 'Stalking', 'x', '0', '0'],
    ['A2', 'Stalking', '14/02/2026', '0', '0'],
  );
  const path = fileOf(folder, 'x.csv', text);
  const { files } = await ask(engine, 'previewFiles', { files: [path] });
  expect(files[0]?.tables[0]?.warnings).toEqual({ 'position-zero': 1 });
  expect(await importOne(engine, path)).toMatchObject({
    accepted: 1,
    rejected: 1,
    withoutLocation: 2,
    warnings: ['position-zero: 1'],
  });
});
