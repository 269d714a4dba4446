import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLocalPackages } from './package/local-packages.mjs';
import { writeHashes, writePapers } from './package/papers.mjs';
import {
  engineNode,
  root,
  runtimeFolder,
  runVisibly,
  SetupError,
  say,
  textOf,
} from './setup/common.mjs';
import { fallback, fallbackFolder } from './setup/fallback-runtime.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

/** How the fuses of the packed program have to stand; the last came after the older runtime. */
const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
};
const papersFolder = join(root, 'out', 'papers');
const newerFuses = { GrantFileProtocolExtraPrivileges: false };

/**
 * `npm run package`: the release for this platform, in release/. Refused on anything but the current Electron.
 * `npm run package -- --local`: a folder in release/local for tests, on the older Electron with the engine's own
 * Node beside it, marked as not for release. With `--installers` a deb and a tar.gz of it too.
 */
await runScript(async () => {
  const isLocal = process.argv.includes('--local');
  const runtime = await prepare();
  if (isLocal) await packageLocal();
  else await packageRelease(runtime);
});

async function packageRelease(runtime) {
  const about = JSON.parse(textOf(join(root, 'node_modules', 'electron', 'package.json')));
  if (runtime.isFallback) {
    throw new SetupError(
      `A release needs Electron ${about.version}, and this computer has only the older runtime for development. ` +
        'Let it reach github.com (or set ELECTRON_MIRROR), delete .runtime/current-electron-failed and try again. ' +
        'For tests there is `npm run package -- --local`.',
    );
  }
  const dist = join(root, 'node_modules', 'electron', 'dist');
  const version = textOf(join(dist, 'version'))?.trim().replace(/^v/, '');
  if (version !== about.version) {
    throw new SetupError(
      `A release needs Electron ${about.version}, and the one that is installed says ${version ?? 'nothing'}. ` +
        'Delete node_modules and try again.',
    );
  }
  const platform = { linux: '--linux', win32: '--win' }[process.platform];
  if (!platform) throw new SetupError('A release is made on Linux or on Windows.');
  rmSync(join(root, 'release'), { recursive: true, force: true });
  makePapers({ isRelease: true });
  await runBuilder([
    platform,
    '--config=electron-builder.yml',
    `--config.electronDist=${dist}`,
    // Said here because the older runtime does not know this fuse and the local package could not take it back.
    '--config.electronFuses.grantFileProtocolExtraPrivileges=false',
  ]);
  const unpacked = process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';
  await checkFuses(join(root, 'release', unpacked), { ...wantedFuses, ...newerFuses });
  cpSync(join(papersFolder, 'sbom.cdx.json'), join(root, 'release', 'sbom.cdx.json'));
  writeHashes(join(root, 'release'));
  say('The release is in release/, its hashes in release/SHA256SUMS.');
}

async function packageLocal() {
  if (!existsSync(fallbackFolder)) {
    throw new SetupError(
      'A local package is built on the older Electron, and this computer runs the current one: make a release.',
    );
  }
  const dist = join(runtimeFolder, 'electron-dist');
  rmSync(dist, { recursive: true, force: true });
  const standIn = join(fallbackFolder, 'resources', 'app');
  cpSync(fallbackFolder, dist, { recursive: true, filter: (path) => path !== standIn });
  writeFileSync(
    join(runtimeFolder, 'NOT-FOR-RELEASE.txt'),
    `This package is for tests only. It runs on Electron ${fallback.version}, which is no longer kept secure, and ` +
      'must not be given to anybody or used with real evidence.\n',
  );
  rmSync(join(root, 'release', 'local'), { recursive: true, force: true });
  makePapers({ isRelease: false });
  await runBuilder([
    '--linux',
    'dir',
    '--config',
    'electron-builder.local.yml',
    `--config.electronVersion=${fallback.version}`,
  ]);
  const folder = join(root, 'release', 'local', 'linux-unpacked');
  await checkFuses(folder, wantedFuses);
  say(`The package for tests is ${join(folder, 'action-ten')}`);
  if (!process.argv.includes('--installers')) return;
  makeLocalPackages(folder, join(root, 'release', 'local'));
  writeHashes(join(root, 'release', 'local'));
  say('Its deb and tar.gz are beside it, marked as not for release.');
}

function makePapers(options) {
  mkdirSync(papersFolder, { recursive: true });
  writePapers(papersFolder, options);
}

async function runBuilder(words) {
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const code = await runVisibly(engineNode(), [cli, ...words], {
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
  if (code !== 0) throw new SetupError('The package could not be built: the reason is above.');
}

/** Reads back from the packed program that each fuse stands as electron-builder.yml says. */
async function checkFuses(folder, wanted) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const program = join(folder, process.platform === 'win32' ? 'action-ten.exe' : 'action-ten');
  const wire = await getCurrentFuseWire(program);
  for (const [name, isOn] of Object.entries(wanted)) {
    // A fuse is one character in the program: 1 or 0.
    if (wire[FuseV1Options[name]] === (isOn ? '1' : '0').charCodeAt(0)) continue;
    rmSync(folder, { recursive: true, force: true });
    throw new SetupError(
      `The packed program’s fuse ${name} is not ${isOn ? 'on' : 'off'}, so the package was removed.`,
    );
  }
}
