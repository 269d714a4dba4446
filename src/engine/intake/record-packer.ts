import { Hash64, Occurrences, SeenBefore } from '../workspace/hash.ts';
import type { FilledColumn } from '../workspace/packed-rows.ts';
import { addCell, isPlainKey } from './byte-values.ts';
import type { TableRow } from './formats/table-row.ts';
import { flatLayouts } from './layouts/flat.ts';
import {
  incidentColumns,
  incidentRequired,
  relationshipColumn,
  suspectColumns,
  victimColumns,
} from './layouts/incidents.ts';
import type { ColumnLayout } from './layouts/layout.ts';
import type { PackedBatch } from './packing/batch.ts';
import { ColumnPacker } from './packing/column-packer.ts';
import { PeoplePacker, type PersonRows } from './packing/people-packer.ts';
import { RowPacker } from './packing/row-packer.ts';
import type { RowJoin } from './presets/preset.ts';
import type { Recognised } from './recognise.ts';
import { areForNoDate, isWithout, noneGiven, RowFields } from './row-fields.ts';
import { RowPositions } from './row-positions.ts';
import { type Position, type ReadingRules, type RejectReason, RowRejected } from './values.ts';

/** Fields of which a row must have one. */
interface Required {
  readonly fields: readonly string[];
  readonly reason: RejectReason;
  /** Columns of the file that say what some of them are. */
  readonly columns: readonly number[];
}

/** Reads the rows of one table into records: who each is, what it says, and its values by column. */
export class RecordPacker {
  /** Columns that are filled, in the order in which they are packed. */
  readonly columns: readonly FilledColumn[];
  readonly victimColumns: readonly FilledColumn[];
  readonly suspectColumns: readonly FilledColumn[];
  readonly joinsRowsOn: RowJoin | null;
  readonly #known: Recognised;
  readonly #rules: ReadingRules;
  readonly #fields: RowFields;
  readonly #required: readonly Required[];
  /** Column of the key, where its cells as they stand say who a record is; null else. */
  readonly #keyColumn: number | null;
  readonly #unchanging: readonly { readonly field: string; readonly column: number | null }[];
  readonly #hasPlaces: boolean;
  readonly #readsPosition: boolean;
  readonly #positions: RowPositions;
  /** Whether the last row's record may stand in an earlier row of the file. */
  mayRepeat = false;
  readonly #occurrences = new Occurrences();
  readonly #seen = new SeenBefore();
  readonly #identity = new Hash64();
  readonly #rows: RowPacker;
  readonly #people: PeoplePacker | null;
  readonly #rowOf: Int32Array;
  readonly #rowsIn: Int32Array;
  readonly #capacity: number;
  #position: Position = { easting: null, northing: null, from: null };

  constructor(known: Recognised, rules: ReadingRules, capacity: number) {
    const { preset } = known;
    const layout = preset.kind === 'incidents' ? null : flatLayouts[preset.kind];
    this.#known = known;
    this.#rules = rules;
    this.#fields = new RowFields(known, rules);
    this.#positions = new RowPositions(this.#fields, rules);
    this.#capacity = capacity;
    this.#required = (layout?.required ?? incidentRequired).map(([fields, reason]) => ({
      fields,
      reason,
      columns: fields.map((field) => this.#fields.columnAlone(field)).filter((one) => one !== null),
    }));
    const { identity } = preset;
    this.#keyColumn = 'key' in identity ? this.#fields.keyColumn(identity.key) : null;
    const unchanging = 'unchanging' in identity ? identity.unchanging : 'all';
    this.#unchanging =
      unchanging === 'all'
        ? []
        : unchanging.map((field) => ({ field, column: this.#fields.columnAlone(field) }));
    this.#hasPlaces = layout?.hasPosition ?? true;
    this.#readsPosition =
      this.#hasPlaces &&
      ['easting', 'longitude', 'gridReference'].some((field) => known.columnOf.has(field));
    this.joinsRowsOn = preset.joinsRowsOn ?? null;
    const columns = [
      ...(layout === null ? [this.#sourceColumn()] : []),
      ...this.#filled(layout?.columns ?? incidentColumns),
      ...(this.#readsPosition ? this.#positionColumns() : []),
    ];
    this.columns = columns.map(nameAndForm);
    this.#rows = this.#packer(columns);
    const victims = layout === null ? this.#filled(victimColumns) : [];
    const suspects = layout === null ? this.#filled(suspectColumns) : [];
    this.victimColumns = victims.map(nameAndForm);
    this.suspectColumns = suspects.map(nameAndForm);
    this.#people =
      layout === null
        ? new PeoplePacker(
            this.#personRows(victims),
            this.#personRows(suspects),
            this.#packer([relationshipColumn]),
            capacity,
          )
        : null;
    this.#rowOf = new Int32Array(capacity);
    this.#rowsIn = new Int32Array(capacity);
  }

  /** Records in the batch so far. */
  get count(): number {
    return this.#rows.count;
  }

  /** Whether the next row may not find room any more: a row becomes at most a few dozen records. */
  get isFull(): boolean {
    return this.#rows.count > this.#capacity - 64;
  }

  /** The text of one field of a row. */
  text(field: string, row: TableRow): string {
    this.#fields.set(row, noneGiven);
    return this.#fields.of(field).trim();
  }

  /**
   * Reads one row into one record, or several where its source spreads them over columns. Gives whether the row
   * has a usable position (true for kinds without places). Throws RowRejected, and then keeps nothing of the row.
   */
  add(
    row: TableRow,
    number: number,
    rowsIn: number,
    given: Readonly<Record<string, string>> = noneGiven,
  ): boolean {
    this.mayRepeat = false;
    const { warnings } = this.#rules;
    warnings.beginRow();
    if (this.#known.expand === null) {
      this.#stageOrForget(row, given);
      this.#commit(number, rowsIn);
    } else {
      const records = this.#known.expand(row.texts());
      // All records of a row are read before one is kept: a row is refused as a whole.
      for (const fields of records) this.#stageOrForget(row, fields);
      warnings.takeRowBack();
      for (const [index, fields] of records.entries()) {
        this.#stage(row, fields);
        this.#commit(number, index === 0 ? rowsIn : 0);
      }
    }
    return !this.#hasPlaces || this.#position.from !== null;
  }

  /** Whether a refused row has a usable position all the same; kinds without places always pass. */
  carriesPosition(row: TableRow, width: number): boolean {
    if (!this.#hasPlaces) return true;
    if (row.width !== width) return false;
    this.#fields.set(row, noneGiven);
    try {
      return this.#positions.read(row).from !== null;
    } catch {
      return false;
    } finally {
      this.#rules.warnings.takeRowBack();
    }
  }

  finish(): Pick<PackedBatch, 'records' | 'rowOf' | 'rowsIn' | 'people'> {
    const { count } = this.#rows;
    return {
      records: this.#rows.finish(),
      rowOf: this.#rowOf.slice(0, count),
      rowsIn: this.#rowsIn.slice(0, count),
      people: this.#people?.finish(count) ?? null,
    };
  }

  /** The same; what a refused row raised is not counted. */
  #stageOrForget(row: TableRow, given: Readonly<Record<string, string>>): void {
    try {
      this.#stage(row, given);
    } catch (error) {
      this.#rules.warnings.takeRowBack();
      throw error;
    }
  }

  #stage(row: TableRow, given: Readonly<Record<string, string>>): void {
    this.#fields.set(row, given);
    const { of } = this.#fields;
    for (const { fields, reason, columns } of this.#required) {
      if (hasPlainly(row, columns, reason)) continue;
      if (fields.every((name) => isWithout(reason, of(name)))) throw new RowRejected(reason);
    }
    if (this.#readsPosition) this.#position = this.#positions.read(row);
    const { warnings } = this.#rules;
    const placeholders = warnings.of('date-stands-for-none');
    this.#rows.stage(row);
    if (warnings.of('date-stands-for-none') > placeholders) this.#refuseUndated();
    const isKeyed = this.#identify(row);
    this.#people?.stage(row, this.#identity);
    // Counted last: a row that is refused does not take a place among those that are alike.
    this.#isKeyed = isKeyed;
  }

  #isKeyed = true;

  #refuseUndated(): void {
    if (this.#people === null) return;
    for (const { fields, reason } of this.#required) {
      if (reason === 'missing-date' && areForNoDate(fields, this.#fields.of)) {
        throw new RowRejected(reason);
      }
    }
  }

  #commit(row: number, rowsIn: number): void {
    if (!this.#isKeyed) this.#countOccurrence();
    else if (this.#seen.note(this.#identity)) this.mayRepeat = true;
    const place = this.#rows.commit(this.#identity);
    this.#rowOf[place] = row;
    this.#rowsIn[place] = rowsIn;
    this.#people?.commit(place);
  }

  /** Sets who the record is, but for its occurrence; false when it has no key and so needs one. */
  #identify(row: TableRow): boolean {
    const { identity: rule } = this.#known.preset;
    const { of } = this.#fields;
    const identity = this.#identity.start();
    if ('key' in rule) {
      if (isPlainKey(row, this.#keyColumn)) {
        addCell(identity.add('key').add(of('source')), row, this.#keyColumn);
        identity.finish();
        return true;
      }
      const key = of(rule.key).trim();
      if (key !== '') {
        identity.add('key').add(of('source')).add(key).finish();
        return true;
      }
    }
    if ('unchanging' in rule && rule.unchanging !== 'all') {
      for (const { field, column } of this.#unchanging) {
        if (!addCell(identity, row, column)) identity.add(of(field));
      }
    } else {
      identity.addNumber(this.#rows.content.high).addNumber(this.#rows.content.low);
    }
    identity.finish();
    return false;
  }

  #countOccurrence(): void {
    const { high, low } = this.#identity;
    const occurrence = this.#occurrences.next(high, low);
    this.#identity.start().addNumber(high).addNumber(low).addNumber(occurrence).finish();
  }

  #filled(columns: readonly ColumnLayout[]): readonly ColumnLayout[] {
    return columns.filter((column) => this.#fields.fills(column));
  }

  #packer(columns: readonly ColumnLayout[]): RowPacker {
    return new RowPacker(
      columns.map(
        (column) =>
          new ColumnPacker(
            this.#fields.source(column),
            column.form,
            this.#capacity,
            column.isPseudonym === true ? this.#rules.keptPseudonym : asItIs,
          ),
      ),
      this.#capacity,
    );
  }

  #personRows(columns: readonly ColumnLayout[]): PersonRows {
    let pseudonym: string | null = null;
    const noted = columns.map((layout): ColumnLayout => {
      const { direct } = layout;
      if (layout.column !== 'person' || direct === undefined) return layout;
      const note = (text: string, rules: ReadingRules) => {
        const value = direct(text, rules);
        pseudonym = typeof value === 'string' ? value : null;
        return value;
      };
      return {
        ...layout,
        direct: note,
        read: (field) => note(field(layout.fields[0] ?? ''), this.#rules),
      };
    });
    return {
      rows: this.#packer(noted),
      person: () => {
        const found = pseudonym;
        pseudonym = null;
        return found;
      },
    };
  }

  #sourceColumn(): ColumnLayout {
    const { source } = this.#known.preset;
    return { column: 'source', fields: [], form: 'word', read: () => source };
  }

  #positionColumns(): ColumnLayout[] {
    return [
      { column: 'easting', fields: [], form: 'number', read: () => this.#position.easting },
      { column: 'northing', fields: [], form: 'number', read: () => this.#position.northing },
      { column: 'position_from', fields: [], form: 'text', read: () => this.#position.from },
    ];
  }
}

/** Whether one of the columns has a value by its first character: no word for "none" begins with a digit. */
function hasPlainly(row: TableRow, columns: readonly number[], reason: RejectReason): boolean {
  for (const column of columns) {
    const character = row.firstCharacter(column);
    if (reason === 'missing-date' ? character >= 48 && character <= 57 : character > 32)
      return true;
  }
  return false;
}

const asItIs = (text: string): string => text;

function nameAndForm({ column, form }: ColumnLayout): FilledColumn {
  return { name: column, form };
}
