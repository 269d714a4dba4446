import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, fileOf, temporaryFolder } from '../engine/support.ts';

const amy = 'amys three random words';
const ben = 'bens three random words';

/** Runs a command as another process would, with passphrases in its environment and never in its words. */
function run(passphrases: { own: string; next?: string }, ...words: string[]) {
  const result = spawnSync(process.execPath, ['src/cli/main.ts', ...words, '--json'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ACTION_TEN_PASSPHRASE: passphrases.own,
      ACTION_TEN_NEW_PASSPHRASE: passphrases.next ?? '',
    },
  });
  return JSON.parse(result.stdout.trim()) as Record<string, unknown>;
}

it('users, their way back to references, retention and new pseudonyms work without the window', () => {
  const folder = temporaryFolder();
  const workspace = join(folder, 'a.actionten');
  const asAmy = { own: amy };
  run(asAmy, 'new', workspace, '--force', 'Testshire');
  expect(run(asAmy, 'users', workspace, '--add', 'Ben')).toMatchObject({ code: 'bad-request' });
  const added = run({ own: amy, next: ben }, 'users', workspace, '--me', 'Amy', '--add', 'Ben');
  expect(added).toMatchObject({ ok: true, users: [{ name: 'Amy' }, { name: 'Ben' }] });
  expect(added['recoveryKey']).toMatch(/^([0-9a-f]{6}-){7}[0-9a-f]{6}$/);
  const extract = fileOf(
    folder,
    'x.csv',
    csv(
      ['reference', 'offenceTitle', 'offenceCode', 'recordedOn', 'victimSex', 'suspectReference'],
      ['A1', 'Exposure', '088/09', '2026-02-15', 'female', 'S-ONE'],
    ),
  );
  run(asAmy, 'import', workspace, extract);
  const retention = ['retention', workspace, '--batch', '1', '--until', '2026-01-31'];
  expect(run(asAmy, ...retention)).toMatchObject({ sources: [{ batch: 1, isDue: true }] });
  expect(run(asAmy, 'pseudonyms', workspace, '--why', 'Yearly')).toMatchObject({ key: 2 });
  const wanted = ['--recipient', 'A. Manager', '--purpose', 'Panel', '--incidents', '1'];
  expect(run(asAmy, 'way-back', workspace, '--ask', ...wanted)).toMatchObject({ request: 1 });
  const out = join(folder, 'out.csv');
  const release = ['way-back', workspace, '--release', '1', '--references', extract, '--out', out];
  expect(run(asAmy, ...release)).toMatchObject({ code: 'not-permitted' });
  expect(existsSync(out)).toBe(false);
  expect(run({ own: ben }, ...release)).toMatchObject({ ok: true, suspects: 1 });
  expect(readFileSync(out, 'utf8')).toContain('S-ONE');
  expect(run({ own: ben }, 'way-back', workspace)).toMatchObject({
    requests: [{ request: 1, state: 'released' }],
  });
  const html = join(folder, 'profile.html');
  const warned = run({ own: ben }, 'profile', workspace, '--html', html);
  expect(warned['warnings']).toEqual([expect.stringContaining('does not carry its marking')]);
  const { users } = run({ own: ben }, 'users', workspace, '--remove', 'Amy');
  expect(users).toMatchObject([{ name: 'Ben', isYou: true }]);
}, 400_000);
