import type { Writer } from './database.ts';

const wordsPerEntry = 5;
/** Share of the slots that may be taken: beyond it a search has to step too often. */
const mostFilled = 0.7;

/**
 * Which records a table holds and what each says: row id, 64-bit identity, 64-bit content and batch, in typed
 * arrays with an open-addressed hash table over the identity (about 30 bytes a record). Kept in the workspace as
 * one blob a batch and read whole before an import: a lookup in it costs a fraction of an SQL query, and rows
 * need no index while they are loaded.
 */
export class RowIndex {
  #size = 0;
  #id = new Int32Array(1 << 10);
  #high = new Uint32Array(1 << 10);
  #low = new Uint32Array(1 << 10);
  #contentHigh = new Uint32Array(1 << 10);
  #contentLow = new Uint32Array(1 << 10);
  #isTouched = new Uint8Array(1 << 10);
  #slots = new Int32Array(1 << 11);
  /** Batches in the order of their entries, and the entry with which each begins. */
  readonly #batches: number[] = [];
  readonly #starts: number[] = [];
  readonly #changedBatches = new Set<number>();
  #largestId = 0;

  /** The largest row id of the table; new rows count up from it. */
  get largestId(): number {
    return this.#largestId;
  }

  /** The entry with this identity, or -1. */
  find(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0) return -1;
      if (this.#low[entry] === low && this.#high[entry] === high) return entry;
    }
  }

  /** Adds a new entry and gives it. */
  add(
    id: number,
    high: number,
    low: number,
    contentHigh: number,
    contentLow: number,
    batch: number,
  ): number {
    if (this.#size === this.#id.length) this.#grow();
    const entry = this.#size++;
    this.#id[entry] = id;
    this.#high[entry] = high;
    this.#low[entry] = low;
    this.#contentHigh[entry] = contentHigh;
    this.#contentLow[entry] = contentLow;
    if (this.#batches.at(-1) !== batch) {
      this.#batches.push(batch);
      this.#starts.push(entry);
    }
    if (this.#size > this.#slots.length * mostFilled) this.#spread();
    else this.#place(entry);
    if (id > this.#largestId) this.#largestId = id;
    this.#changedBatches.add(batch);
    return entry;
  }

  /** Entry of each row id. */
  entriesById(): Map<number, number> {
    const entries = new Map<number, number>();
    for (let entry = 0; entry < this.#size; entry++) entries.set(this.id(entry), entry);
    return entries;
  }

  id(entry: number): number {
    return this.#id[entry] ?? 0;
  }

  batch(entry: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= entry) low = middle;
      else high = middle;
    }
    return this.#batches[low] ?? 0;
  }

  saysTheSame(entry: number, contentHigh: number, contentLow: number): boolean {
    return this.#contentHigh[entry] === contentHigh && this.#contentLow[entry] === contentLow;
  }

  /** The content's fingerprint as 16 hex characters, to keep what an update replaced. */
  content(entry: number): string {
    return hex(this.#contentHigh[entry] ?? 0) + hex(this.#contentLow[entry] ?? 0);
  }

  setContent(entry: number, contentHigh: number, contentLow: number): void {
    this.#contentHigh[entry] = contentHigh;
    this.#contentLow[entry] = contentLow;
    this.#changedBatches.add(this.batch(entry));
  }

  /** Takes what a file says as what its later rows are held against; what is saved stays as it is. */
  compareWith(entry: number, contentHigh: number, contentLow: number): void {
    this.#contentHigh[entry] = contentHigh;
    this.#contentLow[entry] = contentLow;
  }

  /** Notes that the file at hand holds this record; true when it did so before. */
  touch(entry: number): boolean {
    const before = this.#isTouched[entry] === 1;
    this.#isTouched[entry] = 1;
    return before;
  }

  /** Reads a table's index from the workspace. */
  static load(writer: Writer, table: string): RowIndex {
    const index = new RowIndex();
    const blobs = writer.database
      .prepare<[string], { batch: number; entries: Buffer }>(
        'SELECT batch, entries FROM row_index WHERE in_table = ? ORDER BY batch',
      )
      .iterate(table);
    for (const { batch, entries } of blobs) {
      // A copy: the buffer's own start need not lie on a multiple of four bytes.
      const words = new Uint32Array(new Uint8Array(entries).buffer);
      for (let at = 0; at < words.length; at += wordsPerEntry) {
        index.add(
          words[at] ?? 0,
          words[at + 1] ?? 0,
          words[at + 2] ?? 0,
          words[at + 3] ?? 0,
          words[at + 4] ?? 0,
          batch,
        );
      }
    }
    index.#changedBatches.clear();
    return index;
  }

  /** Writes the blobs of every batch that changed. Runs inside the import's transaction. */
  save(writer: Writer, table: string): void {
    const put = writer.database.prepare(
      'INSERT OR REPLACE INTO row_index (in_table, batch, entries) VALUES (?, ?, ?)',
    );
    for (const batch of this.#changedBatches) put.run(table, batch, this.#blob(batch));
    this.#changedBatches.clear();
  }

  #blob(batch: number): Buffer {
    const place = this.#batches.indexOf(batch);
    const first = this.#starts[place] ?? 0;
    const end = this.#starts[place + 1] ?? this.#size;
    const words = new Uint32Array((end - first) * wordsPerEntry);
    let at = 0;
    for (let entry = first; entry < end; entry++) {
      words[at++] = this.#id[entry] ?? 0;
      words[at++] = this.#high[entry] ?? 0;
      words[at++] = this.#low[entry] ?? 0;
      words[at++] = this.#contentHigh[entry] ?? 0;
      words[at++] = this.#contentLow[entry] ?? 0;
    }
    return Buffer.from(words.buffer);
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#low[entry] ?? 0) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }

  /** A quarter more room: doubling would leave half of it empty, which millions of records make felt. */
  #grow(): void {
    const length = Math.ceil(this.#id.length * 1.25);
    this.#id = larger(this.#id, new Int32Array(length));
    this.#high = larger(this.#high, new Uint32Array(length));
    this.#low = larger(this.#low, new Uint32Array(length));
    this.#contentHigh = larger(this.#contentHigh, new Uint32Array(length));
    this.#contentLow = larger(this.#contentLow, new Uint32Array(length));
    this.#isTouched = larger(this.#isTouched, new Uint8Array(length));
  }

  /** Twice the slots, with every entry in its new one. */
  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.#size; entry++) this.#place(entry);
  }
}

/** Takes records out of a table's index for good: their hashes go with them. Inside the caller's transaction. */
export function dropEntries(writer: Writer, table: string, ids: ReadonlySet<number>): void {
  const blobs = writer.database
    .prepare<[string], { batch: number; entries: Buffer }>(
      'SELECT batch, entries FROM row_index WHERE in_table = ?',
    )
    .all(table);
  const put = writer.database.prepare(
    'UPDATE row_index SET entries = ? WHERE in_table = ? AND batch = ?',
  );
  for (const { batch, entries } of blobs) {
    const words = new Uint32Array(new Uint8Array(entries).buffer);
    const kept = new Uint32Array(words.length);
    let length = 0;
    for (let at = 0; at < words.length; at += wordsPerEntry) {
      if (ids.has(words[at] ?? 0)) continue;
      kept.set(words.subarray(at, at + wordsPerEntry), length);
      length += wordsPerEntry;
    }
    if (length < words.length) put.run(Buffer.from(kept.slice(0, length).buffer), table, batch);
  }
}

function larger<Numbers extends Int32Array | Uint32Array | Uint8Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
