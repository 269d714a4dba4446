import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkedCounts } from '../../../src/domain/disclosure/linked-counts.ts';
import { primaryRemoval } from '../../../src/domain/disclosure/protect.ts';
import { linkSets, recordsKey } from '../../../src/domain/disclosure/record-sets.ts';
import {
  type GatedLayer,
  gateLayer,
  type LayerRelease,
  type PublishedSet,
} from '../../../src/domain/disclosure/release.ts';
import { type DisclosureRule, publishedValue } from '../../../src/domain/disclosure/rule.ts';
import { intrude } from './intruder.ts';

const rule: DisclosureRule = { threshold: 5, roundTo: 5 };
const exact: DisclosureRule = { threshold: 5, roundTo: 1 };
const nobody = (): readonly number[] => [];
const set = (id: string, records: Iterable<number>) => ({
  id,
  records: Float64Array.from(records),
});
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

/**
 * Everything an intruder holds after a share, as sets of records: what went out before and what goes out now. The
 * parts that he could get by subtraction are cut anew, and those below the threshold are what he is after.
 */
function recovered(
  { earlier, contributorsOf }: LayerRelease,
  published: readonly PublishedSet[],
  held: DisclosureRule,
): string[] {
  const told = [...earlier, ...published].map(({ records, range }, at) => ({
    id: `told:${at}`,
    records,
    standing: range,
  }));
  const system: LinkedCounts = linkSets(told, contributorsOf);
  return system.cells
    .filter(({ standing }) => standing === 'implied')
    .filter((part) => primaryRemoval(part, held) !== null)
    .filter((part) => {
      const { least, most } = intrude(system, new Map(), held, part.id);
      return part.count < held.threshold
        ? least > 1 || most < held.threshold
        : least > part.count - held.threshold + 1 || most < part.count + held.threshold - 1;
    })
    .map(({ id }) => id);
}

/** What would go out if each number were only looked at by itself. */
function oneByOne({ features, totals }: LayerRelease, held: DisclosureRule): PublishedSet[] {
  return [...totals, ...features]
    .filter(({ records }) => records.length >= held.threshold)
    .map((one) => {
      const value = publishedValue(one.records.length, held);
      const half = (held.roundTo - 1) / 2;
      const range = { least: Math.max(held.threshold, value - half), most: value + half };
      return { ...one, range, threshold: held.threshold };
    });
}

describe('record sets', () => {
  it('are cut into the parts that no set divides, each set the sum of its parts', () => {
    const linked = linkSets(
      [
        { ...set('cell', [1, 2, 3]), standing: 'open' },
        { ...set('ward', [2, 3, 4, 5]), standing: 'open' },
      ],
      (record) => (record === 2 || record === 3 ? [7] : []),
    );
    expect(linked.cells.map(({ count, fromOne, standing }) => [count, fromOne, standing])).toEqual([
      [3, 2, 'open'],
      [4, 2, 'open'],
      [1, null, 'implied'],
      [2, 2, 'implied'],
      [2, null, 'implied'],
    ]);
    expect(linked.sums.map(({ parts }) => parts.length)).toEqual([2, 2]);
  });

  it('have a key that does not hang on the order and differs for other records', () => {
    expect(recordsKey(Float64Array.of(1, 2 ** 40, 3))).toBe(
      recordsKey(Float64Array.of(3, 1, 2 ** 40)),
    );
    const keys = numbers(0, 2_000).map((n) => recordsKey(Float64Array.of(n, n * 2 ** 33, 5)));
    expect(new Set(keys).size).toBe(2_000);
  });

  it('refuse a record that is twice in a set', () => {
    expect(() => linkSets([{ ...set('a', [1, 1]), standing: 'open' }], nobody)).toThrow(/twice/);
  });
});

describe('the gate for layers', () => {
  it('hides a cell that a total less its other cells would give away', () => {
    const release: LayerRelease = {
      features: [set('a', numbers(0, 3)), set('b', numbers(3, 30)), set('c', numbers(30, 70))],
      totals: [set('ward', numbers(0, 70))],
      earlier: [],
      contributorsOf: nobody,
    };
    const gated = gateLayer(release, exact);
    expect([...gated.values]).toEqual([
      ['a', null],
      ['b', null],
      ['c', 40],
    ]);
    expect(recovered(release, gated.published, exact)).toEqual([]);
    expect(recovered(release, oneByOne(release, exact), exact)).toHaveLength(1);
  });

  it('holds an edition against the one before, and says the same number again', () => {
    const first: LayerRelease = {
      features: [set('a', numbers(0, 57)), set('b', numbers(100, 140))],
      totals: [],
      earlier: [],
      contributorsOf: nobody,
    };
    const told = gateLayer(first, exact).published;
    const second = { ...first, features: [set('a', numbers(0, 59)), set('b', numbers(100, 140))] };
    expect(gateLayer({ ...second, earlier: told }, exact).values).toEqual(
      new Map([
        ['a', null],
        ['b', 40],
      ]),
    );
    // Without the ledger the two records that came since are there for the taking.
    const unheld = gateLayer(second, exact);
    expect(unheld.values.get('a')).toBe(59);
    expect(recovered({ ...second, earlier: told }, unheld.published, exact)).toHaveLength(1);
  });

  it('refuses what could only be made worse', () => {
    const told: PublishedSet[] = [
      { ...set('then', numbers(0, 40)), range: { least: 40, most: 40 }, threshold: 5 },
      { ...set('since', numbers(0, 42)), range: { least: 42, most: 42 }, threshold: 5 },
    ];
    const release = { features: [set('a', numbers(0, 42))], totals: [], contributorsOf: nobody };
    expect(gateLayer({ ...release, earlier: told }, exact).exposed).toBe(1);
  });

  it('holds the public to its own threshold and a partner to the one that it was told under', () => {
    const features = [set('a', numbers(0, 7)), set('b', numbers(10, 60))];
    const whole = { totals: [], contributorsOf: nobody };
    const partner = gateLayer({ ...whole, features, earlier: [] }, rule);
    expect([...partner.values.values()]).toEqual([5, 50]);
    const release = {
      ...whole,
      // 66 of which a partner was told 7 and 50: the 9 others are told to nobody.
      features: [
        ...features,
        set('all', [...numbers(0, 7), ...numbers(10, 60), ...numbers(70, 72)]),
      ],
      earlier: partner.published,
    };
    const gated = gateLayer(release, { threshold: 10, roundTo: 5 });
    expect(gated.values.get('a')).toBeNull();
    expect(gated.exposed).toBe(0);
    expect(recovered(release, gated.published, rule)).toEqual([]);
  });

  it('keeps a number that one victim or address makes', () => {
    const release: LayerRelease = {
      features: [set('one', numbers(0, 12)), set('others', numbers(12, 60))],
      totals: [],
      earlier: [],
      contributorsOf: (record) => (record < 11 ? [1] : [record]),
    };
    expect([...gateLayer(release, rule).values.values()]).toEqual([null, 50]);
  });

  const layer = fc
    .record({
      /** Of each record: its cell, its ward, whether it came after the first edition. */
      records: fc.array(fc.tuple(fc.nat(4), fc.nat(1), fc.integer({ min: 0, max: 9 })), {
        minLength: 20,
        maxLength: 90,
      }),
      held: fc.constantFrom(rule, exact, { threshold: 3, roundTo: 1 } as const),
    })
    .map(({ records, held }) => {
      const editionOf = (isSecond: boolean): Omit<LayerRelease, 'earlier'> => {
        const own = records.flatMap((record, at) =>
          isSecond || record[2] > 0 ? [{ at, cell: record[0], ward: record[1] }] : [],
        );
        const by = (name: 'cell' | 'ward', most: number) =>
          numbers(0, most).map((value) =>
            set(
              `${name}${value}`,
              own.filter((one) => one[name] === value).map(({ at }) => at),
            ),
          );
        const all = set(
          'force',
          own.map(({ at }) => at),
        );
        return { features: by('cell', 5), totals: [all, ...by('ward', 2)], contributorsOf: nobody };
      };
      return { first: editionOf(false), second: editionOf(true), held };
    });

  it('gives an intruder nothing: random cells across random wards, in two editions', () => {
    let refused = 0;
    fc.assert(
      fc.property(layer, ({ first, second, held }) => {
        const before: GatedLayer = gateLayer({ ...first, earlier: [] }, held);
        expect(before.exposed).toBe(0);
        expect(recovered({ ...first, earlier: [] }, before.published, held)).toEqual([]);
        const release = { ...second, earlier: before.published };
        const now = gateLayer(release, held);
        if (now.exposed > 0) refused++;
        else expect(recovered(release, now.published, held)).toEqual([]);
      }),
      { seed: 21, numRuns: 3 },
    );
    // Two editions can be made safe nearly always.
    expect(refused).toBeLessThan(3);
  }, 120_000);

  it('would give him much without secondary suppression, or without the ledger', () => {
    let [withoutSecondary, withoutLedger] = [0, 0];
    fc.assert(
      fc.property(layer, ({ first, second }) => {
        const single = { ...first, earlier: [] };
        withoutSecondary += recovered(single, oneByOne(single, exact), exact).length;
        const before = gateLayer(single, exact);
        const now = gateLayer({ ...second, earlier: [] }, exact);
        withoutLedger += recovered(
          { ...second, earlier: before.published },
          now.published,
          exact,
        ).length;
      }),
      { seed: 22, numRuns: 3 },
    );
    expect(withoutSecondary).toBeGreaterThan(0);
    expect(withoutLedger).toBeGreaterThan(0);
  }, 120_000);
});
