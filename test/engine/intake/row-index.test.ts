import { expect, it } from 'vitest';
import { openWriter } from '../../../src/engine/workspace/database.ts';
import { Hash64, Occurrences } from '../../../src/engine/workspace/hash.ts';
import { RowIndex } from '../../../src/engine/workspace/row-index.ts';
import { emptyWorkspace } from '../support.ts';

it('finds every record among many, and none that is not there', () => {
  const index = new RowIndex();
  const hash = new Hash64();
  const count = 200_000;
  for (let id = 1; id <= count; id++) {
    const { high, low } = hash.start().add(`R${id}`).finish();
    index.add(id, high, low, id, id + 1, id <= count / 2 ? 3 : 7);
  }
  for (let id = 1; id <= count; id += 101) {
    const { high, low } = hash.start().add(`R${id}`).finish();
    const entry = index.find(high, low);
    expect(index.id(entry)).toBe(id);
    expect(index.batch(entry)).toBe(id <= count / 2 ? 3 : 7);
    expect(index.saysTheSame(entry, id, id + 1)).toBe(true);
    expect(index.saysTheSame(entry, id, id)).toBe(false);
  }
  const { high, low } = hash.start().add('R0').finish();
  expect(index.find(high, low)).toBe(-1);
  expect(index.largestId).toBe(count);
});

it('tells texts apart that are alike, and where one ends', () => {
  const seen = new Set<string>();
  const texts = ['', 'a', 'b', 'ab', 'ba', 'a\u0001', '\u0001a'];
  for (const one of texts) {
    for (const other of texts) {
      const { high, low } = new Hash64().start().add(one).add(other).finish();
      seen.add(`${high} ${low}`);
    }
  }
  expect(seen.size).toBe(texts.length ** 2);
});

it('has no two of a million references meet, and spreads them over both halves', () => {
  const hash = new Hash64();
  const keys = new BigUint64Array(1_000_000);
  const lows = new Set<number>();
  for (let at = 0; at < keys.length; at++) {
    const { high, low } = hash
      .start()
      .add(`42/${String(at).padStart(6, '0')}/26`)
      .finish();
    keys[at] = (BigInt(high) << 32n) | BigInt(low);
    if (at < 10_000) lows.add(low);
  }
  keys.sort();
  let meetings = 0;
  for (let at = 1; at < keys.length; at++) if (keys[at] === keys[at - 1]) meetings++;
  expect(meetings).toBe(0);
  expect(lows.size).toBeGreaterThan(9_990);
});

it('notes each record of a file once, however far apart they come', () => {
  const index = new RowIndex();
  for (let id = 1; id <= 20_000; id++) index.add(id, id, id * 3, 0, 0, 1);
  for (let entry = 0; entry < 20_000; entry += 3) expect(index.touch(entry)).toBe(false);
  for (let entry = 0; entry < 20_000; entry++) expect(index.touch(entry)).toBe(entry % 3 === 0);
});

it('keeps what each batch holds, and reads it back', async () => {
  const { path, engine } = await emptyWorkspace();
  await engine.stop();
  const writer = openWriter(path, true);
  const first = new RowIndex();
  for (let id = 1; id <= 20_000; id++)
    first.add(id, id * 5, id, id + 1, id + 2, id <= 9_000 ? 1 : 2);
  first.save(writer, 'venue');
  const again = RowIndex.load(writer, 'venue');
  again.setContent(again.find(9_001 * 5, 9_001), 7, 8);
  again.add(20_001, 3, 4, 5, 6, 3);
  again.save(writer, 'venue');
  const last = RowIndex.load(writer, 'venue');
  for (let id = 1; id <= 20_000; id++) {
    const entry = last.find(id * 5, id);
    expect([last.id(entry), last.batch(entry)]).toEqual([id, id <= 9_000 ? 1 : 2]);
    expect(last.saysTheSame(entry, id + 1, id + 2)).toBe(id !== 9_001);
  }
  expect(last.saysTheSame(last.find(9_001 * 5, 9_001), 7, 8)).toBe(true);
  expect(last.batch(last.find(3, 4))).toBe(3);
  expect(last.largestId).toBe(20_001);
  writer.database.close();
});

it('counts how often a key came', () => {
  const occurrences = new Occurrences();
  for (let round = 1; round <= 3; round++) {
    for (let key = 0; key < 5_000; key++) expect(occurrences.next(key, key * 7)).toBe(round);
  }
});
