import {
  type InferenceChoice,
  inferenceChoices,
  type TestSettings,
} from '../../domain/hotspots/gi-star-test.ts';
import type { MethodSettings } from './method-settings.ts';

/** Names of the settings that say where the p of Gi* comes from. */
export const inferenceSettingNames = ['inference', 'permutations', 'seed'] as const;

/** Reads them. Without a number of permutations p is exact, or has as many draws as the correction needs. */
export function inferenceSettings(
  settings: MethodSettings,
  standard: InferenceChoice,
): TestSettings {
  const choice = settings.choice('inference', inferenceChoices, standard);
  const isDrawn = settings.text('permutations') !== null;
  return {
    choice,
    draws: isDrawn ? settings.whole('permutations', 999, { least: 99, most: 10_000_000 }) : null,
    seed: settings.whole('seed', 1),
  };
}
