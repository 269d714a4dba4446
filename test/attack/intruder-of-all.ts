import { LinearReach } from '../../src/domain/disclosure/linear-reach.ts';
import {
  type CountCell,
  groupsOf,
  type LinkedCounts,
  type NumberRange,
} from '../../src/domain/disclosure/linked-counts.ts';
import { primaryRemoval } from '../../src/domain/disclosure/protect.ts';
import type { DisclosureRule } from '../../src/domain/disclosure/rule.ts';

export interface Recovered {
  /** Numbers that must not be known. */
  readonly attacked: number;
  /** Those that the intruder knows more closely than the promise allows. */
  readonly recovered: readonly CountCell[];
}

/**
 * An intruder who knows of each number a range (what was printed, or nothing), and all sums. A small number is
 * recovered when it is known to be above 1 or below the threshold; one that a single person or address makes, when it
 * is known within less than threshold - 1 either way.
 *
 * @param known What the printed form of a number tells; null where nothing was printed.
 */
export function attackAll(
  release: LinkedCounts,
  known: (cell: CountCell) => NumberRange | null,
  rule: DisclosureRule,
): Recovered {
  const most = release.cells.reduce<number>((sum, { count }) => sum + count, rule.threshold);
  const recovered: CountCell[] = [];
  let attacked = 0;
  for (const group of groupsOf(release)) {
    const cells = group.cells.flatMap((place) => release.cells[place] ?? []);
    const placeOf = new Map(group.cells.map((place, at) => [place, at]));
    const placed = (place: number): number => placeOf.get(place) ?? -1;
    const reach = new LinearReach(
      cells.length,
      group.sums.map(({ total, parts }) => ({ total: placed(total), parts: parts.map(placed) })),
    );
    const ranges = cells.map((cell) => known(cell) ?? { least: 0, most });
    const up = Float64Array.from(ranges, (range, at) =>
      Math.max(0, range.most - (cells[at]?.count ?? 0)),
    );
    const down = Float64Array.from(ranges, (range, at) =>
      Math.max(0, (cells[at]?.count ?? 0) - range.least),
    );
    for (const [at, cell] of cells.entries()) {
      if (typeof cell.standing === 'object' || primaryRemoval(cell, rule) === null) continue;
      attacked++;
      const isSmall = cell.count < rule.threshold;
      const above = isSmall ? rule.threshold - cell.count : rule.threshold - 1;
      const below = isSmall ? cell.count - 1 : rule.threshold - 1;
      const canMove = (direction: 1 | -1, enough: number): boolean =>
        enough <= 0 ||
        (reach.reach(at, direction, enough, up, down)[at] ?? 0) * direction >= enough - 1e-6;
      if (!canMove(1, above) || !canMove(-1, below)) recovered.push(cell);
    }
  }
  return { attacked, recovered };
}
