import type { CodedText } from '../../domain/evidence/columns.ts';

/** Gathers a text column as codes: 0 is "not recorded", the others count up in order of first appearance. */
export class TextCodes {
  readonly #codes: Uint32Array;
  readonly #values: string[] = [''];
  readonly #codeOf = new Map<string, number>([['', 0]]);

  constructor(length: number) {
    this.#codes = new Uint32Array(length);
  }

  set(index: number, text: string | null): void {
    this.#codes[index] = this.codeOf(text);
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
    return { codes: this.#codes, values: this.#values };
  }
}
