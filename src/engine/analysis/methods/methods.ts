import type { AnalysisMethod } from '../../../contract/hotspots.ts';
import { aoristicRunner } from './aoristic.ts';
import { assessRunner } from './assess.ts';
import { clustersRunner } from './clusters.ts';
import { concentrationRunner } from './concentration.ts';
import { counts } from './counts.ts';
import { emergingRunner } from './emerging.ts';
import { evaluateRunner } from './evaluate.ts';
import { gap } from './gap.ts';
import { giStarRunner } from './gi-star.ts';
import { kde } from './kde.ts';
import { localMoranRunner } from './local-moran.ts';
import type { MethodRunner } from './method-runner.ts';
import { moran } from './moran.ts';
import { nearRepeatRunner } from './near-repeat.ts';
import { nearestNeighbourRunner } from './nearest-neighbour.ts';
import { relativeRiskRunner } from './relative-risk.ts';
import { repeatsRunner } from './repeats.ts';
import { stability } from './stability.ts';

/** Every method of `analyse` that this version has. */
export const methodRunners: Readonly<Partial<Record<AnalysisMethod, MethodRunner>>> = {
  counts,
  gap,
  'gi-star': giStarRunner,
  'near-repeat': nearRepeatRunner,
  emerging: emergingRunner,
  aoristic: aoristicRunner,
  repeats: repeatsRunner,
  evaluate: evaluateRunner,
  assess: assessRunner,
  kde,
  'relative-risk': relativeRiskRunner,
  'local-moran': localMoranRunner,
  moran,
  'nearest-neighbour': nearestNeighbourRunner,
  clusters: clustersRunner,
  concentration: concentrationRunner,
  stability,
};
