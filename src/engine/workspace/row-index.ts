import type { Writer } from './database.ts';

const wordsPerEntry = 5;
/** Entries in a chunk: 160 kB, so that hardly anything lies empty and nothing is copied when the index grows. */
const chunkBits = 13;
const chunkEntries = 1 << chunkBits;
const noChunk = new Uint32Array();

/** Share of the slots that may be taken: beyond it a search has to step too often. */
const mostFilled = 0.75;
/** A slot holds an entry's number plus one (0: free), and above it a few bits of its identity, to pass others by. */
const entryBits = 27;
const entryMask = 2 ** entryBits - 1;

/**
 * Which records a table holds and what each says: row id, 64-bit identity and 64-bit content, in chunks of words
 * with an open-addressed hash table over the identity (about 28 bytes a record in all). Kept in the workspace as
 * one blob a batch and read whole before an import: a lookup in it costs a fraction of an SQL query, and rows
 * need no index while they are loaded.
 */
export class RowIndex {
  #size = 0;
  /** For each entry: id, identity (high, low), content (high, low), as the blobs have them. */
  readonly #chunks: Uint32Array<ArrayBuffer>[] = [];
  /** One bit an entry, in bytes, by chunk. */
  readonly #touched: Uint8Array[] = [];
  #slots = new Uint32Array(1 << 11);
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
    const slots = this.#slots;
    const mark = high & (2 ** (32 - entryBits) - 1);
    const last = slots.length - 1;
    for (let slot = low & last; ; slot = (slot + 1) & last) {
      const taken = slots[slot] ?? 0;
      if (taken === 0) return -1;
      if (taken >>> entryBits !== mark) continue;
      const entry = (taken & entryMask) - 1;
      const chunk = this.#chunks[entry >> chunkBits] ?? noChunk;
      const at = (entry & (chunkEntries - 1)) * wordsPerEntry;
      if (chunk[at + 2] === low && chunk[at + 1] === high) return entry;
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
    const entry = this.#size++;
    if (entry >= entryMask) throw new Error('a table holds more records than its index can count');
    if (entry >> chunkBits === this.#chunks.length) {
      this.#chunks.push(new Uint32Array(chunkEntries * wordsPerEntry));
      this.#touched.push(new Uint8Array(chunkEntries >> 3));
    }
    const chunk = this.#chunks[entry >> chunkBits] ?? noChunk;
    const at = (entry & (chunkEntries - 1)) * wordsPerEntry;
    chunk[at] = id;
    chunk[at + 1] = high;
    chunk[at + 2] = low;
    chunk[at + 3] = contentHigh;
    chunk[at + 4] = contentLow;
    if (this.#batches.at(-1) !== batch) {
      this.#batches.push(batch);
      this.#starts.push(entry);
    }
    if (this.#size > this.#slots.length * mostFilled) this.#spread();
    else this.#place(entry, high, low);
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
    return this.#word(entry, 0);
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
    return this.#word(entry, 3) === contentHigh && this.#word(entry, 4) === contentLow;
  }

  /** The content's fingerprint as 16 hex characters, to keep what an update replaced. */
  content(entry: number): string {
    return hex(this.#word(entry, 3)) + hex(this.#word(entry, 4));
  }

  setContent(entry: number, contentHigh: number, contentLow: number): void {
    this.compareWith(entry, contentHigh, contentLow);
    this.#changedBatches.add(this.batch(entry));
  }

  /** Takes what a file says as what its later rows are held against; what is saved stays as it is. */
  compareWith(entry: number, contentHigh: number, contentLow: number): void {
    const chunk = this.#chunks[entry >> chunkBits] ?? noChunk;
    const at = (entry & (chunkEntries - 1)) * wordsPerEntry;
    chunk[at + 3] = contentHigh;
    chunk[at + 4] = contentLow;
  }

  /** Notes that the file at hand holds this record; true when it did so before. */
  touch(entry: number): boolean {
    const touched = this.#touched[entry >> chunkBits];
    if (touched === undefined) return false;
    const at = (entry & (chunkEntries - 1)) >> 3;
    const bits = touched[at] ?? 0;
    const bit = 1 << (entry & 7);
    touched[at] = bits | bit;
    return (bits & bit) !== 0;
  }

  /** Those of these row ids that the file at hand does not hold. */
  untouched(ids: ReadonlyMap<number, unknown>): number[] {
    const found: number[] = [];
    for (let entry = 0; entry < this.#size; entry++) {
      const bits = this.#touched[entry >> chunkBits]?.[(entry & (chunkEntries - 1)) >> 3] ?? 0;
      if ((bits & (1 << (entry & 7))) === 0 && ids.has(this.id(entry))) found.push(this.id(entry));
    }
    return found;
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

  /** Gives back what only looking up needs; after it the index can be saved and nothing else. */
  endLookups(): void {
    giveBack(this.#slots);
  }

  /**
   * Writes the blobs of every batch that changed, inside the import's transaction, and ends the index: what it held
   * is given back at once, since the blobs need as much again.
   */
  save(writer: Writer, table: string): void {
    this.endLookups();
    const put = writer.database.prepare(
      'INSERT OR REPLACE INTO row_index (in_table, batch, entries) VALUES (?, ?, ?)',
    );
    for (const [place, batch] of this.#batches.entries()) {
      if (!this.#changedBatches.has(batch)) continue;
      const words = this.#words(this.#starts[place] ?? 0, this.#starts[place + 1] ?? this.#size);
      put.run(table, batch, Buffer.from(words.buffer));
      giveBack(words);
    }
    for (const chunk of this.#chunks.splice(0)) giveBack(chunk);
  }

  /** The words of entries in a row. Chunks that end before the last of them are given back. */
  #words(first: number, end: number): Uint32Array<ArrayBuffer> {
    const words = new Uint32Array((end - first) * wordsPerEntry);
    for (let from = first; from < end; ) {
      const chunk = this.#chunks[from >> chunkBits] ?? noChunk;
      const start = from & (chunkEntries - 1);
      const count = Math.min(chunkEntries - start, end - from);
      words.set(
        chunk.subarray(start * wordsPerEntry, (start + count) * wordsPerEntry),
        (from - first) * wordsPerEntry,
      );
      from += count;
      if (start + count === chunkEntries) giveBack(chunk);
    }
    return words;
  }

  #word(entry: number, which: number): number {
    const chunk = this.#chunks[entry >> chunkBits] ?? noChunk;
    return chunk[(entry & (chunkEntries - 1)) * wordsPerEntry + which] ?? 0;
  }

  #place(entry: number, high: number, low: number): void {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = low & last;
    while (slots[slot] !== 0) slot = (slot + 1) & last;
    slots[slot] = (high << entryBits) | (entry + 1);
  }

  /** Twice as many slots, with every entry in its new one; the old ones are given back before. */
  #spread(): void {
    const { length } = this.#slots;
    giveBack(this.#slots);
    this.#slots = new Uint32Array(2 * length);
    for (let entry = 0; entry < this.#size; entry++) {
      this.#place(entry, this.#word(entry, 1), this.#word(entry, 2));
    }
  }
}

/** Takes records out of a table's index for good: their hashes go with them. Inside the caller's transaction. */
export function dropEntries(writer: Writer, table: string, ids: ReadonlySet<number>): void {
  filterEntries(writer, table, (id) => !ids.has(id));
}

/** Leaves in a table's index the entries of these rows alone. Inside the caller's transaction. */
export function keepEntries(writer: Writer, table: string, ids: ReadonlySet<number>): void {
  filterEntries(writer, table, (id) => ids.has(id));
}

/** Row numbers that a table's index knows. */
export function entriesOf({ database }: Writer, table: string): number[] {
  return database
    .prepare<[string], Buffer>('SELECT entries FROM row_index WHERE in_table = ?')
    .pluck()
    .all(table)
    .flatMap((entries) => {
      const words = new Uint32Array(new Uint8Array(entries).buffer);
      return Array.from(
        { length: words.length / wordsPerEntry },
        (_, at) => words[at * wordsPerEntry] ?? 0,
      );
    });
}

/** Adds entries to a table's index. `hashes`: identity and content, 16 bytes. Inside the caller's transaction. */
export function addEntries(
  { database }: Writer,
  table: string,
  entries: readonly { readonly id: number; readonly batch: number; readonly hashes: Uint8Array }[],
): void {
  const read = database
    .prepare<[string, number], Buffer>(
      'SELECT entries FROM row_index WHERE in_table = ? AND batch = ?',
    )
    .pluck();
  const put = database.prepare(
    'INSERT OR REPLACE INTO row_index (in_table, batch, entries) VALUES (?, ?, ?)',
  );
  for (const batch of new Set(entries.map((entry) => entry.batch))) {
    const parts = entries
      .filter((entry) => entry.batch === batch)
      .flatMap(({ id, hashes }) => [
        Buffer.from(new Uint32Array([id]).buffer),
        Buffer.from(hashes),
      ]);
    put.run(table, batch, Buffer.concat([read.get(table, batch) ?? Buffer.alloc(0), ...parts]));
  }
}

function filterEntries(writer: Writer, table: string, isKept: (id: number) => boolean): void {
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
      if (!isKept(words[at] ?? 0)) continue;
      kept.set(words.subarray(at, at + wordsPerEntry), length);
      length += wordsPerEntry;
    }
    if (length < words.length) put.run(Buffer.from(kept.slice(0, length).buffer), table, batch);
  }
}

/** Frees an array's memory now and not when it is collected. */
function giveBack(array: Uint32Array<ArrayBuffer>): void {
  if (!array.buffer.detached) array.buffer.transfer(0);
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
