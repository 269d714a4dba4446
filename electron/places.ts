import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { app } from 'electron';

/** Bundles lie side by side in out/; what another program has to read is unpacked beside the archive. */
const bundles = join(__dirname, '..');
const unpacked = bundles.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`);

export const pageFolder = join(bundles, 'renderer');
export const preloadFile = join(bundles, 'preload', 'preload.cjs');
export const engineFile = join(unpacked, 'engine', 'engine.cjs');
export const commandFile = join(unpacked, 'cli', 'main.cjs');

/**
 * The Node that runs the engine, or null for Electron's own utility process. A packaged app looks only inside
 * itself: the environment is obeyed in development alone.
 */
export function engineNode(): string | null {
  if (!app.isPackaged) return process.env['ACTION_TEN_ENGINE_NODE'] ?? null;
  const bundled = join(
    process.resourcesPath,
    'engine-node',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(bundled) ? bundled : null;
}
