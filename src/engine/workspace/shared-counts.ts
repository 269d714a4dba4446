import type { NumberRange } from '../../domain/disclosure/linked-counts.ts';
import type { PublishedSet } from '../../domain/disclosure/release.ts';
import type { Reader, Writer } from './database.ts';
import { packValue, unpackValue } from './run-blob.ts';

/** The kinds of records that layers count; numbers of one are never subtracted from numbers of another. */
export type CountedEvidence = 'incident' | 'perception';

interface Told {
  readonly range: NumberRange;
  readonly records: Float64Array;
}

/**
 * The key of every record, in order of row id: batch * 2^32 + row. A batch's number is never used twice, so a key
 * means the same record for good, or one that is gone.
 */
export function recordKeys(reader: Reader, evidence: CountedEvidence): Float64Array {
  return Float64Array.from(
    reader.database
      .prepare<[], number>(`SELECT batch * 4294967296 + id FROM ${evidence} ORDER BY id`)
      .pluck()
      .all(),
  );
}

/** Every number that layers told of records of a kind, with anyone, oldest first. */
export function toldByLayers(reader: Reader, evidence: CountedEvidence): PublishedSet[] {
  return storedSets(
    reader,
    evidence,
    'SELECT id, threshold, hash, records FROM shared_count WHERE evidence = ? ORDER BY id',
  ).map(({ id, ...told }) => ({ id: `shared:${id}`, ...told }));
}

/** Every number that layers or editions told of records of a kind, with anyone. */
export function allToldCounts(reader: Reader, evidence: CountedEvidence): PublishedSet[] {
  const byEditions = storedSets(
    reader,
    evidence,
    'SELECT id, threshold, hash, records FROM edition_count WHERE evidence = ? ORDER BY id',
  ).map(({ id, ...told }) => ({ id: `edition:${id}`, ...told, isOfEdition: true }));
  return [...toldByLayers(reader, evidence), ...byEditions];
}

interface StoredSet extends Told {
  readonly id: number;
  readonly threshold: PublishedSet['threshold'];
}

function storedSets(reader: Reader, evidence: CountedEvidence, sql: string): StoredSet[] {
  return reader.database
    .prepare<[string], { id: number; threshold: 3 | 5 | 10; hash: string; records: Buffer }>(sql)
    .all(evidence)
    .map(({ id, threshold, hash, records }) => {
      const told = unpackValue({ bytes: records, hash }) as Told | null;
      // Without it a share could give away what this number hides: no share is better than a guess.
      if (told === null) throw new Error('the ledger of shared numbers is damaged');
      return { id, threshold, ...told };
    });
}

/** Keeps what an edition told of records by ground. Inside the caller's transaction. */
export function keepEditionCounts(
  writer: Writer,
  evidence: CountedEvidence,
  published: readonly PublishedSet[],
): void {
  const insert = writer.database.prepare(
    `INSERT INTO edition_count (evidence, threshold, hash, records, first_released_at)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const now = new Date().toISOString();
  for (const { range, records, threshold } of published) {
    const { hash, bytes } = packValue({ range, records: records.toSorted() } satisfies Told);
    insert.run(evidence, threshold, hash, bytes, now);
  }
}

/** Keeps what a share told. Inside the caller's transaction. */
export function keepSharedCounts(
  writer: Writer,
  evidence: CountedEvidence,
  published: readonly PublishedSet[],
): void {
  const insert = writer.database.prepare(
    `INSERT INTO shared_count (evidence, threshold, hash, least, most, records, first_shared_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const now = new Date().toISOString();
  for (const { range, records, threshold } of published) {
    const told: Told = { range, records: records.toSorted() };
    const { hash, bytes } = packValue(told);
    insert.run(evidence, threshold, hash, range.least, range.most, bytes, now);
  }
}
