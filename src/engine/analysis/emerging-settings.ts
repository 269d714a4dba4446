import type { EmergingOptions } from '../../domain/hotspots/emerging.ts';
import type { MethodSettings } from './method-settings.ts';

/** Settings of emerging hot spots, for `stats` and `analyse` alike. */
export const emergingSettings = [
  'neighbourhoodSteps',
  'inference',
  'correction',
  'rules',
  'trend',
] as const;

/** The settings as read; those that were not given are as in `standard`. */
export function emergingOptions(
  settings: MethodSettings,
  standard: EmergingOptions,
): EmergingOptions {
  const steps = settings.whole('neighbourhoodSteps', standard.neighbourhoodSteps, {
    least: 0,
    most: 1,
  });
  return {
    neighbourhoodSteps: steps === 0 ? 0 : 1,
    inference: settings.choice('inference', ['normal', 'even'], standard.inference),
    correction: settings.choice('correction', ['bh', 'none'], standard.correction),
    rules: settings.choice('rules', ['current', 'older'], standard.rules),
    trend: settings.choice('trend', ['share', 'mann-kendall'], standard.trend),
  };
}
