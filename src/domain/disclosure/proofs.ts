import { LinearReach, type PlacedSum } from './linear-reach.ts';
import { NearSystems } from './near-systems.ts';

/** That a number could be so much higher or lower than it is: what a proof has to show. */
export interface Claim {
  readonly cell: number;
  readonly direction: 1 | -1;
  readonly enough: number;
}

/** Other whole numbers that fit all that is published: how far each cell that differs is from its true value. */
interface Proof {
  readonly cells: readonly number[];
  readonly moves: readonly number[];
}

/** Numbers times sums above which the whole system is asked only where what is near cannot tell. */
const largestQuickTable = 10_000_000;
/** Above this the whole system is too large to hold: what is near has to do. */
const largestTable = 40_000_000;

/**
 * Proofs that numbers are protected, kept for as long as they hold. A proof holds while every number that it moves has
 * the room for it, so suppressing more never breaks one, and giving a number back breaks only those that move it.
 */
export class Proofs {
  readonly #size: number;
  readonly #sums: readonly PlacedSum[];
  readonly #up: Float64Array;
  readonly #down: Float64Array;
  readonly #claims: readonly Claim[];
  readonly #claimsOf: ReadonlyMap<number, readonly number[]>;
  readonly #twins: readonly (readonly number[])[];
  readonly #near: NearSystems;
  /** The whole system, made when it is first needed. */
  #whole: LinearReach | null = null;
  /** The proof of each claim. */
  readonly #proofs: (Proof | null)[];
  /** Of each cell: the claims whose proofs move it, and some whose earlier ones did. */
  readonly #usedBy: readonly Set<number>[];

  /**
   * @param roomUp How far each number may rise as far as the intruder can tell from it alone; read anew each time.
   * @param roomDown How far it may fall.
   */
  constructor(
    size: number,
    sums: readonly PlacedSum[],
    { up, down }: { readonly up: Float64Array; readonly down: Float64Array },
    claims: readonly Claim[],
  ) {
    this.#size = size;
    this.#sums = sums;
    this.#up = up;
    this.#down = down;
    this.#claims = claims;
    this.#twins = twinsOf(size, sums);
    this.#near = new NearSystems(size, sums);
    this.#proofs = claims.map(() => null);
    this.#usedBy = Array.from({ length: size }, () => new Set<number>());
    const claimsOf = new Map<number, number[]>();
    for (const [at, { cell }] of claims.entries()) {
      const own = claimsOf.get(cell);
      if (own === undefined) claimsOf.set(cell, [at]);
      else own.push(at);
    }
    this.#claimsOf = claimsOf;
  }

  /**
   * Whether a claim is proved, or can be. In a large system one that only far-off numbers could prove counts as
   * unproved unless `isThorough`.
   */
  prove(claim: number, isThorough = false): boolean {
    if (this.#proofs[claim] !== null) return true;
    const { cell, direction, enough } = this.#claims[claim] ?? noClaim;
    const proof =
      this.#bySwapping(cell, direction, enough) ??
      this.#bySearching(cell, direction, enough, isThorough);
    if (proof === null) return false;
    this.#keep(claim, proof);
    return true;
  }

  /**
   * Proves anew whatever rested on more room for a cell than it has now.
   * @returns Whether all of it could be; if not, the proofs are as they were before.
   */
  holdWithout(cell: number): boolean {
    const broken: { readonly claim: number; readonly proof: Proof }[] = [];
    for (const claim of this.#usedBy[cell] ?? []) {
      const proof = this.#proofs[claim] ?? null;
      if (proof === null || !proof.cells.includes(cell)) this.#usedBy[cell]?.delete(claim);
      else if (!this.#fits(proof)) broken.push({ claim, proof });
    }
    for (const { claim } of broken) this.#proofs[claim] = null;
    if (broken.every(({ claim }) => this.prove(claim))) return true;
    for (const { claim, proof } of broken) this.#set(claim, proof);
    return false;
  }

  #fits({ cells, moves }: Proof): boolean {
    return cells.every((cell, at) => {
      const move = moves[at] ?? 0;
      return move > 0 ? move <= (this.#up[cell] ?? 0) : -move <= (this.#down[cell] ?? 0);
    });
  }

  #set(claim: number, proof: Proof): void {
    this.#proofs[claim] = proof;
    for (const cell of proof.cells) this.#usedBy[cell]?.add(claim);
  }

  /** Keeps a proof, and looks what else it proves, turned round as well. */
  #keep(claim: number, proof: Proof): void {
    this.#set(claim, proof);
    const turned = { cells: proof.cells, moves: proof.moves.map((move) => -move) };
    const ways = this.#fits(turned) ? [proof, turned] : [proof];
    for (const way of ways) {
      for (const [at, cell] of way.cells.entries()) {
        for (const other of this.#claimsOf.get(cell) ?? []) {
          if (this.#proofs[other] !== null) continue;
          const { direction, enough } = this.#claims[other] ?? noClaim;
          if ((way.moves[at] ?? 0) * direction >= enough) this.#set(other, way);
        }
      }
    }
  }

  /**
   * The short proof, which spares most programmes of a map: numbers that stand in the same sums can rise and fall
   * against each other, and no sum changes.
   */
  #bySwapping(cell: number, direction: 1 | -1, enough: number): Proof | null {
    const [own, others] = direction === 1 ? [this.#up, this.#down] : [this.#down, this.#up];
    if ((own[cell] ?? 0) < enough) return null;
    const cells = [cell];
    const moves = [enough * direction];
    let left = enough;
    for (const twin of this.#twins[cell] ?? []) {
      const room = Math.min(left, Math.floor(others[twin] ?? 0));
      if (twin === cell || room <= 0) continue;
      cells.push(twin);
      moves.push(-room * direction);
      left -= room;
      if (left <= 0) return { cells, moves };
    }
    return null;
  }

  #bySearching(cell: number, direction: 1 | -1, enough: number, isThorough: boolean): Proof | null {
    const claim = { cell, direction, enough };
    if ((direction === 1 ? this.#up : this.#down)[cell] === 0) return null;
    const table = this.#size * this.#sums.length;
    if (table > largestQuickTable) {
      const proof = this.#inWholeNumbers(this.#near, claim);
      if (proof !== null || !isThorough) return proof;
      if (table > largestTable) return null;
    }
    this.#whole ??= new LinearReach(this.#size, this.#sums);
    return this.#inWholeNumbers(this.#whole, claim);
  }

  /**
   * A point in whole numbers, since numbers of records have no halves. Where the programme's has parts of numbers, one
   * of these is held below its part, and the programme asked again: standing still stays allowed all the while.
   */
  #inWholeNumbers(
    system: Pick<LinearReach, 'reach'>,
    { cell: target, direction, enough }: Claim,
  ): Proof | null {
    for (const pick of picks) {
      let [up, down] = [this.#up, this.#down];
      for (let dive = 0; dive < mostDives; dive++) {
        const moves = system.reach(target, direction, enough, up, down);
        if ((moves[target] ?? 0) * direction < enough - 1e-6) break;
        const broken = pick(moves);
        if (broken < 0) return this.#proofOf(moves, target, direction, enough);
        const move = moves[broken] ?? 0;
        if (dive === 0) [up, down] = [up.slice(), down.slice()];
        if (move > 0) up[broken] = Math.floor(move);
        else down[broken] = Math.floor(-move);
      }
    }
    return null;
  }

  /** Moves as a proof: null unless they go as far as they must within the rooms as they are. */
  #proofOf(moves: Float64Array, target: number, direction: 1 | -1, enough: number): Proof | null {
    const cells: number[] = [];
    const whole: number[] = [];
    for (const [cell, move] of moves.entries()) {
      const rounded = Math.round(move);
      if (rounded === 0) continue;
      cells.push(cell);
      whole.push(rounded);
    }
    const proof = { cells, moves: whole };
    if (Math.round(moves[target] ?? 0) * direction < enough || !this.#fits(proof)) return null;
    return proof;
  }
}

/** Times that a part of a number is rounded away, before the search is given up. */
const mostDives = 40;

/** Ways to choose the number to round: the first one that is not whole, or the last. */
const picks: readonly ((moves: Float64Array) => number)[] = [
  (moves) => moves.findIndex((move) => !isWhole(move)),
  (moves) => moves.findLastIndex((move) => !isWhole(move)),
];

function isWhole(move: number): boolean {
  return Math.abs(move - Math.round(move)) <= 1e-6;
}

const noClaim: Claim = { cell: -1, direction: 1, enough: 0 };

/** Of each number: the numbers that are parts of exactly the same sums, itself too; none for a total. */
function twinsOf(cells: number, sums: readonly PlacedSum[]): (readonly number[])[] {
  const partOf: number[][] = Array.from({ length: cells }, () => []);
  const isTotal = new Uint8Array(cells);
  for (const [at, { total, parts }] of sums.entries()) {
    isTotal[total] = 1;
    for (const part of parts) partOf[part]?.push(at);
  }
  const groups = new Map<string, number[]>();
  const keys = partOf.map((own, at) => (isTotal[at] === 1 ? '' : own.join(' ')));
  for (const [at, key] of keys.entries()) {
    if (key === '') continue;
    const group = groups.get(key) ?? [];
    group.push(at);
    groups.set(key, group);
  }
  return keys.map((key) => groups.get(key) ?? []);
}
