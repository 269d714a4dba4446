import { LinearReach } from './linear-reach.ts';
import {
  type CountCell,
  type Group,
  groupsOf,
  type LinkedCounts,
  type Removal,
} from './linked-counts.ts';
import { isProof, NearProofs } from './near-proofs.ts';
import { type DisclosureRule, publishedValue, rangeOfPublished } from './rule.ts';

/** What may leave of a release. */
export interface ProtectedCounts {
  /** The value to print of each cell by id; null is suppressed, and is never printed as 0 or left blank. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly removals: ReadonlyMap<string, Removal>;
  /**
   * Ids of small or implied numbers that could be worked out whatever is suppressed now, because of what went out
   * before: a release with any must not leave.
   */
  readonly exposed: readonly string[];
}

/**
 * Suppresses what must not be known, and as much more as is needed so that nobody can work it out.
 *
 * Primary: numbers below the threshold, and numbers of which all but `threshold - 1` records or fewer go back to one
 * victim, suspect or address. Secondary: a greedy search over the linear programmes of an intruder who knows every
 * published number, the rounding, the rule and all sums (Fischetti and Salazar 2001 call this the attacker's
 * subproblem; Hundepool and others, Statistical Disclosure Control, 2012, chapter 4). It ends only when the programme
 * itself proves each sensitive number protected, by whole numbers that fit all that is published:
 *
 * - a small number could be at most 1 and at least the threshold;
 * - a number that one contributor makes could be `threshold - 1` lower or higher.
 *
 * The same numbers give the same suppressions.
 */
export function protectCounts(release: LinkedCounts, rule: DisclosureRule): ProtectedCounts {
  const values = new Map<string, number | null>();
  const removals = new Map<string, Removal>();
  const exposed: string[] = [];
  for (const group of groupsOf(release)) {
    const state = new GroupState(group, release.cells, rule);
    exposed.push(...state.protect());
    for (const [at, place] of group.cells.entries()) {
      const cell = release.cells[place];
      if (cell === undefined || cell.standing === 'implied' || wentOut(cell)) continue;
      const removal = state.removals[at] ?? null;
      values.set(cell.id, removal === null ? publishedValue(cell.count, rule) : null);
      if (removal !== null) removals.set(cell.id, removal);
    }
  }
  return { values, removals, exposed };
}

/** Why a number must not be known, whatever else is published; null when it may be. */
export function primaryRemoval(cell: CountCell, { threshold }: DisclosureRule): Removal | null {
  if (cell.count < threshold) return 'small';
  const others = cell.count - (cell.fromOne ?? 0);
  return cell.fromOne !== null && others < threshold ? 'one-person-or-place' : null;
}

/** Whether a number was published before. */
function wentOut({ standing }: CountCell): boolean {
  return typeof standing === 'object';
}

/** Of each number: the numbers that are parts of exactly the same sums, itself too; none for a total. */
function twinsOf(cells: number, sums: Group['sums']): (readonly number[])[] {
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

/** Above so many numbers the whole system is only asked before a release would be refused. */
const largestWhole = 1_500;

class GroupState {
  readonly removals: (Removal | null)[];
  readonly #cells: readonly CountCell[];
  readonly #sums: Group['sums'];
  readonly #rule: DisclosureRule;
  /** The whole system, made when it is first needed: of a map with many areas it is large. */
  #whole: LinearReach | null = null;
  readonly #near: NearProofs;
  readonly #sensitive: readonly number[];
  /** How far each number can be from its true value, as far as the intruder can tell from that number alone. */
  readonly #rooms: { readonly up: Float64Array; readonly down: Float64Array };
  /** Of each number: those that are parts of the same sums and totals of none. */
  readonly #twins: readonly (readonly number[])[];
  /** Above this nothing is told apart: no number of the group can be so large. */
  readonly #ceiling: number;

  constructor(group: Group, cells: readonly CountCell[], rule: DisclosureRule) {
    const placeOf = new Map(group.cells.map((cell, place) => [cell, place]));
    const placed = (cell: number): number => placeOf.get(cell) ?? -1;
    this.#rule = rule;
    this.#cells = group.cells.flatMap((cell) => cells[cell] ?? []);
    this.#sums = group.sums.map(({ total, parts }) => ({
      total: placed(total),
      parts: parts.map(placed),
    }));
    this.#near = new NearProofs(this.#cells.length, this.#sums);
    this.#ceiling =
      this.#cells.reduce((sum, { count }) => sum + count, 0) + rule.threshold * this.#cells.length;
    this.#rooms = {
      up: new Float64Array(this.#cells.length),
      down: new Float64Array(this.#cells.length),
    };
    this.removals = this.#cells.map(() => null);
    for (const [at, cell] of this.#cells.entries()) {
      const own = wentOut(cell) ? null : primaryRemoval(cell, rule);
      this.#decide(at, own ?? (cell.standing === 'withheld' ? 'analyst' : null));
    }
    this.#twins = twinsOf(this.#cells.length, this.#sums);
    this.#sensitive = [...this.#cells.keys()].filter((at) => {
      const cell = this.#cells[at];
      // What went out went out; whether it was right to is not this release's question.
      return cell !== undefined && !wentOut(cell) && primaryRemoval(cell, rule) !== null;
    });
  }

  /** Suppresses until every sensitive number is protected; gives the ids of those that cannot be. */
  protect(): string[] {
    const exposed: string[] = [];
    const isDone = new Uint8Array(this.#cells.length);
    for (const at of this.#sensitive) {
      while (isDone[at] !== 1 && !this.#isProtected(at, isDone)) {
        const next = this.#nextToSuppress(at);
        if (next < 0 && this.#isProtected(at, isDone, true)) break;
        if (next < 0) {
          exposed.push(this.#cells[at]?.id ?? '');
          break;
        }
        this.#decide(next, 'protects-another');
      }
    }
    if (exposed.length === 0) this.#giveBack();
    return exposed;
  }

  /** Gives back what turned out not to be needed, the largest first. */
  #giveBack(): void {
    const secondary = [...this.removals.keys()]
      .filter((at) => this.removals[at] === 'protects-another')
      .sort((a, b) => this.#countOf(b) - this.#countOf(a) || a - b);
    for (const at of secondary) {
      this.#decide(at, null);
      const isDone = new Uint8Array(this.#cells.length);
      if (!this.#sensitive.every((own) => isDone[own] === 1 || this.#isProtected(own, isDone))) {
        this.#decide(at, 'protects-another');
      }
    }
  }

  #countOf(at: number): number {
    return this.#cells[at]?.count ?? 0;
  }

  /** How low and how high a sensitive number must be able to be. */
  #needed(at: number): { low: number; high: number } {
    const { threshold } = this.#rule;
    const count = this.#countOf(at);
    return count < threshold
      ? { low: 1, high: threshold }
      : { low: count - threshold + 1, high: count + threshold - 1 };
  }

  /**
   * Whether an intruder must leave a number's range as wide as it has to be. Marks others seen to be so as well. In
   * a large system a number that only far-off numbers could hide counts as unprotected unless `isThorough`.
   */
  #isProtected(at: number, isDone: Uint8Array, isThorough = false): boolean {
    const count = this.#countOf(at);
    const { low, high } = this.#needed(at);
    const { up, down } = this.#rooms;
    const wanted = [
      [1, high - count],
      [-1, count - low],
    ] as const;
    const seen: Float64Array[] = [];
    for (const [direction, enough] of wanted) {
      if (enough <= 0 || this.#canSwap(at, direction, enough)) continue;
      const near = this.#near.find(at, direction, enough, up, down);
      if (near !== null) {
        seen.push(near);
        continue;
      }
      if (this.#cells.length > largestWhole && !isThorough) return false;
      this.#whole ??= new LinearReach(this.#cells.length, this.#sums);
      const moves = this.#whole.reach(at, direction, enough, up, down);
      if (!isProof(moves, at, direction, enough)) return false;
      seen.push(moves);
    }
    isDone[at] = 1;
    for (const other of this.#sensitive) {
      if (isDone[other] === 1) continue;
      const needed = this.#needed(other);
      const own = this.#countOf(other);
      const reached = [0, ...seen.map((moves) => moves[other] ?? 0)];
      if (own + Math.max(...reached) >= needed.high && own + Math.min(...reached) <= needed.low) {
        isDone[other] = 1;
      }
    }
    return true;
  }

  /**
   * The short proof, which spares most programmes of a map: numbers that stand in the same sums can rise and fall
   * against each other, and no sum changes.
   */
  #canSwap(at: number, direction: 1 | -1, enough: number): boolean {
    const { up, down } = this.#rooms;
    const [own, others] = direction === 1 ? [up, down] : [down, up];
    if ((own[at] ?? 0) < enough) return false;
    let left = enough;
    for (const twin of this.#twins[at] ?? []) {
      if (twin === at) continue;
      left -= others[twin] ?? 0;
      if (left <= 0) return true;
    }
    return false;
  }

  /** Sets whether and why a number is suppressed, and with it how far the intruder must leave it open. */
  #decide(at: number, removal: Removal | null): void {
    this.removals[at] = removal;
    const cell = this.#cells[at];
    if (cell === undefined) return;
    if (removal !== null || cell.standing === 'implied') {
      this.#rooms.up[at] = this.#ceiling;
      this.#rooms.down[at] = cell.count;
      return;
    }
    const { least, most } =
      typeof cell.standing === 'object'
        ? cell.standing
        : rangeOfPublished(publishedValue(cell.count, this.#rule), this.#rule);
    this.#rooms.up[at] = Math.max(0, most - cell.count);
    this.#rooms.down[at] = Math.max(0, cell.count - least);
  }

  /** The smallest published number of a sum that the sensitive one belongs to, else of the whole group. */
  #nextToSuppress(at: number): number {
    const isOpen = (place: number): boolean =>
      this.removals[place] === null && this.#cells[place]?.standing === 'open';
    const near = this.#sums
      .filter(({ total, parts }) => total === at || parts.includes(at))
      .flatMap(({ total, parts }) => [total, ...parts])
      .filter(isOpen);
    const choices = near.length > 0 ? near : [...this.#cells.keys()].filter(isOpen);
    let best = -1;
    for (const place of choices) {
      if (best < 0 || this.#countOf(place) < this.#countOf(best)) best = place;
    }
    return best;
  }
}
