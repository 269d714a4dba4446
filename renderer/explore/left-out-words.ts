import type { FilterChartData } from '../../src/contract/hotspots.ts';
import { reasonText } from '../app/format.ts';
import { t } from '../words/t.ts';
import { spaces } from './choice-words.ts';

/** How many records have no place, of one space and for one reason: "12 public, no location". */
export function notMappedWords({
  space: name,
  reason,
  count,
}: FilterChartData['notMapped'][number]): string {
  const space = spaces.find((one) => one === name);
  // Only incidents have a space.
  if (space === undefined || space === 'all') return leftOutWords(reason, count);
  const within = t(`map.space.within.${space}`);
  return t('map.unmapped.bySpace', { count, space: within, reason: reasonText(reason) });
}

/** How many records were left out for one reason: "12 no location". */
export function leftOutWords(reason: string, count: number): string {
  return t('map.leftOut.reason', { count, reason: reasonText(reason) });
}
