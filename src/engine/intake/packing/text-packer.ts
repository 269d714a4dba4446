import type { ByteRow } from '../formats/byte-row.ts';

const bytesAtFirst = 1 << 14;
const space = 32;

/** Joins texts as UTF-8 with a NUL behind each: bytes go to the other thread without being copied. */
export class TextPacker {
  /** Hash of the text that was staged last. */
  hash = 0;
  #bytes = Buffer.alloc(bytesAtFirst);
  #filled = 0;
  /** Where the staged text ends, behind those that are kept. */
  #staged = 0;

  stage(text: string): void {
    this.#makeRoom(3 * text.length);
    this.#staged = this.#filled + this.#bytes.write(text, this.#filled);
  }

  /**
   * Stages a cell from its bytes, and its hash; false where its text is to be read: it is not ASCII, or there is
   * something to trim.
   */
  stageCell(row: ByteRow, cell: number): boolean {
    if (!row.isAscii) return false;
    this.#makeRoom(row.bytesAtMost(cell));
    const start = this.#filled;
    const end = row.copy(cell, this.#bytes, start);
    const bytes = this.#bytes;
    if ((bytes[start] ?? 0) <= space || (bytes[end - 1] ?? 0) <= space) return false;
    let hash = hashStart;
    for (let at = start; at < end; at++) hash = hashStep(hash, bytes[at] ?? 0);
    this.hash = hash;
    this.#staged = end;
    return true;
  }

  /** Keeps the staged text. */
  commit(): void {
    this.#bytes[this.#staged] = 0;
    this.#filled = this.#staged + 1;
    this.#staged = this.#filled;
  }

  /** Stages that there is no text. */
  stageNone(): void {
    this.#staged = this.#filled;
    this.hash = 0;
  }

  /** The texts kept since the last call. */
  finish(): Uint8Array<ArrayBuffer> {
    const joined = new Uint8Array(this.#filled);
    joined.set(this.#bytes.subarray(0, this.#filled));
    this.#filled = 0;
    this.#staged = 0;
    return joined;
  }

  /** Makes room for a text and its NUL. */
  #makeRoom(bytes: number): void {
    const room = this.#filled + bytes + 1;
    if (room <= this.#bytes.length) return;
    const larger = Buffer.alloc(2 * room);
    larger.set(this.#bytes.subarray(0, this.#filled));
    this.#bytes = larger;
  }
}

const hashStart = 0x2545f491;

function hashStep(before: number, character: number): number {
  const hash = Math.imul(before ^ character, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** 32 bits over the characters of a text; 0 for an empty one. */
export function hash32(text: string): number {
  if (text === '') return 0;
  let hash = hashStart;
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}
