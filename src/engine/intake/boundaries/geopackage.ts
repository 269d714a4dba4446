import {
  type GeoPackageRow,
  type GeoPackageTable,
  withGeoPackage,
} from '../../workspace/geopackage-file.ts';
import { hasCodeColumn } from './area-labels.ts';
import {
  type BoundaryContent,
  type DeclaredSystem,
  noAreas,
  type SourceArea,
} from './boundary-file.ts';
import { systemOfEpsgNumber, systemOfWellKnownText } from './reference-system.ts';
import { polygonsOfGeoPackage } from './well-known-binary.ts';

const fileMark = 'SQLite format 3\0';

/** True when a file's first bytes are those of an SQLite file, as which a GeoPackage comes. */
export function startsLikeSqlite(start: Buffer): boolean {
  return start.subarray(0, fileMark.length).toString('latin1') === fileMark;
}

/**
 * Reads the areas of a GeoPackage: of the first table of polygons with a known code column.
 *
 * @throws FailureError `wrong-format` when it cannot be read, `empty-file` when the table has no rows.
 */
export function readGeoPackage(bytes: Buffer): BoundaryContent {
  return withGeoPackage(bytes, (file) => {
    const { tables } = file;
    const table = chooseTable(tables);
    const rows = table === undefined ? [] : file.rowsOf(table);
    if (table === undefined || rows.length === 0) throw noAreas();
    return {
      system: systemOf(table),
      areas: rows.map(areaOf),
      warnings: tables.length > 1 ? ['other-layers-not-read'] : [],
    };
  });
}

function chooseTable(tables: readonly GeoPackageTable[]): GeoPackageTable | undefined {
  const ofAreas = tables.filter(({ geometryType }) => /POLYGON|SURFACE|^GEOM/.test(geometryType));
  return ofAreas.find(({ columns }) => hasCodeColumn(columns)) ?? ofAreas[0] ?? tables[0];
}

function systemOf({ referenceNumber, referenceText }: GeoPackageTable): DeclaredSystem {
  const byNumber = referenceNumber > 0 ? systemOfEpsgNumber(referenceNumber) : null;
  if (typeof byNumber === 'string') return byNumber;
  // Some programs give the National Grid a number of their own.
  return systemOfWellKnownText(referenceText) ?? byNumber;
}

function areaOf({ properties, geometry }: GeoPackageRow): SourceArea {
  return { properties, polygons: geometry === null ? null : polygonsOfGeoPackage(geometry) };
}
