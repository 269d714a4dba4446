import { noMinutes } from '../evidence/columns.ts';
import { minutesPerDay } from '../time/policing-day.ts';

/** The usual window of repeat victimisation in England and Wales: a rolling twelve months. */
export const usualWindowDays = 365;

/** Entries of one kind (victims, suspects, incidents as places), each with a keyed code and an incident. */
export interface KeyedEntries {
  /** Code of the person or place; 0 = not identified, never matched. */
  readonly keys: ArrayLike<number>;
  /** Index of the incident of each entry; null when the entry is the incident itself. */
  readonly incidentOf: Int32Array | null;
  /** Where a key stands twice on one incident, the entry with the highest rank is kept, else the first. */
  readonly rankOf?: (entry: number) => number;
}

/**
 * Incidents by person or place. Group `g` holds the positions `starts[g]` to `starts[g + 1]` (excluded), each
 * incident once, in order of recorded date; those without a date stand last.
 */
export interface Groups {
  readonly count: number;
  readonly keys: Float64Array;
  readonly starts: Int32Array;
  readonly incidents: Int32Array;
  /** The entry that each position rests on. */
  readonly entries: Int32Array;
  /** Recorded day since 1970-01-01 of each position; NaN = no date. */
  readonly days: Float64Array;
  /** Entries whose key is 0: counted, never matched. */
  readonly withoutKey: number;
}

/** Day since 1970-01-01 of a minute column's value; NaN for no time. */
export function dayOf(minutes: number | undefined): number {
  return minutes === undefined || minutes === noMinutes
    ? Number.NaN
    : Math.floor(minutes / minutesPerDay);
}

/** First and last recorded day of all incidents; null when none has a recorded date. */
export function recordedDays(recordedMinutes: Int32Array): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const minutes of recordedMinutes) {
    if (minutes === noMinutes) continue;
    first = Math.min(first, minutes);
    last = Math.max(last, minutes);
  }
  return first > last ? null : { first: dayOf(first), last: dayOf(last) };
}

/** Entries that stand on the counted incidents, in ascending order. */
export function entriesOf(
  incidentOf: Int32Array,
  incidentCount: number,
  counted: ArrayLike<number>,
): Int32Array {
  const isCounted = new Uint8Array(incidentCount);
  for (let index = 0; index < counted.length; index++) isCounted[counted[index] ?? 0] = 1;
  const entries = new Int32Array(incidentOf.length);
  let length = 0;
  for (let entry = 0; entry < incidentOf.length; entry++) {
    if (isCounted[incidentOf[entry] ?? -1] === 1) entries[length++] = entry;
  }
  return entries.slice(0, length);
}

/**
 * Groups the chosen entries by their key.
 *
 * @param chosen Entries to group, for people those of `entriesOf`.
 * @param recordedMinutes Recorded time of each incident.
 */
export function groupInOrder(
  { keys, incidentOf, rankOf }: KeyedEntries,
  chosen: ArrayLike<number>,
  recordedMinutes: Int32Array,
): Groups {
  const slots = new Map<number, number>();
  const slotOf = new Int32Array(chosen.length).fill(-1);
  const sizes: number[] = [];
  let withoutKey = 0;
  for (let index = 0; index < chosen.length; index++) {
    const key = keys[chosen[index] ?? -1] ?? 0;
    if (key === 0) {
      withoutKey++;
      continue;
    }
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = sizes.length;
      slots.set(key, slot);
      sizes.push(0);
    }
    slotOf[index] = slot;
    sizes[slot] = (sizes[slot] ?? 0) + 1;
  }
  const packed = pack(chosen, slotOf, sizes);
  const incidentAt = (entry: number): number => incidentOf?.[entry] ?? entry;
  const inOrder = (a: number, b: number): number => {
    const [one, other] = [incidentAt(a), incidentAt(b)];
    const [left, right] = [recordedMinutes[one] ?? noMinutes, recordedMinutes[other] ?? noMinutes];
    if (left !== right) return right === noMinutes || (left !== noMinutes && left < right) ? -1 : 1;
    return one - other || (rankOf === undefined ? 0 : rankOf(b) - rankOf(a)) || a - b;
  };
  return settle(packed, sizes.length, inOrder, incidentAt, recordedMinutes, {
    keys: Float64Array.from(slots.keys()),
    withoutKey,
  });
}

interface Packed {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Entries side by side by slot, in their own order. */
function pack(chosen: ArrayLike<number>, slotOf: Int32Array, sizes: readonly number[]): Packed {
  const starts = new Int32Array(sizes.length + 1);
  for (const [slot, size] of sizes.entries()) starts[slot + 1] = (starts[slot] ?? 0) + size;
  const entries = new Int32Array(starts[sizes.length] ?? 0);
  const next = starts.slice();
  for (let index = 0; index < chosen.length; index++) {
    const slot = slotOf[index] ?? -1;
    if (slot < 0) continue;
    const at = next[slot] ?? 0;
    entries[at] = chosen[index] ?? 0;
    next[slot] = at + 1;
  }
  return { starts, entries };
}

/** Sorts in place. Most groups hold one to a few entries, for which inserting is far quicker than a general sort. */
function sortFew(own: Int32Array, inOrder: (a: number, b: number) => number): void {
  if (own.length > 20) {
    own.sort(inOrder);
    return;
  }
  for (let at = 1; at < own.length; at++) {
    const entry = own[at] ?? 0;
    let to = at;
    while (to > 0 && inOrder(own[to - 1] ?? 0, entry) > 0) {
      own[to] = own[to - 1] ?? 0;
      to--;
    }
    own[to] = entry;
  }
}

/** Sorts each group and drops an incident's second entry. */
function settle(
  packed: Packed,
  count: number,
  inOrder: (a: number, b: number) => number,
  incidentAt: (entry: number) => number,
  recordedMinutes: Int32Array,
  more: Pick<Groups, 'keys' | 'withoutKey'>,
): Groups {
  const starts = new Int32Array(count + 1);
  const entries = new Int32Array(packed.entries.length);
  const incidents = new Int32Array(packed.entries.length);
  const days = new Float64Array(packed.entries.length);
  let length = 0;
  for (let slot = 0; slot < count; slot++) {
    const own = packed.entries.subarray(packed.starts[slot] ?? 0, packed.starts[slot + 1] ?? 0);
    sortFew(own, inOrder);
    const start = length;
    for (const entry of own) {
      const incident = incidentAt(entry);
      if (length > start && incidents[length - 1] === incident) continue;
      entries[length] = entry;
      incidents[length] = incident;
      days[length] = dayOf(recordedMinutes[incident]);
      length++;
    }
    starts[slot + 1] = length;
  }
  return {
    count,
    starts,
    entries: entries.slice(0, length),
    incidents: incidents.slice(0, length),
    days: days.slice(0, length),
    ...more,
  };
}
