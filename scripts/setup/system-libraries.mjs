import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isRoot,
  onPath,
  runtimeFolder,
  runVisibly,
  SetupError,
  say,
  textOf,
  withoutDisplay,
} from './common.mjs';

const note = join(runtimeFolder, 'libraries-ok');

/** Debian's packages for what Electron links to; a name with a second choice was renamed in later releases. */
const packagesOfLibraries = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxrandr2'],
  ['libxss1'],
  ['libxtst6'],
];

/** Programs beside the libraries: name on PATH, Debian's package, and when it is needed. */
const programs = [
  { name: 'xvfb-run', package: 'xvfb', needed: () => withoutDisplay() },
  { name: 'xauth', package: 'xauth', needed: () => withoutDisplay() },
  { name: 'pdftotext', package: 'poppler-utils', needed: (forTests) => forTests },
];

/** True when nothing was missing for this runtime the last time we looked. */
export function librariesAreThere(program, forTests) {
  if (process.platform !== 'linux') return true;
  const found = textOf(note);
  // What the tests need includes what the window needs.
  return found === noteFor(program, true) || (!forTests && found === noteFor(program, false));
}

/**
 * Finds what Linux lacks to run Electron (and, for tests, to read a PDF back) and installs it where that is
 * ours to do: as root on Debian or Ubuntu. Elsewhere the error names the one command to run.
 */
export async function installLibraries(program, forTests) {
  if (process.platform !== 'linux') return;
  if (missing(program, forTests).length > 0) {
    await installPackages(missing(program, forTests));
    const left = missing(program, forTests);
    if (left.length > 0) throw new SetupError(`Still missing on this system: ${left.join(', ')}.`);
  }
  mkdirSync(runtimeFolder, { recursive: true });
  writeFileSync(note, noteFor(program, forTests));
}

function noteFor(program, forTests) {
  return `${program}|${withoutDisplay()}|${forTests}`;
}

/** Names of missing shared libraries and programs. */
function missing(program, forTests) {
  const listed = spawnSync('ldd', [program], { encoding: 'utf8' }).stdout ?? '';
  const libraries = [...listed.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  const absent = programs.filter((one) => one.needed(forTests) && !onPath(one.name));
  return [...libraries, ...absent.map((one) => one.name)];
}

async function installPackages(names) {
  const wanted = programs.filter((one) => names.includes(one.name)).map((one) => [one.package]);
  if (names.length > wanted.length) wanted.push(...packagesOfLibraries);
  const debian = existsSync('/etc/debian_version') && onPath('apt-get');
  if (!debian) {
    throw new SetupError(
      `This system lacks ${names.join(', ')}. Install them with its package manager (GTK 3, NSS, ALSA, GBM, ` +
        'Xvfb with xauth where there is no display, poppler-utils for the tests) and try again.',
    );
  }
  if (!isRoot()) {
    const packages = wanted.map((choices) => available(choices)).join(' ');
    throw new SetupError(
      `This system lacks ${names.join(', ')}. Run this once, then try again:\n` +
        `  sudo apt-get update && sudo apt-get install -y ${packages}`,
    );
  }
  say(`Installing system libraries (missing: ${names.join(', ')}) …`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runVisibly('apt-get', ['update', '-qq'], options);
  const packages = wanted.map((choices) => available(choices));
  const code = await runVisibly(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    options,
  );
  if (code !== 0) {
    throw new SetupError(
      `apt-get could not install ${packages.join(' ')}: it says why above. Install them, then try again.`,
    );
  }
}

/** The first of the names that this release has. */
function available(choices) {
  const known = choices.find((name) => {
    const found = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '';
    return /Candidate: (?!\(none\))/.test(found);
  });
  return known ?? choices[0];
}
