const slotsAtFirst = 64;
/** Room for the bytes of keys at first. */
const bytesAtFirst = 1 << 10;

/** Remembers whole numbers above 0 by a cell's bytes: what a text of the file was read as, before it is a text. */
export class ByteTable {
  /** For each slot the number of its entry, from 1; 0: free. At most half of them are taken. */
  #slots = new Uint32Array(slotsAtFirst);
  #keys = new Uint8Array(bytesAtFirst);
  /** Where each entry's bytes start in `#keys`; those of the last end where the next would start. */
  #starts = new Uint32Array(slotsAtFirst);
  #hashes = new Int32Array(slotsAtFirst);
  #values = new Uint32Array(slotsAtFirst);
  #size = 0;
  readonly #most: number;

  /** `most`: how many cells are remembered at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The number remembered for these bytes; 0 when there is none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const entry = slots[slot] ?? 0;
      if (entry === 0) return 0;
      if (this.#hashes[entry] === hash && this.#is(entry, bytes, start, end)) {
        return this.#values[entry] ?? 0;
      }
    }
  }

  /** Remembers a number from 1 to 2^32 - 1 for bytes that are not known yet, while there is room. */
  add(bytes: Uint8Array, start: number, end: number, value: number): void {
    if (this.#size >= this.#most) return;
    const entry = ++this.#size;
    if (2 * (entry + 1) > this.#slots.length) this.#spread();
    const from = this.#starts[entry] ?? 0;
    const to = from + end - start;
    if (to > this.#keys.length) {
      this.#keys = larger(this.#keys, new Uint8Array(Math.max(2 * this.#keys.length, to)));
    }
    this.#keys.set(bytes.subarray(start, end), from);
    this.#starts[entry + 1] = to;
    this.#values[entry] = value;
    const hash = hashOf(bytes, start, end);
    this.#hashes[entry] = hash;
    this.#place(entry, hash);
  }

  #is(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const keys = this.#keys;
    const from = this.#starts[entry] ?? 0;
    if ((this.#starts[entry + 1] ?? 0) - from !== end - start) return false;
    const shift = from - start;
    for (let at = start; at < end; at++) if (bytes[at] !== keys[at + shift]) return false;
    return true;
  }

  #place(entry: number, hash: number): void {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = entry;
  }

  #spread(): void {
    const length = 2 * this.#slots.length;
    this.#slots = new Uint32Array(length);
    this.#starts = larger(this.#starts, new Uint32Array(length));
    this.#hashes = larger(this.#hashes, new Int32Array(length));
    this.#values = larger(this.#values, new Uint32Array(length));
    for (let entry = 1; entry < this.#size; entry++) this.#place(entry, this.#hashes[entry] ?? 0);
  }
}

function larger<Numbers extends Uint8Array | Uint32Array | Int32Array>(
  from: Numbers,
  into: Numbers,
): Numbers {
  into.set(from);
  return into;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
