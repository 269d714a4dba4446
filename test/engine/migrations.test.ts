import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrations } from '../../src/engine/workspace/migrations/all.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne, newEngine } from './support.ts';

it('a file of the format before runs were kept whole opens with its runs as figures', async () => {
  const { engine, folder, path } = await emptyWorkspace();
  await importOne(
    engine,
    fileOf(
      folder,
      'x.csv',
      csv(
        ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'easting', 'northing'],
        ['A1', 'Exposure', '088/09', '01/02/2026', '440010', '330010'],
      ),
    ),
  );
  await ask(engine, 'classify', {});
  await engine.stop();
  const old = `${path.slice(0, -'.actionten'.length)}-old.actionten`;
  copyFileSync(path, old);
  const database = new Database(old);
  // Back to the format before: without what the later steps added, and with a run as it was kept then.
  database.exec(`DROP TABLE base_map; DROP TABLE shared_count; DROP TABLE concern_place_change; DROP TABLE concern_place;
    ${['question', 'weight', 'departures', 'result', 'result_hash']
      .map((column) => `ALTER TABLE analysis_run DROP COLUMN ${column};`)
      .join('\n')}`);
  database
    .prepare(
      `INSERT INTO analysis_run (id, method, parameters, filter, fingerprint, made_at, count_in, left_out, summary)
       VALUES ('0123456789ab', 'counts', '{"cellMetres":500,"shape":"square","area":"occupied-ring"}',
         '{"evidence":"vawg","space":"all","threat":"all","victims":"all","dateBasis":"committed","from":null,"to":null}',
         'x', '2026-11-01T00:00:00.000Z', 1, '{}', '{"studyAreaCells":9}')`,
    )
    .run();
  const step = migrations.find(({ name }) => name === 'whole-runs');
  database.pragma(`user_version = ${(step?.version ?? 0) - 1}`);
  database.close();

  const again = newEngine();
  expect((await ask(again, 'openWorkspace', { path: old })).status).toBe('migrated');
  const { runs } = await ask(again, 'listRuns', {});
  expect(runs).toMatchObject([
    { run: '0123456789ab', countIn: 1, canOpen: false, isCurrent: false, filter: { within: null } },
  ]);
  expect(await again.call('openRun', { run: '0123456789ab' })).toMatchObject({
    code: 'not-available',
  });
  expect(await ask(again, 'repeatRun', { run: '0123456789ab' })).toMatchObject({
    countIn: 1,
    parameters: { cellMetres: 500, area: 'occupied-ring' },
  });
  expect(await ask(again, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
});

it('the steps of the file format are numbered without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
});
