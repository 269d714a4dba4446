import { momentText } from '../../domain/time/moment.ts';
import type { EvidenceTable } from './flat-tables.ts';
import type { SqlValue } from './packed-rows.ts';

/** Columns that show whether a reference that comes again is the same record; those of a file may be fewer. */
interface Signs {
  readonly date: readonly string[];
  readonly isMoment?: boolean;
  readonly what: readonly string[];
  /** Reports that nobody corrects afterwards: another date or another place alone shows another one. */
  readonly isNeverCorrected?: boolean;
}

/**
 * Tables whose records are known by a reference that may be a row number in some files, so that two files of one
 * source number different records alike.
 */
const signsOf: Partial<Readonly<Record<EvidenceTable, Signs>>> = {
  incident: {
    date: ['recorded_on', 'reported_on'],
    isMoment: true,
    what: ['offence_code', 'offence_title'],
  },
  partner_event: { date: ['occurred_from'], what: ['category'] },
  perception: { date: ['reported_on'], what: [], isNeverCorrected: true },
  venue: { date: [], what: ['name'] },
  activity: { date: ['from_time'], what: ['type'] },
};

/** Places nearer to each other than this may be one place geocoded twice. */
const samePlaceMetres = 100;

type Row = Readonly<Record<string, SqlValue>>;
/** True: they differ; false: they are the same; null where one of them does not say. */
type Differs = boolean | null;

/** Says of a row with a known reference whether it is another record than the stored one. */
export type IsAnother = (stored: Row, row: Row) => boolean;

/**
 * The rule of a table, null for one without. A record is corrected in one thing or another; a row that says another
 * date and another place (or, where a place or date is not said, another offence, category or name) of a reference
 * is taken for another record.
 */
export function anotherRecordRule(table: EvidenceTable): IsAnother | null {
  const signs = signsOf[table];
  if (signs === undefined) return null;
  return (stored, row) => {
    const date = dateDiffers(signs, stored, row);
    const place = placeDiffers(stored, row);
    if (signs.isNeverCorrected === true) return date === true || place === true;
    const known = signs.what.filter((name) => isSaid(stored[name]) && isSaid(row[name]));
    const what = known.length > 0 && known.every((name) => stored[name] !== row[name]);
    if (date === null) return place === true && what;
    return date && (place ?? what);
  };
}

function dateDiffers({ date, isMoment }: Signs, stored: Row, row: Row): Differs {
  const said = date.find((name) => isSaid(stored[name]) && isSaid(row[name]));
  if (said === undefined) return null;
  // Days alone: a time comes in one file and not in another, or an hour later in one that was exported in summer.
  const text = (value: SqlValue | undefined): string =>
    (isMoment === true ? momentText(Number(value)) : String(value)).slice(0, 10);
  const [one, other] = [text(stored[said]), text(row[said])];
  // Some files say the month only.
  return one.length < other.length ? !other.startsWith(one) : !one.startsWith(other);
}

function placeDiffers(stored: Row, row: Row): Differs {
  if ([stored['easting'], row['easting']].every(isSaid)) {
    const east = Number(stored['easting']) - Number(row['easting']);
    const north = Number(stored['northing']) - Number(row['northing']);
    return Math.hypot(east, north) > samePlaceMetres;
  }
  const said = ['postcode', 'location_text'].find(
    (name) => isSaid(stored[name]) && isSaid(row[name]),
  );
  if (said === undefined) return null;
  return plain(stored[said]) !== plain(row[said]);
}

function plain(value: SqlValue | undefined): string {
  return String(value)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function isSaid(value: SqlValue | undefined): boolean {
  return value !== null && value !== undefined;
}
