import { type CodedText, noMinutes } from '../../domain/evidence/columns.ts';
import { narrowest } from '../../domain/evidence/text-codes.ts';
import { momentMinutes, momentPrecision } from '../../domain/time/moment.ts';

/** A column of word numbers as codes: a word's text is looked up once, not once a record. */
export class WordColumn {
  readonly #codes: Uint32Array;
  readonly #codeOfWord: Int32Array;
  readonly #words: readonly (string | null)[];
  readonly #values: string[] = [''];

  constructor(length: number, words: readonly (string | null)[]) {
    this.#codes = new Uint32Array(length);
    this.#words = words;
    this.#codeOfWord = new Int32Array(words.length).fill(-1);
  }

  set(index: number, word: number | null): void {
    if (word === null) return;
    let code = this.#codeOfWord[word] ?? 0;
    if (code === -1) {
      code = this.#values.length;
      this.#values.push(this.#words[word] ?? '');
      this.#codeOfWord[word] = code;
    }
    this.#codes[index] = code;
  }

  finish(): CodedText {
    return { codes: narrowest(this.#codes, this.#values.length), values: this.#values };
  }
}

/** Numbers for texts that only have to be told apart (pseudonyms, addresses): 0 = none, the texts are not kept. */
export class KeyNumbers {
  readonly #numberOf = new Map<string, number>();

  number(text: string | null): number {
    if (text === null) return 0;
    const known = this.#numberOf.get(text);
    if (known !== undefined) return known;
    const number = this.#numberOf.size + 1;
    this.#numberOf.set(text, number);
    return number;
  }
}

/** Code of each word in a fixed list of names; a word that is not in it is 0. */
export function codesOfWords(
  words: readonly (string | null)[],
  names: readonly string[],
): (word: number | null) => number {
  const codes = Uint8Array.from(words, (word) => Math.max(0, names.indexOf(word ?? '')));
  return (word) => (word === null ? 0 : (codes[word] ?? 0));
}

/** Flag code of a stored flag (1, 0 or none). */
export function flagOf(stored: number | null): number {
  if (stored === null) return 0;
  return stored === 1 ? 1 : 2;
}

/** Minutes of a stored moment; `noMinutes` for none. */
export function minutesOf(moment: number | null): number {
  return moment === null ? noMinutes : momentMinutes(moment);
}

/** How exactly a stored moment was written. */
export function precisionOf(moment: number | null): number {
  return moment === null ? 0 : momentPrecision(moment);
}
