import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountCell, LinkedCounts, Sum } from '../../../src/domain/disclosure/linked-counts.ts';
import { primaryRemoval, protectCounts } from '../../../src/domain/disclosure/protect.ts';
import { type DisclosureRule, publishedValue } from '../../../src/domain/disclosure/rule.ts';
import { intrude } from './intruder.ts';

const exact: DisclosureRule = { threshold: 5, roundTo: 1 };
const rounded: DisclosureRule = { threshold: 5, roundTo: 5 };

const cell = (
  id: string,
  count: number,
  standing: CountCell['standing'] = 'open',
  fromOne: number | null = null,
): CountCell => ({ id, count, fromOne, standing });

/** A table with totals of rows and columns and a total of all. */
function crossTable(counts: readonly (readonly number[])[], name = ''): LinkedCounts {
  const cells: CountCell[] = [];
  const sums: Sum[] = [];
  const width = counts[0]?.length ?? 0;
  const sumOf = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0);
  const columns = Array.from({ length: width }, (_, column) =>
    sumOf(counts.map((row) => row[column] ?? 0)),
  );
  for (const [row, list] of counts.entries()) {
    for (const [column, count] of list.entries())
      cells.push(cell(`${name}${row}.${column}`, count));
    cells.push(cell(`${name}row${row}`, sumOf(list)));
    sums.push({
      total: `${name}row${row}`,
      parts: list.map((_, column) => `${name}${row}.${column}`),
    });
  }
  for (const [column, count] of columns.entries()) {
    cells.push(cell(`${name}column${column}`, count));
    sums.push({
      total: `${name}column${column}`,
      parts: counts.map((_, row) => `${name}${row}.${column}`),
    });
  }
  cells.push(cell(`${name}all`, sumOf(columns)));
  sums.push({ total: `${name}all`, parts: columns.map((_, column) => `${name}column${column}`) });
  return { cells, sums };
}

/** Every sensitive number that an intruder can pin down more closely than the promise allows. */
function recovered(
  release: LinkedCounts,
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
): string[] {
  return release.cells
    .filter(({ standing }) => typeof standing !== 'object')
    .filter((one) => primaryRemoval(one, rule) !== null)
    .filter((one) => {
      const { least, most } = intrude(release, values, rule, one.id);
      return one.count < rule.threshold
        ? least > 1 || most < rule.threshold
        : least > one.count - rule.threshold + 1 || most < one.count + rule.threshold - 1;
    })
    .map(({ id }) => id);
}

/** What would go out if only the small numbers themselves were suppressed. */
function primaryOnly(release: LinkedCounts, rule: DisclosureRule): Map<string, number | null> {
  return new Map(
    release.cells.map((one) => [
      one.id,
      primaryRemoval(one, rule) === null ? publishedValue(one.count, rule) : null,
    ]),
  );
}

describe('protected counts', () => {
  it('suppress a second number where a total would give the first away', () => {
    const release = crossTable([
      [3, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ]);
    const { values, removals, exposed } = protectCounts(release, exact);
    expect(exposed).toEqual([]);
    expect(removals.get('0.0')).toBe('small');
    // By hand: a square of four suppressed numbers is the least that hides one within row and column totals.
    const secondary = [...removals]
      .filter(([, why]) => why === 'protects-another')
      .map(([id]) => id);
    expect(secondary).toHaveLength(3);
    expect(recovered(release, values, exact)).toEqual([]);
    expect(recovered(release, primaryOnly(release, exact), exact)).toEqual(['0.0']);
  });

  it('leave a number alone that nothing ties to others', () => {
    const release = { cells: [cell('a', 4), cell('b', 7)], sums: [] };
    expect([...protectCounts(release, rounded).values]).toEqual([
      ['a', null],
      ['b', 5],
    ]);
  });

  it('hide what one person makes, from both sides', () => {
    const release = {
      cells: [cell('one', 12, 'open', 11), cell('others', 30), cell('all', 42)],
      sums: [{ total: 'all', parts: ['one', 'others'] }],
    };
    const { values, removals } = protectCounts(release, exact);
    expect(removals.get('one')).toBe('one-person-or-place');
    expect(recovered(release, values, exact)).toEqual([]);
  });

  it('never let two editions be subtracted', () => {
    // 57 went out as 55 last quarter; two records came since.
    const release = {
      cells: [
        cell('last', 57, { least: 55, most: 59 }),
        cell('since', 2, 'implied'),
        cell('now', 59),
      ],
      sums: [{ total: 'now', parts: ['last', 'since'] }],
    };
    expect(protectCounts(release, rounded).values.get('now')).toBe(60);
    expect(protectCounts(release, exact).values.get('now')).toBeNull();
    expect(recovered(release, protectCounts(release, exact).values, exact)).toEqual([]);
  });

  it('refuse a release that cannot be made safe any more', () => {
    const release = {
      cells: [
        cell('small', 2, 'implied'),
        cell('rest', 40, { least: 40, most: 40 }),
        cell('all', 42, { least: 42, most: 42 }),
      ],
      sums: [{ total: 'all', parts: ['small', 'rest'] }],
    };
    expect(protectCounts(release, exact).exposed).toEqual(['small']);
  });

  it('keep what the analyst withheld, and say so', () => {
    const release = { cells: [cell('a', 50, 'withheld')], sums: [] };
    expect(protectCounts(release, rounded)).toMatchObject({
      removals: new Map([['a', 'analyst']]),
    });
  });

  it('refuse sums that do not add up and cells that are there twice', () => {
    const sums = [{ total: 'all', parts: ['a'] }];
    expect(() => protectCounts({ cells: [cell('a', 5), cell('all', 6)], sums }, exact)).toThrow(
      /add up/,
    );
    expect(() => protectCounts({ cells: [cell('a', 5), cell('a', 5)], sums: [] }, exact)).toThrow(
      /twice/,
    );
    expect(() => protectCounts({ cells: [cell('a', 5)], sums }, exact)).toThrow(/not there/);
    expect(() => protectCounts({ cells: [cell('a', 0.5)], sums: [] }, exact)).toThrow(/records/);
  });
});

describe('an intruder with a solver of his own', () => {
  const count = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
  );
  const table = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const rule = fc.record({
    threshold: fc.constantFrom(3 as const, 5 as const, 10 as const),
    roundTo: fc.constantFrom(1 as const, 5 as const),
  });

  it('recovers nothing from random tables with totals', () => {
    fc.assert(
      fc.property(table, rule, (counts, chosen) => {
        const release = crossTable(counts);
        const { values, exposed } = protectCounts(release, chosen);
        expect(exposed).toEqual([]);
        expect(recovered(release, values, chosen)).toEqual([]);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('recovers nothing from two tables of the same records, cut two ways and again by area', () => {
    const cube = fc.array(
      fc.array(fc.array(count, { minLength: 2, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 2,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(cube, rule, (layers, chosen) => {
        const width = Math.min(...layers.flat().map((row) => row.length));
        const cut = layers.map((layer) => layer.map((row) => row.slice(0, width)));
        // Both layers, and the table of both together: the same cells stand in two tables.
        const parts = cut.map((layer, at) => crossTable(layer, `layer${at}:`));
        const both = crossTable(
          (cut[0] ?? []).map((row, r) =>
            row.map((_, c) => cut.reduce((sum, layer) => sum + (layer[r]?.[c] ?? 0), 0)),
          ),
          'both:',
        );
        const release = {
          cells: [...parts.flatMap(({ cells }) => cells), ...both.cells],
          sums: [
            ...parts.flatMap(({ sums }) => sums),
            ...both.sums,
            ...both.cells.map(({ id }) => ({
              total: id,
              parts: cut.map((_, at) => id.replace('both:', `layer${at}:`)),
            })),
          ],
        };
        const { values, exposed } = protectCounts(release, chosen);
        expect(exposed).toEqual([]);
        expect(recovered(release, values, chosen)).toEqual([]);
      }),
      { seed: 12, numRuns: 15 },
    );
  });

  it('does recover numbers when only the small ones themselves are suppressed', () => {
    let found = 0;
    fc.assert(
      fc.property(table, (counts) => {
        const release = crossTable(counts);
        found += recovered(release, primaryOnly(release, exact), exact).length;
      }),
      { seed: 13, numRuns: 20 },
    );
    expect(found).toBeGreaterThan(20);
  });
});
