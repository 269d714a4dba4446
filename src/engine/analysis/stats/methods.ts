import { aoristicStats } from './aoristic.ts';
import { assessStats } from './assess.ts';
import { clustersStats } from './clusters.ts';
import { concentrationStats } from './concentration.ts';
import { countsStats } from './counts.ts';
import { emergingStats } from './emerging.ts';
import { evaluateStats } from './evaluate.ts';
import { gapStats } from './gap.ts';
import { giStarStats } from './gi-star.ts';
import { kdeStats } from './kde.ts';
import { localMoranStats } from './local-moran.ts';
import { moranStats } from './moran.ts';
import { nearRepeatStats } from './near-repeat.ts';
import { nearestNeighbourStats } from './nearest-neighbour.ts';
import { relativeRiskStats } from './relative-risk.ts';
import { repeatsStats } from './repeats.ts';
import { stabilityStats } from './stability.ts';
import type { StatsMethod } from './stats-method.ts';

/** Every method of `stats`, by the name it is asked for. */
export const statsMethods: Readonly<Record<string, StatsMethod>> = {
  counts: countsStats,
  'relative-risk': relativeRiskStats,
  gap: gapStats,
  stability: stabilityStats,
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
