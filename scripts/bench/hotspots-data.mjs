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
 * the same land: its clouds are denser, as real ones are. Counts and harm are of cells of 250 m. `published` are as many
 * records on a fiftieth of the positions, as police.uk moves them to a list of points: most records share theirs.
 *
 * How crowded they are beside real ones: a year of published street crime of one force (147,517 records) has 38 records
 * within 50 m of a record in the mean and 104 within 150 m, so a million of the same place would have 255 and 706.
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
    published: publishedPoints(eastings, northings, random),
    counts: countPerCell(grid, eastings, northings).counts,
    harm: countPerCell(grid, eastings, northings, weights).counts,
  };
}

/** Each record moved to one of the first fiftieth of the positions, low ones more often. */
function publishedPoints(eastings, northings, random) {
  const places = Math.ceil(eastings.length / 50);
  const placeOf = Uint32Array.from(eastings, () => Math.floor(random() ** 2 * places));
  return {
    eastings: Float64Array.from(placeOf, (place) => eastings[place]),
    northings: Float64Array.from(placeOf, (place) => northings[place]),
  };
}

/** How many records lie within so many metres of a record, itself too, in the mean of 300 of them. */
export function meanNeighbours({ eastings, northings }, metres) {
  const asked = 300;
  let found = 0;
  for (let one = 0; one < asked; one++) {
    const at = Math.floor((one * eastings.length) / asked);
    for (let other = 0; other < eastings.length; other++) {
      const across = eastings[other] - eastings[at];
      const up = northings[other] - northings[at];
      if (across * across + up * up <= metres * metres) found++;
    }
  }
  return found / asked;
}
