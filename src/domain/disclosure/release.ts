import type { LinkedCounts, NumberRange, Removal } from './linked-counts.ts';
import { protectCounts } from './protect.ts';
import { type ContributorsOf, linkSets, type RecordSet } from './record-sets.ts';
import { type DisclosureRule, rangeOfPublished } from './rule.ts';

/** Records that one number of a layer counts. */
export type CountedRecords = Pick<RecordSet, 'id' | 'records'>;

/** A number that went out: whose records it counted, and what it told of how many they are. */
export interface PublishedSet extends CountedRecords {
  readonly range: NumberRange;
}

/** Everything that a layer says or that an intruder can lay beside it. */
export interface LayerRelease {
  /** One a feature. */
  readonly features: readonly CountedRecords[];
  /**
   * The totals that they stand in, as documents print them: by area and for the force. A feature that is one of
   * these totals has its id.
   */
  readonly totals: readonly CountedRecords[];
  /** What was shared before of the same kind of records, with anyone. */
  readonly earlier: readonly PublishedSet[];
  readonly contributorsOf: ContributorsOf;
}

/** What may leave. */
export interface GatedLayer {
  /** The number to print of each feature by id; null is suppressed and is never printed as 0. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly removals: ReadonlyMap<string, Removal>;
  /** The printed form of each total; null where it must not be printed either. */
  readonly totals: ReadonlyMap<string, number | null>;
  /** What is told by this layer and its totals: earlier numbers for the next share. */
  readonly published: readonly PublishedSet[];
  /** Numbers below the threshold that could be worked out whatever is suppressed now: with any, nothing may leave. */
  readonly exposed: number;
}

/**
 * The one gate for layers. First the totals are protected as a table of their own, with everything that went out
 * before, since documents print them whatever layer is made; then the features beside these totals. Both times the
 * records are cut into the parts that an intruder could get by subtraction (linkSets), and every part below the
 * threshold or made by one victim, suspect or address is protected (protectCounts).
 */
export function gateLayer(release: LayerRelease, rule: DisclosureRule): GatedLayer {
  const table = protectCounts(totalsOf(release), rule);
  const totals = new Map(release.totals.map(({ id }) => [id, table.values.get(id) ?? null]));
  const known = release.totals.flatMap((total) => publishedSet(total, totals, rule));
  const isTotal = new Set(release.totals.map(({ id }) => id));
  const others = release.features.filter(({ id }) => !isTotal.has(id));
  if (table.exposed.length > 0 || others.length === 0) {
    return {
      values: new Map(release.features.map(({ id }) => [id, totals.get(id) ?? null])),
      removals: table.removals,
      totals,
      published: known,
      exposed: table.exposed.length,
    };
  }
  const { values, removals, exposed } = protectCounts(featuresOf(release, known), rule);
  return {
    values: new Map(
      release.features.map(({ id }) => [id, (isTotal.has(id) ? totals : values).get(id) ?? null]),
    ),
    removals: new Map([...table.removals, ...removals]),
    totals,
    published: [...known, ...others.flatMap((feature) => publishedSet(feature, values, rule))],
    exposed: exposed.length,
  };
}

/** The totals as a system of counts. */
function totalsOf({ totals, earlier, contributorsOf }: LayerRelease): LinkedCounts {
  return linkSets([...earlierSets(earlier), ...totals.map(openSet)], contributorsOf);
}

/** The features as a system of counts, beside totals that are printed. */
export function featuresOf(
  { features, totals, earlier, contributorsOf }: LayerRelease,
  known: readonly PublishedSet[],
): LinkedCounts {
  const isTotal = new Set(totals.map(({ id }) => id));
  const beside = known.map(({ id, records, range }) => ({ id, records, standing: range }));
  const own = features.filter(({ id }) => !isTotal.has(id)).map(openSet);
  return linkSets([...earlierSets(earlier), ...beside, ...own], contributorsOf);
}

function openSet({ id, records }: CountedRecords): RecordSet {
  return { id, records, standing: 'open' };
}

function earlierSets(earlier: readonly PublishedSet[]): RecordSet[] {
  return earlier.map(({ records, range }, at) => ({
    id: `earlier:${at}`,
    records,
    standing: range,
  }));
}

function publishedSet(
  { id, records }: CountedRecords,
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
): PublishedSet[] {
  const value = values.get(id) ?? null;
  return value === null ? [] : [{ id, records, range: rangeOfPublished(value, rule) }];
}
