import type { ImportKind } from '../../../contract/results.ts';

export type TableKind = Exclude<ImportKind, 'areas' | 'basemap'>;

/** A column's name as a source writes it: compared without case, spaces and punctuation, or by pattern. */
export type ColumnName = string | RegExp;

/** Gives the fields of a row that no single column holds. */
export interface DerivedFields {
  readonly fields: readonly string[];
  readonly read: (field: string, cells: readonly string[]) => string;
}

/** What rows of one record have in common, and the fields of which each row brings a part. */
export interface RowJoin {
  readonly key: string;
  readonly and: readonly string[];
  readonly lists: readonly string[];
}

/** How the columns of one source become canonical fields. */
export interface Preset {
  readonly name: string;
  /** What the source is, in the analyst's words. */
  readonly title: string;
  readonly kind: TableKind;
  /** Column names of the source for each canonical field, best first. */
  readonly columns: Readonly<Record<string, readonly ColumnName[]>>;
  /** Canonical fields that must all be found for the preset to be recognised. */
  readonly needs: readonly string[];
  /** Columns that are not read but tell this source from others; all must be there. */
  readonly marks?: readonly ColumnName[];
  /** Only a file all of whose columns are read is recognised: for lists whose columns many other files have too. */
  readonly wholeHeader?: boolean;
  /** `open-data`: published data with no victim, flag or hour; never a VAWG count. */
  readonly source: 'force' | 'open-data';
  /**
   * Fields that say who a record is. `key`: one field, unique in the source's system. Otherwise the columns that
   * do not change, together with how often they occurred before in the file.
   */
  readonly identity: { readonly key: string } | { readonly unchanging: readonly string[] | 'all' };
  /** Values a source leaves out because they are always the same. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Fields made from several columns, given the header; null when the header has none of them. */
  readonly derive?: (header: readonly string[]) => DerivedFields | null;
  /** Makes one row several records: each a way to look fields up before the row's own columns. */
  readonly expand?: (
    header: readonly string[],
  ) => ((cells: readonly string[]) => readonly Readonly<Record<string, string>>[]) | null;
  /** Rows that share the key, and these fields with it, are one record whose list fields are joined (a row a reason). */
  readonly joinsRowsOn?: RowJoin;
  /** Recognises a table without a header by its first row, and gives the column number of each field. */
  readonly headerless?: {
    readonly columns: Readonly<Record<string, number>>;
    readonly fits: (cells: readonly string[]) => boolean;
  };
}

/** A column name as compared: lower case letters and digits only. */
export function plainColumn(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A column name in words: `case_ref`, `Case-Ref`, `CaseRef` and one with odd blanks are all "Case Ref" but for case. */
function spacedColumn(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/[\s\u00a0_-]+/g, ' ')
    .trim();
}

/** Whether a header's column is the one named, however its words are put together. */
export function isColumn(column: string, name: ColumnName): boolean {
  if (typeof name === 'string') return plainColumn(column) === plainColumn(name);
  return name.test(column) || name.test(spacedColumn(column));
}
