import { wholeNumber } from './byte-values.ts';
import { ByteRow } from './formats/byte-row.ts';
import type { TableRow } from './formats/table-row.ts';
import { ByteTable } from './packing/byte-table.ts';
import type { RowFields } from './row-fields.ts';
import { isGridMetres, type Position, PositionReader, type ReadingRules } from './values.ts';

const mostRemembered = 50_000;

/** Reads the positions of a file's rows: from the bytes of their cells where those say all. */
export class RowPositions {
  readonly #reader: PositionReader;
  readonly #fields: RowFields;
  readonly #easting: number | null;
  readonly #northing: number | null;
  /** The first of two columns of degrees that stand beside each other; null where they do not. */
  readonly #degrees: number | null;
  readonly #numberOf = new ByteTable(mostRemembered);
  readonly #known: Position[] = [];

  constructor(fields: RowFields, rules: ReadingRules) {
    this.#reader = new PositionReader(rules);
    this.#fields = fields;
    this.#easting = fields.columnAlone('easting');
    this.#northing = fields.columnAlone('northing');
    const longitude = fields.columnAlone('longitude');
    const latitude = fields.columnAlone('latitude');
    const areBeside =
      longitude !== null && latitude !== null && Math.abs(longitude - latitude) === 1;
    this.#degrees =
      areBeside && ['easting', 'northing', 'gridReference'].every((one) => fields.isNowhere(one))
        ? Math.min(longitude, latitude)
        : null;
  }

  /** The position of the row that `fields` stands at; throws RowRejected as `PositionReader` does. */
  read(row: TableRow): Position {
    if (row instanceof ByteRow) {
      if (this.#easting !== null && this.#northing !== null) {
        const easting = wholeNumber(row, this.#easting);
        const northing = wholeNumber(row, this.#northing);
        if (isGridMetres(easting, northing)) return { easting, northing, from: 'grid' };
      } else if (this.#degrees !== null) return this.#readDegrees(row, this.#degrees);
    }
    return this.#reader.read(this.#fields.of);
  }

  /** Positions of shared map points stand on many rows: one is known by the bytes of its two cells. */
  #readDegrees(row: ByteRow, column: number): Position {
    const start = row.starts[row.first + column] ?? 0;
    const end = row.ends[row.first + column + 1] ?? 0;
    const isPlain =
      column + 1 < row.width &&
      start >= 0 &&
      row.starts[row.first + column + 1] === (row.ends[row.first + column] ?? 0) + 1;
    if (!isPlain) return this.#reader.read(this.#fields.of);
    const known = this.#known[this.#numberOf.find(row.bytes, start, end) - 1];
    if (known !== undefined) return known;
    const position = this.#reader.read(this.#fields.of);
    // Only what raised no warning is remembered: each warned row is to be counted.
    if (!this.#reader.hasWarned && this.#known.length < mostRemembered) {
      this.#numberOf.add(row.bytes, start, end, this.#known.push(position));
    }
    return position;
  }
}
