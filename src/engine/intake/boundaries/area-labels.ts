import { RowRejected } from '../values.ts';

/** The pattern of ONS boundary columns: area type, year, and CD for code or NM for name. */
const onsColumn = /^(WD|LAD|PFA|LSOA|MSOA|OA)(\d\d)(CD|NM)$/i;
/** The same as other publishers write it: `pfa20_code`, `area_name`, `GSS_CODE`. A shapefile cuts names to ten letters. */
const otherCode = /^(?:([a-z]+)(\d\d)_code?|gss_code|area_code|code)$/i;
const otherName = /^(?:[a-z]+\d\d_name?|area_name|name)$/i;

/** An area's own code and name, what kind of area it is, and the year of its codes ('' when not said). */
export interface AreaLabels {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly edition: string;
}

/** Whether one of the columns is known to hold an area's code. */
export function hasCodeColumn(columns: readonly string[]): boolean {
  return columns.some((column) => {
    const ons = onsColumn.exec(column);
    return ons === null ? otherCode.test(column) : ons[3]?.toUpperCase() === 'CD';
  });
}

/**
 * The area's code, name, type and edition from its columns. Without a name the code stands for it.
 *
 * @throws RowRejected `missing-area` when no column holds a code.
 */
export function areaLabels(properties: Readonly<Record<string, unknown>> | null): AreaLabels {
  let code = '';
  let name = '';
  let type = '';
  let edition = '';
  for (const [key, value] of Object.entries(properties ?? {})) {
    const text = textOf(value);
    const ons = onsColumn.exec(key);
    const other = otherCode.exec(key);
    // A ward file also carries its district: the first code of the columns is the area's own.
    if (ons !== null && ons[3]?.toUpperCase() === 'CD') {
      if (code === '') {
        [code, type, edition] = [text, (ons[1] ?? '').toUpperCase(), yearOf(ons[2])];
      }
    } else if (ons !== null) {
      if (name === '') name = text;
    } else if (other !== null) {
      if (code === '') {
        [code, type, edition] = [text, type || (other[1] ?? '').toUpperCase(), yearOf(other[2])];
      }
    } else if (otherName.test(key)) {
      if (name === '') name = text;
    } else if (key === 'type') {
      type = text;
    }
  }
  if (code === '') throw new RowRejected('missing-area');
  return { code, name: name === '' ? code : name, type: type === '' ? 'AREA' : type, edition };
}

/** `21` of `LSOA21CD` as 2021. */
function yearOf(digits: string | undefined): string {
  return digits === undefined ? '' : `20${digits}`;
}

/** A column's value as text. A blank number of a shapefile comes as NaN; lists and objects are no label. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'bigint' || Number.isFinite(value) ? `${value as number | bigint}` : '';
}
