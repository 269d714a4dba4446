import { LinearReach } from './linear-reach.ts';
import type { Group } from './linked-counts.ts';

/** A sum with more parts than this ties a number to most of a map: only its freest parts help. */
const mostNearParts = 40;
const helpersOfLargeSum = 12;
/** More numbers than this are not near. */
const mostNear = 240;
/** Steps from number to number by the sums that they share. */
const nearSteps = 3;

interface NearSystem {
  /** Cells of the group that may move. */
  readonly cells: readonly number[];
  readonly reach: LinearReach;
}

interface Proof {
  readonly direction: 1 | -1;
  readonly cells: readonly number[];
  readonly moves: readonly number[];
}

/** Whether moves are whole and take a number as far as it has to go. Numbers of records have no halves. */
export function isProof(
  moves: Float64Array,
  target: number,
  direction: 1 | -1,
  enough: number,
): boolean {
  return (
    (moves[target] ?? 0) * direction >= enough - 1e-6 &&
    moves.every((move) => Math.abs(move - Math.round(move)) < 1e-6)
  );
}

/**
 * Proofs of protection that move only the numbers near one and leave all others where they are. What is possible so
 * is possible in the whole system too, and a proof found once is tried again first: a map of a thousand areas is
 * then many small programmes in place of a large one.
 */
export class NearProofs {
  readonly #size: number;
  readonly #sums: Group['sums'];
  /** Of each cell: the sums that it is the total or a part of. */
  readonly #sumsOf: readonly number[][];
  readonly #systems = new Map<number, NearSystem>();
  readonly #proofs = new Map<number, readonly Proof[]>();

  constructor(size: number, sums: Group['sums']) {
    this.#size = size;
    this.#sums = sums;
    this.#sumsOf = Array.from({ length: size }, () => []);
    for (const [at, { total, parts }] of sums.entries()) {
      for (const cell of [total, ...parts]) this.#sumsOf[cell]?.push(at);
    }
  }

  /** Moves of all cells that take `target` as far as `enough`, or null when numbers near by cannot. */
  find(
    target: number,
    direction: 1 | -1,
    enough: number,
    roomUp: Float64Array,
    roomDown: Float64Array,
  ): Float64Array | null {
    for (const proof of this.#proofs.get(target) ?? []) {
      if (proof.direction !== direction) continue;
      const holds = proof.cells.every((cell, at) => {
        const move = proof.moves[at] ?? 0;
        const room = move > 0 ? roomUp[cell] : roomDown[cell];
        return Math.abs(move) <= (room ?? 0) + 1e-6;
      });
      if (holds) return this.#spread(proof.cells, proof.moves);
    }
    const known = this.#systems.get(target);
    const found =
      (known === undefined ? null : solve(known, target, direction, enough, roomUp, roomDown)) ??
      this.#solveAnew(target, direction, enough, roomUp, roomDown);
    if (found === null) return null;
    const { cells, moves } = found;
    const moved = cells.flatMap((cell, at) =>
      Math.abs(moves[at] ?? 0) > 1e-6 ? [{ cell, at }] : [],
    );
    const proof: Proof = {
      direction,
      cells: moved.map(({ cell }) => cell),
      moves: moved.map(({ at }) => Math.round(moves[at] ?? 0)),
    };
    const others = this.#proofs.get(target) ?? [];
    this.#proofs.set(target, [...others.filter((one) => one.direction !== direction), proof]);
    return this.#spread(proof.cells, proof.moves);
  }

  #spread(cells: readonly number[], moves: readonly number[]): Float64Array {
    const all = new Float64Array(this.#size);
    for (const [at, cell] of cells.entries()) all[cell] = moves[at] ?? 0;
    return all;
  }

  /** With those as helpers that are free now: what was suppressed since can move too. */
  #solveAnew(
    target: number,
    direction: 1 | -1,
    enough: number,
    roomUp: Float64Array,
    roomDown: Float64Array,
  ): Solved | null {
    const system = this.#systemOf(target, roomUp, roomDown);
    this.#systems.set(target, system);
    return solve(system, target, direction, enough, roomUp, roomDown);
  }

  /** The numbers that share sums with the target, and those that share sums with these; every sum that ties them. */
  #systemOf(target: number, roomUp: Float64Array, roomDown: Float64Array): NearSystem {
    const near = new Set([target]);
    const seen = new Set<number>();
    for (let step = 0; step < nearSteps; step++) {
      const before = Array.from(near);
      for (const sum of before.flatMap((cell) => this.#sumsOf[cell] ?? [])) {
        const { total, parts } = this.#sums[sum] ?? { total: target, parts: [] };
        if (seen.has(sum) || near.size > mostNear) continue;
        seen.add(sum);
        near.add(total);
        for (const part of this.#helpers(parts, roomUp, roomDown)) near.add(part);
      }
    }
    const cells = Array.from(near);
    const placeOf = new Map(cells.map((cell, at) => [cell, at]));
    const touched = new Set(cells.flatMap((cell) => this.#sumsOf[cell] ?? []));
    const reach = new LinearReach(
      cells.length,
      Array.from(touched, (sum) => {
        const { total, parts } = this.#sums[sum] ?? { total: -1, parts: [] };
        const placed = parts.flatMap((part) => placeOf.get(part) ?? []);
        return { total: placeOf.get(total) ?? -1, parts: placed };
      }),
    );
    return { cells, reach };
  }

  /** All parts of a small sum; of a large one those with most room, and of these those in fewest other sums. */
  #helpers(
    parts: readonly number[],
    roomUp: Float64Array,
    roomDown: Float64Array,
  ): readonly number[] {
    if (parts.length <= mostNearParts) return parts;
    const room = (cell: number): number => Math.min(roomUp[cell] ?? 0, roomDown[cell] ?? 0);
    const ties = (cell: number): number => this.#sumsOf[cell]?.length ?? 0;
    return parts
      .filter((cell) => room(cell) > 0)
      .sort((a, b) => room(b) / ties(b) - room(a) / ties(a) || a - b)
      .slice(0, helpersOfLargeSum);
  }
}

interface Solved {
  readonly cells: readonly number[];
  readonly moves: Float64Array;
}

function solve(
  { cells, reach }: NearSystem,
  target: number,
  direction: 1 | -1,
  enough: number,
  roomUp: Float64Array,
  roomDown: Float64Array,
): Solved | null {
  const room = (rooms: Float64Array): Float64Array =>
    Float64Array.from(cells, (cell) => rooms[cell] ?? 0);
  const at = cells.indexOf(target);
  const moves = reach.reach(at, direction, enough, room(roomUp), room(roomDown));
  return isProof(moves, at, direction, enough) ? { cells, moves } : null;
}
