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

/** Every number that was told of records of a kind, with anyone, oldest first. */
export function allSharedCounts(reader: Reader, evidence: CountedEvidence): PublishedSet[] {
  return reader.database
    .prepare<[string], { id: number; threshold: 3 | 5 | 10; hash: string; records: Buffer }>(
      'SELECT id, threshold, hash, records FROM shared_count WHERE evidence = ? ORDER BY id',
    )
    .all(evidence)
    .map(({ id, threshold, hash, records }) => {
      const told = unpackValue({ bytes: records, hash }) as Told | null;
      // Without it a share could give away what this number hides: no share is better than a guess.
      if (told === null) throw new Error('the ledger of shared numbers is damaged');
      return { id: `shared:${id}`, threshold, ...told };
    });
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
