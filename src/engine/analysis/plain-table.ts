import { FailureError } from '../../contract/outcome.ts';
import { openTables, type TableSource } from '../intake/formats/table-source.ts';

/** A plain table of points: no preset, its own column names. */
export interface PlainTable {
  readonly source: TableSource;
  /** Number of the column of this name; throws `no-known-columns` with the names there are. */
  readonly columnOf: (name: string) => number;
}

/** Opens the first table of a file for the commands that work on any table of points. */
export async function openPlainTable(path: string): Promise<PlainTable> {
  const { tables } = await openTables(path, { sheet: null, isKnownHeader: () => false });
  const [source] = tables;
  if (source === undefined) {
    throw new FailureError('empty-file', 'The file holds no table.', 'Export it again.');
  }
  return {
    source,
    columnOf: (name) => {
      const at = source.header.indexOf(name);
      if (at >= 0) return at;
      throw new FailureError(
        'no-known-columns',
        `The file has no column "${name}".`,
        `Its columns are ${source.header.join(', ')}.`,
      );
    },
  };
}

/** The number in a cell; NaN when it is blank or none. */
export function numberIn(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}
