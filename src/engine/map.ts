import type { MapGround } from '../contract/results.ts';
import { gridToWgs84 } from '../domain/geography/british-national-grid.ts';
import type { Session } from './session.ts';
import { loadShiftGrid } from './shift-grid.ts';

/** Boundaries as the map's ground: GeoJSON in longitude and latitude, as bytes. */
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
  return { areas, extent: features.length === 0 ? null : extent };
}
