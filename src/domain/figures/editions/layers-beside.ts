import type { LinkedCounts } from '../../disclosure/linked-counts.ts';
import { type ContributorsOf, linkSets, type RecordSet } from '../../disclosure/record-sets.ts';
import { type CountedRecords, type PublishedSet, rangeSets } from '../../disclosure/release.ts';
import { type DisclosureRule, rangeOfPublished } from '../../disclosure/rule.ts';

/** Records of one kind as layers know them, and what layers told of them. */
export interface LayersBeside {
  /** The unit of the edition that counts these records. */
  readonly unit: 'incidents' | 'reports';
  /** The key of each record of the unit, by its index. */
  readonly keys: Float64Array;
  readonly told: readonly PublishedSet[];
  readonly contributorsOf: ContributorsOf;
}

/** An edition's numbers of ground by their ids, laid beside what layers told of the same records. */
export interface BesideLayers extends Pick<LayersBeside, 'unit' | 'told' | 'contributorsOf'> {
  readonly sets: readonly CountedRecords[];
}

/** What readers hold who were told numbers down to a threshold: no layer of a lower one. */
export function toldFrom(
  beside: readonly BesideLayers[],
  threshold: DisclosureRule['threshold'],
): BesideLayers[] {
  return beside.map((one) => ({
    ...one,
    told: one.told.filter((told) => told.threshold >= threshold),
  }));
}

/**
 * Ties an edition's numbers to those that layers told: both are cut into the finest parts of records that no set
 * divides (linkSets), and each part that nobody prints is a number that a reader of both could get by subtracting.
 */
export function tieToLayers(release: LinkedCounts, beside: readonly BesideLayers[]): LinkedCounts {
  const standings = new Map(release.cells.map(({ id, standing }) => [id, standing]));
  const cells = [...release.cells];
  const sums = [...release.sums];
  for (const { unit, sets, told, contributorsOf } of beside) {
    if (told.length === 0) continue;
    const own = sets.map(
      (set): RecordSet => ({
        ...set,
        standing: standings.get(set.id) ?? 'implied',
      }),
    );
    const linked = linkSets([...own, ...rangeSets(told)], contributorsOf);
    const name = (id: string): string => (standings.has(id) ? id : `layers:${unit}:${id}`);
    for (const cell of linked.cells) {
      if (!standings.has(cell.id)) cells.push({ ...cell, id: name(cell.id) });
    }
    for (const { total, parts } of linked.sums)
      sums.push({ total: name(total), parts: parts.map(name) });
  }
  return { cells, sums };
}

/** What an edition tells of records by ground, for later layers. */
export function toldByEdition(
  sets: readonly CountedRecords[],
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
): PublishedSet[] {
  return sets.flatMap(({ id, records }) => {
    const value = values.get(id) ?? null;
    if (value === null) return [];
    const range = rangeOfPublished(value, rule);
    return [{ id, records, range, threshold: rule.threshold, isOfEdition: true }];
  });
}
