import { boundedCache } from '../vawg/bounded-cache.ts';

/** A word that is spelt almost like another one. */
export interface NearWord {
  readonly word: string;
  /** Letters to put in, take out, change or swap with their neighbour: 1 or 2. */
  readonly edits: number;
}

/** Words of the vocabulary that are shorter are too alike (`bar`, `car`) to be taken for one another. */
const shortestWord = 4;
/** From this length on, two edits are allowed in one word. */
const shortestForTwo = 6;
/** Forms are made of the beginnings only: a word of 15 letters would have more than a hundred. */
const beginningLetters = 8;

/**
 * A look-up of the words of a vocabulary that are 1 edit, or for words of 6 letters on 2 edits, from a given one;
 * the word itself is not among them. Words with digits have none. The beginnings of two words so near share a form that
 * is left when up to two letters are taken out of each, so each word is filed under all such forms.
 */
export function buildNearWords(
  vocabulary: Iterable<string>,
): (word: string) => readonly NearWord[] {
  const byForm = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < shortestWord || /\d/.test(word)) continue;
    for (const form of shortenedForms(word)) {
      const filed = byForm.get(form);
      if (filed === undefined) byForm.set(form, [word]);
      else filed.push(word);
    }
  }
  const remember = boundedCache<readonly NearWord[]>(50_000);
  return (word) => remember(word, () => nearWordsOf(word, byForm));
}

function nearWordsOf(word: string, byForm: ReadonlyMap<string, readonly string[]>): NearWord[] {
  // One letter can be missing, so a word may be shorter than any of the vocabulary.
  if (word.length < shortestWord - 1 || /\d/.test(word)) return [];
  const found = new Map<string, number>();
  const seen = new Set([word]);
  for (const form of shortenedForms(word)) {
    for (const other of byForm.get(form) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      const most = Math.min(mostEdits(word), mostEdits(other));
      if (Math.abs(word.length - other.length) > most) continue;
      const edits = editsBetween(word, other, most);
      if (edits <= most) found.set(other, edits);
    }
  }
  return Array.from(found, ([other, edits]) => ({ word: other, edits }));
}

const mostEdits = (word: string) => (word.length >= shortestForTwo ? 2 : 1);

function shortenedForms(word: string): Set<string> {
  const forms = new Set([word.slice(0, beginningLetters)]);
  for (let round = 0; round < mostEdits(word); round += 1) {
    for (const form of Array.from(forms)) {
      for (let i = 0; i < form.length; i += 1) forms.add(form.slice(0, i) + form.slice(i + 1));
    }
  }
  return forms;
}

/** Rows of the table of `editsBetween`, kept: it is asked millions of times. Longer words are cut. */
const longestWord = 64;
let twoBack = new Int32Array(longestWord + 1);
let back = new Int32Array(longestWord + 1);
let row = new Int32Array(longestWord + 1);

/**
 * Levenshtein distance in which swapping two neighbours is one edit (optimal string alignment).
 * @param most Gives up as soon as the distance is known to be larger, with a number above it.
 */
export function editsBetween(a: string, b: string, most = longestWord): number {
  const letters = Math.min(b.length, longestWord);
  for (let j = 0; j <= letters; j += 1) back[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let leastOfRow = i;
    for (let j = 1; j <= letters; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let least = (back[j - 1] ?? 0) + (isSame ? 0 : 1);
      least = Math.min(least, (back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row[j] = least;
      if (least < leastOfRow) leastOfRow = least;
    }
    // A swap reaches back two rows, and costs one more than what stands there.
    if (leastOfRow > most + 1) return leastOfRow;
    [twoBack, back, row] = [back, row, twoBack];
  }
  return back[letters] ?? 0;
}
