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

/** What each 64-bit key said first, in typed arrays: about 40 bytes a key. */
export class FirstContents {
  /** Key and content, four words a slot. */
  #words = new Uint32Array(4 << 12);
  #isUsed = new Uint8Array(1 << 12);
  #used = 0;

  /** Notes what the key says; false when it came before and said something else. */
  agrees(key: Halves, content: Halves): boolean {
    if (this.#used * 10 >= this.#isUsed.length * 7) this.#grow();
    const slot = this.#slot(key.high, key.low);
    const at = slot * 4;
    if (this.#isUsed[slot] === 1) {
      return this.#words[at + 2] === content.high && this.#words[at + 3] === content.low;
    }
    this.#put(slot, key.high, key.low, content.high, content.low);
    this.#used++;
    return true;
  }

  #slot(high: number, low: number): number {
    const mask = this.#isUsed.length - 1;
    let slot = low & mask;
    while (
      this.#isUsed[slot] === 1 &&
      (this.#words[slot * 4] !== high || this.#words[slot * 4 + 1] !== low)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #put(slot: number, high: number, low: number, contentHigh: number, contentLow: number): void {
    this.#isUsed[slot] = 1;
    const at = slot * 4;
    this.#words[at] = high;
    this.#words[at + 1] = low;
    this.#words[at + 2] = contentHigh;
    this.#words[at + 3] = contentLow;
  }

  #grow(): void {
    const [words, isUsed] = [this.#words, this.#isUsed];
    this.#words = new Uint32Array(words.length * 2);
    this.#isUsed = new Uint8Array(isUsed.length * 2);
    for (let old = 0; old < isUsed.length; old++) {
      if (isUsed[old] === 0) continue;
      const [high = 0, low = 0, contentHigh = 0, contentLow = 0] = words.subarray(
        old * 4,
        old * 4 + 4,
      );
      this.#put(this.#slot(high, low), high, low, contentHigh, contentLow);
    }
  }
}

interface Halves {
  readonly high: number;
  readonly low: number;
}
