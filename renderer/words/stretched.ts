import type { Message } from './translate.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  y: 'ýý',
  A: 'ÁÁ',
  E: 'ÉÉ',
  I: 'ÍÍ',
  O: 'ÓÓ',
  U: 'ÚÚ',
};

/**
 * A language that nobody speaks, made from a catalogue by rule: every vowel has an accent and stands twice, so that a
 * text is about two fifths longer, as a translation may be; brackets stand at both ends. A text without brackets on the
 * screen was never in the catalogue, one with only one of them was cut off, and a bracket in the middle of a sentence
 * shows that it was glued from parts. For tests.
 */
export function stretched<Key extends string>(
  catalogue: Readonly<Record<Key, Message>>,
): Record<Key, Message> {
  const entries = Object.entries<Message>(catalogue).map(([key, message]) => [
    key,
    typeof message === 'string'
      ? stretch(message)
      : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, stretch(text)])),
  ]);
  return Object.fromEntries(entries) as Record<Key, Message>;
}

/** What stands in braces is a name, no text, and stays. */
function stretch(text: string): string {
  const longer = text.replaceAll(/\{\w+\}|[aeiouy]/gi, (found) => accents[found] ?? found);
  return `⟦${longer}⟧`;
}
