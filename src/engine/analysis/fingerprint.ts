import { createHash } from 'node:crypto';
import type { ProfileFilter } from '../../contract/filter.ts';
import type { Session } from '../session.ts';

/** What else than the filter's own evidence a method reads. */
export type AlsoRead =
  | 'incidents'
  | 'partner'
  | 'perceptions'
  | 'areas'
  | 'venues'
  | 'calendar'
  | 'activities';

const known = new WeakMap<object, string>();

/** Hash of a table of columns or rows, kept as long as the table is. */
function hashOf(table: object): string {
  let hash = known.get(table);
  if (hash === undefined) {
    const sum = createHash('sha256');
    for (const [name, value] of Object.entries(table) as [string, unknown][]) {
      sum.update(`${name}:`);
      if (ArrayBuffer.isView(value))
        sum.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      else sum.update(JSON.stringify(value) ?? '');
    }
    hash = sum.digest('hex');
    known.set(table, hash);
  }
  return hash;
}

/**
 * Hash of everything that decides a run's result beside its question: the evidence that its filter names, the
 * boundaries where they count, and whatever else the method reads. Other imports leave it as it is.
 */
export function dataFingerprint(
  session: Session,
  incidents: string,
  filter: ProfileFilter,
  alsoReads: Iterable<AlsoRead>,
): string {
  const { evidence } = filter;
  const read = new Set<AlsoRead>(alsoReads);
  read.add(evidence === 'partner' || evidence === 'perceptions' ? evidence : 'incidents');
  if (filter.within?.kind === 'area') read.add('areas');
  const hashes = {
    incidents: () => incidents,
    partner: () => hashOf(session.partner()),
    perceptions: () => hashOf(session.perceptions()),
    areas: () => hashOf(session.areas().list),
    venues: () => hashOf(session.venues()),
    calendar: () => hashOf(session.calendar()),
    activities: () => hashOf(session.activities()),
  };
  const parts = [...read].sort().map((name) => `${name} ${hashes[name]()}`);
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
