import type { NearVenue } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';

/** A venue near a place: name, sort, distance, capacity and closing time as far as known. */
export function venueWords({ name, category, metres, capacity, closingTime }: NearVenue): string {
  const facts = [
    category,
    t('map.metres', { metres: Math.round(metres) }),
    capacity === null ? '' : t('map.venue.capacity', { capacity }),
    closingTime === '' ? '' : t('map.venue.closes', { time: closingTime }),
  ].filter((fact) => fact !== '');
  return t('map.venue', { name, facts: facts.join(', ') });
}
