import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, emptyWorkspace, fileOf, temporaryFolder } from '../engine/support.ts';

/** Runs a command as another process would, from the sources. */
function run(...words: string[]): {
  status: number | null;
  json: Record<string, unknown>;
  lines: string[];
} {
  const result = spawnSync(process.execPath, ['src/cli/main.ts', ...words, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, ACTION_TEN_PASSPHRASE: '' },
  });
  const lines = result.stdout.trim().split('\n');
  return {
    status: result.status,
    json: JSON.parse(lines[0] ?? '{}') as Record<string, unknown>,
    lines,
  };
}

it('prints one object and ends with 0, 1 or 2', () => {
  const folder = temporaryFolder();
  const workspace = join(folder, 'a.actionten');
  const made = run('new', workspace, '--force', 'Testshire');
  expect(made).toMatchObject({ status: 0, json: { ok: true, workspace } });
  expect(made.lines).toHaveLength(1);
  const extract = fileOf(
    folder,
    'x.csv',
    csv(['Ref', 'What', 'When'], ['A1', 'Stalking', '01/02/2026'], ['A2', 'Stalking', 'yesterday']),
  );
  expect(run('import', workspace, extract)).toMatchObject({
    status: 1,
    json: { ok: false, code: 'no-known-columns', files: [{ ok: false, rows: 0 }] },
  });
  const map = fileOf(
    folder,
    'map.json',
    JSON.stringify({ reference: 'Ref', offenceTitle: 'What', recordedOn: 'When' }),
  );
  const rejects = join(folder, 'rejects.csv');
  expect(run('import', workspace, extract, '--map', map, '--rejects', rejects)).toMatchObject({
    status: 0,
    json: {
      ok: true,
      files: [
        {
          kind: 'incidents',
          batch: 1,
          rows: 2,
          accepted: 1,
          rejected: 1,
          withoutLocation: 2,
          reasons: { 'unreadable-date': 1 },
        },
      ],
    },
  });
  expect(readFileSync(rejects, 'utf8')).toContain('unreadable-date');
  expect(run('classify', workspace)).toMatchObject({
    status: 0,
    json: { ok: true, vawg: { total: 1 }, spaces: { unclassified: 1 } },
  });
  expect(run('analyse', workspace, 'counts')).toMatchObject({
    status: 1,
    json: { code: 'nothing-to-show' },
  });
  expect(run('analyse', workspace, 'kde')).toMatchObject({
    status: 1,
    json: { code: 'nothing-to-show' },
  });
  expect(run('audit', workspace, '--verify')).toMatchObject({ status: 0, json: { intact: true } });
  expect(run('check', workspace)).toMatchObject({
    status: 0,
    json: { intact: true, problems: [] },
  });
  expect(run('check', folder)).toMatchObject({ status: 1, json: { code: 'not-a-file' } });
  expect(run('erase', workspace)).toMatchObject({ status: 1, json: { code: 'bad-request' } });
  expect(run('batches', workspace)).toMatchObject({ status: 0, json: { batches: [{ batch: 1 }] } });
  expect(run('undo', workspace, 'x')).toMatchObject({ status: 1, json: { code: 'bad-request' } });
  expect(run('undo', workspace, '9')).toMatchObject({ status: 1, json: { code: 'not-found' } });
  expect(run('undo', workspace, '1')).toMatchObject({
    status: 0,
    json: { batch: 1, removed: { incident: 1 }, restored: 0 },
  });
  const stats = [
    'stats',
    'gi-star',
    '--points',
    extract,
    '--x',
    'a',
    '--y',
    'b',
    '--origin',
    '0,0',
    '--out',
    join(folder, 'o.csv'),
  ];
  for (const wrong of [
    ['--size', '80.5x80'],
    ['--size', '8x8', '--cell', '0'],
    ['--size', '8000000x80000'],
    ['--size', '8x8', '--set', 'bogus=1'],
  ]) {
    expect(run(...stats, ...wrong)).toMatchObject({ status: 1, json: { code: 'bad-request' } });
  }
  expect(run('frob')).toMatchObject({ status: 2, json: { ok: false } });
  expect(run('check', workspace, '--frob')).toMatchObject({ status: 2, json: { ok: false } });
}, 120_000);

it('refuses an export it could not record while somebody else writes', async () => {
  const { path, folder } = await emptyWorkspace();
  const html = join(folder, 'p.html');
  expect(run('profile', path, '--html', html)).toMatchObject({
    status: 1,
    json: { code: 'locked' },
  });
  expect(existsSync(html)).toBe(false);
  expect(run('profile', path)).toMatchObject({ status: 0, json: { ok: true } });
}, 60_000);

it('writes the same sample files for the same seed', () => {
  const folder = temporaryFolder();
  for (const name of ['a', 'b'])
    run('sample', '--out', join(folder, name), '--seed', '4', '--incidents', '400');
  const read = (name: string) => readFileSync(join(folder, name, 'northmoor-incidents.csv'));
  expect(existsSync(join(folder, 'a', 'planted-truths.json'))).toBe(true);
  expect(read('a').equals(read('b'))).toBe(true);
  expect(run('sample', '--out', join(folder, 'c'), '--incidents', '1')).toMatchObject({
    status: 1,
    json: { code: 'bad-request' },
  });
}, 60_000);

it('answers a refused import with an entry for each file, and with the choices', () => {
  const folder = temporaryFolder();
  const workspace = join(folder, 'a.actionten');
  run('new', workspace, '--force', 'Testshire');
  const files = ['x.csv', 'y.csv'].map((name) =>
    fileOf(folder, name, csv(['reference', 'offenceTitle', 'recordedOn'], ['A1', 'S', '2026-02'])),
  );
  const refused = (code: string) => ({
    status: 1,
    json: {
      ok: false,
      code,
      files: files.map((file) => ({ file, ok: false, rows: 0, accepted: 0, error: { code } })),
    },
  });
  const kind = run('import', workspace, ...files, '--as', 'incident');
  expect(kind).toMatchObject(refused('unknown-kind'));
  expect(kind.json['remedy']).toContain('incidents, partner, perceptions');
  const dates = run('import', workspace, ...files, '--dates', 'ymd');
  expect(dates).toMatchObject(refused('bad-request'));
  expect(dates.json['remedy']).toContain('dmy, mdy');
  expect(run('import', workspace, ...files, '--map', join(folder, 'none.json'))).toMatchObject(
    refused('unreadable'),
  );
  expect(run('import', join(folder, 'none.actionten'), ...files)).toMatchObject(
    refused('not-found'),
  );
}, 60_000);

/** The scripts have no types: what this one gives is said here. */
interface CommandScript {
  readonly userFolder: (environment: Record<string, string>, currentFolder: string) => string;
}

it('takes paths from where the user stands, though npm moves into the project', async () => {
  const script = join(process.cwd(), 'scripts', 'setup', 'command.mjs');
  const { userFolder } = (await import(script)) as CommandScript;
  const folder = temporaryFolder();
  const npm = { INIT_CWD: folder, npm_lifecycle_event: 'action-ten' };
  expect(userFolder(npm, '/project')).toBe(folder);
  expect(userFolder({ ...npm, INIT_CWD: join(folder, 'gone') }, '/project')).toBe('/project');
  // Started by itself inside some other script of npm's.
  expect(userFolder({ ...npm, npm_lifecycle_event: 'refresh' }, '/here')).toBe('/here');
  expect(userFolder({}, '/here')).toBe('/here');
});
