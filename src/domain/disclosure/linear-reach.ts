/** `total` is the sum of `parts`: cells by position; a total of -1 cannot move. */
export interface PlacedSum {
  readonly total: number;
  readonly parts: readonly number[];
}

const tiny = 1e-9;
/** So far a point that the arithmetic gives may be from fitting the sums and the rooms. */
const fits = 1e-6;
/** Steps in a row that gain nothing, before the rule is used that cannot go round in circles. */
const patience = 30;

/**
 * How far one number can move while every sum still holds and each number stays within its room: what an intruder
 * who knows linear algebra could find out, and nothing less. A linear programme, solved exactly.
 *
 * Numbers are moves away from their true values, so that standing still is always allowed, no first solution has to be
 * searched for, and the table of the simplex (Dantzig 1963), which depends on the sums alone, is kept from one
 * question to the next: only the rooms and the target differ. A number outside the basis may stand anywhere within
 * its room. The column that could gain most enters; where steps gain nothing for long, the first one does, which
 * cannot cycle (Bland 1977).
 */
export class LinearReach {
  readonly #cells: number;
  readonly #sums: readonly PlacedSum[];
  /** A row a sum, as wide as there are cells: the basic cell of a row is minus the rest of it. */
  #table = new Float64Array(0);
  #rows = 0;
  /** Of each row its basic cell; of each cell its row, or -1. */
  #basis = new Int32Array(0);
  #rowOf = new Int32Array(0);
  readonly #moves: Float64Array;
  /** Columns of a pivot's row, and rows of its column, that are not nothing. */
  readonly #filled: Int32Array;
  readonly #touched: Int32Array;

  /** @param sums Positions from 0 to `cells - 1`. */
  constructor(cells: number, sums: readonly PlacedSum[]) {
    this.#cells = cells;
    this.#sums = sums;
    this.#moves = new Float64Array(cells);
    this.#filled = new Int32Array(cells);
    this.#touched = new Int32Array(sums.length);
    this.#build();
  }

  /**
   * Moves of all cells at which `target` has moved as far as it can in `direction` (1 up, -1 down), or by `enough`:
   * the search stops there. They fit the sums and the rooms: that is looked at apart from how they were found.
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
    for (let attempt = 0; attempt < 2; attempt++) {
      this.#search(target, direction, enough, roomUp, roomDown);
      if (this.#isPoint(roomUp, roomDown)) return this.#moves.slice();
      // Errors of many pivots have added up.
      this.#build();
    }
    return new Float64Array(this.#cells);
  }

  /** The table of the sums, with a basis of cells that stand in few of them. */
  #build(): void {
    const cells = this.#cells;
    this.#rows = this.#sums.length;
    this.#table = new Float64Array(this.#rows * cells);
    this.#basis = new Int32Array(this.#rows).fill(-1);
    this.#rowOf = new Int32Array(cells).fill(-1);
    const ties = new Int32Array(cells);
    for (const [row, { total, parts }] of this.#sums.entries()) {
      const add = (cell: number, sign: number): void => {
        const at = row * cells + cell;
        this.#table[at] = (this.#table[at] ?? 0) + sign;
        ties[cell] = (ties[cell] ?? 0) + 1;
      };
      if (total >= 0) add(total, -1);
      for (const part of parts) add(part, 1);
    }
    const fewest = this.#sums.map(({ total, parts }) =>
      [total, ...parts].reduce(
        (least, cell) => (cell < 0 ? least : Math.min(least, ties[cell] ?? 0)),
        this.#rows,
      ),
    );
    const order = [...fewest.keys()].sort((a, b) => (fewest[a] ?? 0) - (fewest[b] ?? 0) || a - b);
    for (const row of order) {
      let best = -1;
      for (let cell = 0; cell < cells; cell++) {
        if (Math.abs(this.#table[row * cells + cell] ?? 0) <= tiny) continue;
        if (best < 0 || (ties[cell] ?? 0) < (ties[best] ?? 0)) best = cell;
      }
      // A row without any says what others say already.
      if (best >= 0) this.#pivot(row, best);
    }
  }

  #search(
    target: number,
    direction: 1 | -1,
    enough: number,
    up: Float64Array,
    down: Float64Array,
  ): void {
    const moves = this.#moves;
    const table = this.#table;
    const cells = this.#cells;
    moves.fill(0);
    let idle = 0;
    const mostSteps = 20 * (cells + this.#rows) + 1_000;
    for (let step = 0; step < mostSteps; step++) {
      const missing = enough - (moves[target] ?? 0) * direction;
      if (missing <= tiny) return;
      const isCareful = idle > patience;
      const entering = this.#entering(target, direction, missing, up, down, isCareful);
      if (entering === null) return;
      const { cell, turn, gain } = entering;
      // Whole steps: numbers of records have no halves.
      let length = Math.min((turn > 0 ? up[cell] : down[cell]) ?? 0, Number.MAX_SAFE_INTEGER);
      length -= (moves[cell] ?? 0) * turn;
      const wanted = Math.ceil(missing / gain - tiny);
      let leaving = -1;
      let touched = 0;
      for (let row = 0; row < this.#rows; row++) {
        const slope = -(table[row * cells + cell] ?? 0) * turn;
        if (slope <= tiny && slope >= -tiny) continue;
        this.#touched[touched++] = row;
        const own = this.#basis[row] ?? -1;
        const move = moves[own] ?? 0;
        const room = slope > 0 ? (up[own] ?? 0) - move : (down[own] ?? 0) + move;
        const limit = room <= tiny ? 0 : room / Math.abs(slope);
        if (limit > length + tiny) continue;
        const isNearer = limit < length - tiny;
        if (isNearer || leaving < 0 || this.#leavesBefore(row, leaving, cell, isCareful)) {
          leaving = row;
          length = Math.min(length, limit);
        }
      }
      if (wanted < length - tiny) {
        length = wanted;
        leaving = -1;
      }
      if (length > tiny) {
        idle = 0;
        moves[cell] = (moves[cell] ?? 0) + length * turn;
        for (let at = 0; at < touched; at++) {
          const row = this.#touched[at] ?? 0;
          const own = this.#basis[row] ?? -1;
          moves[own] = (moves[own] ?? 0) - (table[row * cells + cell] ?? 0) * turn * length;
        }
      } else idle++;
      if (leaving < 0) continue;
      if (this.#basis[leaving] === target) return;
      this.#pivot(leaving, cell);
    }
  }

  /** Of two basic cells that meet their bounds together: which leaves. */
  #leavesBefore(row: number, other: number, cell: number, isCareful: boolean): boolean {
    if (isCareful) return (this.#basis[row] ?? 0) < (this.#basis[other] ?? 0);
    const size = (at: number): number => Math.abs(this.#table[at * this.#cells + cell] ?? 0);
    return size(row) > size(other) + tiny;
  }

  /** The cell to move so that the target moves the right way, which way, and the target's gain a step of it. */
  #entering(
    target: number,
    direction: 1 | -1,
    missing: number,
    up: Float64Array,
    down: Float64Array,
    isCareful: boolean,
  ): { cell: number; turn: 1 | -1; gain: number } | null {
    const row = this.#rowOf[target] ?? -1;
    const roomOf = (cell: number, turn: 1 | -1): number =>
      turn > 0
        ? (up[cell] ?? 0) - (this.#moves[cell] ?? 0)
        : (down[cell] ?? 0) + (this.#moves[cell] ?? 0);
    if (row < 0) {
      return roomOf(target, direction) > tiny ? { cell: target, turn: direction, gain: 1 } : null;
    }
    let best: { cell: number; turn: 1 | -1; gain: number } | null = null;
    let bestWorth = 0;
    for (let cell = 0; cell < this.#cells; cell++) {
      const slope = -(this.#table[row * this.#cells + cell] ?? 0) * direction;
      if ((slope <= tiny && slope >= -tiny) || cell === target) continue;
      const turn = slope > 0 ? 1 : -1;
      const room = roomOf(cell, turn);
      if (room <= tiny) continue;
      const gain = Math.abs(slope);
      if (isCareful) return { cell, turn, gain };
      const worth = Math.min(room * gain, missing);
      if (worth > bestWorth + tiny) {
        best = { cell, turn, gain };
        bestWorth = worth;
      }
    }
    return best;
  }

  /** Makes a cell the basic one of a row. */
  #pivot(row: number, cell: number): void {
    const table = this.#table;
    const width = this.#cells;
    const own = this.#basis[row] ?? -1;
    if (own >= 0) this.#rowOf[own] = -1;
    this.#basis[row] = cell;
    this.#rowOf[cell] = row;
    const start = row * width;
    const pivot = table[start + cell] ?? 1;
    // Sums tie few numbers each, so most of a row is nothing, and stays so.
    let filled = 0;
    for (let at = 0; at < width; at++) {
      const held = table[start + at] ?? 0;
      if (held === 0) continue;
      table[start + at] = held / pivot;
      this.#filled[filled++] = at;
    }
    for (let other = 0; other < this.#rows; other++) {
      const factor = table[other * width + cell] ?? 0;
      if (other === row || factor === 0) continue;
      for (let place = 0; place < filled; place++) {
        const at = this.#filled[place] ?? 0;
        const left = (table[other * width + at] ?? 0) - factor * (table[start + at] ?? 0);
        table[other * width + at] = left < tiny && left > -tiny ? 0 : left;
      }
    }
  }

  /** Whether the moves fit every sum and every room, worked out from the sums themselves. */
  #isPoint(up: Float64Array, down: Float64Array): boolean {
    const moves = this.#moves;
    for (let cell = 0; cell < this.#cells; cell++) {
      const move = moves[cell] ?? 0;
      if (move > (up[cell] ?? 0) + fits || -move > (down[cell] ?? 0) + fits) return false;
    }
    return this.#sums.every(({ total, parts }) => {
      let left = total < 0 ? 0 : -(moves[total] ?? 0);
      for (const part of parts) left += moves[part] ?? 0;
      return Math.abs(left) <= fits;
    });
  }
}
