/**
 * Transverse Mercator on the GRS80 ellipsoid with the National Grid's parameters (true origin 49 N, 2 W; false
 * origin 400 km west and 100 km north of it; scale 0.9996012717). These are ETRS89 grid coordinates: up to a
 * hundred metres off the National Grid until the OSTN15 shifts are added.
 *
 * Kruger's series to the sixth order in n, after Karney (2011), "Transverse Mercator with an accuracy of a few
 * nanometres", equations 7 to 36. Ordnance Survey's guide prints a shorter series (Redfearn 1948); the two are
 * 0.9 mm apart at St Kilda, 0.2 mm in Scilly, and less further east.
 */

const semiMajorMetres = 6_378_137;
const flattening = 1 / 298.257222101;
const scaleOnMeridian = 0.9996012717;
const originLatitude = 49;
const originLongitude = -2;
const falseEasting = 400_000;
const falseNorthing = -100_000;

const radians = Math.PI / 180;
const eccentricity = Math.sqrt(flattening * (2 - flattening));
const n = flattening / (2 - flattening);

/** Radius of the rectified sphere, with the scale on the central meridian. */
const scaledRadius =
  (scaleOnMeridian * semiMajorMetres * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256)) / (1 + n);

const forward: readonly number[] = [
  n / 2 -
    (2 / 3) * n ** 2 +
    (5 / 16) * n ** 3 +
    (41 / 180) * n ** 4 -
    (127 / 288) * n ** 5 +
    (7891 / 37_800) * n ** 6,
  (13 / 48) * n ** 2 -
    (3 / 5) * n ** 3 +
    (557 / 1440) * n ** 4 +
    (281 / 630) * n ** 5 -
    (1_983_433 / 1_935_360) * n ** 6,
  (61 / 240) * n ** 3 -
    (103 / 140) * n ** 4 +
    (15_061 / 26_880) * n ** 5 +
    (167_603 / 181_440) * n ** 6,
  (49_561 / 161_280) * n ** 4 - (179 / 168) * n ** 5 + (6_601_661 / 7_257_600) * n ** 6,
  (34_729 / 80_640) * n ** 5 - (3_418_889 / 1_995_840) * n ** 6,
  (212_378_941 / 319_334_400) * n ** 6,
];

const backward: readonly number[] = [
  n / 2 -
    (2 / 3) * n ** 2 +
    (37 / 96) * n ** 3 -
    (1 / 360) * n ** 4 -
    (81 / 512) * n ** 5 +
    (96_199 / 604_800) * n ** 6,
  (1 / 48) * n ** 2 +
    (1 / 15) * n ** 3 -
    (437 / 1440) * n ** 4 +
    (46 / 105) * n ** 5 -
    (1_118_711 / 3_870_720) * n ** 6,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4 - (209 / 4480) * n ** 5 + (5569 / 90_720) * n ** 6,
  (4397 / 161_280) * n ** 4 - (11 / 504) * n ** 5 - (830_251 / 7_257_600) * n ** 6,
  (4583 / 161_280) * n ** 5 - (108_847 / 3_991_680) * n ** 6,
  (20_648_693 / 638_668_800) * n ** 6,
];

/** Tangent of the conformal latitude for the tangent of a geographic latitude (Karney, equations 7 to 9). */
function conformalTangent(tangent: number): number {
  const secant = Math.hypot(1, tangent);
  const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tangent) / secant));
  return tangent * Math.hypot(1, sigma) - sigma * secant;
}

/** xi and eta on the rectified sphere, plus the series: sum of c_j sin(2j xi) cosh(2j eta), and cos, sinh. */
function addSeries(
  coefficients: readonly number[],
  sign: 1 | -1,
  xi: number,
  eta: number,
): [number, number] {
  let xiSum = xi;
  let etaSum = eta;
  for (const [index, coefficient] of coefficients.entries()) {
    const order = 2 * (index + 1);
    xiSum += sign * coefficient * Math.sin(order * xi) * Math.cosh(order * eta);
    etaSum += sign * coefficient * Math.cos(order * xi) * Math.sinh(order * eta);
  }
  return [xiSum, etaSum];
}

const [originXi] = addSeries(
  forward,
  1,
  Math.atan(conformalTangent(Math.tan(originLatitude * radians))),
  0,
);

/** Projected metres of a place in degrees. Meant for a few degrees either side of 2 W. */
export function projectTransverseMercator(
  longitude: number,
  latitude: number,
): { easting: number; northing: number } {
  const conformal = conformalTangent(Math.tan(latitude * radians));
  const fromMeridian = (longitude - originLongitude) * radians;
  const cosine = Math.cos(fromMeridian);
  const [xi, eta] = addSeries(
    forward,
    1,
    Math.atan2(conformal, cosine),
    Math.asinh(Math.sin(fromMeridian) / Math.hypot(conformal, cosine)),
  );
  return {
    easting: falseEasting + scaledRadius * eta,
    northing: falseNorthing + scaledRadius * (xi - originXi),
  };
}

/** Degrees of a place in projected metres: the inverse of `projectTransverseMercator`. */
export function unprojectTransverseMercator(
  easting: number,
  northing: number,
): { longitude: number; latitude: number } {
  const [xi, eta] = addSeries(
    backward,
    -1,
    (northing - falseNorthing) / scaledRadius + originXi,
    (easting - falseEasting) / scaledRadius,
  );
  const sinhEta = Math.sinh(eta);
  const conformal = Math.sin(xi) / Math.hypot(sinhEta, Math.cos(xi));
  const longitude = originLongitude + Math.atan2(sinhEta, Math.cos(xi)) / radians;

  // Newton's method for the latitude (Karney, equations 19 to 21): two rounds reach the last digit.
  let tangent = conformal;
  for (let round = 0; round < 3; round += 1) {
    const reached = conformalTangent(tangent);
    const slope =
      ((conformal - reached) / Math.hypot(1, reached)) *
      ((1 + (1 - eccentricity ** 2) * tangent ** 2) /
        ((1 - eccentricity ** 2) * Math.hypot(1, tangent)));
    tangent += slope;
  }
  return { longitude, latitude: Math.atan(tangent) / radians };
}
