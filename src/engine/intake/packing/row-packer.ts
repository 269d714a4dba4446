import { Hash64 } from '../../workspace/hash.ts';
import type { PackedRows } from '../../workspace/packed-rows.ts';
import type { TableRow } from '../formats/table-row.ts';
import type { ColumnPacker } from './column-packer.ts';

interface Halves {
  readonly high: number;
  readonly low: number;
}

/** Reads rows of one table and packs them batch by batch. */
export class RowPacker {
  /** Hash of what the staged row says. */
  readonly content = new Hash64();
  /** Whether the staged row has any value. */
  hasValue = false;
  readonly #columns: readonly ColumnPacker[];
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #contentHigh: Uint32Array;
  readonly #contentLow: Uint32Array;
  #count = 0;

  /** `capacity`: the most rows a batch may have. */
  constructor(columns: readonly ColumnPacker[], capacity: number) {
    this.#columns = columns;
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#contentHigh = new Uint32Array(capacity);
    this.#contentLow = new Uint32Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** Reads the columns of a row; keeps nothing yet. Throws RowRejected. */
  stage(row: TableRow): void {
    const content = this.content.start();
    let hasValue = false;
    for (const column of this.#columns) {
      const hash = column.stage(row);
      if (hash !== 0) hasValue = true;
      content.addNumber(hash >>> 0);
    }
    content.finish();
    this.hasValue = hasValue;
  }

  /** Keeps the staged row under its identity and gives its place in the batch. */
  commit({ high, low }: Halves): number {
    const row = this.#count++;
    this.#high[row] = high;
    this.#low[row] = low;
    this.#contentHigh[row] = this.content.high;
    this.#contentLow[row] = this.content.low;
    for (const column of this.#columns) column.commit(row);
    return row;
  }

  /** The rows since the last call, packed. */
  finish(): PackedRows {
    const count = this.#count;
    this.#count = 0;
    return {
      count,
      high: this.#high.slice(0, count),
      low: this.#low.slice(0, count),
      contentHigh: this.#contentHigh.slice(0, count),
      contentLow: this.#contentLow.slice(0, count),
      columns: this.#columns.map((column) => column.finish(count)),
    };
  }
}
