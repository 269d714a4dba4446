import {
  type CountCell,
  type Group,
  groupsOf,
  type LinkedCounts,
  type Removal,
} from './linked-counts.ts';
import { type Claim, Proofs } from './proofs.ts';
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

class GroupState {
  readonly removals: (Removal | null)[];
  readonly #cells: readonly CountCell[];
  readonly #sums: Group['sums'];
  readonly #rule: DisclosureRule;
  readonly #sensitive: readonly number[];
  /** Of each sensitive number: what has to be proved of it, by position in the list of claims. */
  readonly #claimsOf = new Map<number, readonly number[]>();
  readonly #proofs: Proofs;
  /** How far each number can be from its true value, as far as the intruder can tell from that number alone. */
  readonly #rooms: { readonly up: Float64Array; readonly down: Float64Array };
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
    this.#sensitive = [...this.#cells.keys()].filter((at) => {
      const cell = this.#cells[at];
      // What went out went out; whether it was right to is not this release's question.
      return cell !== undefined && !wentOut(cell) && primaryRemoval(cell, rule) !== null;
    });
    const claims: Claim[] = [];
    for (const at of this.#sensitive) {
      const own = this.#claimed(at);
      this.#claimsOf.set(
        at,
        own.map((_, place) => claims.length + place),
      );
      claims.push(...own);
    }
    this.#proofs = new Proofs(this.#cells.length, this.#sums, this.#rooms, claims);
  }

  /** Suppresses until every sensitive number is protected; gives the ids of those that cannot be. */
  protect(): string[] {
    const exposed: string[] = [];
    for (const at of this.#sensitive) {
      while (!this.#isProtected(at)) {
        const next = this.#nextToSuppress(at);
        if (next < 0 && this.#isProtected(at, true)) break;
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
      if (!this.#proofs.holdWithout(at)) this.#decide(at, 'protects-another');
    }
  }

  #countOf(at: number): number {
    return this.#cells[at]?.count ?? 0;
  }

  /** How much higher and lower a sensitive number must be able to be than it is. */
  #claimed(at: number): Claim[] {
    const { threshold } = this.#rule;
    const count = this.#countOf(at);
    const [above, below] =
      count < threshold ? [threshold - count, count - 1] : [threshold - 1, threshold - 1];
    return [
      { cell: at, direction: 1 as const, enough: above },
      { cell: at, direction: -1 as const, enough: below },
    ].filter(({ enough }) => enough > 0);
  }

  /** Whether an intruder must leave a number's range as wide as it has to be. */
  #isProtected(at: number, isThorough = false): boolean {
    return (this.#claimsOf.get(at) ?? []).every((claim) => this.#proofs.prove(claim, isThorough));
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
