import type { ImportKind } from '../../src/contract/results.ts';
import { t, tCode } from '../words/t.ts';

/** A warning (`code` or `code: detail`) in words. */
export function warningText(warning: string): string {
  const [code = '', detail] = warning.split(/: (.*)/s);
  const what = tCode(`warning.${code}`);
  if (detail === undefined) return what;
  return /^\d+$/.test(detail)
    ? t('warning.counted', { count: Number(detail), what })
    : t('warning.detailed', { what, detail });
}

/** A field that a column is read as, in words: `victimHomeArea` as "victim home area". */
export function fieldText(field: string): string {
  return tCode(`field.${field}`);
}

/** Kinds of file whose columns can be mapped, in the order in which they are offered. */
export const mappedKinds = [
  'incidents',
  'partner',
  'perceptions',
  'voices',
  'venues',
  'population',
  'activities',
  'calendar',
  'postcodes',
  'deprivation',
  'lookup',
  'offences',
  'harm',
  'comparators',
  'capability',
  'conduct',
  'outcomes',
  'stop-and-search',
] as const satisfies readonly ImportKind[];
