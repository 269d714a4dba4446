import type { PlainKey } from '../words/t.ts';

/** Something that the search can lead to. */
export interface Entry {
  readonly key: string;
  readonly group: PlainKey;
  readonly words: string;
  readonly go: () => void;
}

/** The groups in the order they are shown. */
export const groups: readonly PlainKey[] = [
  'search.screens',
  'search.actions',
  'search.sections',
  'search.findings',
  'search.recommendations',
  'search.places',
  'search.records',
  'search.methods',
];

const shownOfAGroup = 7;

/**
 * The entries in which each typed word begins some word, at most seven a group, those that begin with what was typed
 * first. Accents and case are nothing. Nothing typed finds the screens and actions.
 */
export function findEntries(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = wordsOf(typed);
  const found = entries.filter(({ words, group }) =>
    wanted.length === 0
      ? group === 'search.screens' || group === 'search.actions'
      : wanted.every((part) => wordsOf(words).some((word) => word.startsWith(part))),
  );
  const beginsAsTyped = ({ words }: Entry) => plain(words).startsWith(wanted.join(' '));
  const ordered = [...found.filter(beginsAsTyped), ...found.filter((one) => !beginsAsTyped(one))];
  return groups.flatMap((group) =>
    ordered
      .filter((entry) => entry.group === group)
      .slice(0, wanted.length === 0 ? entries.length : shownOfAGroup),
  );
}

function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}*]+/gu) ?? [];
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
