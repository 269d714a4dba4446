import type { RestsOn, RestsOnKind } from './rests-on.ts';

const things: Readonly<Record<RestsOnKind | 'position', string>> = {
  record: 'one record',
  event: 'one event (one address, one minute)',
  victim: 'one victim',
  suspect: 'one suspect',
  'recording-day': 'one day of recording',
  position: 'one exact position, which can be a default address',
};

/** What more than half of a place's records (or harm) rests on, in words; empty where it rests on no one thing. */
export function restsOnWords(
  rests: readonly (Pick<RestsOn, 'share'> & { readonly kind: RestsOnKind | 'position' })[],
  what: 'records' | 'harm',
): string {
  return rests
    .map(
      ({ kind, share }) => `${Math.round(100 * share)} % of its ${what} rests on ${things[kind]}`,
    )
    .join('; ');
}
