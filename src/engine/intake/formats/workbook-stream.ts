import { Readable } from 'node:stream';
import { mostColumns, tooManyColumns } from './refusals.ts';
import { damagedWorkbook, tooLargeWorkbook } from './workbook-file.ts';
import type { ZipMember } from './zip-file.ts';

const sliceBytes = 1 << 20;
const mostRows = 1_048_576;
const mostCells = 40_000_000;
/** Longest tag of a row or cell that is looked for across two slices. */
const longestTag = 1_024;
const placedTag = /<(?:\w+:)?(?:row|c)\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]*)(\d+)["'][^>]*>/g;

/**
 * The named parts of a workbook as a ZIP without compression, which is what the workbook reader is given: it trusts
 * sizes and cell addresses as they stand, and would fill the memory for a single cell far out. Here each part has been
 * unpacked and checked, and the stream ends in a FailureError when the sheet at `sheetPath` reaches too far. Numbers of
 * rows that are hidden (a filter hides them too) are put into `hiddenRows`.
 */
export function plainWorkbook(
  parts: readonly ZipMember[],
  sheetPath: string,
  hiddenRows: Set<number>,
): Readable {
  return Readable.from(zipPieces(parts, sheetPath, hiddenRows), { objectMode: false });
}

async function* zipPieces(
  parts: readonly ZipMember[],
  sheetPath: string,
  hiddenRows: Set<number>,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.path);
    const facts = partFacts(part, name.length);
    yield Buffer.concat([Buffer.from('PK\x03\x04'), facts, name]);
    const check = part.path === sheetPath ? extentCheck(hiddenRows) : null;
    for await (const slice of part.slices(sliceBytes)) {
      check?.(slice);
      yield Buffer.from(slice);
    }
    directory.push(directoryEntry(facts, name, offset));
    offset += 4 + facts.length + name.length + part.bytesTotal;
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield directoryEnd(parts.length, entries.length, offset);
}

/** The fields that a ZIP repeats before each member and in its directory; no compression, no flags, no date. */
function partFacts(part: ZipMember, nameBytes: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(part.checksum, 10);
  facts.writeUInt32LE(part.bytesTotal, 14);
  facts.writeUInt32LE(part.bytesTotal, 18);
  facts.writeUInt16LE(nameBytes, 22);
  return facts;
}

function directoryEntry(facts: Buffer, name: Buffer, offset: number): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, name]);
}

function directoryEnd(parts: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const hiddenRow = /\shidden\s*=\s*["'](?:1|true)["']/;

/** Looks through a sheet's XML, slice by slice, for cells that lie outside of any table. */
function extentCheck(hiddenRows: Set<number>): (slice: Uint8Array) => void {
  let rest = '';
  let rows = 0;
  let columns = 0;
  return (slice) => {
    const text =
      rest + Buffer.from(slice.buffer, slice.byteOffset, slice.length).toString('latin1');
    for (const [tag, letters = '', digits] of text.matchAll(placedTag)) {
      const row = Number(digits);
      if (row > mostRows) throw damagedWorkbook();
      if (letters === '' && hiddenRow.test(tag)) hiddenRows.add(row);
      // Rows by themselves and cells that only have a colour are no values.
      if (letters === '' || tag.endsWith('/>')) continue;
      rows = Math.max(rows, row);
      columns = Math.max(columns, columnNumber(letters));
      if (columns > mostColumns) throw tooManyColumns(row);
      if (rows * columns > mostCells) throw tooLargeWorkbook();
    }
    rest = text.slice(-longestTag);
  };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
