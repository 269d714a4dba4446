import {
  type GridPoint,
  type ShiftGrid,
  wgs84ToGrid,
} from '../../../domain/geography/british-national-grid.ts';
import {
  looksLikeWebMercator,
  webMercatorToDegrees,
} from '../../../domain/geography/web-mercator.ts';
import {
  type DeclaredSystem,
  type ReferenceSystem,
  type SourceArea,
  type SourcePoint,
  unreadableFile,
} from './boundary-file.ts';

const systemOfEpsg = new Map<number, ReferenceSystem>([
  [27700, 'national-grid'],
  // The National Grid with Ordnance Datum Newlyn heights, which are not read.
  [7405, 'national-grid'],
  [4326, 'longitude-latitude'],
  [4979, 'longitude-latitude'],
  [4258, 'longitude-latitude'],
  [4937, 'longitude-latitude'],
  [3857, 'web-mercator'],
  [3785, 'web-mercator'],
  [900913, 'web-mercator'],
  [102100, 'web-mercator'],
  [102113, 'web-mercator'],
]);

/** The system with this EPSG number; an unknown number is another system. */
export function systemOfEpsgNumber(epsg: number): DeclaredSystem {
  return systemOfEpsg.get(epsg) ?? { other: `EPSG:${epsg}` };
}

/** The system of a GeoJSON `crs` name such as `urn:ogc:def:crs:EPSG::27700`; null when it says nothing. */
export function systemOfName(name: string): DeclaredSystem {
  if (/CRS:?84/i.test(name)) return 'longitude-latitude';
  const epsg = /EPSG.*?(\d+)$/i.exec(name.trim())?.[1];
  if (epsg !== undefined) return systemOfEpsgNumber(Number(epsg));
  return name.trim() === '' ? null : { other: name.trim() };
}

/** The system of a well-known text such as a .prj file holds; null when it is empty or no such text. */
export function systemOfWellKnownText(text: string): DeclaredSystem {
  const projected = /PROJ(?:CS|CRS)\s*\[\s*"([^"]*)"/i.exec(text)?.[1];
  if (projected !== undefined) return projectedSystem(projected, text);
  const geographic = /GEOG(?:CS|CRS)\s*\[\s*"([^"]*)"/i.exec(text)?.[1];
  if (geographic === undefined) return null;
  // OSGB36 degrees lie about 100 m from WGS84 degrees, so only the two that agree are taken.
  if (/WGS[\s_]*(?:19)?84|ETRS[\s_]*(?:19)?89/i.test(geographic)) return 'longitude-latitude';
  return { other: geographic };
}

function projectedSystem(name: string, text: string): DeclaredSystem {
  if (/British[\s_]*National[\s_]*Grid/i.test(name) || /OSGB/i.test(name)) return 'national-grid';
  if (/web[\s_]*mercator|pseudo[\s_]*mercator|popular[\s_]*visuali/i.test(name)) {
    return 'web-mercator';
  }
  // Some programs write "unnamed": the false origin and the datum then tell the National Grid from all others.
  const isGrid =
    /False_Easting"?\s*,\s*400000/i.test(text) &&
    /False_Northing"?\s*,\s*-100000/i.test(text) &&
    /OSGB|Airy/i.test(text);
  if (isGrid) return 'national-grid';
  return /^(?:unknown|unnamed|)$/i.test(name.trim()) ? null : { other: name };
}

/** The system to read the areas with, and whether it had to be assumed from the size of the coordinates. */
export function chooseSystem(
  declared: DeclaredSystem,
  areas: readonly SourceArea[],
): { readonly system: ReferenceSystem; readonly isAssumed: boolean } {
  if (declared !== null && typeof declared === 'object') {
    throw unreadableFile(
      `The boundaries are in the reference system "${declared.other}", which Action Ten does not read.`,
      'Export them in British National Grid (EPSG:27700) or in longitude and latitude (EPSG:4326).',
    );
  }
  const likely = likelySystem(areas);
  if (declared !== null && (likely === null || likely === declared)) {
    return { system: declared, isAssumed: false };
  }
  // What the coordinates say goes before what the file says of them: degrees are never metres.
  return { system: likely ?? 'longitude-latitude', isAssumed: true };
}

/** The system that most areas' first positions fit; null when there is none that fits any. */
function likelySystem(areas: readonly SourceArea[]): ReferenceSystem | null {
  const votes = new Map<ReferenceSystem, number>();
  for (const { polygons } of areas) {
    const point = polygons?.[0]?.[0]?.[0];
    const system = point === undefined ? null : systemOfPoint(point);
    if (system !== null) votes.set(system, (votes.get(system) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, one], [, other]) => other - one);
  return best?.[0] ?? null;
}

/** Great Britain's three ranges of coordinates do not meet, so one position is enough. */
function systemOfPoint([x, y]: SourcePoint): ReferenceSystem | null {
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return 'longitude-latitude';
  if (isOnGrid(x, y)) return 'national-grid';
  return looksLikeWebMercator(x, y) ? 'web-mercator' : null;
}

const gridWidthMetres = 700_000;
const gridHeightMetres = 1_300_000;

function isOnGrid(easting: number, northing: number): boolean {
  return (
    easting >= 0 && easting <= gridWidthMetres && northing >= 0 && northing <= gridHeightMetres
  );
}

/**
 * A function from a position of the system to National Grid metres; undefined for a position outside the grid.
 * Degrees go through OSTN15; web Mercator is taken back to degrees first.
 */
export function gridFunction(
  system: ReferenceSystem,
  shiftGrid: ShiftGrid,
): (point: SourcePoint) => GridPoint | undefined {
  if (system === 'national-grid') {
    return ([x, y]) => (isOnGrid(x, y) ? { easting: x, northing: y } : undefined);
  }
  if (system === 'longitude-latitude') return ([x, y]) => wgs84ToGrid(shiftGrid, x, y);
  return ([x, y]) => {
    const { longitude, latitude } = webMercatorToDegrees(x, y);
    return wgs84ToGrid(shiftGrid, longitude, latitude);
  };
}
