import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runtimeFolder, say } from './common.mjs';

const lockFolder = join(runtimeFolder, 'setup.lock');
const pidFile = join(lockFolder, 'pid');

/** Runs `work` while no other setup of this project runs. A lock whose process is gone is cleared away. */
export async function withSetupLock(work) {
  mkdirSync(runtimeFolder, { recursive: true });
  let told = false;
  while (!tryLock()) {
    if (isStale()) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!told) say('Waiting for another Action Ten setup to end …');
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function tryLock() {
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(pidFile, String(process.pid));
  return true;
}

/** Stale: its process is gone, or it never wrote who it is (it died between two steps, seconds ago). */
function isStale() {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code === 'EPERM') return false;
  }
  try {
    return Date.now() - statSync(lockFolder).mtimeMs > 5_000;
  } catch {
    // The folder went away while we looked: its owner is done, and the next try can take the place.
    return false;
  }
}
