/** The sphere of web Mercator (EPSG:3857) has WGS84's equatorial radius. */
const radiusMetres = 6_378_137;
const toDegrees = 180 / Math.PI;

/** Longitude and latitude (WGS84 degrees) of a position in web Mercator metres: the inverse of Mercator on a sphere. */
export function webMercatorToDegrees(
  x: number,
  y: number,
): { readonly longitude: number; readonly latitude: number } {
  return {
    longitude: (x / radiusMetres) * toDegrees,
    latitude: Math.atan(Math.sinh(y / radiusMetres)) * toDegrees,
  };
}

/** Whether metres can only be web Mercator's of Great Britain: its National Grid ends far south of their northings. */
export function looksLikeWebMercator(x: number, y: number): boolean {
  return x > -1_500_000 && x < 400_000 && y > 6_000_000 && y < 9_000_000;
}
