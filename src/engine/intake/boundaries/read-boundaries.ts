import { closeSync, existsSync, readFileSync, readSync, statSync } from 'node:fs';
import { refuseWebPage } from '../formats/refusals.ts';
import { openPlainFile } from '../plain-file.ts';
import { type BoundaryContent, type BoundaryFile, unreadableFile } from './boundary-file.ts';
import { readGeoJson, startsLikeJson } from './geojson.ts';
import { readGeoPackage, startsLikeSqlite } from './geopackage.ts';
import { readZippedShapefile } from './shapefile.ts';

const largestBytes = 256 << 20;
const lookedAtBytes = 64 << 10;

/**
 * Whether a file is one of boundaries by what is in it: GeoJSON, a GeoPackage or a zipped shapefile. A file named
 * as GeoJSON counts too, so that what it is instead can be said.
 *
 * @throws FailureError when the file cannot be opened.
 */
export function isBoundaryFile(path: string): boolean {
  const { file, bytes } = openPlainFile(path);
  const buffer = Buffer.alloc(Math.min(bytes, lookedAtBytes));
  try {
    const start = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0));
    if (startsLikeJson(start.subarray(0, 64)) || /\.(geo)?json$/i.test(path)) return true;
    if (startsLikeSqlite(start)) return true;
    if (!startsLikeZip(start)) return false;
    if (namesShapefile(start)) return true;
    // The list of a ZIP's members is at its end.
    const length = readSync(file, buffer, 0, buffer.length, bytes - buffer.length);
    return namesShapefile(buffer.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

function startsLikeZip(start: Buffer): boolean {
  // "PK" and the number of a first member's header, or of the list's end in a ZIP without members.
  const mark = start.length < 4 ? 0 : start.readUInt32BE(0);
  return mark === 0x504b0304 || mark === 0x504b0506;
}

/** Where a member's name and its length stand after the mark of a header in a ZIP: beside the member, in the list. */
const headersOfMembers = [
  { mark: 0x504b0304, nameLengthAt: 26, nameAt: 30 },
  { mark: 0x504b0102, nameLengthAt: 28, nameAt: 46 },
];

/** Whether these bytes of a ZIP name a part of a shapefile: a cut-off ZIP has no list of members to read. */
function namesShapefile(bytes: Buffer): boolean {
  return headersOfMembers.some(({ mark, nameLengthAt, nameAt }) => {
    const markBytes = Buffer.alloc(4);
    markBytes.writeUInt32BE(mark);
    for (let at = bytes.indexOf(markBytes); at >= 0; at = bytes.indexOf(markBytes, at + 1)) {
      if (at + nameAt > bytes.length) return false;
      const end = at + nameAt + bytes.readUInt16LE(at + nameLengthAt);
      if (/\.(?:shp|shx|dbf|prj)$/i.test(bytes.toString('latin1', at + nameAt, end))) return true;
    }
    return false;
  });
}

/**
 * Reads a file of boundaries whole: GeoJSON, a GeoPackage or a zipped shapefile, told apart by what is in it.
 *
 * @throws FailureError when the file cannot be opened or read as one of them, or holds no areas.
 */
export async function readBoundaries(path: string): Promise<BoundaryFile> {
  const { file, bytes: size } = openPlainFile(path);
  closeSync(file);
  if (size > largestBytes) {
    throw unreadableFile(
      'The boundary file is larger than 256 MB.',
      'Use a generalised version of the boundaries.',
    );
  }
  const bytes = readFileSync(path);
  return { bytes, ...(await contentOf(path, bytes)) };
}

async function contentOf(path: string, bytes: Buffer): Promise<BoundaryContent> {
  if (startsLikeSqlite(bytes)) {
    refuseUnsaved(path);
    return readGeoPackage(bytes);
  }
  if (startsLikeZip(bytes)) return await readZippedShapefile(bytes);
  refuseWebPage(bytes.toString('utf8', 0, 4096));
  return readGeoJson(bytes);
}

/** While a program edits a GeoPackage its latest changes are in a file beside it. */
function refuseUnsaved(path: string): void {
  const log = `${path}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) return;
  throw unreadableFile(
    'Another program has the GeoPackage open, and its latest changes are not in the file yet.',
    'Close it in the other program (for example QGIS) and import it again.',
    'locked',
  );
}
