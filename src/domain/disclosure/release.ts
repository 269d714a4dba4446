import type { NumberRange } from './linked-counts.ts';
import { protectCounts } from './protect.ts';
import {
  type ContributorsOf,
  linkSets,
  type RecordSet,
  recordsKey,
  recordsOfParts,
} from './record-sets.ts';
import { type DisclosureRule, publishedValue, rangeOfPublished } from './rule.ts';

/** Records that one number of a layer counts. */
export type CountedRecords = Pick<RecordSet, 'id' | 'records'>;

/** A number that went out: whose records it counted, and what it told of how many they are. */
export interface PublishedSet extends CountedRecords {
  readonly range: NumberRange;
  /** The threshold of the rule that it went out under. */
  readonly threshold: DisclosureRule['threshold'];
  /** Told by an edition, which is held against the edition before it by a rule of its own. */
  readonly isOfEdition?: boolean;
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
  /** What layers and editions told before of the same kind of records, with anyone. */
  readonly earlier: readonly PublishedSet[];
  readonly contributorsOf: ContributorsOf;
}

/** What may leave. */
export interface GatedLayer {
  /** The number to print of each feature by id; null is suppressed and is never printed as 0. */
  readonly values: ReadonlyMap<string, number | null>;
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
 *
 * Who was told smaller numbers before (a partner, when the public is told now) holds more to subtract from, and may
 * know numbers down to that lower threshold: the layer is held against each such audience, the strictest last.
 */
export function gateLayer(release: LayerRelease, rule: DisclosureRule): GatedLayer {
  const thresholds = new Set(
    release.earlier.map(({ threshold }) => threshold).filter((told) => told < rule.threshold),
  );
  const audiences = [...[...thresholds].toSorted((a, b) => a - b), rule.threshold].map(
    (threshold) => ({
      rule: { ...rule, threshold },
      earlier: release.earlier.filter((told) => told.threshold >= threshold),
    }),
  );
  const gated = gateForAll(release, audiences, new Set());
  const isTooTight = audiences
    .slice(0, -1)
    .some((audience) => exposedTo(audience, gated.published, release.contributorsOf) > 0);
  if (!isTooTight) return gated;
  // The lowest printed number tells more than the earlier audiences were tried with: "10" is at least 10 here, and
  // at least 8 where the threshold is 5. Without it the printed ranges are the same for all.
  const lowest = [...gated.values].filter(([, value]) => value === rule.threshold);
  const again = gateForAll(release, audiences, new Set(lowest.map(([id]) => id)));
  const exposed = audiences
    .slice(0, -1)
    .map((audience) => exposedTo(audience, again.published, release.contributorsOf));
  return { ...again, exposed: again.exposed + exposed.reduce((sum, own) => sum + own, 0) };
}

/** Somebody who was told numbers down to a threshold, and what. */
interface Audience {
  readonly rule: DisclosureRule;
  readonly earlier: readonly PublishedSet[];
}

function gateForAll(
  release: LayerRelease,
  audiences: readonly Audience[],
  withheld: Set<string>,
): GatedLayer {
  let gated = emptyGate;
  for (const { rule, earlier } of audiences) {
    const held = { ...release, earlier };
    gated = gateForOne(held, rule, withheld);
    // A number that is withheld cuts the records too; without it what is left of a small part is one part.
    for (let more = givingAway(held, gated.published, rule); more !== null; ) {
      if (more.length === 0) return { ...gated, exposed: Math.max(1, gated.exposed) };
      for (const id of more) withheld.add(id);
      gated = gateForOne(held, rule, withheld);
      more = givingAway(held, gated.published, rule);
    }
    if (gated.exposed > 0) return gated;
    for (const [id, value] of [...gated.totals, ...gated.values]) {
      if (value === null) withheld.add(id);
    }
  }
  return gated;
}

/** How many small numbers an audience could work out from what it was told and what is to be published. */
function exposedTo(
  { rule, earlier }: Audience,
  published: readonly PublishedSet[],
  contributorsOf: ContributorsOf,
): number {
  const settled = settledRecords(earlier, contributorsOf, rule);
  const told = linkSets(rangeSets([...earlier, ...published]), contributorsOf, settled);
  return protectCounts(told, rule).exposed.length;
}

/**
 * Ids of new numbers that give small parts away once the withheld ones are out of sight, a few at a time; empty where
 * none is to blame, null where nothing is given away. What went out before is no fault of theirs.
 */
export function givingAway(
  { earlier, contributorsOf }: Pick<LayerRelease, 'earlier' | 'contributorsOf'>,
  published: readonly PublishedSet[],
  rule: DisclosureRule,
): string[] | null {
  const before = rangeSets(earlier);
  const settled = exposedRecords(before, contributorsOf, rule);
  const sets = rangeSets([...earlier, ...published]);
  const { exposed } = protectCounts(linkSets(sets, contributorsOf, settled), rule);
  if (exposed.length === 0) return null;
  const told = new Set(before.map(({ records }) => recordsKey(records)));
  const fresh = published.filter(({ records }) => !told.has(recordsKey(records)));
  const bySize = sets.toSorted((a, b) => a.records.length - b.records.length);
  const blamed = exposed.flatMap((part) => {
    const [record = -1] = recordsOfParts(sets, new Set([part]));
    const around = bySize.find(({ records }) => records.includes(record));
    const inside = new Set(around?.records);
    const shared = ({ records }: PublishedSet): number =>
      records.reduce((sum, own) => sum + (inside.has(own) ? 1 : 0), 0);
    // The number that the part is subtracted from, or the one that leaves least of it.
    const most = fresh.reduce((all, one) => Math.max(all, shared(one)), 1);
    return fresh.find((one) => shared(one) === most)?.id ?? [];
  });
  return [...new Set(blamed)];
}

/**
 * Records of small parts that the editions have told of by themselves: those that came between two of them, which
 * are known to be few. A layer cannot take that back, and would else be refused for good.
 */
function settledRecords(
  earlier: readonly PublishedSet[],
  contributorsOf: ContributorsOf,
  rule: DisclosureRule,
): ReadonlySet<number> {
  const sets = rangeSets(earlier.filter(({ isOfEdition }) => isOfEdition === true));
  return exposedRecords(sets, contributorsOf, rule);
}

/** Records of the small parts that could be worked out from these numbers alone. */
function exposedRecords(
  sets: readonly ToldSet[],
  contributorsOf: ContributorsOf,
  rule: DisclosureRule,
): ReadonlySet<number> {
  if (sets.length === 0) return new Set();
  const { exposed } = protectCounts(linkSets(sets, contributorsOf), rule);
  return exposed.length === 0 ? new Set() : recordsOfParts(sets, new Set(exposed));
}

const emptyGate: GatedLayer = {
  values: new Map(),
  totals: new Map(),
  published: [],
  exposed: 0,
};

function gateForOne(
  release: LayerRelease,
  rule: DisclosureRule,
  withheld: ReadonlySet<string>,
): GatedLayer {
  const { contributorsOf, earlier } = release;
  const standing = ({ id, records }: CountedRecords): RecordSet => ({
    id,
    records,
    standing: withheld.has(id) ? 'withheld' : 'open',
  });
  const told = new Map(rangeSets(earlier).map((set) => [recordsKey(set.records), set.standing]));
  /** What was told already may be told again: it is the same number. */
  const again = (counted: CountedRecords): number | null => {
    const before = told.get(recordsKey(counted.records));
    const value = publishedValue(counted.records.length, rule);
    const now = rangeOfPublished(value, rule);
    const isSame = before !== undefined && before.least >= now.least && before.most <= now.most;
    return isSame && !withheld.has(counted.id) ? value : null;
  };
  const settled = settledRecords(earlier, contributorsOf, rule);
  const newTotals = release.totals.filter((total) => again(total) === null);
  const table = protectCounts(
    linkSets([...rangeSets(earlier), ...newTotals.map(standing)], contributorsOf, settled),
    rule,
  );
  const totals = new Map(
    release.totals.map((total) => [total.id, again(total) ?? table.values.get(total.id) ?? null]),
  );
  const known = release.totals.flatMap((total) => publishedSet(total, totals, rule));
  // Totals that are not printed cut the records all the same: a later layer may have them.
  const hidden = release.totals
    .filter(({ id }) => (totals.get(id) ?? null) === null)
    .map(({ id, records }): RecordSet => ({ id, records, standing: 'withheld' }));
  const others = release.features.filter(({ id }) => !totals.has(id));
  const newOnes = others.filter((feature) => again(feature) === null);
  const layer =
    table.exposed.length > 0 || newOnes.length === 0
      ? table
      : protectCounts(
          linkSets(
            [...rangeSets([...earlier, ...known]), ...hidden, ...newOnes.map(standing)],
            contributorsOf,
            settled,
          ),
          rule,
        );
  const valueOf = (feature: CountedRecords): number | null =>
    totals.has(feature.id)
      ? (totals.get(feature.id) ?? null)
      : (again(feature) ?? layer.values.get(feature.id) ?? null);
  const values = new Map(release.features.map((feature) => [feature.id, valueOf(feature)]));
  return {
    values,
    totals,
    published: [...known, ...others.flatMap((feature) => publishedSet(feature, values, rule))],
    exposed: layer.exposed.length,
  };
}

/** A number that was told, with the narrowest range that it was told in. */
interface ToldSet extends RecordSet {
  readonly standing: NumberRange;
}

/** Published numbers as sets that nothing can be done about any more, those of the same records as one. */
function rangeSets(published: readonly PublishedSet[]): ToldSet[] {
  const sets = new Map<string, ToldSet>();
  for (const { records, range } of published) {
    const key = recordsKey(records);
    const known = sets.get(key)?.standing ?? range;
    sets.set(key, {
      id: `told:${key}`,
      records,
      standing: {
        least: Math.max(known.least, range.least),
        most: Math.min(known.most, range.most),
      },
    });
  }
  return [...sets.values()];
}

function publishedSet(
  { id, records }: CountedRecords,
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
): PublishedSet[] {
  const value = values.get(id) ?? null;
  if (value === null) return [];
  const { threshold } = rule;
  return [{ id, records, range: rangeOfPublished(value, rule), threshold }];
}
