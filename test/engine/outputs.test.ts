import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ask,
  csv,
  emptyWorkspace,
  fileOf,
  placedHeader as header,
  importOne,
  newEngine,
} from './support.ts';

const street = (reference: string, recordedOn: string): string[] => [
  reference,
  'Exposure',
  '088/09',
  recordedOn,
  '440000',
  '330000',
  'Street',
];

describe('an output', () => {
  it('never replaces a workspace or a file that is read', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    const extract = fileOf(folder, 'x.csv', csv(header, street('A1', '01/02/2026')));
    await importOne(engine, extract);
    const before = readFileSync(extract);
    const share = { layer: 'hotspots', format: 'geojson', level: 'partner', recipient: 'Council' };
    for (const out of [path, `${path}-wal`, join(folder, 'other.actionten')]) {
      expect(await engine.call('shareLayer', { ...share, out })).toMatchObject({
        code: 'bad-request',
      });
      expect(await engine.call('readAudit', { csv: out })).toMatchObject({ code: 'bad-request' });
      expect(await engine.call('analyse', { method: 'counts', out })).toMatchObject({
        code: 'bad-request',
      });
    }
    expect(await engine.call('importFiles', { files: [extract], rejects: extract })).toMatchObject({
      code: 'bad-request',
    });
    expect(readFileSync(extract).equals(before)).toBe(true);
    expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  });

  it('into a folder that is not there is refused before anything is imported', async () => {
    const { engine, folder } = await emptyWorkspace();
    const extract = fileOf(folder, 'x.csv', csv(header, street('A1', '01/02/2026')));
    const rejects = join(folder, 'none', 'r.csv');
    expect(await engine.call('importFiles', { files: [extract], rejects })).toMatchObject({
      code: 'not-found',
    });
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(0);
  });

  it('is refused to a reader, who cannot record it', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    await importOne(engine, fileOf(folder, 'x.csv', csv(header, street('A1', '01/02/2026'))));
    const reader = newEngine();
    await ask(reader, 'openWorkspace', { path });
    const out = join(folder, 'cells.csv');
    expect(await reader.call('analyse', { method: 'counts', out })).toMatchObject({
      code: 'locked',
    });
    expect(() => readFileSync(out)).toThrow();
  });
});

it('reads a Windows-1252 byte far down the file without losing it', async () => {
  const { engine, folder } = await emptyWorkspace();
  const rows = Array.from({ length: 9_000 }, (_, index) => street(`A${index}`, '01/02/2026'));
  const text = csv(header, ...rows, ['Z1', 'Caf\u00E9 trouble', '', '01/02/2026', '', '', '']);
  const file = await importOne(engine, fileOf(folder, 'x.csv', Buffer.from(text, 'latin1')));
  expect(file.warnings).toContain('read-as-windows-1252');
  const { unmatchedOffences } = await ask(engine, 'classify', {});
  expect(unmatchedOffences).toEqual([{ text: 'Caf\u00E9 trouble', code: '', count: 1 }]);
});

it('counts a month only when the whole of it lies in the period, and accounts for every record', async () => {
  const { engine, folder } = await emptyWorkspace();
  const rows = [
    street('A1', '2026-01'),
    street('A2', '2026-02'),
    street('A3', '15/02/2026'),
    street('A4', '2026-03'),
  ];
  await importOne(engine, fileOf(folder, 'x.csv', csv(header, ...rows)));
  const within = (from: string, to: string) =>
    ask(engine, 'analyse', { method: 'counts', filter: { dateBasis: 'recorded', from, to } });
  expect(await within('2026-02-01', '2026-02-28')).toMatchObject({
    countIn: 2,
    leftOut: { outsidePeriod: 2 },
  });
  expect(await within('2026-01-10', '2026-02-20')).toMatchObject({
    countIn: 1,
    leftOut: { monthOnly: 2, outsidePeriod: 1 },
  });
  const backwards = { method: 'counts', filter: { from: '2026-03-01', to: '2026-01-01' } };
  expect(await engine.call('analyse', backwards)).toMatchObject({ code: 'bad-request' });
});

it('never claims a filter that partner events cannot have', async () => {
  const { engine, folder } = await emptyWorkspace();
  const partner = csv(
    ['reference', 'source', 'category', 'occurredFrom', 'easting', 'northing'],
    ['P1', 'Health', 'Assault', '01/02/2026', '440000', '330000'],
  );
  await importOne(engine, fileOf(folder, 'p.csv', partner));
  const run = await ask(engine, 'analyse', {
    method: 'counts',
    filter: { evidence: 'partner', space: 'online', victims: 'female' },
  });
  expect(run).toMatchObject({ countIn: 1, filter: { space: 'all', victims: 'all' } });
});
