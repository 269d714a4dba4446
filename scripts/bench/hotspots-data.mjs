import { countPerCell, gridOver } from '../../src/domain/geography/cells.ts';
import { seededRandom } from '../../src/domain/hotspots/seeded-random.ts';

const sideMetres = 60_000;
const bounds = { minEasting: 0, minNorthing: 0, maxEasting: 59_999, maxNorthing: 59_999 };
/** Sizes and mixture like published severity scores: most records are small, a few weigh thousands. */
const severities = [
  1.5, 1.5, 4.2, 4.2, 9.7, 9.7, 12.1, 28.4, 28.4, 66.3, 66.3, 183.9, 412.5, 1_497.2, 7_831.6,
];

/**
 * Made-up points on 60 by 60 km: a third anywhere, the rest in sixty round clouds. A larger set is a longer period of
 * the same land: its clouds are denser, as real ones are. Counts and harm are of cells of 250 m.
 */
export function madeUpPoints(count) {
  const random = seededRandom(count);
  const clouds = Array.from({ length: 60 }, () => ({
    easting: 2_000 + random() * (sideMetres - 4_000),
    northing: 2_000 + random() * (sideMetres - 4_000),
    metres: 60 + random() * 240,
  }));
  const eastings = new Float64Array(count);
  const northings = new Float64Array(count);
  const days = new Int32Array(count);
  const weights = new Float64Array(count);
  for (let point = 0; point < count; point++) {
    const cloud = clouds[Math.floor(random() * clouds.length)];
    const far = Math.sqrt(-2 * Math.log(1 - random())) * cloud.metres;
    const turn = random() * 2 * Math.PI;
    const isAnywhere = random() < 1 / 3;
    const inside = (metres) => Math.min(59_999, Math.max(0, metres));
    eastings[point] = isAnywhere ? random() * 59_999 : inside(cloud.easting + far * Math.cos(turn));
    northings[point] = isAnywhere
      ? random() * 59_999
      : inside(cloud.northing + far * Math.sin(turn));
    days[point] = Math.floor(random() * 730);
    weights[point] = severities[Math.floor(random() * severities.length)];
  }
  const grid = gridOver(bounds, 250, 'square');
  return {
    eastings,
    northings,
    days,
    counts: countPerCell(grid, eastings, northings).counts,
    harm: countPerCell(grid, eastings, northings, weights).counts,
  };
}
