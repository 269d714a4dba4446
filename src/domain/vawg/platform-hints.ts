import { plainText } from './plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from './table-problem.ts';

/** Words that name a platform or means, and whose they are. */
export interface PlatformDictionary {
  readonly platformOf: ReadonlyMap<string, string>;
}

export type ParsedPlatforms =
  | { readonly ok: true; readonly dictionary: PlatformDictionary }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

/**
 * Builds the dictionary from its CSV records (columns platform, words, kind, source; words separated by `|`).
 * Returns every problem with its file and line, or the dictionary.
 */
export function parsePlatforms({ file, rows }: SourceTable): ParsedPlatforms {
  const problems: TableProblem[] = [];
  const platformOf = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const report = (message: string) => problems.push({ file, line: lineOf(index), message });
    const platform = (row['platform'] ?? '').trim();
    const words = (row['words'] ?? '').split('|').map(plainText).filter(Boolean);
    if (platform === '') report('the platform is empty');
    if (words.length === 0) report('no words name the platform');
    for (const word of words) {
      if (word.length < 3) report(`"${word}" is too short to mean anything`);
      const known = platformOf.get(word);
      if (known !== undefined) report(`"${word}" stands twice`);
      platformOf.set(word, platform);
    }
  }
  if (rows.length === 0) problems.push({ file, line: 1, message: 'the dictionary has no rows' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, dictionary: { platformOf } };
}

/**
 * Finds the first platform or means that a free text names in whole words, by its canonical name; null for none.
 * It is a suggestion: precision comes before finding everything, so words with another plain meaning ("snap",
 * "signal", "text") are only taken in phrases that leave no doubt.
 */
export function platformFinder({
  platformOf,
}: PlatformDictionary): (text: string) => string | null {
  // Longer phrases first, so that "text message" is not answered by a shorter entry that starts alike. Between
  // the words of a phrase any marks may stand: "e-mail", "snap  chat". The names are plain letters, so plain word
  // boundaries on the lower-cased text do; Unicode and case-blind matching take four times as long.
  const phrases = [...platformOf.keys()].sort((a, b) => b.length - a.length);
  const written = phrases.map((phrase) => phrase.replaceAll(' ', '[^a-z0-9]{1,3}'));
  const pattern = new RegExp(`\\b(?:${written.join('|')})\\b`);
  return (text) => {
    const found = pattern.exec(text.toLowerCase())?.[0];
    return found === undefined ? null : (platformOf.get(plainText(found)) ?? null);
  };
}
