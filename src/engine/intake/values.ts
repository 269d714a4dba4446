import type { ShiftGrid } from '../../domain/geography/british-national-grid.ts';
import { wgs84ToGrid } from '../../domain/geography/british-national-grid.ts';
import { parseDateTime } from '../../domain/time/parse-date.ts';

/** Reads one canonical field of the row at hand; '' when the file has no such column. */
export type FieldOf = (field: string) => string;

/** Why a row was refused, as a stable code. The words for people are in `reasonWords`. */
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
  | 'unreadable-shape';

/** Refuses the row at hand. Caught by the row loop, never seen outside intake. */
export class RowRejected extends Error {
  readonly reason: RejectReason;
  constructor(reason: RejectReason) {
    super(reason);
    this.reason = reason;
  }
}

export interface ReadingRules {
  readonly dates: 'dmy' | 'mdy';
  readonly shiftGrid: ShiftGrid;
  readonly pseudonymKey: string;
}

/** A text value, or null when blank. Text stays text: references, postcodes and codes keep their zeros. */
export function textOrNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

const yes = new Set(['y', 'yes', 'true', '1']);
const no = new Set(['n', 'no', 'false', '0']);

/** 1, 0, or null when blank. */
export function flagOrNull(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  if (yes.has(plain)) return 1;
  if (no.has(plain)) return 0;
  throw new RowRejected('unreadable-flag');
}

/** A whole number of 0 or more, or null when blank. */
export function countOrNull(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  if (!/^\d{1,9}$/.test(plain)) throw new RowRejected('unreadable-number');
  return Number(plain);
}

/** An age in whole years, or null when blank or impossible (records systems use 999 and the like for unknown). */
export function ageOrNull(text: string): number | null {
  const years = countOrNull(text.replace(/\.0+$/, ''));
  return years === null || years > 120 ? null : years;
}

/** A date as canonical text (YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM), or null when blank. */
export function dateOrNull(text: string, rules: ReadingRules): string | null {
  const plain = text.trim();
  if (plain === '') return null;
  const parsed = parseDateTime(plain, rules.dates);
  if (parsed === undefined) throw new RowRejected('unreadable-date');
  return parsed.text;
}

/** One of the known words (compared without case), or null when blank. */
export function wordOrNull(text: string, known: readonly string[]): string | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  const found = known.find((word) => word.toLowerCase() === plain);
  if (found === undefined) throw new RowRejected('unknown-value');
  return found;
}

/** Sex as `female`, `male` or `other`; null when blank or said to be unknown. */
export function sexOrNull(text: string): string | null {
  const plain = text.trim().toLowerCase();
  if (['f', 'female', 'woman', 'girl'].includes(plain)) return 'female';
  if (['m', 'male', 'man', 'boy'].includes(plain)) return 'male';
  return plain === '' ||
    ['u', 'unknown', 'not known', 'not recorded', 'n/k', 'prefer not to say'].includes(plain)
    ? null
    : 'other';
}

export interface Position {
  readonly easting: number | null;
  readonly northing: number | null;
  readonly from: 'grid' | 'wgs84' | null;
}

const nowhere: Position = { easting: null, northing: null, from: null };
const gridWidthMetres = 700_000;
const gridHeightMetres = 1_300_000;

/**
 * The position in British National Grid metres: from easting and northing where the row has them, else from
 * longitude and latitude through OSTN15. Blank and 0,0 are "no usable position"; a text that is no number rejects
 * the row; numbers outside the grid are no usable position.
 */
export function positionOf(field: FieldOf, rules: ReadingRules): Position {
  const easting = coordinate(field('easting'));
  const northing = coordinate(field('northing'));
  if (easting !== null && northing !== null && !(easting === 0 && northing === 0)) {
    const inside =
      easting > 0 && easting < gridWidthMetres && northing > 0 && northing < gridHeightMetres;
    return inside ? { easting, northing, from: 'grid' } : nowhere;
  }
  const longitude = coordinate(field('longitude'));
  const latitude = coordinate(field('latitude'));
  if (longitude === null || latitude === null || (longitude === 0 && latitude === 0))
    return nowhere;
  const point = wgs84ToGrid(rules.shiftGrid, longitude, latitude);
  if (point === undefined) return nowhere;
  // To the centimetre: more would claim an exactness that no geocode has.
  return {
    easting: Math.round(point.easting * 100) / 100,
    northing: Math.round(point.northing * 100) / 100,
    from: 'wgs84',
  };
}

function coordinate(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  const value = Number(plain);
  if (!Number.isFinite(value)) throw new RowRejected('unreadable-position');
  return value;
}
