import type { EvidenceColumns } from '../../evidence/columns.ts';

/** Most of the given records that go back to one victim, one suspect or one address. */
export type MostFromOne = (records: readonly number[]) => number;

/** Keys of each record, one list after the other: record `r` has those from `starts[r]` to `starts[r + 1]`. */
interface KeysOfRecords {
  readonly starts: Int32Array;
  readonly keys: Uint32Array;
  readonly keyCount: number;
}

/** Incidents: their victims, suspects and address. Who has no identifier is matched with nobody. */
export function incidentContributors({
  incidents,
  victims,
  suspects,
}: EvidenceColumns): MostFromOne {
  const victimKeys = highest(victims.person) + 1;
  const suspectKeys = highest(suspects.person) + 1;
  const pairs: (readonly [incident: Int32Array | null, keys: Uint32Array, offset: number])[] = [
    [victims.incident, victims.person, 0],
    [suspects.incident, suspects.person, victimKeys],
    [null, incidents.place, victimKeys + suspectKeys],
  ];
  return countMost(
    keysOf(incidents.length, pairs, victimKeys + suspectKeys + highest(incidents.place) + 1),
  );
}

/** Entries of victims or suspects: the person, and the address of the incident. */
export function entryContributors(
  entries: { readonly incident: Int32Array; readonly person: Uint32Array; readonly length: number },
  { incidents }: EvidenceColumns,
): MostFromOne {
  const people = highest(entries.person) + 1;
  const places = Uint32Array.from(entries.incident, (incident) => incidents.place[incident] ?? 0);
  return countMost(
    keysOf(
      entries.length,
      [
        [null, entries.person, 0],
        [null, places, people],
      ],
      people + highest(places) + 1,
    ),
  );
}

function highest(keys: Uint32Array): number {
  return keys.reduce((most, key) => Math.max(most, key), 0);
}

function keysOf(
  records: number,
  pairs: readonly (readonly [Int32Array | null, Uint32Array, number])[],
  keyCount: number,
): KeysOfRecords {
  const starts = new Int32Array(records + 1);
  const each = (use: (record: number, key: number) => void): void => {
    for (const [recordOf, keys, offset] of pairs) {
      for (const [at, key] of keys.entries()) {
        // Code 0 is "not known": two of them are not the same person.
        if (key !== 0) use(recordOf === null ? at : (recordOf[at] ?? 0), key + offset);
      }
    }
  };
  each((record) => {
    starts[record + 1] = (starts[record + 1] ?? 0) + 1;
  });
  for (let record = 0; record < records; record++)
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  const next = starts.slice();
  const keys = new Uint32Array(starts[records] ?? 0);
  each((record, key) => {
    const at = next[record] ?? 0;
    next[record] = at + 1;
    keys[at] = key;
  });
  return { starts, keys, keyCount };
}

function countMost({ starts, keys, keyCount }: KeysOfRecords): MostFromOne {
  const counts = new Uint32Array(keyCount);
  // The record that a key was counted for last: one crime with a victim entered twice is one crime.
  const lastRecord = new Int32Array(keyCount).fill(-1);
  return (records) => {
    let most = 0;
    const touched: number[] = [];
    for (const record of records) {
      for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at++) {
        const key = keys[at] ?? 0;
        if (lastRecord[key] === record) continue;
        lastRecord[key] = record;
        const count = (counts[key] ?? 0) + 1;
        counts[key] = count;
        touched.push(key);
        if (count > most) most = count;
      }
    }
    for (const key of touched) {
      counts[key] = 0;
      lastRecord[key] = -1;
    }
    return most;
  };
}
