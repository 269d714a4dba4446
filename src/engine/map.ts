import type { ParsedInput } from '../contract/calls.ts';
import { FailureError } from '../contract/outcome.ts';
import type { MapGround } from '../contract/results.ts';
import { gridToWgs84 } from '../domain/geography/british-national-grid.ts';
import { degreesOf } from './analysis/page-result.ts';
import type { Session } from './session.ts';
import { loadShiftGrid } from './shift-grid.ts';
import { appendAudit } from './workspace/audit.ts';
import { allVenues } from './workspace/other-rows.ts';
import { refuseOutput, writeRecorded } from './write-whole.ts';

/** Boundaries (GeoJSON in longitude and latitude, as bytes) and venues as the map's ground. */
export function mapGround(session: Session): MapGround {
  const shiftGrid = loadShiftGrid();
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  const features = session.areas().list.map((area) => ({
    type: 'Feature',
    properties: { code: area.code, name: area.name },
    geometry: {
      type: 'MultiPolygon',
      coordinates: area.polygons.map((rings) =>
        rings.map((ring) =>
          ring.map(([easting, northing]) => {
            const point = gridToWgs84(shiftGrid, easting, northing);
            const longitude = point?.longitude ?? 0;
            const latitude = point?.latitude ?? 0;
            extent[0] = Math.min(extent[0], longitude);
            extent[1] = Math.min(extent[1], latitude);
            extent[2] = Math.max(extent[2], longitude);
            extent[3] = Math.max(extent[3], latitude);
            return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
          }),
        ),
      ),
    },
  }));
  const areas = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
  const venues = allVenues(session.reader);
  return {
    areas,
    venuePositions: degreesOf(
      Float64Array.from(venues.flatMap(({ easting, northing }) => [easting, northing])),
    ),
    venues: venues.map(({ name, category }) => ({ name, category })),
    extent: features.length === 0 ? null : extent,
  };
}

/**
 * Writes a map that the page drew, and records that it left. What cannot be recorded is not written.
 *
 * @throws FailureError `bad-request` when the bytes are not of the format that was named.
 */
export function saveMap(session: Session, input: ParsedInput<'saveMap'>): { hash: string } {
  const { run, format, bytes, out } = input;
  refuseOutput(out);
  const start = format === 'svg' ? '<svg' : '\u0089PNG';
  if (Buffer.from(bytes.subarray(0, start.length)).toString('latin1') !== start) {
    throw new FailureError(
      'bad-request',
      `The picture is not ${format.toUpperCase()}. Nothing was written.`,
      'Report this as a fault.',
    );
  }
  const { writer } = session;
  const detail = { run, format, bytes: bytes.byteLength };
  const hash = writeRecorded(writer, out, bytes, () => appendAudit(writer, 'map saved', detail));
  return { hash };
}
