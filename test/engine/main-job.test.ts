import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { statsOnCsv } from '../../src/engine/analysis/stats/run-stats.ts';
import { ask, emptyWorkspace, newEngine, temporaryFolder } from './support.ts';

const shared = join('..', 'shared');

/** The page's words without markup and embedded fonts. */
function wordsOf(html: string): string {
  return html.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, ' ');
}

describe('the sample force from files to profile', () => {
  it('is imported whole, classified, analysed, profiled and shared', async () => {
    const engine = newEngine();
    const directory = temporaryFolder();
    const sample = await ask(engine, 'buildSample', { directory, incidents: 6_000 });
    for (const file of sample.imported)
      expect(file).toMatchObject({ ok: true, rejected: 0, duplicates: 0 });
    expect(sample.summary.counts.incidents).toBe(6_000);

    const run = await ask(engine, 'analyse', { method: 'gi-star', filter: { space: 'public' } });
    const leftOut = Object.values(run.leftOut).reduce((sum, count) => sum + count, 0);
    expect(run.countIn + leftOut).toBe(6_000);
    expect(Number(run.summary['hotCells'])).toBeGreaterThan(0);
    const again = await ask(engine, 'analyse', { method: 'gi-star', filter: { space: 'public' } });
    expect({ ...again, madeAt: '' }).toEqual({ ...run, madeAt: '' });

    const profile = await ask(engine, 'buildProfile', {});
    const words = wordsOf(profile.html);
    for (const heading of [
      'Online spaces',
      'Private spaces',
      'Public spaces',
      'Voices of women and girls',
      'Data and limitations',
    ])
      expect(words).toContain(heading);
    expect(words).toContain(profile.marking);
    expect(words).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(profile.html).not.toMatch(/(src|href)=(?!"#)|url\((?!data:|#)/);
    expect(profile.sections).toHaveLength(18);

    const out = join(directory, 'layer.geojson');
    const layer = await ask(engine, 'shareLayer', {
      layer: 'hotspots',
      format: 'geojson',
      level: 'partner',
      recipient: 'Council',
      out,
    });
    const content = JSON.parse(readFileSync(out, 'utf8')) as {
      features: { properties: Record<string, unknown> }[];
    };
    expect(content.features).toHaveLength(layer.features);
    for (const { properties } of content.features) {
      expect(Object.keys(properties).sort()).toEqual([
        'confidence',
        'records',
        'suppressed',
        'why_suppressed',
      ]);
      if (properties['suppressed'] === true) expect(properties['records']).toBeNull();
      else expect(Number(properties['records']) % 5).toBe(0);
    }
    expect(await engine.call('buildProfile', { edition: 'partner' })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
    expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
    expect((await ask(engine, 'readAudit', { verify: true })).intact).toBe(true);
  });
});

it('an empty workspace still gives a profile that says what is missing', async () => {
  const { engine } = await emptyWorkspace();
  const profile = await ask(engine, 'buildProfile', {});
  const words = wordsOf(profile.html);
  expect(words).not.toMatch(/NaN|undefined|Infinity|\[object/);
  expect(words).toContain('No file has been imported');
  expect(words).toContain('No engagement with women and girls was imported');
});

/** Incidents without a reference that are like an earlier one in all that is recorded of them. */
function identicalRows(path: string): unknown {
  const database = new Database(path, { readonly: true });
  const found = database
    .prepare(
      `SELECT sum(alike - 1) FROM (SELECT count(*) AS alike FROM incident WHERE reference IS NULL
       GROUP BY recorded_on, easting, northing, location_text, area_code, offence_title, outcome_code)`,
    )
    .pluck()
    .get();
  database.close();
  return found;
}

describe('held against other data and software', () => {
  it('accounts for all 157,377 rows of the twelve published months, and calls none VAWG', async ({
    skip,
  }) => {
    const folder = join(shared, 'data', 'police-uk-street');
    if (!existsSync(folder)) skip('../shared/data is not here');
    const { engine, path } = await emptyWorkspace();
    const months = readdirSync(folder).map((name) => join(folder, name));
    const areas = readdirSync(join(shared, 'data', 'boundaries'))
      .filter((name) => name.startsWith('lsoa11-'))
      .map((name) => join(shared, 'data', 'boundaries', name));
    const { files } = await ask(engine, 'importFiles', { files: [...areas, ...months] });
    const sum = (
      name: 'rows' | 'accepted' | 'rejected' | 'duplicates' | 'updated' | 'withoutLocation',
    ) =>
      files
        .filter((file) => file.kind === 'incidents')
        .reduce((total, file) => total + file[name], 0);
    expect(sum('rows')).toBe(157_377);
    expect(sum('accepted') + sum('rejected') + sum('duplicates') + sum('updated')).toBe(157_377);
    expect(sum('accepted')).toBe(157_377);
    expect(sum('withoutLocation')).toBe(9_860);
    expect((await ask(engine, 'workspaceSummary', {})).counts).toMatchObject({
      incidents: 157_377,
      areas: 1_005,
    });
    const classified = await ask(engine, 'classify', {});
    expect(classified.vawg).toMatchObject({ context: 157_377, total: 0 });
    // Crime IDs of police.uk are not unique: told, and nothing is dropped for it.
    expect((await ask(engine, 'dataQuality', {})).sharedReferences).toEqual({
      references: 876,
      records: 1_787,
    });
    // Rows that are alike in everything and have no Crime ID are records of their own.
    expect(identicalRows(path)).toBe(9_695);
    const filter = { evidence: 'all-incidents' } as const;
    const placed = await ask(engine, 'analyse', { method: 'counts', filter });
    // In every total above, and in no cell of a map.
    expect(placed.leftOut).toMatchObject({ noLocation: 9_860 });
    const leftOut = Object.values(placed.leftOut).reduce((total, count) => total + count, 0);
    expect(placed.countIn + leftOut).toBe(157_377);
    const profile = await ask(engine, 'buildProfile', {});
    expect(wordsOf(profile.html)).toContain(
      'all-victim context, and not a measure of violence against women and girls',
    );
    expect(profile.title).toContain('context');
    const { files: twice } = await ask(engine, 'importFiles', { files: months });
    expect(twice.reduce((total, file) => total + file.duplicates, 0)).toBe(157_377);
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(157_377);
    expect(identicalRows(path)).toBe(9_695);
  }, 180_000);

  it('gives the reference Gi* on the plain points file', async ({ skip }) => {
    const reference = join(shared, 'reference');
    if (!existsSync(reference)) skip('../shared/reference is not here');
    const out = join(temporaryFolder(), 'cells.csv');
    await statsOnCsv({
      method: 'gi-star',
      points: join(reference, 'points.csv'),
      x: 'x',
      y: 'y',
      weight: null,
      from: null,
      to: null,
      grid: () => ({
        shape: 'square',
        cellMetres: 250,
        originEasting: 440_000,
        originNorthing: 330_000,
        columns: 80,
        rows: 80,
      }),
      settings: new Map(),
      out,
    });
    const read = (path: string) =>
      Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), { header: true }).data;
    const [ours, theirs] = [read(out), read(join(reference, 'cells_250m.csv'))];
    expect(ours).toHaveLength(theirs.length);
    for (const [index, row] of theirs.entries()) {
      const own = ours[index] ?? {};
      expect(own['cell_id']).toBe(row['cell_id']);
      expect(own['count']).toBe(row['count']);
      expect(own['bin_bh']).toBe(row['gi_bin_FDR']);
      const z = Number(row['gistar_z']);
      expect(Math.abs(Number(own['z']) - z)).toBeLessThanOrEqual(1e-9 * Math.abs(z));
    }
  });
});
