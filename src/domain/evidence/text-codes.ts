import type { CodedText, Codes } from './columns.ts';

/** Gathers a text column as codes: 0 is "not recorded", the others count up in order of first appearance. */
export class CodeBuilder {
  readonly #codes: Uint32Array;
  readonly #values: string[] = [''];
  readonly #codeOf = new Map<string, number>([['', 0]]);

  constructor(length: number) {
    this.#codes = new Uint32Array(length);
  }

  set(index: number, text: string | null): void {
    this.#codes[index] = this.codeOf(text);
  }

  /** Sets a code that `codeOf` gave: for loops that know few texts. */
  setCode(index: number, code: number): void {
    this.#codes[index] = code;
  }

  /** The code of a text, new or known. */
  codeOf(text: string | null): number {
    const key = text ?? '';
    const known = this.#codeOf.get(key);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(key);
    this.#codeOf.set(key, code);
    return code;
  }

  finish(): CodedText {
    return { codes: narrowest(this.#codes, this.#values.length), values: this.#values };
  }
}

/** The codes in the narrowest form that holds so many distinct values: most columns need a byte a record. */
export function narrowest(codes: Uint32Array, values: number): Codes {
  if (values <= 0x1_00) return new Uint8Array(codes);
  return values <= 0x1_00_00 ? new Uint16Array(codes) : codes;
}
