import Papa from 'papaparse';
import {
  generateSampleForce,
  type SampleFile,
  type SampleOptions,
} from '../../../src/domain/sample/generate.ts';

/** A straight stand-in for the real transformation: degrees that grow evenly with metres. */
export function plainDegrees(easting: number, northing: number) {
  return { longitude: (easting - 530_000) / 65_000, latitude: 54 + (northing - 500_000) / 111_000 };
}

/** The inverse of plainDegrees. */
export function plainMetres(longitude: number, latitude: number) {
  return { easting: 530_000 + longitude * 65_000, northing: 500_000 + (latitude - 54) * 111_000 };
}

export type Row = Readonly<Record<string, string>>;

export interface Sample {
  readonly files: readonly SampleFile[];
  textOf(name: string): string;
  /** Header and records of a CSV file, nothing typed. */
  tableOf(name: string): { readonly header: readonly string[]; readonly records: string[][] };
  rowsOf(name: string): Row[];
}

export function sampleWith(options: Omit<SampleOptions, 'gridToWgs84'>): Sample {
  const files = generateSampleForce({ ...options, gridToWgs84: plainDegrees });
  const textOf = (name: string) => {
    const file = files.find((candidate) => candidate.name === name);
    if (!file) throw new Error(`the sample has no ${name}`);
    return [...file.text()].join('');
  };
  const tableOf = (name: string) => {
    const parsed = Papa.parse<string[]>(textOf(name), { skipEmptyLines: true });
    if (parsed.errors.length > 0) throw new Error(JSON.stringify(parsed.errors));
    const [header = [], ...records] = parsed.data;
    return { header, records };
  };
  return {
    files,
    textOf,
    tableOf,
    rowsOf(name) {
      const { header, records } = tableOf(name);
      return records.map((record) =>
        Object.fromEntries(header.map((column, index) => [column, record[index] ?? ''])),
      );
    },
  };
}

/** The first row of each incident. */
export function incidentsIn(rows: readonly Row[]): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const reference = row['reference'] ?? '';
    if (!first.has(reference)) first.set(reference, row);
  }
  return [...first.values()];
}

/** Rows by their value in a column, in the order of the file. */
export function rowsBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** dd/mm/yyyy hh:mm as sortable YYYY-MM-DD hh:mm. */
export function sortable(text: string | undefined): string {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})( \d{2}:\d{2})?$/.exec(text ?? '');
  if (!match) throw new Error(`"${text}" is not written dd/mm/yyyy hh:mm`);
  const [, day, month, year, time = ''] = match;
  return `${year}-${month}-${day}${time}`;
}
