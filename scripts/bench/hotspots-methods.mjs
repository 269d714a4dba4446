import { countPerCell, gridOver } from '../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../src/domain/hotspots/benjamini-hochberg.ts';
import { densityClusters } from '../../src/domain/hotspots/dbscan.ts';
import { giStar } from '../../src/domain/hotspots/gi-star.ts';
import { giStarTest } from '../../src/domain/hotspots/gi-star-test.ts';
import { quarticKernel } from '../../src/domain/hotspots/kde.ts';
import { localMoran } from '../../src/domain/hotspots/local-moran.ts';
import { localMoranPermutations } from '../../src/domain/hotspots/local-moran-permutations.ts';
import { nearRepeat } from '../../src/domain/hotspots/near-repeat.ts';
import { nearestNeighbour } from '../../src/domain/hotspots/nearest-neighbour.ts';

const sideMetres = 60_000;
const bounds = { minEasting: 0, minNorthing: 0, maxEasting: 59_999, maxNorthing: 59_999 };
const cells250 = wholeGrid(gridOver(bounds, 250, 'square'));
const cells100 = wholeGrid(gridOver(bounds, 100, 'square'));
const kernelMetres = 500;
/** Runs work written as steps to its end. */
const atOnce = (steps) => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
const test = (values, settings) =>
  atOnce(giStarTest(values, cells250, { choice: 'auto', draws: null, seed: 1, ...settings }));

/**
 * One entry a method: `run` is timed on each size of points (`growth`), or only on the largest. `peer` names the R
 * jobs whose times are added up for the ratio; `wanted` is how many times faster than the peer it should be (by size where it holds at a million points only). `figure`
 * is what both must find. Points are { eastings, northings, days, counts, harm } on a square of 60 by 60 km; counts
 * and harm are of 57,600 cells.
 */
export const methods = [
  {
    name: 'count per square of 250 m',
    growth: true,
    run: ({ eastings, northings }) => countPerCell(cells250.grid, eastings, northings),
  },
  {
    name: 'count per hexagon of 250 m',
    growth: true,
    run: ({ eastings, northings }) =>
      countPerCell(gridOver(bounds, 250, 'hexagon'), eastings, northings),
  },
  {
    name: 'exact quartic density, 600 x 600 cells, 500 m',
    growth: true,
    peer: (size) => [`kde-${size}`],
    wanted: 3,
    run: ({ eastings, northings }) =>
      atOnce(
        quarticKernel(
          { eastings, northings, weights: new Float64Array(eastings.length).fill(1) },
          cells100,
          kernelMetres,
        ),
      ),
  },
  {
    name: 'DBSCAN, 50 m and 20 points',
    growth: true,
    peer: (size) => [`dbscan-${size}`],
    wanted: { large: 50 },
    run: ({ eastings, northings }) => densityClusters(eastings, northings, 50, 20),
    figure: ({ clusters }) => clusters,
  },
  {
    name: 'DBSCAN, 150 m and 10 points',
    peer: () => ['dbscan-wide'],
    wanted: { large: 50 },
    run: ({ eastings, northings }) => densityClusters(eastings, northings, 150, 10),
    figure: ({ clusters }) => clusters,
  },
  {
    name: 'DBSCAN, 50 m and 20 points, on published points',
    peer: () => ['dbscan-published'],
    run: ({ published }) => densityClusters(published.eastings, published.northings, 50, 20),
    figure: ({ clusters }) => clusters,
  },
  {
    name: 'nearest neighbour index',
    growth: true,
    peer: (size) => [`nearest-${size}`],
    run: ({ eastings, northings }) =>
      atOnce(nearestNeighbour(eastings, northings, sideMetres ** 2)),
    figure: ({ meanObservedMetres }) => meanObservedMetres,
  },
  {
    name: 'Gi*, 57,600 cells, neighbours too',
    peer: () => ['neighbours', 'gi-star'],
    wanted: 100,
    run: ({ counts }) => giStar(counts, wholeGrid(cells250.grid)),
    figure: ({ z }) => z.reduce((most, one) => Math.max(most, one), 0),
  },
  {
    name: 'Gi* with auto inference and correction, counts',
    run: ({ counts }) => benjaminiHochberg(test(counts, {}).p),
  },
  {
    name: 'Gi* with 999 permutations, counts',
    run: ({ counts }) => test(counts, { choice: 'permutation', draws: 999 }),
  },
  {
    name: 'Gi* with auto inference and correction, harm',
    run: ({ harm }) => benjaminiHochberg(test(harm, {}).p),
  },
  {
    name: 'local Moran, 57,600 cells',
    peer: () => ['local-moran'],
    run: ({ counts }) => localMoran(counts, cells250),
    figure: ({ statistic }) => statistic.reduce((most, one) => Math.max(most, one), 0),
  },
  {
    name: 'local Moran with 999 permutations',
    run: ({ counts }) => atOnce(localMoranPermutations(counts, cells250, 999, 1)),
  },
  {
    name: 'near repeat, 20,000 events, 99 permutations',
    run: ({ eastings, northings, days }) =>
      atOnce(
        nearRepeat(
          eastings.subarray(0, 20_000),
          northings.subarray(0, 20_000),
          days.subarray(0, 20_000),
          {
            distance: 'euclidean',
            spaceBandsMetres: [0, 0.1, 100, 200, 400],
            timeBandsDays: [0, 1, 8, 15],
            permutations: 99,
            seed: 1,
          },
        ),
      ),
  },
];
