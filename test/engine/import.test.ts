import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from './support.ts';

const header = [
  'reference',
  'offenceTitle',
  'offenceCode',
  'recordedOn',
  'easting',
  'northing',
  'victimReference',
  'victimSex',
  'suspectReference',
  'relationship',
  'outcomeCode',
];
const crime = (reference: string, victim: string, suspect: string, outcome = ''): string[] => [
  reference,
  'Stalking',
  '008/66',
  '01/02/2026 10:00',
  '440000',
  '330000',
  victim,
  'Female',
  suspect,
  'Ex-partner',
  outcome,
];

describe('an extract of crime x victim x suspect', () => {
  it('counts one crime with two victims and two suspects as one crime', async () => {
    const { engine, folder } = await emptyWorkspace();
    const rows = [
      crime('A1', 'V1', 'S1'),
      crime('A1', 'V1', 'S2'),
      crime('A1', 'V2', 'S1'),
      crime('A1', 'V2', 'S2'),
    ];
    const file = await importOne(engine, fileOf(folder, 'x.csv', csv(header, ...rows)));
    expect(file).toMatchObject({ ok: true, kind: 'incidents', rows: 4, accepted: 4, rejected: 0 });
    const { counts } = await ask(engine, 'workspaceSummary', {});
    expect(counts).toMatchObject({ incidents: 1, victims: 2, suspects: 2 });
  });

  it('changes nothing when the same file comes again, and updates what changed', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(
      folder,
      'x.csv',
      csv(header, crime('A1', 'V1', 'S1'), crime('A2', 'V2', '')),
    );
    await importOne(engine, path);
    expect(await importOne(engine, path)).toMatchObject({
      rows: 2,
      accepted: 0,
      duplicates: 2,
      updated: 0,
      batch: 2,
    });
    const later = fileOf(
      folder,
      'y.csv',
      csv(header, crime('A1', 'V1', 'S1', '16'), crime('A2', 'V3', '')),
    );
    expect(await importOne(engine, later)).toMatchObject({
      rows: 2,
      accepted: 1,
      duplicates: 0,
      updated: 1,
    });
    const { counts } = await ask(engine, 'workspaceSummary', {});
    expect(counts).toMatchObject({ incidents: 2, victims: 3 });
  });

  it('keeps each rejected row with its line and reason', async () => {
    const { engine, folder } = await emptyWorkspace();
    const bad = [
      crime('A1', 'V1', ''),
      ['A2', '', '', '01/02/2026', '', '', '', '', '', '', ''],
      ['A3', 'Stalking', '', '31/02/2026', '', '', '', '', '', '', ''],
      ['A4', 'Stalking'],
    ];
    const rejects = join(folder, 'rejects.csv');
    const file = await importOne(engine, fileOf(folder, 'x.csv', csv(header, ...bad)), { rejects });
    expect(file).toMatchObject({
      rows: 4,
      accepted: 1,
      rejected: 3,
      withoutLocation: 3,
      reasons: { 'missing-offence': 1, 'unreadable-date': 1, 'wrong-number-of-fields': 1 },
    });
    expect(
      readFileSync(rejects, 'utf8')
        .split('\r\n')
        .slice(1, 4)
        .map((line) => line.split(',').slice(0, 3)),
    ).toEqual([
      ['x.csv', '3', 'missing-offence'],
      ['x.csv', '4', 'unreadable-date'],
      ['x.csv', '5', 'wrong-number-of-fields'],
    ]);
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });

  it('reads everything and keeps nothing in a dry run', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', csv(header, crime('A1', 'V1', '')));
    expect(await importOne(engine, path, { dryRun: true })).toMatchObject({
      accepted: 1,
      batch: null,
    });
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(0);
    const unmapped = fileOf(folder, 'y.csv', csv(['when', 'what'], ['x', 'y']));
    expect(await importOne(engine, unmapped, { kind: 'incidents', dryRun: true })).toMatchObject({
      rows: 1,
      rejected: 1,
      reasons: { 'missing-offence': 1 },
    });
  });

  it('leaves the workspace as it was when cancelled', async () => {
    const { engine, folder } = await emptyWorkspace();
    const rows = Array.from({ length: 40_000 }, (_, index) => crime(`C${index}`, `V${index}`, ''));
    const path = fileOf(folder, 'big.csv', csv(header, ...rows));
    const controller = new AbortController();
    const outcome = await engine.call(
      'importFiles',
      { files: [path] },
      { signal: controller.signal, report: () => controller.abort() },
    );
    expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
    const summary = await ask(engine, 'workspaceSummary', {});
    expect(summary.counts.incidents).toBe(0);
    expect(summary.sources).toEqual([]);
  });

  it('keeps identifiers of people only as pseudonyms and no address', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    const columns = [...header, 'address'];
    await importOne(
      engine,
      fileOf(
        folder,
        'x.csv',
        csv(columns, [...crime('A1', 'PERSON-77-SECRET', 'SUSPECT-88-SECRET'), '12 Nowhere Lane']),
      ),
    );
    await engine.stop();
    const bytes = readFileSync(path).toString('latin1');
    for (const secret of ['PERSON-77-SECRET', 'SUSPECT-88-SECRET', 'Nowhere Lane'])
      expect(bytes).not.toContain(secret);
    expect(bytes).toContain('A1');
  });
});

describe('bad input', () => {
  const good = csv(header, crime('A1', 'V1', ''));
  const cases: [string, string | Uint8Array, string][] = [
    ['page.geojson', '\n\n<!DOCTYPE html><html></html>', 'wrong-format'],
    ['empty.csv', '', 'empty-file'],
    ['nothing-known.csv', 'a,b\n1,2\n', 'no-known-columns'],
    ['cut.csv', `${good}A2,"Stalking and then the file en`, 'truncated-quote'],
    ['header-only.csv', csv(header), 'empty-file'],
    ['binary.csv', new Uint8Array(Array.from({ length: 64 }, (_, at) => at % 7)), 'wrong-format'],
    ['broken.geojson', '{"type":"FeatureCollection","features":[', 'wrong-format'],
    ['other.json', '{"type":"Topology"}', 'wrong-format'],
    [
      'codeless.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { x: 1 }, geometry: null }],
      }),
      'no-known-columns',
    ],
  ];
  it.each(cases)(
    '%s gives a code, a sentence and a remedy, and changes nothing',
    async (name, content, code) => {
      const { engine, folder } = await emptyWorkspace();
      const file = await importOne(engine, fileOf(folder, name, content));
      expect(file.ok).toBe(false);
      expect(file.error?.code).toBe(code);
      expect(file.error?.message).toMatch(/\.$/);
      expect(file.error?.remedy).toMatch(/\.$/);
      expect(file.rows).toBe(file.accepted + file.rejected + file.duplicates + file.updated);
      const summary = await ask(engine, 'workspaceSummary', {});
      expect(summary.counts.incidents + summary.counts.areas).toBe(0);
      expect((await ask(engine, 'readAudit', { verify: true })).entries).toBe(1);
    },
  );

  it('refuses a folder and a missing file, and goes on with the good one', async () => {
    const { engine, folder } = await emptyWorkspace();
    mkdirSync(join(folder, 'sub'));
    const { files } = await ask(engine, 'importFiles', {
      files: [join(folder, 'sub'), join(folder, 'none.csv'), fileOf(folder, 'x.csv', good)],
    });
    expect(files.map((file) => file.error?.code ?? 'ok')).toEqual([
      'not-a-file',
      'not-found',
      'ok',
    ]);
  });

  it('refuses the real web page saved as GeoJSON', async ({ skip }) => {
    const path = join('..', 'shared', 'data', 'malformed', 'wards.geojson');
    if (!existsSync(path)) skip('../shared/data is not here');
    const { engine } = await emptyWorkspace();
    expect((await importOne(engine, path)).error?.code).toBe('wrong-format');
  });
});
