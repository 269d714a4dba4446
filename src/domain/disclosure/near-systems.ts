import { LinearReach, type PlacedSum } from './linear-reach.ts';

/** A sum with more parts than this ties a number to most of a map: only its freest parts help. */
const mostNearParts = 40;
const helpersOfLargeSum = 12;
/** More numbers than this are not near. */
const mostNear = 240;
/** Steps from number to number by the sums that they share. */
const nearSteps = 3;

/**
 * Moves only the numbers near one and leaves all others where they are. What is possible so is possible in the whole
 * system too: a map of thousands of areas is then many small programmes in place of one too large to hold.
 */
export class NearSystems {
  readonly #size: number;
  readonly #sums: readonly PlacedSum[];
  /** Of each cell: the sums that it is the total or a part of. */
  readonly #sumsOf: readonly number[][];

  constructor(size: number, sums: readonly PlacedSum[]) {
    this.#size = size;
    this.#sums = sums;
    this.#sumsOf = Array.from({ length: size }, () => []);
    for (const [at, { total, parts }] of sums.entries()) {
      for (const cell of [total, ...parts]) this.#sumsOf[cell]?.push(at);
    }
  }

  /** Moves of all cells that take `target` towards `enough`, as far as the numbers near it can. */
  reach(
    target: number,
    direction: 1 | -1,
    enough: number,
    roomUp: Float64Array,
    roomDown: Float64Array,
  ): Float64Array {
    const cells = this.#cellsNear(target, roomUp, roomDown);
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
    const room = (rooms: Float64Array): Float64Array =>
      Float64Array.from(cells, (cell) => rooms[cell] ?? 0);
    const own = reach.reach(
      placeOf.get(target) ?? -1,
      direction,
      enough,
      room(roomUp),
      room(roomDown),
    );
    const all = new Float64Array(this.#size);
    for (const [at, cell] of cells.entries()) all[cell] = own[at] ?? 0;
    return all;
  }

  /** The numbers that share sums with the target, and those that share sums with these. */
  #cellsNear(target: number, roomUp: Float64Array, roomDown: Float64Array): number[] {
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
    return Array.from(near);
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
