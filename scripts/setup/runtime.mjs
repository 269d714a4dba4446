import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNode, root, runtimeFolder, say, textOf } from './common.mjs';
import { fallbackProgram, fetchFallback } from './fallback-runtime.mjs';

const electronFolder = join(root, 'node_modules', 'electron');
const failureNote = join(runtimeFolder, 'current-electron-failed');
const stillMilliseconds = 20_000;
const dayMilliseconds = 86_400_000;

/** The Electron that can be started now, or null: `{ program, isFallback }`. Current Electron goes first. */
export function installedRuntime() {
  const current = currentProgram();
  if (current) return { program: current, isFallback: false };
  const older = fallbackProgram();
  // A day after a failure the download of current Electron is worth another try.
  return older && failedLately() ? { program: older, isFallback: true } : null;
}

/** Gets an Electron: the current one, or where that cannot be had the older one. */
export async function installRuntime() {
  if (!failedLately()) {
    say('Downloading Electron …');
    await downloadCurrent();
    const current = currentProgram();
    if (current) return { program: current, isFallback: false };
    mkdirSync(runtimeFolder, { recursive: true });
    writeFileSync(failureNote, new Date().toISOString());
  }
  return { program: fallbackProgram() ?? (await fetchFallback()), isFallback: true };
}

function currentProgram() {
  const name = textOf(join(electronFolder, 'path.txt'));
  if (!name) return null;
  const program = join(electronFolder, 'dist', name);
  return existsSync(program) ? program : null;
}

function failedLately() {
  const facts = statSync(failureNote, { throwIfNoEntry: false });
  return facts !== undefined && Date.now() - facts.mtimeMs < dayMilliseconds;
}

/** Runs Electron's own installer, and ends it once nothing has arrived for a while. */
async function downloadCurrent() {
  const work = join(runtimeFolder, 'download');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  // Electron's installer needs a newer Node than the one that may run this.
  const child = spawn(engineNode(), [join(electronFolder, 'install.js')], {
    cwd: root,
    // Its temporary folder is where the download grows: how we see that it is alive.
    env: { ...process.env, TMPDIR: work, TEMP: work, TMP: work },
    stdio: 'ignore',
  });
  let size = 0;
  let grewAt = Date.now();
  const watch = setInterval(() => {
    const now = sizeOf(work) + sizeOf(join(electronFolder, 'dist'));
    if (now !== size) grewAt = Date.now();
    size = now;
    if (Date.now() - grewAt > stillMilliseconds) child.kill();
  }, 500);
  await new Promise((resolve) => {
    child.on('close', resolve);
    child.on('error', resolve);
  });
  clearInterval(watch);
  rmSync(work, { recursive: true, force: true });
}

function sizeOf(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
