import { describe, expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = ['reference', 'offenceTitle', 'recordedOn', 'occurredFrom'];

describe('dates as other systems export them', () => {
  it.each([
    ['Oracle', '14-FEB-26', '13-FEB-26 11.30.00 PM', ['year-of-two-digits: 2']],
    ['SQL Server', 'Feb 14 2026 10:15AM', 'Feb 13 2026 11:30PM', []],
    ['two digits of the year', '14/02/26', '13/02/26 23:30', ['year-of-two-digits: 2']],
    ['a warehouse', '20260214', '2026/02/13 23:30', []],
    ['a log', 'Sat 14/02/2026', '13/02/2026 2330hrs', []],
  ])('%s', async (_name, recordedOn, occurredFrom, warnings) => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', csv(header, ['A1', 'Stalking', recordedOn, occurredFrom]));
    const { files } = await ask(engine, 'previewFiles', { files: [path] });
    expect(files[0]?.tables[0]?.dates.examples).toEqual([
      { written: occurredFrom, understood: '2026-02-13T23:30' },
    ]);
    expect(await importOne(engine, path)).toMatchObject({ accepted: 1, warnings });
  });

  it('asks for the order of short and American dates too', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(
      folder,
      'x.csv',
      csv(
        header,
        ['A1', 'Stalking', '2/14/26', '2/13/2026 11:30:00 PM'],
        ['A2', 'Stalking', '3/4/26', '3/3/2026 1:30:00 AM'],
      ),
    );
    expect((await importOne(engine, path)).error?.remedy).toContain('--dates mdy');
    // The preview shows what would be read in the order that the file shows.
    const { files } = await ask(engine, 'previewFiles', { files: [path] });
    expect(files[0]?.tables[0]).toMatchObject({
      dates: {
        order: 'month-first',
        examples: [
          { written: '2/13/2026 11:30:00 PM', understood: '2026-02-13T23:30' },
          { written: '3/3/2026 1:30:00 AM', understood: '2026-03-03T01:30' },
        ],
      },
      parsed: [{ rejected: null }, { rejected: null }],
    });
    expect(await importOne(engine, path, { dates: 'mdy' })).toMatchObject({ accepted: 2 });
    const shortOnly = csv(header, ['A3', 'Stalking', '03/04/26', '03/04/26']);
    expect((await importOne(engine, fileOf(folder, 'y.csv', shortOnly))).warnings).toContain(
      'day-before-month-assumed: 2',
    );
  });
});
