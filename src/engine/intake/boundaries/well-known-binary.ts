import type { SourcePoint, SourcePolygon, SourceRing } from './boundary-file.ts';

const polygonType = 3;
const multiPolygonType = 6;

/** Bytes of the GeoPackage header's envelope by its code: none, xy, xyz, xym, xyzm. */
const envelopeBytes = [0, 32, 48, 48, 64];

/**
 * The polygons of a GeoPackage geometry: a header of its own before ISO well-known binary. Heights and measures
 * are passed over. Null for another kind of geometry, an empty one, and bytes that are not whole.
 */
export function polygonsOfGeoPackage(blob: Buffer): SourcePolygon[] | null {
  if (blob.length < 8 || blob.toString('latin1', 0, 2) !== 'GP') return null;
  const flags = blob.readUInt8(3);
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (envelope === undefined || (flags & 0x10) !== 0) return null;
  try {
    return readPolygons({ bytes: blob, at: 8 + envelope });
  } catch (error) {
    // A read past the end of the bytes: the shape is cut off.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the reading of a geometry stands. */
interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

interface GeometryHead {
  readonly type: number;
  readonly isLittleEndian: boolean;
  /** Two, and one more for each of height and measure. */
  readonly numbersPerPoint: number;
}

function readPolygons(cursor: Cursor): SourcePolygon[] | null {
  const head = readHead(cursor);
  if (head.type === polygonType) return [readPolygon(cursor, head)];
  if (head.type !== multiPolygonType) return null;
  const count = readCount(cursor, head, 9);
  const polygons: SourcePolygon[] = [];
  for (let i = 0; i < count; i++) {
    const part = readHead(cursor);
    if (part.type !== polygonType) return null;
    polygons.push(readPolygon(cursor, part));
  }
  return polygons;
}

/** Every geometry, also within another one, says its own byte order and type. */
function readHead(cursor: Cursor): GeometryHead {
  const isLittleEndian = cursor.bytes.readUInt8(cursor.at) === 1;
  cursor.at += 1;
  const code = readUInt32(cursor, isLittleEndian);
  // PostGIS's older dialect has flags in the high bits where ISO adds thousands.
  if ((code & 0x20000000) !== 0) cursor.at += 4;
  const plain = code & 0x0fffffff;
  const thousands = Math.floor(plain / 1000);
  const hasHeight = thousands === 1 || thousands === 3 || (code & 0x80000000) !== 0;
  const hasMeasure = thousands === 2 || thousands === 3 || (code & 0x40000000) !== 0;
  const numbersPerPoint = 2 + Number(hasHeight) + Number(hasMeasure);
  return { type: plain % 1000, isLittleEndian, numbersPerPoint };
}

function readPolygon(cursor: Cursor, head: GeometryHead): SourcePolygon {
  const count = readCount(cursor, head, 4);
  return Array.from({ length: count }, () => readRing(cursor, head));
}

function readRing(cursor: Cursor, head: GeometryHead): SourceRing {
  const pointBytes = 8 * head.numbersPerPoint;
  const count = readCount(cursor, head, pointBytes);
  return Array.from({ length: count }, (): SourcePoint => {
    const { bytes, at } = cursor;
    cursor.at += pointBytes;
    return head.isLittleEndian
      ? [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)]
      : [bytes.readDoubleBE(at), bytes.readDoubleBE(at + 8)];
  });
}

/** A number of members, each at least so many bytes: refused when the rest of the bytes cannot hold them. */
function readCount(cursor: Cursor, head: GeometryHead, memberBytes: number): number {
  const count = readUInt32(cursor, head.isLittleEndian);
  if (count * memberBytes > cursor.bytes.length - cursor.at) throw new RangeError('cut off');
  return count;
}

function readUInt32(cursor: Cursor, isLittleEndian: boolean): number {
  const { bytes, at } = cursor;
  cursor.at += 4;
  return isLittleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
