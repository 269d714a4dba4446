import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileHash, npmCommand, root, runVisibly, SetupError, say, textOf } from './common.mjs';

const lockFile = join(root, 'package-lock.json');
const note = join(root, 'node_modules', '.action-ten-lock');

/** True when the modules were installed from the lock file as it is now. */
export function modulesAreCurrent() {
  return textOf(note) === fileHash(lockFile, 'sha256');
}

/** Installs the modules exactly as the lock file says. */
export async function installModules() {
  if (!installedByHand()) {
    say('Installing modules (a minute or two the first time) …');
    // Errors alone: npm warns of packages that need a newer Node than the one it runs under itself, which they never
    // meet here. They run under the Node that the modules bring (`engineNode`).
    const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const { command, args, options } = npmCommand(words);
    const code = await runVisibly(command, args, options);
    if (code !== 0) {
      throw new SetupError(
        'The modules could not be installed: npm says why above. Check that this computer can reach the npm ' +
          'registry it is set up for (`npm config get registry`), then try again.',
      );
    }
  }
  writeFileSync(note, fileHash(lockFile, 'sha256'));
}

/**
 * True when somebody ran npm themselves and the result is what the lock file asks for: npm notes what it
 * installed, without the parts meant for other platforms.
 */
function installedByHand() {
  const path = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(path)) return false;
  const wanted = JSON.parse(textOf(lockFile)).packages;
  const installed = JSON.parse(textOf(path)).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const there = installed[name];
    if (!there) return entry.optional === true || entry.devOptional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}
