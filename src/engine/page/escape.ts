const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control, zero-width and direction-changing characters: they can make text read as what it is not. */
const invisible =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** Text without characters that cannot be seen or that turn the direction of what follows. */
export function visibleText(text: string): string {
  return text.replaceAll(invisible, '');
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Whether any of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** The attribute that lets a text decide by its first letter which way it runs; '' where all of it runs as English. */
export function directionOf(text: string): string {
  return hasRightToLeft(text) ? ' dir="auto"' : '';
}

/** Words longer than this may break anywhere, so that none makes a column wider than the page. */
const longestWord = 24;

/** Whether a text has a word too long for a column. */
export function hasLongWord(text: string): boolean {
  return text.split(/\s/u).some((word) => word.length > longestWord);
}

/** Cells of at most so many characters keep to one line. */
const shortCell = 12;

/** A cell that is short, or a date and nothing else ("1 January 2027"), keeps to one line. */
export function cellUnbroken(cell: string): string {
  const isWhole = cell.length <= shortCell || /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(cell);
  return isWhole ? cell.replaceAll(' ', '\u00a0') : cell;
}

/**
 * Any text made safe to stand in HTML or SVG, as content or as a quoted attribute; invisible characters go. A number
 * and its per cent sign stay on one line.
 */
export function escapeHtml(text: string): string {
  return visibleText(text)
    .replaceAll(/(\d) %/g, '$1\u00a0%')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
