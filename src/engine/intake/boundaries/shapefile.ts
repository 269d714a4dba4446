import { parseDbf, parseShp } from 'shpjs';
import { hasCodeColumn } from './area-labels.ts';
import {
  type BoundaryContent,
  noAreas,
  type SourceArea,
  type SourcePolygon,
  unreadableFile,
} from './boundary-file.ts';
import { columnNames, encodingOf, isDeleted, rowCount, trimmedTable } from './dbase-table.ts';
import { systemOfWellKnownText } from './reference-system.ts';
import { assignHoles } from './ring-nesting.ts';
import { zipMembers } from './zip-members.ts';

const partNames = /\.(shp|dbf|prj|cpg)$/i;
/** Polygon, polygon with heights, polygon with measures. */
const polygonShapes: readonly number[] = [5, 15, 25];
const headerBytes = 100;

/** The files of one shapefile in the ZIP. */
interface Layer {
  readonly shp: Buffer;
  readonly dbf: Buffer;
  readonly prj: string;
  readonly cpg: string;
}

/**
 * Reads the areas of a zipped shapefile: of the first layer of polygons with a known code column.
 *
 * @throws FailureError `wrong-format` when the ZIP or the shapefile in it cannot be read, `empty-file` without areas.
 */
export async function readZippedShapefile(zip: Buffer): Promise<BoundaryContent> {
  const layers = layersOf(await zipMembers(zip, (name) => partNames.test(name)));
  const layer = chooseLayer(layers);
  if (layer === undefined) {
    throw unreadableFile(
      'The ZIP file holds no shapefile: a .shp and its .dbf are needed.',
      'Pack all files of the shapefile into one ZIP (.shp, .dbf, .prj and the others), or use GeoJSON.',
    );
  }
  const areas = areasOf(layer);
  if (areas.length === 0) throw noAreas();
  return {
    system: systemOfWellKnownText(layer.prj),
    areas,
    warnings: layers.length > 1 ? ['other-layers-not-read'] : [],
  };
}

function layersOf(members: ReadonlyMap<string, Buffer>): Layer[] {
  const byName = new Map([...members].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  return [...byName].flatMap(([name, shp]) => {
    const dbf = byName.get(name.replace(/\.shp$/, '.dbf'));
    if (!name.endsWith('.shp') || dbf === undefined) return [];
    const textOf = (ending: string): string =>
      byName.get(name.replace(/\.shp$/, ending))?.toString('utf8') ?? '';
    return [{ shp, dbf, prj: textOf('.prj'), cpg: textOf('.cpg').trim() }];
  });
}

function chooseLayer(layers: readonly Layer[]): Layer | undefined {
  const ofAreas = layers.filter(
    ({ shp }) => shp.length >= headerBytes && polygonShapes.includes(shp.readInt32LE(32)),
  );
  return ofAreas.find(({ dbf }) => hasCodeColumn(columnNames(dbf))) ?? ofAreas[0] ?? layers[0];
}

function areasOf({ shp, dbf, cpg }: Layer): SourceArea[] {
  const pointCounts = pointCountsOf(shp);
  const table = trimmedTable(dbf);
  // Compared before the rows are read: a damaged count could name thousands of millions.
  if (pointCounts === null || table === null || rowCount(table) !== pointCounts.length) {
    throw damaged();
  }
  const rows = parseDbf(table, Buffer.from(encodingOf(table, cpg)));
  const shapes = polygonShapes.includes(shp.readInt32LE(32)) ? parseShapes(shp) : [];
  return rows.flatMap((properties, row) =>
    isDeleted(table, row)
      ? []
      : [{ properties, polygons: polygonsOf(shapes[row], pointCounts[row] ?? 0) }],
  );
}

function parseShapes(shp: Buffer): ReturnType<typeof parseShp> {
  try {
    return parseShp(shp);
  } catch {
    // Counts inside a record that lead past its end.
    throw damaged();
  }
}

/**
 * How many positions each record says it has, 0 for an empty shape. Null when the file is not whole: the library
 * would stop there without a word.
 */
function pointCountsOf(shp: Buffer): number[] | null {
  if (shp.length < headerBytes || shp.readInt32BE(0) !== 9994) return null;
  const end = shp.readInt32BE(24) * 2;
  if (end > shp.length) return null;
  const isOfAreas = polygonShapes.includes(shp.readInt32LE(32));
  const counts: number[] = [];
  for (let at = headerBytes; at < end; ) {
    const contentBytes = at + 8 <= end ? shp.readInt32BE(at + 4) * 2 : -1;
    if (contentBytes < 4 || at + 8 + contentBytes > end) return null;
    const hasCount = isOfAreas && contentBytes >= 44 && shp.readInt32LE(at + 8) !== 0;
    counts.push(hasCount ? shp.readInt32LE(at + 8 + 40) : 0);
    at += 8 + contentBytes;
  }
  return counts;
}

function polygonsOf(
  shape: ReturnType<typeof parseShp>[number] | undefined,
  pointCount: number,
): SourcePolygon[] | null {
  if (shape?.type !== 'Polygon' && shape?.type !== 'MultiPolygon') return null;
  const polygons = (shape.type === 'Polygon'
    ? [shape.coordinates]
    : shape.coordinates) as unknown as SourcePolygon[];
  // The library drops a hole that fits no outline, and with it perhaps an outline wound like a hole.
  if (polygons.flat(2).length !== pointCount) return null;
  return polygons.length > 1 ? assignHoles(polygons) : polygons;
}

function damaged(): Error {
  return unreadableFile(
    'The shapefile in the ZIP is cut off, or its .shp and .dbf do not belong together.',
    'Download or export it again and import it as it comes.',
  );
}
