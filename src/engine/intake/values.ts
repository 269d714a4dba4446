import type { ShiftGrid } from '../../domain/geography/british-national-grid.ts';
import { wgs84ToGrid } from '../../domain/geography/british-national-grid.ts';
import { gridSquareOf } from '../../domain/geography/grid-reference.ts';
import { looksLikeWebMercator, webMercatorToDegrees } from '../../domain/geography/web-mercator.ts';
import { repairOffenceCode } from '../../domain/quality/excel-damage.ts';
import { isMissing } from '../../domain/quality/missing-words.ts';
import type { Pseudonyms } from '../workspace/identity.ts';
import type { DateReader } from './date-reader.ts';
import type { RowWarnings } from './row-warnings.ts';

/** Reads one canonical field of the row at hand; '' when the file has no such column. */
export type FieldOf = (field: string) => string;

/** Why a row was refused, as a stable code. The window has the words for people. */
export type RejectReason =
  | 'wrong-number-of-fields'
  | 'missing-offence'
  | 'missing-date'
  | 'missing-category'
  | 'missing-name'
  | 'missing-engagement'
  | 'missing-area'
  | 'missing-count'
  | 'unreadable-date'
  | 'unreadable-position'
  | 'unreadable-number'
  | 'unreadable-flag'
  | 'unknown-value'
  | 'unreadable-shape'
  | 'unreadable-text'
  | 'missing-code'
  | 'damaged-offence-code'
  | 'shortened-reference'
  | 'not-a-postcode'
  | 'repeated-column-names'
  | 'line-of-totals';

/** Refuses the row at hand. Caught by the row loop, never seen outside intake. */
export class RowRejected extends Error {
  readonly reason: RejectReason;
  /** The value that no rule knows, where that is the reason. */
  readonly value: string | null;
  /** The canonical field it stands in; set by whoever reads a field. */
  field = '';

  constructor(reason: RejectReason, value: string | null = null) {
    super(reason);
    this.reason = reason;
    this.value = value;
  }
}

/** What the dates of a file say about the order of day and month. */
export interface DateOrderSeen {
  /** Dates whose first number cannot be a month: the day comes first. */
  dayFirst: number;
  /** Dates whose second number cannot be a month: the month comes first. */
  monthFirst: number;
  /** Dates that can be read both ways and mean different days. */
  either: number;
}

export interface ReadingRules {
  readonly dates: DateReader;
  readonly shiftGrid: () => ShiftGrid;
  readonly pseudonymOf: Pseudonyms;
  /** What is kept of a pseudonym that was read. */
  readonly keptPseudonym: (asRead: string) => string;
  /** What becomes of offence codes that a spreadsheet turned into dates. */
  readonly damagedCodes: 'repair' | 'reject';
  readonly warnings: RowWarnings;
}

/** Counts one more value under a warning's code. */
export function warn(rules: ReadingRules, code: string): void {
  rules.warnings.add(code);
}

/** A text value, or null when blank. Text stays text: references, postcodes and codes keep their zeros. */
export function textOrNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

const fullPostcode = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)\s*(\d[A-Z]{2})$/;

/** A postcode as written on a letter (`BA1 0AQ`), whatever its spaces and case; other text as it is; null when blank. */
export function postcodeOrNull(text: string): string | null {
  const plain = text.trim().toUpperCase();
  if (plain === '') return null;
  const parts = fullPostcode.exec(plain);
  return parts === null ? plain : `${parts[1]} ${parts[2]}`;
}

/** The same in a list of postcodes, where another text is no postcode but a line below the list. */
export function listedPostcode(text: string): string | null {
  const postcode = postcodeOrNull(text);
  if (postcode !== null && !fullPostcode.test(postcode)) {
    throw new RowRejected('not-a-postcode', text.trim());
  }
  return postcode;
}

/** `-1` and `0.0`, `1.0` are what databases and spreadsheets write of a tick box. */
const yes = new Set(['y', 'yes', 'true', 't', '1', '1.0', '-1']);
const no = new Set(['n', 'no', 'false', 'f', '0', '0.0']);

/** 1, 0, or null when blank or said to be unknown. */
export function flagOrNull(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (yes.has(plain)) return 1;
  if (no.has(plain)) return 0;
  if (isMissing(plain)) return null;
  throw new RowRejected('unreadable-flag', text.trim());
}

const groupsOfThree = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** `1,234` without its commas; any other text as it is: in `1,5` the comma is a decimal point, so it is no number. */
function withoutThousands(text: string): string {
  return groupsOfThree.test(text) ? text.replaceAll(',', '') : text;
}

/** A whole number of 0 or more, or null when blank. */
export function countOrNull(text: string): number | null {
  const plain = withoutThousands(text.trim());
  if (plain === '') return null;
  if (!/^\d{1,9}$/.test(plain)) throw new RowRejected('unreadable-number', text.trim());
  return Number(plain);
}

/** The same for a count that a record may lack: null also when said to be unknown. */
export function countIfKnown(text: string): number | null {
  return isMissing(text) ? null : countOrNull(text);
}

/** A date as canonical text (YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM), or null when blank. */
export function dateOrNull(text: string, rules: ReadingRules, timeText = ''): string | null {
  return rules.dates.readText(text, timeText);
}

/** The same for a date that a record may lack: null also when said to be unknown. */
export function dateIfKnown(text: string, rules: ReadingRules, timeText = ''): string | null {
  return isMissing(text) ? null : rules.dates.readText(text, timeText);
}

/** A date as a moment (domain/time/moment.ts), or null when blank. */
export function momentOrNull(text: string, rules: ReadingRules): number | null {
  return rules.dates.read(text);
}

/** The first and last days of databases and spreadsheets, which stand in records for "no date". */
const placeholderDay =
  /^(?:(?:1900|1753|0001)-01-01|1899-12-3[01]|9999-12-31|01[/.-]01[/.-](?:1900|1753|0001)|3[01][/.-]12[/.-]1899|31[/.-]12[/.-]9999)(?!\d)/;

/** Whether a text is a day that stands for "no date". */
export function standsForNoDate(text: string): boolean {
  return placeholderDay.test(text.trim());
}

/**
 * The same for a date that a record may lack: null also when said to be unknown, and for 1 January 1900, 31 December
 * 9999 and the like, with a warning. `timeText`: the time of day, where it stands in a column of its own.
 */
export function momentIfKnown(text: string, rules: ReadingRules, timeText = ''): number | null {
  if (isMissing(text)) return null;
  if (!standsForNoDate(text)) return rules.dates.read(text, timeText);
  warn(rules, 'date-stands-for-none');
  return null;
}

/** An offence code as text; one that a spreadsheet turned into a date is repaired or refused, as the rules say. */
export function offenceCodeOrNull(text: string, rules: ReadingRules): string | null {
  const plain = text.trim();
  if (plain === '') return null;
  const { code, repaired } = repairOffenceCode(plain);
  if (!repaired) return plain;
  if (rules.damagedCodes === 'reject') throw new RowRejected('damaged-offence-code');
  warn(rules, 'offence-code-repaired');
  return code;
}

/** A number of 0 or more with thousands separators and blanks taken off, or null when blank. */
export function numberOrNull(text: string): number | null {
  const plain = withoutThousands(text.replaceAll(/\s/g, ''));
  if (plain === '') return null;
  const value = Number(plain);
  if (!Number.isFinite(value) || value < 0) {
    throw new RowRejected('unreadable-number', text.trim());
  }
  return value;
}

/** One of the known words (compared without case), or null when blank or said to be unknown. */
export function wordOrNull(text: string, known: readonly string[]): string | null {
  const plain = text.trim().toLowerCase();
  const found = known.find((word) => word.toLowerCase() === plain);
  if (found !== undefined) return found;
  if (isMissing(plain)) return null;
  throw new RowRejected('unknown-value', text.trim());
}

const crimeStatuses = ['recorded', 'cancelled', 'transferred', 'N100'] as const;
/** What else systems call them. A no-crime is what a cancelled record was called before 2015. */
const otherStatusWords: Readonly<Record<string, (typeof crimeStatuses)[number]>> = {
  canceled: 'cancelled',
  'no crime': 'cancelled',
  'no-crime': 'cancelled',
  'no crimed': 'cancelled',
  'transferred out': 'transferred',
  'transferred to other force': 'transferred',
};

/** Whether a record of a crime still stands, or null when blank or said to be unknown. */
export function crimeStatusOrNull(text: string): string | null {
  return otherStatusWords[text.trim().toLowerCase()] ?? wordOrNull(text, crimeStatuses);
}

/** Whether a text is one of the words for a crime's standing. */
export function isCrimeStatus(text: string): boolean {
  const plain = text.trim().toLowerCase();
  return plain in otherStatusWords || crimeStatuses.some((word) => word.toLowerCase() === plain);
}

export interface Position {
  readonly easting: number | null;
  readonly northing: number | null;
  /** `square-100`: the middle of a square of 100 m that a grid reference names. */
  readonly from: 'grid' | 'wgs84' | `square-${number}` | null;
}

const nowhere: Position = { easting: null, northing: null, from: null };
const gridWidthMetres = 700_000;
const gridHeightMetres = 1_300_000;

/** A larger square is no place: its middle would draw the records of a whole quarter into one cell. */
const largestSquareMetres = 100;
/** `358000 173000` and `358000173000`, which systems also write in a column of grid references. */
const twoNumbers = /^(\d{6})(?:\.\d+)?[ ,;/]*(\d{6})(?:\.\d+)?$/;

/** Great Britain and the sea around it, in degrees: what tells a longitude from a latitude. */
const looksLikeLongitude = (degrees: number): boolean => degrees >= -10 && degrees <= 4;
const looksLikeLatitude = (degrees: number): boolean => degrees >= 49 && degrees <= 62;

const isOnGridSheet = (x: number, y: number): boolean =>
  x < gridWidthMetres && y < gridHeightMetres;

/** Whether two numbers are grid metres and can be nothing else, so no degrees of any country; false for NaN. */
export function isGridMetres(easting: number, northing: number): boolean {
  return easting > 1_000 && northing > 1_000 && isOnGridSheet(easting, northing);
}

/** Reads positions and remembers those of shared map points, which stand on many rows. */
export class PositionReader {
  readonly #rules: ReadingRules;
  readonly #known = new Map<string, Position>();
  /** Whether the position that was read last raised a warning. */
  hasWarned = false;

  constructor(rules: ReadingRules) {
    this.#rules = rules;
  }

  /**
   * The position in British National Grid metres: from easting and northing where the row has them, else from
   * longitude and latitude through OSTN15, else from a grid reference with letters: the middle of its square, where
   * that is no larger than 100 m. Blank, `NULL` and the like, and 0,0 are "no usable position"; another text that is no number
   * rejects the row; a place outside Great Britain is no usable position. Degrees or web Mercator metres in grid
   * columns, metres in columns of degrees and swapped degrees are put right, each with a warning.
   */
  read(field: FieldOf): Position {
    this.hasWarned = false;
    let position = this.#pair(field('easting'), field('northing'));
    if (position.from === null) position = this.#pair(field('longitude'), field('latitude'), true);
    return position.from === null ? this.#ofReference(field('gridReference')) : position;
  }

  #ofReference(text: string): Position {
    if (text === '' || isMissing(text)) return nowhere;
    const square = gridSquareOf(text);
    if (square === undefined) {
      const [, easting, northing] = twoNumbers.exec(text.trim()) ?? [];
      if (easting !== undefined && northing !== undefined) {
        return this.#read(easting, northing, false);
      }
      const refusal = new RowRejected('unreadable-position', text.trim());
      refusal.field = 'gridReference';
      throw refusal;
    }
    const { easting, northing, sideMetres } = square;
    if (sideMetres > largestSquareMetres) {
      this.#warn('grid-reference-too-coarse');
      return nowhere;
    }
    if (sideMetres > 1) this.#warn(`position-to-a-square-of-${sideMetres}-m`);
    return { easting, northing, from: `square-${sideMetres}` };
  }

  #pair(xText: string, yText: string, isDegrees = false): Position {
    if (xText === '' || yText === '') return nowhere;
    if (!isDegrees) return this.#read(xText, yText, false);
    const key = `${xText}|${yText}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const position = this.#read(xText, yText, isDegrees);
    // Only what raised no warning is remembered: each warned row is to be counted.
    if (!this.hasWarned) {
      if (this.#known.size > 50_000) this.#known.clear();
      this.#known.set(key, position);
    }
    return position;
  }

  #read(xText: string, yText: string, isDegrees: boolean): Position {
    const x = coordinate(xText);
    const y = coordinate(yText);
    if (x === null || y === null) return nowhere;
    if (x === 0 && y === 0) {
      this.#warn('position-zero');
      return nowhere;
    }
    const isSwapped = looksLikeLatitude(x) && looksLikeLongitude(y);
    const fitsDegrees = (looksLikeLongitude(x) && looksLikeLatitude(y)) || isSwapped;
    if (isSwapped) this.#warn('longitude-latitude-swapped');
    if (!isDegrees && fitsDegrees) this.#warn('degrees-in-grid-columns');
    if (fitsDegrees) return this.#fromDegrees(isSwapped ? y : x, isSwapped ? x : y);
    const isOnGrid = x > 0 && y > 0 && isOnGridSheet(x, y);
    // Whole degrees of some other country also lie between 0 and 700,000.
    if (isDegrees && isOnGrid && x > 1_000 && y > 1_000) {
      this.#warn('grid-metres-in-degree-columns');
    } else if (!isOnGrid && looksLikeWebMercator(x, y)) {
      this.#warn('web-mercator-metres');
      const { longitude, latitude } = webMercatorToDegrees(x, y);
      return this.#fromDegrees(longitude, latitude);
    } else if (isDegrees || !isOnGrid) {
      this.#warn('position-outside-great-britain');
      return nowhere;
    }
    return { easting: x, northing: y, from: 'grid' };
  }

  #warn(code: string): void {
    this.hasWarned = true;
    warn(this.#rules, code);
  }

  #fromDegrees(longitude: number, latitude: number): Position {
    const point = wgs84ToGrid(this.#rules.shiftGrid(), longitude, latitude);
    if (point === undefined) {
      this.#warn('position-outside-great-britain');
      return nowhere;
    }
    // To the centimetre: more would claim an exactness that no geocode has.
    return {
      easting: Math.round(point.easting * 100) / 100,
      northing: Math.round(point.northing * 100) / 100,
      from: 'wgs84',
    };
  }
}

/** `358,000` and `358 000`, as a spreadsheet shows it. */
const thousands = /^-?\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?$/;

function coordinate(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  const value = Number(plain);
  if (Number.isFinite(value)) return value;
  if (thousands.test(plain)) return Number(plain.replaceAll(/[, \u00a0]/g, ''));
  if (isMissing(plain)) return null;
  throw new RowRejected('unreadable-position');
}
