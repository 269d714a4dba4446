/**
 * How far one number can move while every sum still holds and each number stays within its room: what an intruder
 * who knows linear algebra could find out, and nothing less. A linear programme, solved exactly.
 *
 * Numbers are moves away from their true values, so that standing still is always allowed and no first solution
 * has to be searched for: move = up - down, 0 <= up <= roomUp, 0 <= down <= roomDown.
 *
 * The method is the simplex with bounded variables on a dense table, with Bland's rule, which cannot cycle (Dantzig
 * 1963; Bland 1977). Sums tie some hundred numbers at most to each other, far from the size where that is slow.
 */
export class LinearReach {
  readonly #cells: number;
  readonly #rows: number;
  readonly #columns: number;
  /** One row a sum: up moves, down moves, then one fixed slack a row. */
  readonly #start: Float64Array;

  /** @param sums Positions of the total (-1 where it cannot move) and of the parts, from 0 to `cells - 1`. */
  constructor(cells: number, sums: readonly { total: number; parts: readonly number[] }[]) {
    this.#cells = cells;
    this.#rows = sums.length;
    this.#columns = 2 * cells + sums.length;
    this.#start = new Float64Array(this.#rows * this.#columns);
    for (const [row, { total, parts }] of sums.entries()) {
      const at = row * this.#columns;
      const add = (cell: number, sign: number): void => {
        this.#start[at + cell] = (this.#start[at + cell] ?? 0) + sign;
        this.#start[at + cells + cell] = (this.#start[at + cells + cell] ?? 0) - sign;
      };
      if (total >= 0) add(total, -1);
      for (const part of parts) add(part, 1);
      this.#start[at + 2 * cells + row] = 1;
    }
  }

  /**
   * Moves of all cells at which `target` has moved as far as it can in `direction` (1 up, -1 down), or at least by
   * `enough`: the search stops there.
   *
   * @param roomUp How far each cell may rise; finite.
   * @param roomDown How far each cell may fall; finite.
   */
  reach(
    target: number,
    direction: 1 | -1,
    enough: number,
    roomUp: Float64Array,
    roomDown: Float64Array,
  ): Float64Array {
    const most = new Float64Array(this.#columns);
    most.set(roomUp, 0);
    most.set(roomDown, this.#cells);
    const gain = new Float64Array(this.#columns);
    gain[target] = direction;
    gain[this.#cells + target] = -direction;
    const state = new Simplex(
      this.#start.slice(),
      this.#rows,
      this.#columns,
      most,
      gain,
      this.#cells,
    );
    while (state.gained < enough && state.step());
    return state.moves(this.#cells);
  }
}

const tiny = 1e-9;

class Simplex {
  /** What is gained so far. */
  gained = 0;
  readonly #table: Float64Array;
  readonly #rows: number;
  readonly #columns: number;
  readonly #most: Float64Array;
  readonly #gain: Float64Array;
  /** Columns that may enter: the slacks are fixed at 0. */
  readonly #movable: number;
  readonly #basis: Int32Array;
  readonly #value: Float64Array;
  /** 0 at its lower bound, 1 at its upper, 2 in the basis. */
  readonly #place: Uint8Array;
  /** Columns of the pivot's row that are not nothing. */
  readonly #filled: Int32Array;

  constructor(
    table: Float64Array,
    rows: number,
    columns: number,
    most: Float64Array,
    gain: Float64Array,
    cells: number,
  ) {
    this.#table = table;
    this.#rows = rows;
    this.#columns = columns;
    this.#most = most;
    this.#gain = gain;
    this.#movable = 2 * cells;
    this.#basis = Int32Array.from({ length: rows }, (_, row) => 2 * cells + row);
    this.#value = new Float64Array(rows);
    this.#place = new Uint8Array(columns);
    this.#filled = new Int32Array(columns);
    for (const column of this.#basis) this.#place[column] = 2;
  }

  /** One step uphill; false at the top. */
  step(): boolean {
    const column = this.#entering();
    if (column < 0) return false;
    const direction = this.#place[column] === 0 ? 1 : -1;
    let length = this.#most[column] ?? 0;
    let leaving = -1;
    for (let row = 0; row < this.#rows; row++) {
      const slope = (this.#table[row * this.#columns + column] ?? 0) * direction;
      if (Math.abs(slope) <= tiny) continue;
      const value = this.#value[row] ?? 0;
      const own = this.#basis[row] ?? 0;
      const limit = Math.max(
        0,
        slope > 0 ? value / slope : ((this.#most[own] ?? 0) - value) / -slope,
      );
      const isFirst = leaving < 0 || own < (this.#basis[leaving] ?? 0);
      if (limit < length - tiny || (limit <= length + tiny && leaving >= 0 && isFirst)) {
        length = Math.min(length, limit);
        leaving = row;
      } else if (limit <= length && leaving < 0) {
        length = limit;
        leaving = row;
      }
    }
    this.gained += (this.#gain[column] ?? 0) * direction * length;
    for (let row = 0; row < this.#rows; row++) {
      const slope = (this.#table[row * this.#columns + column] ?? 0) * direction;
      this.#value[row] = (this.#value[row] ?? 0) - slope * length;
    }
    if (leaving < 0) {
      this.#place[column] = direction === 1 ? 1 : 0;
      return true;
    }
    this.#pivot(leaving, column, direction, length);
    return true;
  }

  /** Bland: the first column that gains. */
  #entering(): number {
    for (let column = 0; column < this.#movable; column++) {
      const gain = this.#gain[column] ?? 0;
      if ((this.#most[column] ?? 0) <= 0) continue;
      if (this.#place[column] === 0 ? gain > tiny : this.#place[column] === 1 && gain < -tiny) {
        return column;
      }
    }
    return -1;
  }

  #pivot(row: number, column: number, direction: number, length: number): void {
    const table = this.#table;
    const width = this.#columns;
    const own = this.#basis[row] ?? 0;
    const slope = (table[row * width + column] ?? 0) * direction;
    this.#place[own] = slope > 0 ? 0 : 1;
    this.#value[row] = direction === 1 ? length : (this.#most[column] ?? 0) - length;
    this.#basis[row] = column;
    this.#place[column] = 2;
    const pivot = table[row * width + column] ?? 1;
    // Sums tie few numbers each, so most of a row is nothing, and stays so.
    let filled = 0;
    for (let at = 0; at < width; at++) {
      const held = table[row * width + at] ?? 0;
      if (held === 0) continue;
      table[row * width + at] = held / pivot;
      this.#filled[filled++] = at;
    }
    for (let other = 0; other < this.#rows; other++) {
      const factor = table[other * width + column] ?? 0;
      if (other === row || factor === 0) continue;
      for (let place = 0; place < filled; place++) {
        const at = this.#filled[place] ?? 0;
        table[other * width + at] =
          (table[other * width + at] ?? 0) - factor * (table[row * width + at] ?? 0);
      }
    }
    const gain = this.#gain[column] ?? 0;
    for (let place = 0; place < filled; place++) {
      const at = this.#filled[place] ?? 0;
      this.#gain[at] = (this.#gain[at] ?? 0) - gain * (table[row * width + at] ?? 0);
    }
  }

  /** Up less down of every cell, as things stand. */
  moves(cells: number): Float64Array {
    const values = Float64Array.from(this.#place, (place, column) =>
      place === 1 ? (this.#most[column] ?? 0) : 0,
    );
    for (const [row, column] of this.#basis.entries()) values[column] = this.#value[row] ?? 0;
    return Float64Array.from(
      { length: cells },
      (_, cell) => (values[cell] ?? 0) - (values[cells + cell] ?? 0),
    );
  }
}
