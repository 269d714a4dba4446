import { countIfKnown, type ReadingRules, warn } from './values.ts';

/** `18-24`, `18 to 24`, `65+`, `65 and over`, `Under 18`, `<18`, `over 65`. */
const ageBand =
  /^(?:\d{1,3} ?(?:-|–|to) ?\d{1,3}|\d{1,3} ?(?:\+|(?:and|or|&) ?(?:over|above|older|under))|(?:under|over|below|[<>]=?) ?\d{1,3})(?: ?(?:y|yo|yrs?|years?)(?: old)?)?$/i;
const yearsBehind = /(?<=\d) ?(?:y|yo|yrs?|years?)(?: old)?$/i;

/**
 * An age in whole years (`27`, `27 years`, `27.5`), or null when blank or impossible (records systems use 999, -1 and
 * the like for unknown). A band is no age: it is left out with a warning, and the row is kept.
 */
export function ageOrNull(text: string, rules: ReadingRules): number | null {
  const years = twoDigits(text);
  if (years >= 0) return years;
  if (ageBand.test(text.trim())) {
    warn(rules, 'age-band-left-out');
    return null;
  }
  return ageInYears(text);
}

/** The number of two digits, as nearly every age is written; -1 for any other text. */
function twoDigits(text: string): number {
  if (text.length !== 2) return -1;
  const [tens, ones] = [text.charCodeAt(0) - 48, text.charCodeAt(1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function ageInYears(text: string): number | null {
  const plain = text
    .trim()
    .replace(yearsBehind, '')
    .replace(/\.\d+$/, '');
  if (/^-\d+$/.test(plain)) return null;
  const years = countIfKnown(plain);
  return years === null || years > 120 ? null : years;
}
