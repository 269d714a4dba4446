import type { ContributorsOf } from '../../disclosure/record-sets.ts';
import type { CountedRecords, PublishedSet } from '../../disclosure/release.ts';
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
