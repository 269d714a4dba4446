import { aoristicStats } from './aoristic.ts';
import { assessStats } from './assess.ts';
import { clustersStats } from './clusters.ts';
import { concentrationStats } from './concentration.ts';
import { emergingStats } from './emerging.ts';
import { evaluateStats } from './evaluate.ts';
import { giStarStats } from './gi-star.ts';
import { kdeStats } from './kde.ts';
import { localMoranStats } from './local-moran.ts';
import { moranStats } from './moran.ts';
import { nearRepeatStats } from './near-repeat.ts';
import { nearestNeighbourStats } from './nearest-neighbour.ts';
import { repeatsStats } from './repeats.ts';
import type { StatsMethod } from './stats-method.ts';

/** Every method of `stats`, by the name it is asked for. */
export const statsMethods: Readonly<Record<string, StatsMethod>> = {
  clusters: clustersStats,
  concentration: concentrationStats,
  'gi-star': giStarStats,
  'near-repeat': nearRepeatStats,
  aoristic: aoristicStats,
  emerging: emergingStats,
  repeats: repeatsStats,
  evaluate: evaluateStats,
  assess: assessStats,
  kde: kdeStats,
  'local-moran': localMoranStats,
  moran: moranStats,
  'nearest-neighbour': nearestNeighbourStats,
};
