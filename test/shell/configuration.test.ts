import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// What no running window on every computer can show: read from the sources and from the configuration of packages.
const project = join(import.meta.dirname, '..', '..');
const shellFiles = readdirSync(join(project, 'electron'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(project, 'electron', name), 'utf8') }));
const builder = readFileSync(join(project, 'electron-builder.yml'), 'utf8');
const packaging = readFileSync(join(project, 'scripts', 'package.mjs'), 'utf8');

describe('the shell’s sources', () => {
  test.each([
    ['opens addresses or files in other programs', /openExternal|openPath|showItemInFolder/],
    [
      'switches Chromium’s unfinished features on',
      /enableBlinkFeatures|experimentalFeatures: true/,
    ],
    ['lets insecure content in', /allowRunningInsecureContent: true|webSecurity: false/],
    ['gives a page Node', /nodeIntegration(?:InWorker|InSubFrames)?: true|contextIsolation: false/],
    ['embeds pages of others', /webviewTag: true|allowpopups|BrowserView/],
    ['updates itself or reports crashes', /autoUpdater|crashReporter/],
    ['loads an address of the web', /loadURL\([^)]*https?:/],
    ['turns the sandbox off by itself', /sandbox: false|appendSwitch\('no-sandbox'/],
  ])('nowhere %s', (_what, pattern) => {
    expect(shellFiles.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('every window runs with the locked preferences', () => {
    const made = shellFiles.flatMap(({ text }) => text.split('new BrowserWindow(').slice(1));
    expect(made.length).toBeGreaterThan(1);
    for (const options of made) expect(options.slice(0, 900)).toContain('lockedPreferences');
  });

  test('the sandbox is asked for all processes before the app is ready, but for root', () => {
    const main = shellFiles.find(({ name }) => name === 'main.ts')?.text ?? '';
    expect(main).toMatch(
      /^if \(!app\.commandLine\.hasSwitch\('no-sandbox'\)\) app\.enableSandbox\(\);$/m,
    );
  });

  test('every message of the page is answered in the one place that looks at its sender', () => {
    const answering = shellFiles.filter(({ text }) => /ipcMain\.(?:handle|on)\(/.test(text));
    expect(answering.map(({ name }) => name)).toEqual(['page-calls.ts']);
    expect(answering[0]?.text.match(/ipcMain\.(?:handle|on)\(/g)).toHaveLength(1);
  });
});

describe('the configuration of a release', () => {
  test.each([
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableCookieEncryption: true',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'asar: true',
    'publish: null',
  ])('says %s', (line) => {
    expect(builder).toMatch(new RegExp(`^\\s*${line}$`, 'm'));
  });

  test('takes file addresses their privileges, and reads each fuse back', () => {
    expect(packaging).toContain('grantFileProtocolExtraPrivileges=false');
    expect(packaging).toContain('checkFuses(join(root');
  });
});
