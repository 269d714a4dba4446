import type { NearVenue } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';

/** A venue near a place: name, sort, distance, capacity and closing time as far as known. */
export function venueWords({ name, category, metres, capacity, closingTime }: NearVenue): string {
  const facts = [
    category,
    `${Math.round(metres)} m`,
    capacity === null ? '' : `capacity ${formatNumber(capacity)}`,
    closingTime === '' ? '' : `closes ${closingTime}`,
  ].filter((fact) => fact !== '');
  return `${name} (${facts.join(', ')})`;
}
