import { describe, expect, it } from 'vitest';
import { sortedRows, tableAsCsv, valueText } from '../../renderer/explore/table-rows.ts';
import type { RunTable } from '../../src/contract/hotspots.ts';

const table: RunTable = {
  name: 'made-up',
  title: 'Made up',
  columns: [
    { name: 'count', title: 'Count', unit: null, values: Float64Array.of(3, Number.NaN, 12, 3) },
    { name: 'name', title: 'Name', unit: null, values: ['b', 'a "quoted", one', '=1+1', ''] },
  ],
};

describe('rows of a table', () => {
  it('are sorted by number, "not given" last either way, equal ones in their order', () => {
    expect(sortedRows(table, { column: 'count', isDescending: true })).toEqual([2, 0, 3, 1]);
    expect(sortedRows(table, { column: 'count', isDescending: false })).toEqual([0, 3, 2, 1]);
  });

  it('are sorted by letter, and stay as they come without a column', () => {
    expect(sortedRows(table, { column: 'name', isDescending: false })).toEqual([3, 2, 1, 0]);
    expect(sortedRows(table, null)).toEqual([0, 1, 2, 3]);
  });

  it('never show NaN', () => {
    expect(
      [0, 1, 2, 3].map((row) => table.columns.map((column) => valueText(column, row))),
    ).toEqual([
      ['3', 'b'],
      ['-', 'a "quoted", one'],
      ['12', '=1+1'],
      ['3', '-'],
    ]);
  });

  it('never show a probability as 0, in a column of its own or in a row of figures', () => {
    const column = (name: string, ...values: number[]) => ({
      name,
      title: name,
      unit: null,
      values: Float64Array.from(values),
    });
    const statistic = { name: 'statistic', title: 'Figure', unit: null, values: ['z', 'p'] };
    const shown = (own: RunTable['columns'][number], first?: RunTable['columns'][number]) =>
      [0, 1].map((row) => valueText(own, row, first));
    for (const name of ['p', 'p_bh', 'trend_p', 'p_permutation'])
      expect(shown(column(name, 0, 0.03125))).toEqual(['< 0.0001', '0.03125']);
    expect(shown(column('p', 1, Number.NaN))).toEqual(['1', '-']);
    expect(shown(column('value', 0, 3e-12), statistic)).toEqual(['0', '< 0.0001']);
    expect(shown(column('count', 0, 0), statistic)).toEqual(['0', '0']);
  });

  it('are copied as CSV with quotes where needed and no formula that a spreadsheet would run', () => {
    expect(tableAsCsv(table, [1, 2, 3])).toBe(
      'count,name\r\n,"a ""quoted"", one"\r\n12,\'=1+1\r\n3,\r\n',
    );
  });
});
