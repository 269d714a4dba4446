import type { TableSource } from './table-source.ts';

/** The columns that a file of rejected rows has before the source's own: where each row came from, and why it was refused. */
export const provenanceColumns = ['file', 'line', 'reason'] as const;

/** What a spreadsheet would run as a formula, and what already stands behind the mark that keeps it from that. */
export const formulaCell = /^'*(?:[=@\t\r]|[+-](?!\d+(?:\.\d+)?$))/;

/** Whether a row of column names is that of a file of rejected rows, which the product itself wrote. */
export function hasProvenance(header: readonly string[]): boolean {
  return provenanceColumns.every((name, index) => header[index]?.trim().toLowerCase() === name);
}

/**
 * A file of rejected rows as a table of the source it came from: without the columns that say why, and without the
 * mark before formulas. Any other table is given back as it is.
 */
export function asItsSource(table: TableSource): TableSource {
  if (!hasProvenance(table.header)) return table;
  const names = table.header.slice(provenanceColumns.length);
  return {
    ...table,
    // Blank names stand for a source without column names.
    header: names.every((name) => name === '') ? [] : names,
    width: table.width - provenanceColumns.length,
    quickRows: null,
    async *rows(onBytes) {
      for await (const slice of table.rows(onBytes)) {
        yield { ...slice, rows: slice.rows.map(sourceCells) };
      }
    },
  };
}

function sourceCells(row: readonly string[]): readonly string[] {
  return row
    .slice(provenanceColumns.length)
    .map((cell) => (cell.startsWith("'") && formulaCell.test(cell) ? cell.slice(1) : cell));
}
