import type { CountCell, LinkedCounts, Sum } from './linked-counts.ts';

/** A published number as what it is: a count of certain records. */
export interface RecordSet {
  /** Unique in the release. */
  readonly id: string;
  /** Keys of the records, each once. */
  readonly records: Float64Array;
  readonly standing: CountCell['standing'];
}

/** Keys of those that a record goes back to: each known victim, suspect and address; none where nobody is known. */
export type ContributorsOf = (record: number) => readonly number[];

/** Begins the id of a part that is never printed; ids of sets must not begin so. */
const partPrefix = 'part:';

/** More than any number of records: no bound. */
const unbounded = 1_000_000_000;

/**
 * Counts of overlapping record sets as one linked system. The records are cut into the finest parts that no set
 * divides, and each set is the sum of its parts: so a cell across a border, a filter inside another, an edition
 * before this one and an area inside an area are all tied, and whatever an intruder can get by adding and
 * subtracting is a sum of parts. A part that is not itself a set is `implied`.
 *
 * @param settled Records of parts that what went out has told of already: no question of this release.
 */
export function linkSets(
  sets: readonly RecordSet[],
  contributorsOf: ContributorsOf,
  settled: ReadonlySet<number> = new Set(),
): LinkedCounts {
  const { partOfRecord, placeOf } = cutIntoParts(sets);
  const members = new Map<number, number[]>();
  for (const [record, place] of placeOf) {
    const part = partOfRecord[place] ?? 0;
    const known = members.get(part);
    if (known === undefined) members.set(part, [record]);
    else known.push(record);
  }
  const idOfPart = new Map<number, string>();
  const cells: CountCell[] = [];
  const sums: Sum[] = [];
  const partsOfSet = sets.map(({ records }) => {
    const parts = new Set<number>();
    for (const record of records) parts.add(partOfRecord[placeOf.get(record) ?? -1] ?? 0);
    return [...parts];
  });
  for (const [at, { id, records, standing }] of sets.entries()) {
    const [only, ...others] = partsOfSet[at] ?? [];
    cells.push({
      id,
      count: records.length,
      fromOne: typeof standing === 'object' ? null : mostFromOne(records, contributorsOf),
      standing,
    });
    if (only !== undefined && others.length === 0 && !idOfPart.has(only)) idOfPart.set(only, id);
  }
  for (const [part, records] of members) {
    if (idOfPart.has(part)) continue;
    const id = `${partPrefix}${part}`;
    idOfPart.set(part, id);
    cells.push({
      id,
      count: records.length,
      fromOne: mostFromOne(records, contributorsOf),
      standing: settled.has(records[0] ?? -1) ? { least: 0, most: unbounded } : 'implied',
    });
  }
  for (const [at, { id }] of sets.entries()) {
    const parts = (partsOfSet[at] ?? []).map((part) => idOfPart.get(part) ?? '');
    if (parts.length > 0 && parts[0] !== id) sums.push({ total: id, parts });
  }
  return { cells, sums };
}

/** The records of the parts of these ids, as linkSets names them. */
export function recordsOfParts(
  sets: readonly RecordSet[],
  ids: ReadonlySet<string>,
): ReadonlySet<number> {
  const { partOfRecord, placeOf } = cutIntoParts(sets);
  const records = [...placeOf].filter(([, place]) =>
    ids.has(`${partPrefix}${partOfRecord[place] ?? 0}`),
  );
  return new Set(records.map(([record]) => record));
}

/**
 * The most of these records that go back to one victim, suspect or address; null where none has more than one: then
 * nobody makes the number.
 */
function mostFromOne(records: Iterable<number>, contributorsOf: ContributorsOf): number | null {
  const counts = new Map<number, number>();
  let most = 0;
  for (const record of records) {
    for (const one of contributorsOf(record)) {
      const count = (counts.get(one) ?? 0) + 1;
      counts.set(one, count);
      if (count > most) most = count;
    }
  }
  return most <= 1 ? null : most;
}

/** Numbers the records, and gives each the number of its part: one for every combination of sets that occurs. */
function cutIntoParts(sets: readonly RecordSet[]): {
  placeOf: Map<number, number>;
  partOfRecord: Int32Array;
} {
  const placeOf = new Map<number, number>();
  for (const { id, records } of sets) {
    if (id.startsWith(partPrefix)) throw new RangeError(`A set cannot be called "${id}".`);
    for (const record of records) if (!placeOf.has(record)) placeOf.set(record, placeOf.size);
  }
  const partOfRecord = new Int32Array(placeOf.size);
  let next = 1;
  for (const { id, records } of sets) {
    const inside = new Map<number, number>();
    const seen = new Set<number>();
    for (const record of records) {
      if (seen.has(record)) throw new RangeError(`A record is twice in the set "${id}".`);
      seen.add(record);
      const place = placeOf.get(record) ?? -1;
      const part = partOfRecord[place] ?? 0;
      const known = inside.get(part);
      if (known === undefined) inside.set(part, next);
      partOfRecord[place] = known ?? next++;
    }
  }
  return { placeOf, partOfRecord };
}

/** Equal for sets of the same records, in whatever order, and for no others that could be met. */
export function recordsKey(records: Float64Array): string {
  let [first, second] = [0, 0];
  for (const record of records) {
    const [low, high] = [record % 2 ** 32, Math.floor(record / 2 ** 32)];
    first = (first + mixed(low ^ Math.imul(high, 0x9e3779b1))) | 0;
    second = (second + mixed(Math.imul(low, 0x85ebca6b) + high + 1)) | 0;
  }
  return `${records.length}:${first}:${second}`;
}

/** The finisher of MurmurHash3: every bit of the number changes half of the bits. */
function mixed(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
