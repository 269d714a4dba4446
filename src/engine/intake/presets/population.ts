import { isColumn, type Preset } from './preset.ts';

/** Census 2021 TS008: one row an area, a column a sex. */
export const censusSex: Preset = {
  name: 'census-ts008',
  title: 'Census 2021 TS008 (sex)',
  kind: 'population',
  columns: { areaCode: ['geography code'] },
  needs: ['areaCode'],
  marks: [/^sex:? ?female/i],
  expand: (header) =>
    columnsAsRecords(header, [
      [/^sex:? ?female/i, { sex: 'Female' }],
      [/^sex:? ?male/i, { sex: 'Male' }],
    ]),
  source: 'open-data',
  identity: { unchanging: ['areaCode', 'sex', 'ageBand'] },
};

/** Population by age band, a column a band (as the open lookups of areas carry it). */
export const populationByAge: Preset = {
  name: 'population-by-age',
  title: 'population by age band, a column a band',
  kind: 'population',
  columns: { areaCode: [/^(lsoa|msoa|oa|wd|ward|lad|ltla)\d\d_?(code|cd)$/i, 'area code'] },
  needs: ['areaCode'],
  marks: [/^age_\d/i],
  expand: (header) =>
    columnsAsRecords(
      header,
      header
        .filter((column) => /^age_\d/i.test(column))
        .map((column) => [
          new RegExp(`^${column}$`, 'i'),
          { ageBand: column.replace(/^age_/i, '').replaceAll('_', '-').replace('-plus', '+') },
        ]),
    ),
  source: 'open-data',
  identity: { unchanging: ['areaCode', 'sex', 'ageBand'] },
};

/** One record a column that is named; a column that the file lacks gives none. */
function columnsAsRecords(
  header: readonly string[],
  wanted: readonly (readonly [RegExp, Readonly<Record<string, string>>])[],
): ((cells: readonly string[]) => readonly Readonly<Record<string, string>>[]) | null {
  const found = wanted.flatMap(([pattern, fields]) => {
    const column = header.findIndex((name) => isColumn(name, pattern));
    return column < 0 ? [] : [{ column, fields }];
  });
  if (found.length === 0) return null;
  return (cells) => found.map(({ column, fields }) => ({ ...fields, count: cells[column] ?? '' }));
}
