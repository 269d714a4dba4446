/** One forward step of the file format. Steps are numbered from 1 without gaps and never edited once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
