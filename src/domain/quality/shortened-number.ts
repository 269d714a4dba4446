/** `1.00023E+11`: what a spreadsheet shows, and saves as CSV, of a number of more than eleven digits. */
const shortened = /^\d(?:[.,]\d+)?E\+\d{1,2}$/i;

/**
 * Whether a text is a long number that a spreadsheet shortened. As an identifier it is lost: the last digits are
 * gone, so that many references, UPRNs or people would be taken for one.
 */
export function isShortenedNumber(text: string): boolean {
  // Asked of every identifier of a file: nearly all are ruled out by the third character from the end.
  const { length } = text;
  if (length < 4 || !text.includes('+', length - 4)) return false;
  return shortened.test(text.trim());
}
