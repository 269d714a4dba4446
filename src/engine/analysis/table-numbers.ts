import type { RunTable } from '../../contract/hotspots.ts';

/** The numbers of a column of a table. A defect when it is not there. */
export function tableNumbers({ columns }: RunTable, name: string): Float64Array {
  const values = columns.find((column) => column.name === name)?.values;
  if (values instanceof Float64Array) return values;
  throw new Error(`a result has no column of numbers "${name}"`);
}
