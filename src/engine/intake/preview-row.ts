import { momentText } from '../../domain/time/moment.ts';
import { type TableRow, TextRow } from './formats/table-row.ts';
import { flatLayouts } from './layouts/flat.ts';
import {
  incidentColumns,
  incidentRequired,
  relationshipColumn,
  suspectColumns,
  victimColumns,
} from './layouts/incidents.ts';
import type { ColumnLayout, TableLayout } from './layouts/layout.ts';
import { noRecordCheck } from './no-record.ts';
import type { Recognised } from './recognise.ts';
import { areForNoDate, isWithout, RowFields } from './row-fields.ts';
import { PositionReader, type ReadingRules, RowRejected } from './values.ts';

/** What reads the fields of a table's rows for a preview. */
export interface RowReaders {
  readonly fields: RowFields;
  readonly columns: readonly ColumnLayout[];
  readonly required: TableLayout['required'];
  readonly rules: ReadingRules;
  /** Null for kinds without places. */
  readonly positions: PositionReader | null;
  /** Throws RowRejected for a row that is no record. */
  readonly refuseNoRecord: (row: TableRow) => void;
}

/** One row as understood: its values by canonical field, or why it is refused. */
export interface ReadRow {
  readonly values: Readonly<Record<string, string>>;
  readonly rejected: RowRejected | null;
}

export function readersOf(
  known: Recognised,
  rules: ReadingRules,
  header: readonly string[],
): RowReaders {
  const fields = new RowFields(known, rules);
  const flat = known.preset.kind === 'incidents' ? null : flatLayouts[known.preset.kind];
  const layout = flat?.columns ?? [
    ...incidentColumns,
    ...victimColumns,
    ...suspectColumns,
    relationshipColumn,
  ];
  return {
    fields,
    columns: layout.filter((column) => fields.fills(column)),
    required: flat?.required ?? incidentRequired,
    rules,
    positions: (flat?.hasPosition ?? true) ? new PositionReader(rules) : null,
    refuseNoRecord: noRecordCheck(header, known.columnOf),
  };
}

/** Reads one row for a preview; of several records in a row the first. */
export function lookAtRow(
  { fields, columns, required, rules, positions, refuseNoRecord }: RowReaders,
  cells: readonly string[],
  width: number,
): ReadRow {
  const row = new TextRow(cells);
  fields.set(row, {});
  rules.warnings.beginRow();
  const values: Record<string, string> = {};
  let field = '';
  try {
    refuseNoRecord(row);
    if (cells.length < width) throw new RowRejected('wrong-number-of-fields');
    for (const [wanted, reason] of required) {
      if (wanted.every((name) => isWithout(reason, fields.of(name)))) throw new RowRejected(reason);
      const isDate = required === incidentRequired && reason === 'missing-date';
      if (isDate && areForNoDate(wanted, fields.of)) throw new RowRejected(reason);
    }
    for (const column of columns) {
      [field = ''] = column.fields;
      const value = column.read(fields.of, rules);
      if (value === null) continue;
      if (field !== '') values[field] = asText(column, value);
    }
    if (positions !== null) {
      const { easting, northing, from } = positions.read(fields.of);
      if (from !== null) Object.assign(values, { easting: `${easting}`, northing: `${northing}` });
    }
    return { values, rejected: null };
  } catch (error) {
    if (!(error instanceof RowRejected)) throw error;
    if (error.field === '') error.field = field;
    rules.warnings.takeRowBack();
    return { values, rejected: error };
  }
}

/** Pseudonyms and keys are told as such: the preview shows what will be kept, not a string of digits. */
function asText(column: ColumnLayout, value: string | number): string {
  if (column.isPseudonym === true) return '(pseudonym)';
  if (typeof value === 'number' && column.isMoment === true) return momentText(value);
  return String(value);
}
