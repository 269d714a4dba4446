import type { Reader, Writer } from './database.ts';

/**
 * The workspace's list of words: texts that many records share (an offence, an ethnicity, an area), each kept
 * once. Records hold their numbers, which cost a fraction of a text to store and to read.
 */
export class Words {
  readonly #numbers = new Map<string, number>();
  readonly #insert: (text: string) => number;

  constructor(writer: Writer) {
    for (const [number, text] of allWords(writer).entries()) {
      if (text !== null) this.#numbers.set(text, number);
    }
    const insert = writer.database.prepare('INSERT INTO word (text) VALUES (?)');
    this.#insert = (text) => Number(insert.run(text).lastInsertRowid);
  }

  /** The number of a text, new or known. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#insert(text);
    this.#numbers.set(text, number);
    return number;
  }
}

/** The text of each word by its number; null where there is none (0 is never a word). */
export function allWords(handle: Reader | Writer): (string | null)[] {
  const words: (string | null)[] = [null];
  const rows = handle.database
    .prepare<[], { id: number; text: string }>('SELECT id, text FROM word')
    .iterate();
  for (const { id, text } of rows) words[id] = text;
  return words;
}
