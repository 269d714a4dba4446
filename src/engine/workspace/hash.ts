/**
 * A 64-bit hash of texts, as two unsigned halves: who a record is, and what it says. Two multiplicative streams
 * over the characters with a final mix of each by the other; not for secrets (pseudonyms are HMACs). Among ten
 * million records the chance of one false meeting is about one in 400,000.
 */
export class Hash64 {
  high = 0;
  low = 0;
  #a = 0;
  #b = 0;

  start(): this {
    this.#a = 0x2545f491;
    this.#b = 0x9e3779b9;
    return this;
  }

  /** Adds one text and its end, so that 'ab','c' and 'a','bc' differ. */
  add(text: string): this {
    let a = this.#a;
    let b = this.#b;
    for (let i = 0; i < text.length; i++) {
      const character = text.charCodeAt(i);
      a = Math.imul(a ^ character, 0x9e3779b1);
      b = Math.imul(b ^ character, 0x5f356495);
      b ^= a >>> 15;
    }
    this.#a = Math.imul(a ^ 0x1fffff, 0x9e3779b1);
    this.#b = Math.imul(b ^ 0x2fffff, 0x5f356495);
    return this;
  }

  /** Adds the text that ASCII bytes are, as `add` does. */
  addAscii(bytes: Uint8Array, start: number, end: number): this {
    let a = this.#a;
    let b = this.#b;
    for (let i = start; i < end; i++) {
      const character = bytes[i] ?? 0;
      a = Math.imul(a ^ character, 0x9e3779b1);
      b = Math.imul(b ^ character, 0x5f356495);
      b ^= a >>> 15;
    }
    this.#a = Math.imul(a ^ 0x1fffff, 0x9e3779b1);
    this.#b = Math.imul(b ^ 0x2fffff, 0x5f356495);
    return this;
  }

  /** Adds a whole number from 0 to 2^32 - 1. */
  addNumber(value: number): this {
    this.#a = Math.imul(this.#a ^ value, 0x85ebca77);
    this.#b = Math.imul(this.#b ^ (value >>> 1) ^ 0x3fffff, 0xc2b2ae3d);
    this.#b ^= this.#a >>> 13;
    return this;
  }

  /** Sets `high` and `low` to the hash of what was added. */
  finish(): this {
    let a = this.#a;
    let b = this.#b;
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    this.high = (a ^ (a >>> 16)) >>> 0;
    this.low = (b ^ (b >>> 16)) >>> 0;
    return this;
  }
}

/** The table of occurrences is split, so that making room copies a small part of it at a time. */
const parts = 64;
const slotsAtFirst = 16;
/** Share of a part's slots that may be taken: beyond it a search has to step too often. */
const mostFilled = 0.75;
const wordsPerSlot = 3;

/** How often each 64-bit key was seen, in typed arrays: about 20 bytes a key. */
export class Occurrences {
  /** For each slot: high, low, count (0: free). */
  readonly #slots = Array.from(
    { length: parts },
    () => new Uint32Array(slotsAtFirst * wordsPerSlot),
  );
  readonly #taken = new Uint32Array(parts);

  /** Counts the key once more and gives how often it was seen so far, from 1. */
  next(high: number, low: number): number {
    const part = Math.imul(high, 0x9e3779b1) >>> 26;
    let slots = this.#slots[part] ?? new Uint32Array();
    let at = slotOf(slots, high, low);
    const count = (slots[at + 2] ?? 0) + 1;
    if (count === 1) {
      const taken = (this.#taken[part] ?? 0) + 1;
      this.#taken[part] = taken;
      if (taken * wordsPerSlot > slots.length * mostFilled) {
        slots = larger(slots);
        this.#slots[part] = slots;
        at = slotOf(slots, high, low);
      }
      slots[at] = high;
      slots[at + 1] = low;
    }
    slots[at + 2] = count;
    return count;
  }
}

/** Where a key stands or may be put. */
function slotOf(slots: Uint32Array, high: number, low: number): number {
  const last = slots.length / wordsPerSlot - 1;
  let slot = low & last;
  for (;;) {
    const at = slot * wordsPerSlot;
    if (slots[at + 2] === 0 || (slots[at + 1] === low && slots[at] === high)) return at;
    slot = (slot + 1) & last;
  }
}

/** Twice as many slots, with every key in its new one. */
function larger(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const room = new Uint32Array(slots.length * 2);
  for (let from = 0; from < slots.length; from += wordsPerSlot) {
    const count = slots[from + 2] ?? 0;
    if (count === 0) continue;
    const [high, low] = [slots[from] ?? 0, slots[from + 1] ?? 0];
    const at = slotOf(room, high, low);
    room[at] = high;
    room[at + 1] = low;
    room[at + 2] = count;
  }
  return room;
}

/**
 * Whether a 64-bit key may have come before, in 8 MB however many keys there are (a Bloom filter of two bits a
 * key): it never forgets one, and takes a new one for known in one of a hundred cases among three million.
 */
export class SeenBefore {
  readonly #bits = new Uint32Array(1 << 21);

  /** Notes the key; true when it may have come before. */
  note({ high, low }: { readonly high: number; readonly low: number }): boolean {
    const first = this.#set(high);
    const second = this.#set(low);
    return first && second;
  }

  #set(word: number): boolean {
    const at = (word >>> 5) & (this.#bits.length - 1);
    const bit = 1 << (word & 31);
    const bits = this.#bits[at] ?? 0;
    this.#bits[at] = bits | bit;
    return (bits & bit) !== 0;
  }
}
