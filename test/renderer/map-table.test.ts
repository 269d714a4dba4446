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

  it('are copied as CSV with quotes where needed and no formula that a spreadsheet would run', () => {
    expect(tableAsCsv(table, [1, 2, 3])).toBe(
      'count,name\r\n,"a ""quoted"", one"\r\n12,\'=1+1\r\n3,\r\n',
    );
  });
});
