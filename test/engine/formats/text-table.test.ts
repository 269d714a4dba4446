import { appendFileSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../src/engine/intake/formats/table-source.ts';
import { fileOf, temporaryFolder } from '../support.ts';
import { anyTable, failureOf, knowing, oneTable, openContent, readAll } from './support.ts';

const plain = 'ref,place\nA1,Castle\nA2,Market\n';
const plainRows = [
  ['A1', 'Castle'],
  ['A2', 'Market'],
];

describe('encodings', () => {
  const bom = (encoding: 'utf8' | 'utf16le'): Buffer => Buffer.from(`\ufeff${plain}`, encoding);
  it.each([
    ['UTF-8', Buffer.from(plain), 'utf-8', []],
    ['UTF-8 with a mark', bom('utf8'), 'utf-8', []],
    ['UTF-16 with a mark', bom('utf16le'), 'utf-16le', ['read-as-utf-16']],
    ['UTF-16 BE with a mark', bom('utf16le').swap16(), 'utf-16be', ['read-as-utf-16']],
    ['UTF-16 without a mark', Buffer.from(plain, 'utf16le'), 'utf-16le', ['read-as-utf-16']],
    ['UTF-16 BE, no mark', Buffer.from(plain, 'utf16le').swap16(), 'utf-16be', ['read-as-utf-16']],
  ])('reads %s', async (_, content, encoding, warnings) => {
    const table = await oneTable(content);
    expect(table).toMatchObject({
      label: '',
      format: 'text',
      encoding,
      delimiter: ',',
      header: ['ref', 'place'],
      headerLine: 1,
      width: 2,
      warnings,
      sheets: [],
    });
    const { rows, lines, bytes } = await readAll(table);
    expect(rows).toEqual(plainRows);
    expect(lines).toEqual([2, 3]);
    expect(bytes).toEqual(content);
  });

  it('reads one old byte far down as Windows-1252', async () => {
    const content = Buffer.from(
      `ref,place\n${'A1,Castle\n'.repeat(40_000)}A2,Caf\xe9 \x80\n`,
      'latin1',
    );
    const table = await oneTable(content);
    expect(table).toMatchObject({ encoding: 'windows-1252', warnings: ['read-as-windows-1252'] });
    expect((await readAll(table)).rows.at(-1)).toEqual(['A2', 'Café €']);
  });

  it('keeps a character of several bytes that a slice cuts', async () => {
    const table = await oneTable('name\nZoë €5 😀\n', anyTable, 1);
    expect((await readAll(table)).rows).toEqual([['Zoë €5 😀']]);
  });

  it('passes a NUL on in its cell', async () => {
    const table = await oneTable('ref,place\nA1,Cas\0tle\n');
    expect((await readAll(table)).rows).toEqual([['A1', 'Cas\0tle']]);
  });
});

describe('dialects', () => {
  it.each([',', '\t', ';', '|'])('finds the delimiter %j', async (delimiter) => {
    const table = await oneTable(plain.replaceAll(',', delimiter));
    expect(table.delimiter).toBe(delimiter);
    expect((await readAll(table)).rows).toEqual(plainRows);
  });

  it.each([
    ['decimal commas', 'ref;east;north\nA;1,5;2,5\nB;3,5;4,5\n', ';', 3],
    ['delimiters inside quotes', 'a;b\n"x,y,z";1\n"x,y,z";2\n', ';', 2],
    ['one column', 'reference\nA1\nA2\n', ',', 1],
    ['one column with a stray mark', 'remark\nhere; there\nnothing\nsomething\n', ',', 1],
    ['only a header', 'a,b,c', ',', 3],
  ])('is not led astray by %s', async (_, content, delimiter, width) => {
    expect(await oneTable(content)).toMatchObject({ delimiter, width });
  });

  it.each(['\n', '\r\n', '\r'])(
    'reads lines that end with %j, in slices of any size',
    async (end) => {
      for (const sliceBytes of [1, 2, 3, 7, 1 << 20]) {
        const table = await oneTable(plain.replaceAll('\n', end), anyTable, sliceBytes);
        expect(await readAll(table)).toMatchObject({ rows: plainRows, lines: [2, 3] });
      }
    },
  );

  it('reads mixed line ends, and one cut off at the end of the file', async () => {
    const table = await oneTable('ref,place\r\nA1,Castle\nA2,Market\r\nA3,Quay\r', anyTable, 1);
    const { rows, lines } = await readAll(table);
    expect(rows).toEqual([...plainRows, ['A3', 'Quay']]);
    expect(lines).toEqual([2, 3, 4]);
  });

  it('counts lines inside quoted fields and leaves blank rows out', async () => {
    const content = 'ref,"long\nname"\nA1,"one\r\ntwo\n\nfour"\n\n,\nA2,"a ""b"""\n';
    for (const sliceBytes of [1, 5, 12, 1 << 20]) {
      const table = await oneTable(content, anyTable, sliceBytes);
      expect(table).toMatchObject({ header: ['ref', 'long\nname'], headerLine: 1 });
      const { rows, lines } = await readAll(table);
      expect(rows).toEqual([
        ['A1', 'one\ntwo\n\nfour'],
        ['A2', 'a "b"'],
      ]);
      expect(lines).toEqual([3, 9]);
    }
  });

  it('can be read twice', async () => {
    const table = await oneTable(plain);
    expect(await readAll(table)).toEqual(await readAll(table));
  });
});

describe('headers', () => {
  it('takes a known header wherever it is', async () => {
    const content = '1,2,3\n\nTitle\nref,place,date\nA1,Castle,2026-01-02\n';
    const table = await oneTable(content, knowing('ref', 'place', 'date'));
    expect(table).toMatchObject({ headerLine: 4, warnings: ['title-lines-skipped'] });
    expect(await readAll(table)).toMatchObject({ lines: [5] });
  });

  it('lets a known header decide the delimiter', async () => {
    const table = await oneTable('a;b,c;d\n1,2\n3,4\n', knowing('a', 'b,c', 'd'));
    expect(table).toMatchObject({ delimiter: ';', header: ['a', 'b,c', 'd'] });
  });

  it.each([
    ['title lines', 'Crimes 2026\nMade by us,\nref,place,sex\nA1,Castle,F\nA2,Quay,M\n', 3],
    ['padded title lines', 'Crimes 2026,,\n,,\nref,place,sex\nA1,Castle,F\nA2,Quay,M\n', 3],
    ['a line that names the delimiter', 'sep=;\nref;place;sex\nA1;Castle;F\nA2;Quay;M\n', 2],
    ['a dated title line', 'Made on,01/02/2026\nref,place,sex\nA1,Castle,1\nA2,Quay,2\n', 2],
  ])('finds the header below %s', async (_, content, headerLine) => {
    const table = await oneTable(content);
    expect(table).toMatchObject({ headerLine, header: ['ref', 'place', 'sex'] });
    expect(table.warnings).toEqual(['title-lines-skipped']);
    expect((await readAll(table)).rows).toHaveLength(2);
  });

  it('looks for a known header in the first 20 rows that are not blank', async () => {
    const below = (rows: number): string => `1,2\n\n`.repeat(rows) + plain;
    const known = knowing('ref', 'place');
    expect(await oneTable(below(19), known)).toMatchObject({ headerLine: 39 });
    expect(await oneTable(below(20), known)).toMatchObject({ headerLine: 0 });
  });

  it.each([
    ['a number', 'A1,42\nA2,43\n'],
    ['a date', 'A1,01/02/2026\nA2,02/02/2026\n'],
    ['a date in words', 'A1,1 Feb 2026\nA2,2 Feb 2026\n'],
    ['a time', 'A1,10:30\nA2,11:30\n'],
    ['a postcode', 'A1,ZZ99 9ZZ\nA2,ZZ99 9ZY\n'],
    ['one value twice', 'Castle,castle\nQuay,Quay\n'],
  ])('knows a table without a header by %s in its first row', async (_, content) => {
    const table = await oneTable(content);
    expect(table).toMatchObject({ header: [], headerLine: 0, width: 2, warnings: ['no-header'] });
    expect(await readAll(table)).toMatchObject({ lines: [1, 2] });
  });

  it('takes names over rows that are wider by a trailing delimiter', async () => {
    const table = await oneTable(' ref ,place,sex\nA1,Castle,F,\nA2,Quay,M,\n');
    expect(table).toMatchObject({ header: ['ref', 'place', 'sex'], width: 3, warnings: [] });
  });

  it('takes names with blanks between them', async () => {
    expect(await oneTable('ref,,place,\nA1,x,Quay,\n')).toMatchObject({ headerLine: 1 });
  });
});

describe('refusals', () => {
  it.each([
    ['empty-file', 'an empty file', ''],
    ['empty-file', 'blank lines', '\n\r\n,,\n'],
    ['empty-file', 'only a mark', '\ufeff'],
    ['wrong-format', 'a web page', '  <!DOCTYPE html><html></html>'],
    ['wrong-format', 'XML', '<?xml version="1.0"?><a/>'],
    ['wrong-format', 'JSON', '{"type": "FeatureCollection"}'],
    ['wrong-format', 'a JSON list', '[ {"reference": "A1"},\n{"reference": "A2"}]'],
    ['wrong-format', 'binary data', Buffer.alloc(4096, 'a\0\x01\x02b')],
    ['wrong-format', 'a PDF', '%PDF-1.7 ...'],
    ['wrong-format', 'an image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['wrong-format', 'an old .xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['wrong-format', 'too many columns', `${','.repeat(2_000)}a\n`],
  ])('refuses with %s %s', async (code, _, content) => {
    const failure = await failureOf(openContent(content));
    expect(failure.code).toBe(code);
    expect(failure.remedy).not.toBe('');
  });

  it('says how to save an old workbook', async () => {
    const failure = await failureOf(openContent(Buffer.from('d0cf11e0a1b11ae1', 'hex')));
    expect(failure.remedy).toContain('.xlsx');
  });

  it.each([
    ['a page', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr>'],
    ['a bare table', '<table border=1><tr><th>ref</th></tr></table>'],
    [
      'a table behind its character set',
      '<meta charset="utf-8">\n<table><tr><td>1</td></tr></table>',
    ],
    ['an archive of a page', 'MIME-Version: 1.0\nContent-Type: text/html\n\n<table></table>'],
    [
      'Excel 2003 XML',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    ],
  ])('says how to save what a system called Excel and is %s', async (_, content) => {
    const failure = await failureOf(openContent(content));
    expect(failure.code).toBe('wrong-format');
    expect(failure.remedy).toContain('Open it in Excel and save it');
  });

  it('takes names in square brackets for names', async () => {
    expect(await oneTable('[ref],[place]\nA1,Quay\n')).toMatchObject({
      header: ['[ref]', '[place]'],
    });
  });

  it('tells of bytes that are not in the encoding that the mark states', async () => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const bad = Buffer.concat([mark, Buffer.from('ref,place\nA1,Caf'), Buffer.from([0xe9, 10])]);
    expect((await oneTable(bad)).warnings).toEqual(['characters-lost']);
    const good = Buffer.concat([mark, Buffer.from('ref,place\nA1,Café\n')]);
    expect((await oneTable(good)).warnings).toEqual([]);
  });

  it('refuses a missing file, a folder and an impossible name', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'inner'));
    const codes = ['missing', 'inner', 'a\0b'].map(
      async (name) => (await failureOf(openTables(join(folder, name), anyTable))).code,
    );
    expect(await Promise.all(codes)).toEqual(['not-found', 'not-a-file', 'unreadable']);
  });

  it('refuses a quote that never closes, and says where it opens', async () => {
    const table = await oneTable('ref,place\nA1,"Cas\ntle"\nA2,"Qu\nay\n', anyTable, 4);
    const failure = await failureOf(readAll(table));
    expect(failure.code).toBe('truncated-quote');
    expect(failure.message).toContain('line 4');
  });

  it('refuses a first row without end', async () => {
    for (const content of ['x'.repeat(300_000), `"${'x\n'.repeat(200_000)}`]) {
      expect((await failureOf(openContent(content))).code).toBe('wrong-format');
    }
  });

  it('stops at a row without end, quoted or not', async () => {
    const open = await oneTable(`a,b\n1,"${'x\n'.repeat(9 << 20)}`);
    expect((await failureOf(readAll(open))).code).toBe('truncated-quote');
    const long = await oneTable(`a,b\n1,${'x'.repeat(18 << 20)}`);
    expect((await failureOf(readAll(long))).code).toBe('wrong-format');
  });

  it('refuses a row far down with too many columns', async () => {
    const table = await oneTable(`a,b\n1,2\n${','.repeat(2_000)}\n`);
    expect(await failureOf(readAll(table))).toMatchObject({ code: 'wrong-format' });
  });

  it('refuses a file that grows before or while it is read', async () => {
    const path = fileOf(temporaryFolder(), 'a.csv', plain);
    const [table] = (await openTables(path, anyTable, 8)).tables;
    if (table === undefined) throw new Error('no table');
    const rows = table.rows(() => {});
    await rows.next();
    appendFileSync(path, 'A3,Quay\n');
    const rest = (async () => {
      for await (const slice of rows) if (slice.rows.length > 9) break;
    })();
    const failure = await failureOf(rest);
    expect(failure).toMatchObject({ code: 'unreadable' });
    expect(failure.message).toContain('changed while it was read');
    expect((await failureOf(readAll(table))).message).toContain('changed while it was read');
  });

  it('refuses a file that is cut off or taken away while it is read', async () => {
    const path = fileOf(temporaryFolder(), 'a.csv', plain);
    const [table] = (await openTables(path, anyTable, 8)).tables;
    if (table === undefined) throw new Error('no table');
    const rows = table.rows(() => {});
    await rows.next();
    truncateSync(path, 20);
    const rest = (async () => {
      for await (const slice of rows) if (slice.rows.length > 9) break;
    })();
    expect(await failureOf(rest)).toMatchObject({ code: 'unreadable' });
    rmSync(path);
    expect((await failureOf(readAll(table))).code).toBe('not-found');
  });
});
