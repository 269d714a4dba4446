import type { FlatTable } from '../../workspace/flat-tables.ts';
import type { ColumnForm, SqlValue } from '../../workspace/packed-rows.ts';
import {
  type FieldOf,
  momentOrNull,
  type ReadingRules,
  type RejectReason,
  textOrNull,
} from '../values.ts';

/** Reads a value from the text of one field. */
export type ReadText = (text: string, rules: ReadingRules) => SqlValue;

/** One column of a table: the canonical fields it is read from, and how. */
export interface ColumnLayout {
  readonly column: string;
  readonly fields: readonly string[];
  readonly form: ColumnForm;
  readonly read: (field: FieldOf, rules: ReadingRules) => SqlValue;
  /** For a column read from one field alone, where the file has no other of its fields: the same from its text. */
  readonly direct?: ReadText;
  /** What `direct` would give for an empty cell, where that is not null. */
  readonly blank?: SqlValue;
  /** True when the numbers are moments (domain/time/moment.ts). */
  readonly isMoment?: boolean;
  /** True when the texts are pseudonyms: a record is known by what was read, and what is kept may be under later keys. */
  readonly isPseudonym?: boolean;
}

/** How one kind of table is read and where it is stored. */
export interface TableLayout {
  readonly table: FlatTable;
  readonly columns: readonly ColumnLayout[];
  readonly hasPosition: boolean;
  /** At least one field of each list must have a value. */
  readonly required: readonly (readonly [fields: readonly string[], reason: RejectReason])[];
}

/** A column of text read from one field. */
export function text(column: string, field: string, read: ReadText): ColumnLayout {
  return fromField(column, field, 'text', read);
}

/** A column of few distinct texts, which the workspace keeps once in its list of words. */
export function word(column: string, field: string, read: ReadText): ColumnLayout {
  return fromField(column, field, 'word', read);
}

/** A column of numbers read from one field. */
export function number(column: string, field: string, read: ReadText): ColumnLayout {
  return fromField(column, field, 'number', read);
}

/** A column of dates and times as numbers (see domain/time/moment.ts). */
export function moment(column: string, field: string, read: ReadText = momentOrNull): ColumnLayout {
  return { ...fromField(column, field, 'number', read), isMoment: true };
}

/** A column of dates whose time of day may stand in a column of its own. */
export function withTime(
  layout: ColumnLayout,
  timeField: string,
  read: (dateText: string, rules: ReadingRules, timeText: string) => SqlValue,
): ColumnLayout {
  const [field = ''] = layout.fields;
  return {
    ...layout,
    fields: [field, timeField],
    read: (fieldOf, rules) => read(fieldOf(field), rules, fieldOf(timeField)),
  };
}

/** Where a record was, in words; a grid reference stays readable where there are none. */
export const locationText: ColumnLayout = {
  ...text('location_text', 'locationText', textOrNull),
  fields: ['locationText', 'gridReference'],
  read: (field) => textOrNull(field('locationText')) ?? textOrNull(field('gridReference')),
};

function fromField(
  column: string,
  field: string,
  form: ColumnForm,
  direct: ReadText,
): ColumnLayout {
  const read: ColumnLayout['read'] = (fieldOf, rules) => direct(fieldOf(field), rules);
  return { column, fields: [field], form, direct, read };
}
