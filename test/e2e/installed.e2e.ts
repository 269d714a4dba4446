import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appForTests } from '../../scripts/setup/app-launch.mjs';
import { launchPacked, type PackedApp, packLocally } from './support/packed.ts';

const project = join(import.meta.dirname, '..', '..');
const local = join(project, 'release', 'local');
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  version: string;
};
const debName = `action-ten-not-for-release_${version}_amd64.deb`;
const deb = join(local, debName);
const noTools = spawnSync('dpkg', ['--version']).status !== 0;
const isRoot = process.getuid?.() === 0;
/** An account without any rights of its own. */
const nobody = 65_534;

if (noTools) process.stderr.write('dpkg is not here: the installed deb is not tried.\n');

// The local package is built on the older runtime: where current Electron is there, the release takes its place.
describe.skipIf(noTools || !appForTests().isFallback)('the deb', () => {
  let folder: string;
  let root: string;

  beforeAll(() => {
    packLocally(['--installers'], deb);
    folder = mkdtempSync(join(tmpdir(), 'action-ten-installed-'));
    chmodSync(folder, 0o755);
    root = join(folder, 'root');
    execFileSync('dpkg', ['-x', deb, root]);
  }, 580_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has the hash that stands beside it, and says that it is not for release', () => {
    const [line] = readFileSync(join(local, 'SHA256SUMS'), 'utf8')
      .split('\n')
      .filter((one) => one.endsWith('.deb'));
    const hash = createHash('sha256').update(readFileSync(deb)).digest('hex');
    expect(line).toBe(`${hash}  ${debName}`);
    const about = execFileSync('dpkg-deb', ['--info', deb], { encoding: 'utf8' });
    expect(about).toContain('not for release');
  });

  test('brings a type for its files, the licences of all that it ships and a bill of materials', () => {
    const home = join(root, 'opt', 'action-ten-not-for-release');
    const type = join(root, 'usr/share/mime/packages/action-ten-not-for-release.xml');
    expect(readFileSync(type, 'utf8')).toContain('*.actionten');
    const licences = readFileSync(join(home, 'LICENCES.txt'), 'utf8');
    for (const name of ['react', 'leaflet', 'better-sqlite3-multiple-ciphers', 'docx'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, 'm'));
    expect(licences).toContain('OSTN15');
    const bill = JSON.parse(readFileSync(join(home, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string;
      components: { name: string; scope: string }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const scopeOf = (name: string) => bill.components.find((one) => one.name === name)?.scope;
    expect(scopeOf('better-sqlite3-multiple-ciphers')).toBe('required');
    expect(scopeOf('electron')).toBe('required');
    expect(scopeOf('vitest')).toBe('excluded');
  });

  test('has nothing that every user could change or that runs with rights of its own', () => {
    const list = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' }).split('\n');
    const files = list.filter((line) => /^[-d]/.test(line));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((line) => !line.includes(' root/root '))).toEqual([]);
    expect(files.filter((line) => /^.{8}w|^.{3}s|^.{6}s/.test(line))).toEqual([]);
  });

  test('starts from its menu entry, for an account without rights, in Chromium’s sandbox', async () => {
    const entry = readFileSync(
      join(root, 'usr/share/applications/action-ten-not-for-release.desktop'),
      'utf8',
    );
    const [, command = ''] = /^Exec=(\S+) %U$/m.exec(entry) ?? [];
    const app = await startAsNobody(join(root, command), join(folder, 'home'));
    try {
      expect(await app.page.title()).toContain('Action Ten');
      const built = await app.page.evaluate(async () => {
        const { token } = await window.actionTen.sampleFolder();
        return window.actionTen.buildSample({ directory: token, incidents: 1_000 });
      });
      expect(built).toMatchObject({ ok: true });
      const pages = processesBelow(app.processId).filter((id) =>
        commandOf(id).includes('--type=renderer'),
      );
      expect(pages.length).toBeGreaterThan(0);
      // 2: the system calls of this process are filtered.
      for (const id of pages)
        expect(readFileSync(`/proc/${id}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    } finally {
      await app.close();
    }
  }, 180_000);
});

/** Starts the program without the rights of root, where the tests run with them: then Chromium's sandbox works. */
async function startAsNobody(program: string, data: string): Promise<PackedApp> {
  mkdirSync(data);
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: data, XDG_CONFIG_HOME: data };
  const words = ['--disable-gpu', `--user-data-dir=${join(data, 'data')}`];
  if (!isRoot) return launchPacked(program, words, env);
  chownSync(data, nobody, nobody);
  const permit = process.env['XAUTHORITY'];
  if (permit !== undefined && existsSync(permit)) {
    env['XAUTHORITY'] = join(data, 'permit');
    copyFileSync(permit, env['XAUTHORITY']);
    chownSync(env['XAUTHORITY'], nobody, nobody);
  }
  const as = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  return launchPacked('setpriv', [...as, program, ...words], env);
}

/** A process and all that it started, at any depth. */
function processesBelow(id: number): number[] {
  const children = spawnSync('pgrep', ['-P', String(id)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map(Number);
  return [id, ...children.flatMap(processesBelow)];
}

function commandOf(id: number): string {
  return existsSync(`/proc/${id}/cmdline`) ? readFileSync(`/proc/${id}/cmdline`, 'latin1') : '';
}
