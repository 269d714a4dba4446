/** The three code systems seen in force extracts. */
export type OffenceCodeKind = 'home-office' | 'class' | 'cjs';

export interface OffenceCode {
  readonly kind: OffenceCodeKind;
  /** `008/66` for a Home Office code, `8Q` or `4.1` for a recorded crime class, `PH97008` for a CJS code. */
  readonly code: string;
}

/** First and last day number a spreadsheet gives to 2000-01-01 and 2050-12-31. */
const firstSerial = 36526;
const lastSerial = 55153;

/**
 * Classes that are three bare digits. Any other three digits are a Home Office code that lost its zeros
 * (`866` is `008/66`), so `802` is dangerous driving and not `008/02`, which is the rarer by far.
 */
const threeDigitClasses: ReadonlySet<string> = new Set(['104', '106', '126', '802', '814']);

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
const dayAndMonth = new RegExp(`^\\d{1,2}[- ]${month}(?:[- ]\\d{2,4})?$`, 'i');
const monthAndYear = new RegExp(`^${month}[- ]\\d{2,4}$`, 'i');
const wholeDate =
  /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;

/**
 * True when an offence code looks like one that a spreadsheet took for a date: a day number of 2000 to 2050
 * (`44062` was `19/8`), `19-Aug`, `Aug-19`, or a whole date. No Home Office class lies in 365 to 551, so no
 * five-digit code is mistaken for a day number.
 */
export function looksSpreadsheetDamaged(text: string): boolean {
  const trimmed = text.trim();
  if (/^\d{5}(?:\.0+)?$/.test(trimmed)) {
    const serial = Number(trimmed);
    return serial >= firstSerial && serial <= lastSerial;
  }
  return dayAndMonth.test(trimmed) || monthAndYear.test(trimmed) || wholeDate.test(trimmed);
}

/**
 * Reads an offence code in any of the three systems; undefined when the text is none of them or is damaged.
 *
 * Decisions where the systems overlap:
 * - a slash is always a Home Office code, a point always a class: `4/1` is `004/01` and `4.1` is class 4.1.
 *   The two name the same offence, so the code list carries both on one row;
 * - one or two digits are a class (`66`); three are a class only when there is one (104, 106, 126, 802, 814);
 *   four or five are a Home Office code with or without its zeros;
 * - the last letter of a CJS code marks an attempt (A), aiding (B), conspiracy (C) or incitement (I) and is
 *   dropped: attempts are classified as the whole offence.
 */
export function normaliseOffenceCode(text: string): OffenceCode | undefined {
  if (looksSpreadsheetDamaged(text)) return undefined;
  const compact = text
    .replace(/\s+/g, '')
    .replace(/^(\d+)\.0$/, '$1')
    .toUpperCase();

  const slashed = /^(\d{1,3})\/(\d{1,2})$/.exec(compact);
  if (slashed) return homeOfficeCode(slashed[1], slashed[2]);

  if (/^\d{3,5}$/.test(compact) && !threeDigitClasses.has(compact)) {
    const digits = compact.padStart(5, '0');
    return homeOfficeCode(digits.slice(0, 3), digits.slice(3));
  }
  const offenceClass = /^0{0,2}([1-9]\d{0,2}(?:[A-Z]|\.\d{1,2})?)$/.exec(compact)?.[1];
  if (offenceClass !== undefined) return { kind: 'class', code: offenceClass };

  const cjs = /^([A-Z]{2}\d{5})[A-Z]?$/.exec(compact)?.[1];
  return cjs === undefined ? undefined : { kind: 'cjs', code: cjs };
}

/**
 * The class number a Home Office code begins with, as a class that is a plain number is written: `021/05`
 * gives `21`. Undefined when the code is not a Home Office code.
 */
export function classNumberOf(code: OffenceCode): string | undefined {
  return code.kind === 'home-office' ? String(Number(code.code.slice(0, 3))) : undefined;
}

function homeOfficeCode(offenceClass = '', subclass = ''): OffenceCode {
  return {
    kind: 'home-office',
    code: `${offenceClass.padStart(3, '0')}/${subclass.padStart(2, '0')}`,
  };
}
