import type { CountCell, LinkedCounts, Sum } from '../../disclosure/linked-counts.ts';
import { primaryRemoval } from '../../disclosure/protect.ts';
import { type DisclosureRule, publishedValue, rangeOfPublished } from '../../disclosure/rule.ts';

/** A release that went out, as it is kept inside the workspace: its true counts never leave. */
export interface KeptRelease {
  readonly rule: DisclosureRule;
  readonly cells: readonly {
    readonly id: string;
    readonly count: number;
    readonly fromOne: number | null;
    /** Published value; null was suppressed or never printed. */
    readonly value: number | null;
    /** The rule that the value went out under, where that is another release's (heldTogether). */
    readonly rule?: DisclosureRule;
  }[];
  readonly sums: readonly Sum[];
}

/** A release tied to the one before it, and the values that are printed again as they stood. */
export interface TiedRelease {
  readonly release: LinkedCounts;
  /** Published before and still the same: printed again, which tells nothing new. */
  readonly again: ReadonlyMap<string, number>;
  /** Ids of the records that came or went since, by number: what a reader could get by subtracting. */
  readonly changes: ReadonlySet<string>;
}

/**
 * What readers hold who were given two releases, one of each circle: the newest, and beside it the numbers that only
 * the older one told. A number that the newest suppressed and the older printed is known from the older one, as long
 * as it stands for the same count. Sums of the older release are kept where all of their numbers are its own, since
 * numbers of two moments do not add up.
 */
export function heldTogether(newest: KeptRelease, older: KeptRelease): KeptRelease {
  const told = new Map(older.cells.map((cell) => [cell.id, cell]));
  const known = new Set(newest.cells.map(({ id }) => id));
  const cells = newest.cells.map((cell) => {
    const earlier = told.get(cell.id);
    const isToldByOlder =
      cell.value === null && earlier?.count === cell.count && earlier.value !== null;
    return isToldByOlder ? { ...cell, value: earlier.value, rule: older.rule } : cell;
  });
  const others = older.cells
    .filter(({ id }) => !known.has(id))
    .map((cell) => ({ ...cell, rule: older.rule }));
  const sums = older.sums.filter(({ total, parts }) =>
    [total, ...parts].every((id) => !known.has(id)),
  );
  return {
    rule: newest.rule,
    cells: [...cells, ...others],
    sums: [...newest.sums, ...sums],
  };
}

const before = (id: string): string => `before:${id}`;
/** More than any number of records: no bound. */
const open = 1_000_000_000;

/**
 * Ties a release to the one that its readers hold already, so that neither can be subtracted from the other.
 *
 * A number whose published value has not changed is printed again as it was. Each is tied to its earlier self by the
 * records that came since (or went), which a reader could get by subtracting. The earlier numbers keep their own sums.
 */
export function tieToEarlier(
  release: LinkedCounts,
  earlier: KeptRelease | null,
  rule: DisclosureRule,
): TiedRelease {
  const again = new Map<string, number>();
  const changes = new Set<string>();
  if (earlier === null) return { release, again, changes };
  const known = new Map(earlier.cells.map((cell) => [cell.id, cell]));
  const cells: CountCell[] = [];
  const sums: Sum[] = [...release.sums];
  for (const cell of release.cells) {
    const own = known.get(cell.id);
    if (own === undefined) {
      cells.push(cell);
      continue;
    }
    const isSame =
      cell.standing === 'open' &&
      own.value !== null &&
      primaryRemoval(cell, rule) === null &&
      publishedValue(cell.count, rule) === own.value &&
      (own.rule ?? earlier.rule).roundTo === rule.roundTo;
    if (isSame && own.value !== null) {
      again.set(cell.id, own.value);
      const { least, most } = rangeOfPublished(own.value, rule);
      cells.push({ ...cell, standing: { least: Math.min(least, cell.count), most } });
    } else cells.push(cell);
    const change = cell.count - own.count;
    const [larger, smaller] = change >= 0 ? [cell.id, before(cell.id)] : [before(cell.id), cell.id];
    const since = `${change >= 0 ? 'since' : 'gone'}:${cell.id}`;
    cells.push({
      id: since,
      count: Math.abs(change),
      fromOne: null,
      // Not printed and not bounded; the attack looks at it apart.
      standing: { least: 0, most: Math.abs(change) + open },
    });
    changes.add(since);
    sums.push({ total: larger, parts: [smaller, since] });
  }
  for (const { id, count, fromOne, value, rule: own } of earlier.cells) {
    const range = value === null ? null : rangeOfPublished(value, own ?? earlier.rule);
    cells.push({ id: before(id), count, fromOne, standing: range ?? 'implied' });
  }
  for (const { total, parts } of earlier.sums)
    sums.push({ total: before(total), parts: parts.map(before) });
  return { release: { cells, sums }, again, changes };
}

/** Numbers suppressed in a release that a narrower circle holds: what they must not know, nobody may be told. */
export function withholdFrom(release: LinkedCounts, narrower: KeptRelease | null): LinkedCounts {
  if (narrower === null) return release;
  const suppressed = new Set(
    narrower.cells.filter(({ value }) => value === null).map(({ id }) => id),
  );
  return {
    ...release,
    cells: release.cells.map((cell) =>
      cell.standing === 'open' && suppressed.has(cell.id)
        ? { ...cell, standing: 'withheld' }
        : cell,
    ),
  };
}
