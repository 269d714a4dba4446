import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineNode, root, runVisibly, SetupError, say, textOf } from './common.mjs';

const stamp = join(root, 'out', '.stamp');
const products = [
  'main/main.cjs',
  'preload/preload.cjs',
  'engine/engine.cjs',
  'cli/main.cjs',
  'renderer/index.html',
];
const sources = [
  'src',
  'electron',
  'renderer',
  'scripts/build.mjs',
  'tsconfig.base.json',
  'vite.config.mts',
  'package-lock.json',
];

/** True when the bundles in out/ were built from the sources as they are now. */
export function buildIsCurrent() {
  const isWhole = products.every((name) => existsSync(join(root, 'out', name)));
  return isWhole && textOf(stamp) === sourceState();
}

/** Builds the bundles and notes what they were built from. */
export async function build() {
  say('Building …');
  // Taken before the build: a source saved while it runs makes the next start build again.
  const state = sourceState();
  const code = await runVisibly(engineNode(), [join(root, 'scripts', 'build.mjs')]);
  if (code !== 0) throw new SetupError('The build failed: the reason is above.');
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, state);
}

/** One hash over path, size and time of every source file. */
function sourceState() {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const facts = statSync(join(root, path), { throwIfNoEntry: false });
  if (!facts) return;
  if (!facts.isDirectory()) {
    hash.update(`${path}:${facts.size}:${facts.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`);
}
