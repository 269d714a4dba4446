/** What systems and people write where nothing is known. A bare 0 or 9 is not among them: it may be a value. */
const missingWords: ReadonlySet<string> = new Set([
  'null',
  '(null)',
  'none',
  'nil',
  'nan',
  'n/a',
  'na',
  '#n/a',
  'n/k',
  'nk',
  '-',
  '--',
  '?',
  'unknown',
  'unk',
  'not known',
  'not recorded',
  'not stated',
  'not specified',
  'unspecified',
  'not applicable',
  'not available',
  'blank',
]);

/** Characters of the longest of them. */
export const longestMissingWord = Math.max(...[...missingWords].map((word) => word.length));

/** Whether a text says that there is no value (`NULL`, `N/A`, `Unknown`), whatever its case; blank says so too. */
export function isMissing(text: string): boolean {
  const plain = text.trim();
  return (
    plain === '' || (plain.length <= longestMissingWord && missingWords.has(plain.toLowerCase()))
  );
}
