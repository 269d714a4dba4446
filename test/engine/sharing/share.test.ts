import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/contract/calls.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { ask, emptyWorkspace, newEngine, temporaryFolder } from '../support.ts';
import { membersOf } from './zip-members.ts';

async function sampleForce(incidents = 6_000): Promise<{ engine: Engine; directory: string }> {
  const engine = newEngine();
  const directory = temporaryFolder();
  await ask(engine, 'buildSample', { directory, incidents });
  const run = await ask(engine, 'analyse', { method: 'gi-star', filter: { space: 'public' } });
  await ask(engine, 'findPlaces', { run: run.run });
  return { engine, directory };
}

const partner = { level: 'partner', recipient: 'Council' } as const;

function share(engine: Engine, more: Partial<CallInput<'shareLayer'>>) {
  return ask(engine, 'shareLayer', { ...partner, ...more });
}

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

/** What GDAL says of the layers of a file: it shares no code with the writer. */
function ogrinfo(path: string): string {
  return execFileSync('ogrinfo', ['-ro', '-al', '-so', path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('a share pack', () => {
  it('holds layers, README and manifest, and nothing of any record', async () => {
    const { engine, directory } = await sampleForce();
    const pack = join(directory, 'pack.zip');
    const { head } = await ask(engine, 'readAudit', {});
    const shared = await share(engine, { pack });
    expect(shared.layers).toEqual([
      'hotspots',
      'places',
      'perceptions',
      'area_rates',
      'venues',
      'areas',
    ]);
    const members = await membersOf(pack);
    const manifest = JSON.parse(String(members.get('manifest.json'))) as {
      auditHead: string;
      marking: string;
      files: { name: string; sha256: string }[];
    };
    expect(manifest.auditHead).toBe(head);
    expect(manifest.marking).toContain('OFFICIAL-SENSITIVE');
    expect(manifest.files).toHaveLength(members.size - 1);
    for (const { name, sha256 } of manifest.files) {
      expect(name).toContain('OFFICIAL-SENSITIVE');
      const bytes = members.get(name) ?? Buffer.alloc(0);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(
      await ask(engine, 'readAudit', { verify: true, anchor: manifest.auditHead }),
    ).toMatchObject({ intact: true, anchored: true });

    const bytes = Buffer.concat([...members.values()]).toString('latin1');
    const { words, positions, fragments } = secretsOf(directory, engine);
    expect(Math.min(words.size, positions.size)).toBeGreaterThan(2_000);
    expect(fragments.size).toBeGreaterThan(20);
    const written = new Set(bytes.match(/[A-Za-z0-9_/-]{5,}/g));
    expect([...words].filter((word) => written.has(word))).toEqual([]);
    const pairs = new Set(bytes.match(/-?\d+(\.\d+)?[ ,]-?\d+(\.\d+)?/g));
    expect([...positions].filter((position) => pairs.has(position))).toEqual([]);
    expect([...fragments].filter((fragment) => bytes.includes(fragment))).toEqual([]);
    // The search does find what is there.
    expect(written.has('suppressed')).toBe(true);
    expect(pairs.size).toBeGreaterThan(1_000);
  }, 120_000);

  it('is refused with every reason when no layer can be made', async () => {
    const { engine, folder } = await emptyWorkspace();
    await ask(engine, 'registerAgreement', agreement);
    const pack = join(folder, 'pack.zip');
    expect(await engine.call('shareLayer', { ...partner, pack })).toMatchObject({
      code: 'nothing-to-show',
    });
    expect(statSync(pack, { throwIfNoEntry: false })).toBeUndefined();
  });
});

/** References, pseudonyms, exact positions and pieces of free text of the sample force's files and workspace. */
function secretsOf(directory: string, engine: Engine) {
  const [words, positions, fragments] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(
      readFileSync(join(directory, 'files', `northmoor-${name}.csv`), 'utf8'),
      { header: true, skipEmptyLines: true },
    ).data;
  for (const row of [...read('incidents'), ...read('perceptions')]) {
    for (const name of ['reference', 'victimReference', 'suspectReference', 'uprn']) {
      const value = row[name] ?? '';
      if (value.length >= 5) words.add(value);
    }
    const { easting = '', northing = '', longitude = '', latitude = '' } = row;
    if (easting !== '') positions.add(`${easting} ${northing}`);
    if (longitude !== '') positions.add(`${longitude},${latitude}`);
    for (const text of [row['summary'] ?? '', row['otherReason'] ?? '', row['address'] ?? '']) {
      if (text.length > 30) fragments.add(text.slice(4, 30));
    }
  }
  for (const table of ['victim', 'suspect']) {
    const people = engine.session?.reader.database
      .prepare<[], string>(`SELECT DISTINCT person FROM ${table} WHERE person IS NOT NULL`)
      .pluck()
      .all();
    for (const person of people ?? []) words.add(person);
  }
  // A public venue stands where it stands, whether or not something happened at its door.
  for (const { easting = '', northing = '' } of read('venues')) {
    const nearest = (metres: string): number => Math.round(Number(metres) / 10) * 10;
    positions.delete(`${nearest(easting)} ${nearest(northing)}`);
  }
  return { words, positions, fragments };
}

const agreement = {
  reference: 'ISA-1',
  party: 'Council',
  purpose: 'To plan patrols',
  gateway: 'Crime and Disorder Act 1998, section 115',
  expires: '2999-01-01',
};

describe('a layer', () => {
  it('in every format is read by GDAL with the right count, reference system and bounds', async ({
    skip,
  }) => {
    if (!hasGdal) skip('ogrinfo is not here');
    const { engine, directory } = await sampleForce();
    for (const layer of ['areas', 'hotspots', 'places', 'perceptions', 'venues']) {
      for (const format of ['geojson', 'gpkg', 'kml', 'csv']) {
        const out = join(directory, `${layer}.${format}`);
        const { features } = await share(engine, { layer, format, out });
        const text = ogrinfo(out);
        expect(text).toContain(`Feature Count: ${features}`);
        const extent = /Extent: \(([-\d.]+), ([-\d.]+)\) - \(([-\d.]+), ([-\d.]+)\)/.exec(text);
        const [west, south, east, north] = (extent ?? []).slice(1).map(Number);
        const isMetres = format === 'gpkg' || format === 'csv';
        // The sample force's square on the National Grid, and the degrees around it.
        const [least, most] = isMetres ? [500_000, 620_000] : [-1.5, 2];
        expect(Math.min(west ?? Number.NaN, east ?? Number.NaN)).toBeGreaterThan(least ?? 0);
        expect(Math.max(west ?? Number.NaN, east ?? Number.NaN)).toBeLessThan(most ?? 0);
        const [low, high] = isMetres ? [470_000, 580_000] : [54, 56];
        expect(Math.min(south ?? Number.NaN, north ?? Number.NaN)).toBeGreaterThan(low ?? 0);
        expect(Math.max(south ?? Number.NaN, north ?? Number.NaN)).toBeLessThan(high ?? 0);
        if (format === 'gpkg') {
          const [first, second] = text.split(/^Layer name: /m).slice(1);
          expect(first).toMatch(new RegExp(`^${layer}\\n`));
          expect(first).toContain('ID["EPSG",27700]');
          expect(second).toMatch(new RegExp(`^${layer}_wgs84\\n`));
          expect(second).toContain('ID["EPSG",4326]');
          expect(text).toContain('Layer name: layer_styles');
        }
        if (format === 'geojson' || format === 'kml') expect(text).toContain('WGS 84');
      }
    }
  }, 180_000);

  it('for the public names the exemption beside each removal, and no number below ten', async () => {
    const { engine, directory } = await sampleForce();
    const out = join(directory, 'areas.geojson');
    await share(engine, { layer: 'areas', format: 'geojson', level: 'public', out });
    const { features, marking } = JSON.parse(readFileSync(out, 'utf8')) as {
      marking: string;
      features: { properties: Record<string, unknown> }[];
    };
    expect(marking).not.toContain('SENSITIVE');
    for (const { properties } of features) {
      if (properties['suppressed'] === true) {
        expect(properties).toMatchObject({ records: null });
        expect(properties['exemption']).toContain('section 40(2)');
      } else expect(Number(properties['records'])).toBeGreaterThanOrEqual(10);
    }
  }, 60_000);

  it('of hot spots has cells in which most have a number, and never finer than the level', async () => {
    const { engine, directory } = await sampleForce(20_000);
    const out = join(directory, 'hotspots.geojson');
    const hot = { layer: 'hotspots', format: 'geojson', out } as const;
    const sideOf = (): number => {
      const { features } = JSON.parse(readFileSync(out, 'utf8')) as {
        features: { geometry: { coordinates: [number, number][][] } }[];
      };
      const latitudes = features[0]?.geometry.coordinates[0]?.map(([, latitude]) => latitude) ?? [];
      // A degree of latitude is some 111 km.
      return 111_000 * (Math.max(...latitudes) - Math.min(...latitudes));
    };
    // The same force in cells of 250 m, as was asked for: nearly all of them are suppressed.
    const fine = await share(engine, { ...hot, cellMetres: 250 });
    expect(sideOf()).toBeLessThan(300);
    expect(fine.suppressed / fine.features).toBeGreaterThan(1 / 3);
    expect(fine.notes).toEqual([]);
    const chosen = await share(engine, hot);
    expect(sideOf()).toBeGreaterThan(400);
    expect(chosen.suppressed / chosen.features).toBeLessThan(fine.suppressed / fine.features);
    expect(chosen.notes.join()).toContain('250 m: about');
    expect(await engine.call('shareLayer', { ...partner, ...hot, cellMetres: 100 })).toMatchObject({
      ok: false,
      code: 'not-permitted',
    });
  }, 60_000);

  it('with a value that a spreadsheet would run is made harmless', async () => {
    const { engine, folder } = await emptyWorkspace();
    await ask(engine, 'registerAgreement', agreement);
    const file = join(folder, 'venues.csv');
    writeFileSync(
      file,
      'reference,name,category,easting,northing\nV1,"=HYPERLINK(""x"")",Public house,440003,330004\nV2,Safe Haven Refuge,Public house,440500,330500\n',
    );
    await ask(engine, 'importFiles', { files: [file], kind: 'venues' });
    const out = join(folder, 'out.csv');
    const shared = await share(engine, { layer: 'venues', format: 'csv', out });
    expect(shared.features).toBe(1);
    const text = readFileSync(out, 'utf8');
    expect(text).toContain(`"'=HYPERLINK`);
    expect(text).toContain('POINT (440000 330000)');
    // A CSV has no place beside its rows: what must not be parted from them stands on each.
    const [row] = Papa.parse<Record<string, string>>(text, { header: true }).data;
    const { head } = await ask(engine, 'readAudit', {});
    expect(row).toMatchObject({
      marking: 'OFFICIAL-SENSITIVE',
      force: 'Testshire',
      recipient: 'Council',
      agreement: 'ISA-1',
      thresholdDecision: '',
    });
    expect(row?.['auditHead']).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.['auditHead']).not.toBe(head);
    expect(
      await ask(engine, 'readAudit', { verify: true, anchor: row?.['auditHead'] ?? '' }),
    ).toMatchObject({ anchored: true });
    expect(text).not.toContain('Refuge');
  });

  it('is refused, and nothing written, where it must be', async () => {
    const { engine, folder } = await emptyWorkspace();
    await ask(engine, 'registerAgreement', agreement);
    const out = join(folder, 'x.geojson');
    const layer = { ...partner, layer: 'hotspots', format: 'geojson', out };
    const refused: [Record<string, unknown>, string][] = [
      [{ recipient: '  ' }, 'bad-request'],
      [{ recipient: 'Somebody' }, 'not-permitted'],
      [{ level: 'force' }, 'not-permitted'],
      [{ level: 'everybody' }, 'bad-request'],
      [{ level: 'public', threshold: 3 }, 'not-permitted'],
      // Tells more than the rule, and nobody decided it.
      [{ threshold: 3 }, 'not-permitted'],
      [{ layer: 'victims' }, 'bad-request'],
      [{ format: 'shp' }, 'bad-request'],
      [{ out: join(folder, 'none', 'x.geojson') }, 'not-found'],
      [{ pack: join(folder, 'x.zip') }, 'bad-request'],
      [{}, 'nothing-to-show'],
    ];
    expect(await engine.call('registerAgreement', { ...agreement, party: '' })).toMatchObject({
      message: 'The request cannot be understood: party is empty. Nothing was changed.',
    });
    const { entries } = await ask(engine, 'readAudit', {});
    for (const [more, code] of refused) {
      expect(await engine.call('shareLayer', { ...layer, ...more })).toMatchObject({ code });
    }
    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
    // Classifying is logged; no share is.
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest.filter(({ action }) => action.includes('shared'))).toEqual([]);
    expect(entries).toBeGreaterThan(0);
  });

  it('below the threshold of its level says who decided it and why, in the log and in the pack', async () => {
    const { engine, directory } = await sampleForce(2_000);
    const pack = join(directory, 'pack.zip');
    const decision = { by: 'Superintendent Made-up', why: 'decision 12 of the board' };
    await share(engine, { pack, threshold: 3, decision });
    const { latest } = await ask(engine, 'readAudit', {});
    const entry = latest.find(({ action }) => action === 'pack shared');
    expect(entry?.detail).toMatchObject({ decidedBy: decision.by, why: decision.why });
    const members = await membersOf(pack);
    const readme = [...members].find(([name]) => name.startsWith('README'))?.[1];
    expect(String(readme)).toContain(`decided by ${decision.by}: ${decision.why}`);
    expect(JSON.parse(String(members.get('manifest.json')))).toMatchObject({ decision });
  });

  it('names places by public venues and areas, and never in the words of the analyst', async () => {
    const { engine, directory } = await sampleForce();
    const { places } = await ask(engine, 'listPlaces', {});
    for (const { place } of places) {
      await ask(engine, 'changePlace', { place, name: `House of Ms Madeup ${place}` });
    }
    const out = join(directory, 'places.geojson');
    await share(engine, { layer: 'places', format: 'geojson', out });
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('kilometre square');
    expect(text).not.toContain('Madeup');
  });

  it('into a folder that vanishes meanwhile leaves neither a file nor an entry in the log', async () => {
    const { engine, directory } = await sampleForce(2_000);
    const out = join(directory, 'target', 'x.geojson');
    mkdirSync(dirname(out));
    let removals = 0;
    const outcome = await engine.call(
      'shareLayer',
      { ...partner, layer: 'hotspots', format: 'geojson', out },
      {
        signal: new AbortController().signal,
        report: () => {
          rmSync(dirname(out), { recursive: true, force: true });
          removals++;
        },
      },
    );
    expect(removals).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ ok: false });
    expect(JSON.stringify(outcome)).not.toContain(directory);
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest.filter(({ action }) => action.includes('shared'))).toEqual([]);
  }, 60_000);
});
