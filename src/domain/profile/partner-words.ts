import { changeFigures, type RichText } from './rich-text.ts';

/** What may give a person away in words that are to go to a partner. */
export type PersonalKind = 'name' | 'reference' | 'postcode' | 'telephone' | 'e-mail' | 'number';

export interface PersonalWords {
  readonly kind: PersonalKind;
  /** As they stand in the text. */
  readonly words: string;
}

/** What stands in the place of a live figure (a number or a place): it is exact, and never passed the disclosure gate. */
const figureLeftOut = '[left out]';

const capitalised = "[A-Z][\\p{L}'’-]*[a-z]";
const patterns: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/giu],
  // At least ten digits that start with 0 or +44, however they are grouped.
  ['telephone', /(?:\+44|\b0)(?:[ ()-]?\d){9,10}\b/gu],
  // Letters and digits together, or digits with a slash, as records systems number things.
  ['reference', /\b(?=[\w/-]*\d)(?=[\w/-]*[A-Za-z/])[\w]+(?:[/-][\w]+)*\b/gu],
  [
    'name',
    new RegExp(
      `\\b(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|PS|DS|Sgt|Insp)\\.? ${capitalised}|${capitalised}(?: ${capitalised})+)`,
      'gu',
    ),
  ],
  ['number', /\b\d[\d,.]*\b/gu],
];
const year = /^(?:19|20)\d\d$/;

/**
 * Words that may name a person, or give a small number away, for somebody to look at: a simple search that finds too
 * much (names of places look like names of people) and never everything. Years are left alone.
 */
export function findPersonalWords(text: string): PersonalWords[] {
  const found: PersonalWords[] = [];
  let left = text;
  for (const [kind, pattern] of patterns) {
    left = left.replaceAll(pattern, (words) => {
      const trimmed = words.replace(/[.,]+$/, '');
      if (kind === 'number' && year.test(trimmed)) return words;
      if (!found.some((one) => one.kind === kind && one.words === trimmed))
        found.push({ kind, words: trimmed });
      // Found once: a postcode is not a reference too. What is put there joins nothing before to what comes after.
      return ' · ';
    });
  }
  return found;
}

/** The words as a partner gets them: without the numbers of live figures, which are exact. */
export function wordsForPartners(text: RichText): RichText {
  return changeFigures(text, (figure) => ({ ...figure, accepted: figureLeftOut }));
}
