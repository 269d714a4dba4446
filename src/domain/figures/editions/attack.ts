import { LinearReach } from '../../disclosure/linear-reach.ts';
import { type CountCell, groupsOf, type LinkedCounts } from '../../disclosure/linked-counts.ts';
import { primaryRemoval } from '../../disclosure/protect.ts';
import { type DisclosureRule, rangeOfPublished } from '../../disclosure/rule.ts';

/** What an intruder with linear algebra made of a release. */
export interface AttackResult {
  /** Numbers that must not be known: small ones, and those that one contributor makes. */
  readonly attacked: number;
  /** Ids of those that were pinned down more closely than the rule allows. */
  readonly recovered: readonly string[];
}

/**
 * Plays the intruder who knows every published value, the rule, the rounding and all sums, and works out the least and
 * the most that each sensitive number can be. It takes no notice of how the suppression was found: only of the values
 * that are about to leave. A number is recovered when a small one is known to be above 1 or below the threshold, or
 * when one contributor's is known within less than `threshold - 1` either way.
 *
 * A change since an earlier edition is recovered when it is known that records came and that they were few.
 *
 * @param values Published values by id; null or absent is not published.
 * @param changes Ids of numbers of records that came or went since an earlier edition.
 */
export function attack(
  release: LinkedCounts,
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
  changes: ReadonlySet<string> = new Set(),
): AttackResult {
  let attacked = 0;
  const recovered: string[] = [];
  const ceiling = release.cells.reduce<number>((sum, { count }) => sum + count, rule.threshold);
  for (const group of groupsOf(release)) {
    const cells = group.cells.flatMap((place) => release.cells[place] ?? []);
    const placeOf = new Map(group.cells.map((cell, place) => [cell, place]));
    const placed = (cell: number): number => placeOf.get(cell) ?? -1;
    const reach = new LinearReach(
      cells.length,
      group.sums.map(({ total, parts }) => ({ total: placed(total), parts: parts.map(placed) })),
    );
    const up = new Float64Array(cells.length);
    const down = new Float64Array(cells.length);
    for (const [at, { id, count, standing }] of cells.entries()) {
      const value = values.get(id) ?? null;
      const range =
        typeof standing === 'object'
          ? standing
          : value === null
            ? { least: 0, most: ceiling }
            : rangeOfPublished(value, rule);
      up[at] = Math.max(0, range.most - count);
      down[at] = Math.max(0, count - range.least);
    }
    for (const [at, cell] of cells.entries()) {
      const isChange = changes.has(cell.id);
      if (isChange ? cell.count === 0 || cell.count >= rule.threshold : !isSecret(cell, rule))
        continue;
      attacked++;
      const isSmall = cell.count < rule.threshold;
      const above = isSmall ? rule.threshold - cell.count : rule.threshold - 1;
      const below = isSmall ? cell.count - 1 : rule.threshold - 1;
      const canMove = (direction: 1 | -1, enough: number): boolean =>
        enough <= 0 ||
        (reach.reach(at, direction, enough, up, down)[at] ?? 0) * direction >= enough - 1e-6;
      const isOpen = canMove(-1, below) && canMove(1, above);
      if (!isOpen && !(isChange && canMove(-1, cell.count))) recovered.push(cell.id);
    }
  }
  return { attacked, recovered };
}

/** Whether a number must not be known; one that went out before is not this release's question. */
function isSecret(cell: CountCell, rule: DisclosureRule): boolean {
  return typeof cell.standing !== 'object' && primaryRemoval(cell, rule) !== null;
}
