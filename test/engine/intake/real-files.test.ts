import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, emptyWorkspace } from '../support.ts';

const data = join(process.cwd(), '..', 'shared', 'data');
const isThere = existsSync(data);
const missing = '../shared/data is not here';

/** Published files as they are, what each is, and its rows. */
const published = [
  ['lookups/imd2019_lsoa11_4forces.csv', 'deprivation', 'indices-of-deprivation', 2_774],
  ['lookups/lsoa11_lsoa21_ltla22_lookup_4forces.csv', 'lookup', 'lsoa-2011-to-2021', 2_835],
  ['lookups/lsoa11_msoa11_4forces.csv', 'lookup', 'small-area-to-larger', 2_774],
  ['lookups/lsoa11_ward17_4forces.csv', 'lookup', 'small-area-to-larger', 2_774],
  ['lookups/population2020_lsoa11_4forces.csv', 'population', 'population-by-age', 2_774],
  ['offences/CrimeCatMappings.csv', 'offences', 'home-office-classes', 132],
  ['offences/ons_crime_severity_codes.csv', 'harm', 'ons-crime-severity', 134],
  ['postcodes/ta.csv', 'postcodes', 'code-point-open', 11_445],
  ['boundaries/lsoa11-E06000022.geojson', 'areas', 'boundaries', 115],
] as const;

describe('published files', () => {
  it('are recognised without being told, come in whole, and change nothing the second time', async ({
    skip,
  }) => {
    if (!isThere) skip(missing);
    const { engine } = await emptyWorkspace();
    const files = published.map(([name]) => join(data, name));
    const expected = published.map(([, kind, preset, rows]) => ({ ok: true, kind, preset, rows }));
    const first = await ask(engine, 'importFiles', { files });
    expect(first.files).toMatchObject(expected.map((one) => ({ ...one, accepted: one.rows })));
    const again = await ask(engine, 'importFiles', { files });
    expect(again.files).toMatchObject(expected.map((one) => ({ ...one, duplicates: one.rows })));
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });

  it('keep the areas of 2011 whole when those of 2021 come', async ({ skip }) => {
    if (!isThere) skip(missing);
    const { engine } = await emptyWorkspace();
    const { files } = await ask(engine, 'importFiles', {
      files: ['lsoa11-E06000023.geojson', 'lsoa2021_avon-and-somerset_city-of-london.geojson'].map(
        (name) => join(data, 'boundaries', name),
      ),
    });
    expect(files).toMatchObject([
      { accepted: 263, updated: 0 },
      { accepted: 1_044, updated: 0 },
    ]);
  });
});
