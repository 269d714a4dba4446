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

/** How often each 64-bit key was seen, in typed arrays: about 24 bytes a key. */
export class Occurrences {
  #high = new Uint32Array(1 << 12);
  #low = new Uint32Array(1 << 12);
  #count = new Int32Array(1 << 12);
  #used = 0;

  /** Counts the key once more and gives how often it was seen so far, from 1. */
  next(high: number, low: number): number {
    if (this.#used * 2 >= this.#count.length) this.#grow();
    const slot = this.#slot(high, low);
    if (this.#count[slot] === 0) {
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#used++;
    }
    const count = (this.#count[slot] ?? 0) + 1;
    this.#count[slot] = count;
    return count;
  }

  #slot(high: number, low: number): number {
    const mask = this.#count.length - 1;
    let slot = low & mask;
    while (this.#count[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [high, low, count] = [this.#high, this.#low, this.#count];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    this.#count = new Int32Array(high.length * 2);
    for (let old = 0; old < count.length; old++) {
      if (count[old] === 0) continue;
      const slot = this.#slot(high[old] ?? 0, low[old] ?? 0);
      this.#high[slot] = high[old] ?? 0;
      this.#low[slot] = low[old] ?? 0;
      this.#count[slot] = count[old] ?? 0;
    }
  }
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
