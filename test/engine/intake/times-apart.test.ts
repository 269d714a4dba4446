import { describe, expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

describe('a time of day in a column of its own', () => {
  it.each([
    [
      'a records system',
      'incidents',
      ['Crime Number', 'Offence', 'Date Recorded', 'Date Committed From', 'Time Committed From'],
      ['A1', 'Stalking', '14/02/2026', '13/02/2026', '2330'],
    ],
    [
      'a database that exports dates with midnight and times with its first day',
      'incidents',
      ['Crime Number', 'Offence', 'Date Recorded', 'Incident Date', 'Incident Time'],
      ['A1', 'Stalking', '14/02/2026', '2026-02-13 00:00:00.000', '1900-01-01 23:30:00.000'],
    ],
    [
      'an ambulance trust, the time first',
      'partner',
      ['CAD number', 'Call Time', 'Call Date', 'Chief complaint'],
      ['C1', '11:30 PM', '13/02/2026', 'Assault'],
    ],
    [
      'an emergency department',
      'partner',
      ['Assault Date', 'Assault Time', 'Assault Method', 'Assault Location Description'],
      ['13/02/2026', '23.30', 'Fist', 'Outside the Made Up Arms'],
    ],
    [
      'the transport police',
      'partner',
      ['BTP Crime Ref', 'Offence', 'Date', 'Time', 'Station'],
      ['B1', 'Sexual assault', '13/02/2026', '0.9791666667', 'Made Up Road'],
    ],
  ])('is read with the date of %s', async (_name, kind, columns, row) => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', csv(columns, row));
    const { files } = await ask(engine, 'previewFiles', { files: [path] });
    expect(files[0]?.tables[0]).toMatchObject({
      recognised: { kind },
      parsed: [{ values: { occurredFrom: '2026-02-13T23:30' }, rejected: null }],
    });
    expect(await importOne(engine, path)).toMatchObject({ accepted: 1, warnings: [] });
    expect(await importOne(engine, path)).toMatchObject({ duplicates: 1 });
  });

  it('is mapped like any other column, and what is not read leaves the day', async () => {
    const { engine, folder } = await emptyWorkspace();
    const columns = ['Nr', 'What', 'Day', 'Clock'];
    const text = csv(
      columns,
      ['A1', 'Stalking', '14/02/2026', '22:30'],
      ['A2', 'Stalking', '14/02/2026', 'evening'],
      ['A3', 'Stalking', '14/02/2026', 'unknown'],
      ['A4', 'Stalking', '14/02/2026', '00:00'],
      ['A5', 'Stalking', '14/02/2026 21:15', '22:30'],
    );
    const path = fileOf(folder, 'x.csv', text);
    const map = {
      reference: 'Nr',
      offenceTitle: 'What',
      occurredFrom: 'Day',
      occurredFromTime: 'Clock',
    };
    const { files } = await ask(engine, 'previewFiles', { files: [path], kind: 'incidents', map });
    expect(files[0]?.tables[0]?.parsed.map(({ values }) => values['occurredFrom'])).toEqual([
      '2026-02-14T22:30',
      '2026-02-14',
      '2026-02-14',
      '2026-02-14T00:00',
      '2026-02-14T21:15',
    ]);
    const file = await importOne(engine, path, { map });
    expect(file).toMatchObject({ accepted: 5 });
    expect([...file.warnings].sort()).toEqual(['time-at-midnight: 1', 'time-not-understood: 1']);
  });
});
