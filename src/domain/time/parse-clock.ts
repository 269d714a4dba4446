/** A time behind the first day of a database or spreadsheet, as a column of times alone is exported. */
const emptyDay =
  /^(?:1899-12-3[01]|(?:1900|1904|1753|0001)-01-01|3[01]\/12\/1899|01\/01\/(?:1900|1753|0001))[T ]+/;
const clock =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?h(?:rs?)?)?$/i;
/** `2230`, and `930`, of which a spreadsheet took the zero. Fewer digits could be hours or minutes. */
const runTogether = /^(\d{1,2})(\d{2})(?: ?h(?:rs?)?)?$/i;
/** A part of a day, as spreadsheets keep it: `0.9375`. */
const partOfDay = /^0?\.\d+$/;
const minutesInDay = 1440;

/**
 * Minutes since midnight of a time of day alone: `22:30`, `22.30.00`, `10:30 PM`, `2230`, `930`, `22:30hrs`,
 * `1900-01-01 22:30:00`, `0.9375`. Undefined for any other text; seconds are cut off.
 */
export function parseClock(text: string): number | undefined {
  const plain = text.trim().replace(emptyDay, '');
  // `12.30` is half past twelve and `0.52` a part of a day: only one with a nought before the stop is.
  if (partOfDay.test(plain)) {
    // Half a second of rounding: 10:20 is stored as 0.430555….
    return Math.floor(Number(plain) * minutesInDay + 1 / 120) % minutesInDay;
  }
  const found = clock.exec(plain) ?? runTogether.exec(plain);
  if (found === null) return undefined;
  const [, hourText, minuteText, secondText = '0', half] = found;
  const minute = Number(minuteText);
  const hour = hourOf(Number(hourText), half?.toLowerCase());
  return hour > 23 || minute > 59 || Number(secondText) > 59 ? undefined : hour * 60 + minute;
}

/** Hours from midnight; more than 23 for a half of the day that contradicts them. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (half === 'p') return hour < 12 ? hour + 12 : hour;
  if (hour > 12) return Number.POSITIVE_INFINITY;
  return hour === 12 ? 0 : hour;
}
