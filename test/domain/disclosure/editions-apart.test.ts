import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CountCell, LinkedCounts, Sum } from '../../../src/domain/disclosure/linked-counts.ts';
import type { DisclosureRule } from '../../../src/domain/disclosure/rule.ts';
import { passGate } from '../../../src/domain/figures/editions/gate.ts';
import { intrude } from './intruder.ts';

const rule: DisclosureRule = { threshold: 5, roundTo: 5 };
const nothing = { held: null, narrower: null };

/** Two rows of areas, their totals and the total of all. */
function tableOf(counts: readonly number[]): LinkedCounts {
  const cell = (id: string, count: number): CountCell => ({
    id,
    count,
    fromOne: null,
    standing: 'open',
  });
  const half = counts.length / 2;
  const sumOf = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0);
  const ids = counts.map((_, at) => `area${at}`);
  const sums: Sum[] = [
    { total: 'north', parts: ids.slice(0, half) },
    { total: 'south', parts: ids.slice(half) },
    { total: 'all', parts: ['north', 'south'] },
  ];
  return {
    cells: [
      ...counts.map((count, at) => cell(`area${at}`, count)),
      cell('north', sumOf(counts.slice(0, half))),
      cell('south', sumOf(counts.slice(half))),
      cell('all', sumOf(counts)),
    ],
    sums,
  };
}

const isSmall = ({ count }: CountCell): boolean => count < rule.threshold;

type Values = ReadonlyMap<string, number | null>;

/** What a reader of both editions knows of what came between, by a system written anew for this test. */
function between(first: LinkedCounts, second: LinkedCounts, values: readonly [Values, Values]) {
  const named = (prefix: string, { cells, sums }: LinkedCounts): LinkedCounts => ({
    cells: cells.map((one) => ({ ...one, id: `${prefix}${one.id}` })),
    sums: sums.map(({ total, parts }) => ({
      total: `${prefix}${total}`,
      parts: parts.map((part) => `${prefix}${part}`),
    })),
  });
  const [one, two] = [named('1', first), named('2', second)];
  const came = first.cells.map(({ id, count }, at) => ({
    id: `came${id}`,
    count: (second.cells[at]?.count ?? 0) - count,
    fromOne: null,
    standing: 'implied' as const,
  }));
  const both = {
    cells: [...one.cells, ...two.cells, ...came],
    sums: [
      ...one.sums,
      ...two.sums,
      ...first.cells.map(({ id }) => ({ total: `2${id}`, parts: [`1${id}`, `came${id}`] })),
    ],
  };
  const known = new Map<string, number | null>([
    ...[...values[0]].map(([id, value]) => [`1${id}`, value] as const),
    ...[...values[1]].map(([id, value]) => [`2${id}`, value] as const),
  ]);
  const seen = (list: readonly CountCell[]) =>
    list.map(({ id, count }) => ({ id, count, ...intrude(both, known, rule, id) }));
  return { came: seen(came), small: seen([...one.cells, ...two.cells].filter(isSmall)) };
}

const counts = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 90 })),
  { minLength: 6, maxLength: 6 },
);
const additions = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 6, maxLength: 6 });

it('two editions of which the second has more records cannot be subtracted from each other', () => {
  fc.assert(
    fc.property(counts, additions, (before, more) => {
      const [first, second] = [
        tableOf(before),
        tableOf(before.map((count, at) => count + (more[at] ?? 0))),
      ];
      const one = passGate(first, rule, nothing);
      const two = passGate(second, rule, { held: one.kept, narrower: null });
      expect([...one.unsafe, ...two.unsafe]).toEqual([]);
      const { came, small } = between(first, second, [one.values, two.values]);
      for (const { least, most } of small) {
        expect(least).toBeLessThanOrEqual(1);
        expect(most).toBeGreaterThanOrEqual(rule.threshold);
      }
      for (const { count, least, most } of came) {
        if (count >= rule.threshold) continue;
        // Perhaps none came; or else perhaps one, and perhaps enough to be told.
        if (least > 0) expect(least).toBe(1);
        if (least > 0) expect(most).toBeGreaterThanOrEqual(rule.threshold);
      }
    }),
    { seed: 21, numRuns: 15 },
  );
});

it('subtracts two editions that were not held against each other', () => {
  const exact: DisclosureRule = { threshold: 5, roundTo: 1 };
  const [first, second] = [tableOf([20, 30, 40, 50, 60, 70]), tableOf([22, 30, 40, 50, 60, 70])];
  const free = passGate(second, exact, nothing);
  expect(free.values.get('area0')).toBe(22);
  const held = passGate(second, exact, {
    held: passGate(first, exact, nothing).kept,
    narrower: null,
  });
  expect(held.values.get('area0')).toBeNull();
  expect(held.values.get('area1')).toBe(30);
});

it('tells the public nothing that a partner was not told', () => {
  const release = tableOf([3, 30, 40, 50, 60, 70]);
  const partner = passGate(release, rule, nothing);
  const open = passGate(
    release,
    { threshold: 10, roundTo: 5 },
    { held: null, narrower: partner.kept },
  );
  for (const [id, value] of partner.values)
    if (value === null) expect(open.values.get(id)).toBeNull();
});

it('finds what a switched-off rule gives away', () => {
  const release = tableOf([3, 30, 40, 50, 60, 70]);
  const exact: DisclosureRule = { threshold: 5, roundTo: 1 };
  const bare = new Map(release.cells.map(({ id, count }) => [id, count < 5 ? null : count]));
  const { least, most } = intrude(release, bare, exact, 'area0');
  expect([least, most]).toEqual([3, 3]);
  const { values } = passGate(release, exact, nothing);
  const kept = intrude(release, values, exact, 'area0');
  expect(kept.least).toBeLessThanOrEqual(1);
  expect(kept.most).toBeGreaterThanOrEqual(5);
});
