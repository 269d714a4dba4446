import { readdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../src/engine/intake/formats/table-source.ts';
import { fileOf, temporaryFolder } from '../support.ts';
import { anyTable, failureOf, oneTable, openContent, readAll, zipOf } from './support.ts';
import { workbookOf } from './workbooks.ts';

const plain = 'ref,place\nA1,Castle\nA2,Market\n';

describe('ZIP files', () => {
  it('gives a table for each member that is text or a workbook, and names the others', async () => {
    const latin = Buffer.from('ref;place\nA1;Caf\xe9\n', 'latin1');
    const zip = await zipOf({
      '2026-01/first.csv': plain,
      'second.txt': latin,
      'book.xlsx': await workbookOf([['ref'], ['A1']]),
      'inner.zip': await zipOf({ 'a.csv': plain }),
      'broken.zip': 'PK\x03\x04 and no more',
      'letter.docx': await zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }),
      'picture.png': Buffer.from('89504e470d0a1a0a', 'hex'),
      'old.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'page.html': '<html></html>',
      'nothing.csv': '',
      '__MACOSX/2026-01/._first.csv': 'x',
      '.hidden/a.csv': plain,
      '2026-01/.DS_Store': 'x',
    });
    const { tables, skipped } = await openContent(zip, anyTable, 5);
    expect(tables.map(({ label, format, encoding }) => [label, format, encoding])).toEqual([
      ['first.csv', 'text', 'utf-8'],
      ['second.txt', 'text', 'windows-1252'],
      ['book.xlsx', 'workbook', null],
    ]);
    expect(skipped).toEqual([
      'inner.zip',
      'broken.zip',
      'letter.docx',
      'picture.png',
      'old.xls',
      'page.html',
      'nothing.csv',
    ]);
    const read = await Promise.all(tables.map(readAll));
    expect(read.map(({ rows }) => rows)).toEqual([
      [
        ['A1', 'Castle'],
        ['A2', 'Market'],
      ],
      [['A1', 'Café']],
      [['A1']],
    ]);
    expect(read[1]?.bytes).toEqual(latin);
  });

  it('reads a member larger than many slices', async () => {
    const content = `ref,place\n${'A1,Castle\n'.repeat(100_000)}`;
    const table = await oneTable(await zipOf({ 'a.csv': content }));
    const { rows, lines, bytes } = await readAll(table);
    expect(rows).toHaveLength(100_000);
    expect(lines.at(-1)).toBe(100_001);
    expect(bytes.toString()).toBe(content);
  });

  it('leaves no file open when reading stops early', async () => {
    const content = `ref,place\n${'A1,Castle\n'.repeat(100_000)}`;
    const table = await oneTable(await zipOf({ 'a.csv': content }), anyTable, 1024);
    const before = openFiles();
    for (let time = 0; time < 10; time++) {
      for await (const slice of table.rows(() => {})) if (slice.rows.length > 0) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(openFiles()).toBeLessThan(before + 5);
  });

  it('names the member in which something is wrong', async () => {
    const zip = await zipOf({ 'a.csv': plain, 'months/book.xlsx': await workbookOf([['ref']]) });
    const failure = await failureOf(openContent(zip, { ...anyTable, sheet: 'March' }));
    expect(failure.code).toBe('bad-request');
    expect(failure.message).toMatch(/^book\.xlsx: /);
    expect(failure.remedy).toContain('Sheet1');
  });

  it.each([
    ['no members', {}],
    ['no table', { 'a.png': Buffer.from('89504e470d0a1a0a', 'hex') }],
    ['an OpenDocument', { mimetype: 'application/x', 'content.xml': 'a,b\n1,2\n' }],
    ['a Word document', { '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }],
    ['a binary workbook', { '[Content_Types].xml': '<a/>', 'xl/workbook.bin': 'x' }],
  ])('refuses one with %s', async (_, members) => {
    const failure = await failureOf(openContent(await zipOf(members)));
    expect(failure.code).toBe('wrong-format');
  });

  it.each(['../a.csv', '/aa.csv', 'C:/a.cv'])('refuses the member name %s', async (name) => {
    const failure = await failureOf(openContent(forgedZip({ name })));
    expect(failure).toMatchObject({ code: 'wrong-format' });
    expect(failure.message).toContain('outside');
  });

  it.each([
    ['wrong-format', 'a password', { flags: 1 }, 'password'],
    ['wrong-format', 'strong encryption', { flags: 0x41 }, 'password'],
    ['wrong-format', 'an unknown compression', { method: 99 }, 'compressed'],
    ['wrong-format', 'a claim of 5 GB', { size: 0xfffffff0 }, 'far more'],
    ['wrong-format', 'a claim of 101 MB in a few bytes', { size: 101 << 20 }, 'far more'],
    ['corrupt', 'more bytes than declared', { size: 8 }, 'damaged'],
    ['corrupt', 'fewer bytes than declared', { size: 80 }, 'damaged'],
    ['corrupt', 'a wrong checksum', { checksum: 1 }, 'damaged'],
  ])('refuses with %s one with %s', async (code, _, forgery, word) => {
    const failure = await failureOf(openContent(forgedZip(forgery)));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(word);
  });

  it('refuses one that is cut off', async () => {
    const zip = await zipOf({ 'a.csv': plain });
    for (const length of [4, 30, 60, zip.length - 1]) {
      expect((await failureOf(openContent(zip.subarray(0, length)))).code).toBe('corrupt');
    }
  });

  it('refuses one that changed since it was opened', async () => {
    const folder = temporaryFolder();
    const path = fileOf(folder, 'a.zip', await zipOf({ 'a.csv': plain }));
    const [table] = (await openTables(path, anyTable)).tables;
    fileOf(folder, 'a.zip', await zipOf({ 'a.csv': plain, 'b.csv': plain }));
    if (table === undefined) throw new Error('no table');
    expect(await failureOf(readAll(table))).toMatchObject({ code: 'unreadable' });
  });
});

interface Forgery {
  readonly name?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly checksum?: number;
}

/** A ZIP of one member whose directory says what no honest writer would. */
function forgedZip({ name = 'a.csv', flags = 0, method = 8, size, checksum }: Forgery): Buffer {
  const packed = deflateRawSync(plain);
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(nameBytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(checksum ?? 0, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size ?? plain.length, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  const directory = Buffer.concat([entry, nameBytes]);
  const before = Buffer.concat([local, nameBytes, packed]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(before.length, 16);
  return Buffer.concat([before, directory, end]);
}

function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
