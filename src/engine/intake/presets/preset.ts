import type { ImportKind } from '../../../contract/results.ts';

export type TableKind = Exclude<ImportKind, 'areas'>;

/** How the columns of one source become canonical fields. */
export interface Preset {
  readonly name: string;
  readonly kind: TableKind;
  /** Column names of the source for each canonical field, best first; compared without case, spaces, punctuation. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Canonical fields that must all be found for the preset to be recognised. */
  readonly needs: readonly string[];
  /** `open-data`: published data with no victim, flag or hour; never a VAWG count. */
  readonly source: 'force' | 'open-data';
  /**
   * Fields that say who a record is. `key`: one field, unique in the source's system. Otherwise the columns that
   * do not change, together with how often they occurred before in the file.
   */
  readonly identity: { readonly key: string } | { readonly unchanging: readonly string[] | 'all' };
  /** Values a source leaves out because they are always the same. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** A column name as compared: lower case letters and digits only. */
export function plainColumn(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
