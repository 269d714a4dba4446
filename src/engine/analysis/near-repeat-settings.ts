import type { NearRepeatOptions } from '../../domain/hotspots/near-repeat.ts';
import type { MethodSettings } from './method-settings.ts';

/** Settings of near-repeat analysis, for `stats` and `analyse` alike. */
export const nearRepeatSettings = [
  'distance',
  'spaceBands',
  'timeBandsDays',
  'permutations',
  'seed',
] as const;

/** The settings as read. Without any: Manhattan distance, six bands of each kind as in the literature, 999 draws. */
export function nearRepeatOptions(settings: MethodSettings): NearRepeatOptions {
  return {
    distance: settings.choice('distance', ['manhattan', 'euclidean'], 'manhattan'),
    spaceBandsMetres: settings.ascending('spaceBands', [0, 0.1, 100, 200, 400, 800]),
    timeBandsDays: settings.ascending('timeBandsDays', [0, 1, 8, 15, 29, 57]),
    permutations: settings.whole('permutations', 999, { least: 0, most: 99_999 }),
    seed: settings.whole('seed', 1),
  };
}
