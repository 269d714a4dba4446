import { isMissing } from '../../domain/quality/missing-words.ts';
import { isShortenedNumber } from '../../domain/quality/shortened-number.ts';
import type { SqlValue } from '../workspace/packed-rows.ts';
import { ageOrNull } from './ages.ts';
import { type TableRow, TextRow } from './formats/table-row.ts';
import type { ColumnLayout, ReadText } from './layouts/layout.ts';
import type { ColumnSource } from './packing/column-packer.ts';
import type { Recognised } from './recognise.ts';
import { sexOrNull } from './sex.ts';
import {
  type FieldOf,
  offenceCodeOrNull,
  postcodeOrNull,
  type ReadingRules,
  type RejectReason,
  RowRejected,
  standsForNoDate,
  textOrNull,
} from './values.ts';

/** For a row that has nothing but its own cells. */
export const noneGiven: Readonly<Record<string, string>> = {};

/** Looks the canonical fields of the row at hand up, wherever the file has them. */
export class RowFields {
  /** The text of a field; '' when the file has no such column. */
  readonly of: FieldOf;
  readonly #known: Recognised;
  readonly #rules: ReadingRules;
  #row: TableRow = new TextRow([]);
  #given: Readonly<Record<string, string>> = noneGiven;

  constructor(known: Recognised, rules: ReadingRules) {
    this.#known = known;
    this.#rules = rules;
    const { columnOf, derived, preset } = known;
    const derivedFields = new Set(derived?.fields ?? []);
    const constants = preset.constants ?? {};
    const plain: FieldOf = (name) => {
      if (this.#given !== noneGiven) {
        const given = this.#given[name];
        if (given !== undefined) return given;
      }
      const column = columnOf.get(name);
      if (column !== undefined) return this.#row.text(column);
      if (derived !== null && derivedFields.has(name)) return derived.read(name, this.#row.texts());
      // Published months are the month of the record; the committed month is taken to be the same.
      if (this.#isOpenIncident && name === 'occurredFrom') return plain('recordedOn');
      return constants[name] ?? '';
    };
    const key = 'key' in preset.identity ? preset.identity.key : null;
    this.of =
      key === null ? plain : (name) => (name === key ? keyText(key, plain(key)) : plain(name));
  }

  /** Turns to another row; `given` are fields that stand before the row's own. */
  set(row: TableRow, given: Readonly<Record<string, string>>): void {
    this.#row = row;
    this.#given = given;
  }

  /** Whether the file has anything for a column. */
  fills({ column, fields }: ColumnLayout): boolean {
    const { columnOf, derived, preset, expand } = this.#known;
    // Every incident says whether it is a crime; a file that does not tell holds crimes.
    if (column === 'record_type' || (column === 'occurred_from' && this.#isOpenIncident))
      return true;
    return fields.some(
      (field) =>
        columnOf.has(field) ||
        derived?.fields.includes(field) === true ||
        preset.constants?.[field] !== undefined ||
        expand !== null,
    );
  }

  /** Whether the file has nothing that a field could be read from. */
  isNowhere(field: string): boolean {
    const { columnOf, derived, preset, expand } = this.#known;
    return (
      expand === null &&
      preset.joinsRowsOn === undefined &&
      !columnOf.has(field) &&
      derived?.fields.includes(field) !== true &&
      preset.constants?.[field] === undefined
    );
  }

  /** The column of the file whose cells alone say what a field is; null when there is none. */
  columnAlone(field: string): number | null {
    const { expand, preset, columnOf } = this.#known;
    if (expand !== null || preset.joinsRowsOn !== undefined) return null;
    if ('key' in preset.identity && preset.identity.key === field) return null;
    return columnOf.get(field) ?? null;
  }

  /** The column of the key, where a cell that needs no trimming is the key as it is compared; null else. */
  keyColumn(key: string): number | null {
    const { expand, preset, columnOf } = this.#known;
    const isAlone = expand === null && preset.joinsRowsOn === undefined && key !== 'postcode';
    return isAlone ? (columnOf.get(key) ?? null) : null;
  }

  /** Where a column is read from: straight from a cell when one column of the file holds it. */
  source(layout: ColumnLayout): ColumnSource {
    const rules = this.#rules;
    const { direct } = layout;
    const { expand, preset, columnOf } = this.#known;
    const [only] = layout.fields;
    const cell = only === undefined ? undefined : columnOf.get(this.#insteadOf(only));
    const isPlain =
      expand === null &&
      preset.joinsRowsOn === undefined &&
      !layout.fields.slice(1).some((field) => columnOf.has(field));
    if (direct === undefined || cell === undefined || !isPlain) {
      return { from: null, read: naming(only ?? '', () => layout.read(this.of, rules)) };
    }
    const read = naming(only ?? '', (raw: string) => direct(raw, rules));
    const readBytes = layout.isMoment === true ? rules.dates.readBytes : null;
    const isAsItIs = direct === textOrNull;
    const source = { from: cell, read, readBytes, isAsItIs, blank: layout.blank ?? null };
    if (countsOddities.has(direct)) return { ...source, ...keptUnlessWarned(read, rules) };
    // What takes the rules may warn, so it reads each row; free text is not worth remembering.
    const isPure = direct.length === 1 || isAsItIs;
    return { ...source, isKept: isPure ? always : null };
  }

  /** The field that is read for another one which the file does not have. */
  #insteadOf(field: string): string {
    const isLacking = field === 'occurredFrom' && this.isNowhere(field) && this.#isOpenIncident;
    return isLacking ? 'recordedOn' : field;
  }

  get #isOpenIncident(): boolean {
    const { source, kind } = this.#known.preset;
    return source === 'open-data' && kind === 'incidents';
  }
}

/** A key as it is compared: a postcode in one spelling; a word for "none" is no key, or all such rows would be one. */
function keyText(field: string, text: string): string {
  if (field === 'postcode') return postcodeOrNull(text) ?? '';
  if (isShortenedNumber(text)) {
    const refusal = new RowRejected('shortened-reference', text.trim());
    refusal.field = field;
    throw refusal;
  }
  return isNoKey(text) ? '' : text;
}

/** Whether a text in the column of references is none: a word for "none", or noughts alone. */
export function isNoKey(text: string): boolean {
  return isMissing(text) || (text.charCodeAt(0) === 48 && /^0+(?:\.0+)?$/.test(text.trim()));
}

/**
 * Whether a required field has no value. The word for "not known" is no date (another of the row's dates may be), but
 * it stays an offence or a category: a crime of an offence not stated is a crime.
 */
export function isWithout(reason: RejectReason, text: string): boolean {
  if (reason === 'missing-date') return isMissing(text);
  // Trims only what may be blank: nearly every text is not.
  return text === '' || (text.charCodeAt(0) <= 32 && text.trim() === '');
}

/** Whether none of an incident's dates is one: it would be in no period. */
export function areForNoDate(fields: readonly string[], of: FieldOf): boolean {
  return fields.every((field) => {
    const text = of(field);
    return isWithout('missing-date', text) || standsForNoDate(text);
  });
}

const always = (): boolean => true;

/** Readers that warn of odd values alone, and do nothing else with the rules. */
const countsOddities: ReadonlySet<ReadText> = new Set([offenceCodeOrNull, ageOrNull, sexOrNull]);

/** Reads such that a value is remembered unless it raised a warning: each of those is counted. */
function keptUnlessWarned(
  read: (raw: string) => SqlValue,
  rules: ReadingRules,
): { read: (raw: string) => SqlValue; isKept: () => boolean } {
  let before = 0;
  return {
    read(raw) {
      before = rules.warnings.raised;
      return read(raw);
    },
    isKept: () => rules.warnings.raised === before,
  };
}

/** Says in which field a value stands that is refused. */
function naming<Given extends readonly unknown[]>(
  field: string,
  read: (...given: Given) => SqlValue,
): (...given: Given) => SqlValue {
  return (...given) => {
    try {
      return read(...given);
    } catch (error) {
      if (error instanceof RowRejected && error.field === '') error.field = field;
      throw error;
    }
  };
}
