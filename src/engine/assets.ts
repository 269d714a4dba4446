import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of shipped data (code lists, transformation grid, fonts). Bundles lie in out/<name>/, sources in
 * src/engine/, and both are two levels below the root; in the packaged app it is unpacked beside the archive.
 */
export function assetFolder(): string {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  const folder = join(here, '..', '..', 'assets');
  const unpacked = folder.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`);
  return existsSync(unpacked) ? unpacked : folder;
}

/** Bytes of one shipped file, by its path below the assets folder. */
export function readAsset(...path: string[]): Buffer {
  return readFileSync(join(assetFolder(), ...path));
}
