import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/engine/intake/formats/workbook.ts';
import { refuseUnreadableWorkbook } from '../../../src/engine/intake/formats/workbook-file.ts';
import type { ZipMember } from '../../../src/engine/intake/formats/zip-file.ts';
import { anyTable, failureOf, knowing, oneTable, openContent, readAll } from './support.ts';
import { rawWorkbook, workbookOf } from './workbooks.ts';

const day = (iso: string, format: string) => ({ value: new Date(iso), type: Date, format });
const onSheet = (sheet: string) => ({ ...anyTable, sheet });

describe('workbooks', () => {
  it('gives every kind of cell as text', async () => {
    const content = await workbookOf([
      ['ref', 'count', 'share', 'big', 'is repeat', 'on', 'at', 'note'],
      [
        ' A1 ',
        3,
        0.1,
        123456789012345,
        true,
        day('2026-02-01T00:00:00Z', 'dd/mm/yyyy'),
        day('2026-02-01T10:05:00Z', 'dd/mm/yyyy hh:mm'),
        null,
      ],
      ['A2', -1.5, 0, 0, false, null, null, 'two\nlines, "quoted" & <marked>'],
    ]);
    const table = await oneTable(content);
    expect(table).toMatchObject({
      label: 'Sheet1',
      format: 'workbook',
      encoding: null,
      delimiter: null,
      width: 8,
      headerLine: 1,
      warnings: [],
      sheets: ['Sheet1'],
    });
    const { rows, lines, bytes } = await readAll(table);
    expect(rows).toEqual([
      [' A1 ', '3', '0.1', '123456789012345', 'true', '2026-02-01', '2026-02-01T10:05', ''],
      ['A2', '-1.5', '0', '0', 'false', '', '', 'two\nlines, "quoted" & <marked>'],
    ]);
    expect(lines).toEqual([2, 3]);
    expect(bytes).toEqual(content);
  });

  it('keeps every minute of a day that Excel keeps as a fraction', () => {
    for (let minute = 1; minute < 1440; minute++) {
      const time = Math.floor((46_000 + minute / 1440 - 25_569) * 86_400_000);
      const hours = String(Math.floor(minute / 60)).padStart(2, '0');
      const rest = String(minute % 60).padStart(2, '0');
      expect(cellText(new Date(time))).toBe(`2025-12-09T${hours}:${rest}`);
    }
    expect(cellText(new Date('1899-12-30T14:30:00Z'))).toBe('14:30');
    expect(cellText(new Date('1899-12-31T00:00:00Z'))).toBe('1900-01-01');
    expect(cellText(new Date('1900-03-01T00:00:00Z'))).toBe('1900-03-01');
    expect(cellText(new Date(Number.NaN))).toBe('');
  });

  it('pads rows, leaves blank ones out and keeps their numbers', async () => {
    const rows = `
      <row r="2"><c r="A2" t="inlineStr"><is><t>Crimes of 2026</t></is></c></row>
      <row r="4"><c r="B4" t="inlineStr"><is><t>ref</t></is></c><c r="C4" t="inlineStr"><is><t>place</t></is></c></row>
      <row r="7"><c r="B7"><v>1</v></c></row>
      <row r="9"><c r="C9" t="inlineStr"><is><t>Quay</t></is></c><c r="D9" t="e"><v>#N/A</v></c></row>`;
    const table = await oneTable(
      await rawWorkbook({ Data: { rows } }),
      knowing('', 'ref', 'place'),
    );
    expect(table).toMatchObject({ headerLine: 4, width: 3, warnings: ['title-lines-skipped'] });
    const read = await readAll(table);
    expect(read.rows).toEqual([
      ['', '1', ''],
      ['', '', 'Quay'],
    ]);
    expect(read.lines).toEqual([7, 9]);
  });

  it('reads the first visible sheet, or the one asked for', async () => {
    const row = (text: string): string =>
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const content = await rawWorkbook({
      Lists: { rows: row('hidden'), state: 'hidden' },
      'Crimes &amp; more': { rows: row('shown') },
      Other: { rows: row('other') },
      Empty: { rows: '' },
    });
    const first = await oneTable(content);
    expect(first).toMatchObject({
      label: 'Crimes & more',
      header: ['shown'],
      sheets: ['Lists', 'Crimes & more', 'Other', 'Empty'],
      warnings: ['other-sheets-not-read'],
    });
    expect(await oneTable(content, onSheet('Lists'))).toMatchObject({ header: ['hidden'] });
    const other = await oneTable(content, onSheet('Other'));
    expect(other).toMatchObject({ label: 'Other', header: ['other'], warnings: [] });
    expect((await failureOf(openContent(content, onSheet('Empty')))).code).toBe('empty-file');
    const failure = await failureOf(openContent(content, onSheet('Nope')));
    expect(failure.code).toBe('bad-request');
    expect(failure.remedy).toContain('“Crimes & more”');
  });

  it('passes over a cover, and reads the sheet with names that are known', async () => {
    const cover = [['Extract for the profile'], ['Run by', 'the data team']];
    const crimes = [
      ['ref', 'place', 'day'],
      ['A1', 'Quay', 3],
    ];
    const content = await workbookOf({ Cover: cover, Codes: [['a', 'b']], Crimes: crimes });
    expect(await oneTable(content, knowing('ref', 'place', 'day'))).toMatchObject({
      label: 'Crimes',
      header: ['ref', 'place', 'day'],
      warnings: ['other-sheets-not-read', 'sheet-read: Crimes'],
    });
    // Nothing known: the first sheet is offered, as it would be without the others.
    expect(await oneTable(content)).toMatchObject({ label: 'Cover' });
    const wide = await workbookOf({
      Ours: [
        ['x', 'y', 'z'],
        ['1', '2', '3'],
      ],
      Crimes: crimes,
    });
    expect(await oneTable(wide, knowing('ref', 'place', 'day'))).toMatchObject({ label: 'Ours' });
    const blank = await workbookOf({ Chart: [], Crimes: crimes });
    expect(await oneTable(blank, knowing('ref', 'place', 'day'))).toMatchObject({
      label: 'Crimes',
    });
  });

  it('reads rows that are hidden, and says how many', async () => {
    const row = (at: number, text: string, more = ''): string =>
      `<row r="${at}" ${more}><c r="A${at}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const rows = `${row(1, 'title', 'hidden="1"')}${row(2, 'ref')}${row(3, 'A1', 'hidden="1"')}${row(4, 'A2')}${row(5, 'A3', "hidden='true'")}<row r="9" hidden="1"/>`;
    const table = await oneTable(await rawWorkbook({ Data: { rows } }), knowing('ref'));
    expect(table.warnings).toContain('hidden-rows-read: 2');
    expect((await readAll(table)).rows).toEqual([['A1'], ['A2'], ['A3']]);
  });

  it('knows a sheet without a header', async () => {
    const table = await oneTable(
      await workbookOf([
        ['A1', 4],
        ['A2', 5],
      ]),
    );
    expect(table).toMatchObject({ header: [], headerLine: 0, width: 2, warnings: ['no-header'] });
    expect((await readAll(table)).rows).toHaveLength(2);
  });

  it('gives many rows in several slices', async () => {
    const data = Array.from({ length: 9_000 }, (_, at) => [`A${at}`, at]);
    const table = await oneTable(await workbookOf([['ref', 'count'], ...data]));
    const { rows, lines } = await readAll(table);
    expect(rows).toEqual(data.map(([ref, count]) => [ref, String(count)]));
    expect(lines.at(-1)).toBe(9_001);
  });

  it.each([
    ['a row number beyond any sheet', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'],
    ['a column beyond any table', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['a column beyond any sheet', '<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'],
    ['a cell without a place', '<row r="1"><c r="?"><v>1</v></c></row>'],
    ['markup that does not close', '<row r="1"><c r="A1"><v>1'],
    ['a string that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
  ])('refuses %s', async (_, rows) => {
    const failure = await failureOf(openContent(await rawWorkbook({ Data: { rows } })));
    expect(['corrupt', 'wrong-format', 'empty-file']).toContain(failure.code);
  });

  it('ignores cells far out that only have a colour', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576" ht="9"/>';
    expect(await oneTable(await rawWorkbook({ Data: { rows } }))).toMatchObject({ width: 1 });
  });

  it('refuses one too large to be read whole', () => {
    const member = (bytesTotal: number, compressedBytes: number): ZipMember => ({
      path: 'xl/workbook.xml',
      name: 'workbook.xml',
      bytesTotal,
      compressedBytes,
      checksum: 0,
      slices: async function* none() {},
    });
    const megabyte = 2 ** 20;
    const refuse =
      (...members: ZipMember[]) =>
      () =>
        refuseUnreadableWorkbook(members);
    expect(refuse(member(300 * megabyte, 1), member(200 * megabyte, 1))).not.toThrow();
    expect(refuse(member(300 * megabyte, 1), member(201 * megabyte, 1))).toThrow('too large');
    expect(refuse(member(1, 60 * megabyte), member(1, 41 * megabyte))).toThrow('too large');
  });

  it('refuses a workbook whose directory has no sheets', async () => {
    expect((await failureOf(openContent(await rawWorkbook({})))).code).toBe('corrupt');
  });
});
