import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../src/contract/outcome.ts';
import { openTables } from '../../../src/engine/intake/formats/table-source.ts';
import { fileOf, temporaryFolder } from '../support.ts';
import { anyTable, knowing, readAll, zipOf } from './support.ts';
import { workbookOf } from './workbooks.ts';

interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly isQuotedAlways: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly hasMark: boolean;
  readonly endsWithLine: boolean;
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', '\t', ';', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  isQuotedAlways: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  hasMark: fc.boolean(),
  endsWithLine: fc.boolean(),
});
const piece = fc.constantFrom(
  'a',
  'B',
  '7',
  ' ',
  ',',
  ';',
  '|',
  '\t',
  '"',
  '\n',
  '.',
  'é',
  'ÿ',
  '-',
);
const anyRows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(
      fc.array(fc.string({ unit: piece, maxLength: 6 }), { minLength: width, maxLength: width }),
      { maxLength: 12 },
    ),
  );

describe('any table in any dialect', () => {
  it('comes back cell for cell', async () => {
    const folder = temporaryFolder();
    const sliceSizes = fc.constantFrom(1, 2, 3, 5, 8, 13, 1 << 20);
    await fc.assert(
      fc.asyncProperty(anyRows, dialects, sliceSizes, async (rows, dialect, sliceBytes) => {
        const width = rows[0]?.length ?? 1;
        const header = Array.from({ length: width }, (_, at) => `column ${'xyzuv'[at]}`);
        const { content, lines } = write([header, ...rows], dialect);
        const path = fileOf(folder, 'table', content);
        const { tables, skipped } = await openTables(path, knowing(...header), sliceBytes);
        expect(skipped).toEqual([]);
        expect(tables[0]).toMatchObject({ header, headerLine: 1, width });
        if (tables[0] === undefined) return;
        const read = await readAll(tables[0]);
        const said = rows.flatMap((row, at) =>
          row.some((cell) => cell !== '') ? [{ row, line: lines[at + 1] }] : [],
        );
        expect(read.rows).toEqual(said.map(({ row }) => row));
        expect(read.lines).toEqual(said.map(({ line }) => line));
        expect(read.bytes).toEqual(content);
      }),
      { numRuns: 400 },
    );
  });
});

describe('anything else', () => {
  it('ends in rows or a failure that says what to do, whatever the bytes', async () => {
    const starts = ['', 'PK\x03\x04', '\xff\xfe', '\xfe\xff', '\xef\xbb\xbf', 'a,b\n', '"'];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(bytes, (content) => readsOrFails(folder, content)),
      { numRuns: 800 },
    );
  });

  it('does so for text with quotes, line ends and delimiters where they do not belong', async () => {
    const marks = fc.constantFrom(
      'a',
      '1',
      ',',
      ',',
      '"',
      '"',
      '\n',
      '\n',
      '\r',
      '\r\n',
      ' ',
      'é',
      '\0',
    );
    const text = fc.string({ unit: marks, maxLength: 60 });
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(1, 4, 64), async (content, sliceBytes) => {
        await readsOrFails(folder, Buffer.from(`a,b\n${content}`), sliceBytes);
      }),
      { numRuns: 300 },
    );
  });

  it('does so for ZIP files and workbooks with bytes changed or missing', async () => {
    const originals = [
      await zipOf({ 'a.csv': 'ref,place\nA1,Castle\n', 'b/c.txt': 'x;y\n1;2\n' }),
      await workbookOf({ One: [['ref'], ['A1']], Two: [['x'], [true]] }),
      await zipOf({
        'book.xlsx': await workbookOf([
          ['ref', 'n'],
          ['A1', 2],
        ]),
      }),
    ];
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
    const damaged = fc
      .tuple(fc.constantFrom(...originals), damage, fc.option(fc.nat()))
      .map(([original, changes, cut]) => {
        const copy = Buffer.from(original);
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        return cut === null ? copy : copy.subarray(0, cut % copy.length);
      });
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(damaged, (content) => readsOrFails(folder, content)),
      { numRuns: 300 },
    );
  });

  it('does so for workbooks whose XML has characters changed', async () => {
    const xml =
      '<worksheet><dimension ref="A1:B2"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ref</t></is></c><c r="B1"><v>1</v></c></row></sheetData></worksheet>';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = {
      'xl/workbook.xml': `<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': xml,
    };
    const folder = temporaryFolder();
    const change = fc.tuple(
      fc.constantFrom(...Object.keys(parts)),
      fc.nat(),
      fc.constantFrom('<', '>', '"', '/', '9', 'Z', ' ', '&', 's', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const copy: Record<string, string> = { ...parts };
        for (const [name, place, text] of changes) {
          const whole = copy[name] ?? '';
          const at = place % whole.length;
          copy[name] = whole.slice(0, at) + text + whole.slice(at + 1);
        }
        await readsOrFails(folder, await zipOf(copy));
      }),
      { numRuns: 300 },
    );
  });
});

/** Throws unless the bytes can be read as tables or are refused with a FailureError. */
async function readsOrFails(folder: string, content: Uint8Array, sliceBytes = 64): Promise<void> {
  const path = fileOf(folder, 'any', content);
  try {
    const { tables } = await openTables(path, anyTable, sliceBytes);
    for (const table of tables) await readAll(table);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    expect(error.failure.remedy).not.toBe('');
  }
}

/** A table as a file, and the line on which each of its rows starts. */
function write(
  rows: readonly (readonly string[])[],
  dialect: Dialect,
): { content: Buffer; lines: number[] } {
  const { delimiter, lineEnd, isQuotedAlways, endsWithLine } = dialect;
  const field = (cell: string): string =>
    isQuotedAlways || cell === '' || /[",;|\t\n]/.test(cell)
      ? `"${cell.replaceAll('"', '""').replaceAll('\n', lineEnd)}"`
      : cell;
  const lines: number[] = [];
  let line = 1;
  for (const row of rows) {
    lines.push(line);
    line += 1 + row.join('').split('\n').length - 1;
  }
  const text = rows.map((row) => row.map(field).join(delimiter)).join(lineEnd);
  return { content: encode(text + (endsWithLine ? lineEnd : ''), dialect), lines };
}

function encode(text: string, { encoding, hasMark }: Dialect): Buffer {
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  const marked = hasMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
