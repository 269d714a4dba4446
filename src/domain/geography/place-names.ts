import { buildNearWords, type NearWord } from './near-words.ts';
import { isCommonWord, isTooCommon, partBreak, placeWords } from './place-words.ts';

/** Names as a tree of words, so that a text is read once however many names there are. */
export interface NameTree<Entry> {
  readonly root: NameNode<Entry>;
  /** Words of the names that are spelt almost like a given one. */
  readonly near: (word: string) => readonly NearWord[];
}

export interface PlaceName<Entry> {
  /** The name's words as they are compared. */
  readonly text: string;
  readonly words: number;
  readonly letters: number;
  readonly entries: Entry[];
}

interface NameNode<Entry> {
  readonly next: Map<string, NameNode<Entry>>;
  /** The name that ends here. */
  name: PlaceName<Entry> | null;
  /** The name that ends here when two of its words are written as one. */
  joined: PlaceName<Entry> | null;
}

/** A name in a text: words `start` to `end`, the latter not included. */
export interface NameFound<Entry> {
  readonly name: PlaceName<Entry>;
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

/** Names of one word need this many letters to be found misspelt, others less. */
const shortestMisspeltWord = 6;
const shortestMisspeltName = 5;
const shortestForTwoEdits = 9;

/** Builds the tree. Names that are too short or too common to be told from ordinary words are left out. */
export function buildNameTree<Entry extends { readonly name: string }>(
  entries: Iterable<Entry>,
): NameTree<Entry> {
  const root = emptyNode<Entry>();
  const vocabulary = new Set<string>();
  for (const entry of entries) {
    const written = placeWords(entry.name);
    const words = written.filter((word) => word !== partBreak);
    if (isTooCommon(words)) continue;
    const node = nodeFor(root, words);
    if (node.name === null) {
      const text = words.join(' ');
      const letters = text.replaceAll(' ', '').length;
      node.name = { text, words: words.length, letters, entries: [] };
      addJoined(root, words, node.name);
    }
    node.name.entries.push(entry);
    for (const word of words) vocabulary.add(word);
    // "O'Neills (Bristol)" is found with its bracket and without.
    if (written.length > words.length) nodeFor(root, written).name ??= node.name;
  }
  if (vocabulary.has('st')) vocabulary.add('street');
  return { root, near: nearNameWords(vocabulary) };
}

/** Near words of the names. Ordinary words of the text are no misspelling; "stret" is `street`, kept as `st`. */
function nearNameWords(vocabulary: Iterable<string>) {
  const near = buildNearWords(vocabulary);
  return (word: string): readonly NearWord[] => (isCommonWord(word) ? [] : near(word).map(asKept));
}

const asKept = (near: NearWord) => (near.word === 'street' ? { ...near, word: 'st' } : near);

function emptyNode<Entry>(): NameNode<Entry> {
  return { next: new Map(), name: null, joined: null };
}

function nodeFor<Entry>(root: NameNode<Entry>, words: readonly string[]): NameNode<Entry> {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = emptyNode();
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}

function addJoined<Entry>(
  root: NameNode<Entry>,
  words: readonly string[],
  name: PlaceName<Entry>,
): void {
  for (let i = 0; i + 1 < words.length; i += 1) {
    const joined = `${words[i]}${words[i + 1]}`;
    nodeFor(root, [...words.slice(0, i), joined, ...words.slice(i + 2)]).joined ??= name;
  }
}

/** Names that stand in the words letter by letter: from the left, the longest first, none inside another. */
export function namesIn<Entry>(
  tree: NameTree<Entry>,
  words: readonly string[],
): NameFound<Entry>[] {
  const found: NameFound<Entry>[] = [];
  let start = 0;
  while (start < words.length) {
    let longest: NameFound<Entry> | null = null;
    let node: NameNode<Entry> | undefined = tree.root;
    for (let end = start; node !== undefined && end < words.length; ) {
      node = node.next.get(words[end] ?? '');
      end += 1;
      if (node?.name) longest = { name: node.name, start, end, edits: 0 };
    }
    if (longest !== null) found.push(longest);
    start = longest?.end ?? start + 1;
  }
  return found;
}

/**
 * Names that stand in the words misspelt: 1 edit, or 2 for names of 9 letters on; two words written as one, or one
 * as two, is an edit as well. All that are found are given, in no order, overlapping ones too.
 */
export function misspeltNamesIn<Entry>(
  tree: NameTree<Entry>,
  words: readonly string[],
): NameFound<Entry>[] {
  const found: NameFound<Entry>[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const keep = (name: PlaceName<Entry> | null, end: number, edits: number) => {
      if (name !== null && edits > 0 && edits <= editsAllowed(name)) {
        found.push({ name, start, end, edits });
      }
    };
    const walk = (node: NameNode<Entry>, end: number, edits: number) => {
      keep(node.name, end, edits);
      keep(node.joined, end, edits + 1);
      const word = words[end];
      if (word === undefined || node.next.size === 0) return;
      const exact = node.next.get(word);
      if (exact) walk(exact, end + 1, edits);
      if (word === partBreak) return;
      if (edits < 2) {
        const split = node.next.get(`${word}${words[end + 1] ?? partBreak}`);
        if (split) walk(split, end + 2, edits + 1);
      }
      for (const near of tree.near(word)) {
        const next = edits + near.edits <= 2 ? node.next.get(near.word) : undefined;
        if (next) walk(next, end + 1, edits + near.edits);
      }
    };
    walk(tree.root, start, 0);
  }
  return found;
}

function editsAllowed(name: PlaceName<unknown>): number {
  if (name.letters >= shortestForTwoEdits) return 2;
  return name.letters >= (name.words === 1 ? shortestMisspeltWord : shortestMisspeltName) ? 1 : 0;
}
