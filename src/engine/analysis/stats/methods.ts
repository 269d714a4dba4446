import { clustersStats } from './clusters.ts';
import { concentrationStats } from './concentration.ts';
import { giStarStats } from './gi-star.ts';
import { kdeStats } from './kde.ts';
import { localMoranStats } from './local-moran.ts';
import { moranStats } from './moran.ts';
import { nearestNeighbourStats } from './nearest-neighbour.ts';
import type { StatsMethod } from './stats-method.ts';

/** Every method of `stats`, by the name it is asked for. */
export const statsMethods: Readonly<Record<string, StatsMethod>> = {
  clusters: clustersStats,
  concentration: concentrationStats,
  'gi-star': giStarStats,
  kde: kdeStats,
  'local-moran': localMoranStats,
  moran: moranStats,
  'nearest-neighbour': nearestNeighbourStats,
};
