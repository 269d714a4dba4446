import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'rolldown';
import { build as buildPage } from 'vite';
import { packagesOf } from './package/packages.mjs';
import { root } from './setup/common.mjs';

/**
 * Builds everything that runs into out/: one bundle a process. Targets are the oldest runtime each part meets
 * (see ARCHITECTURE.md): Chromium 114 and Node 18 in the shell, Node 22 or newer in the engine.
 */
const bundles = [
  {
    input: 'electron/main.ts',
    to: 'main',
    file: 'main.cjs',
    external: ['electron'],
    target: 'node18',
  },
  {
    input: 'electron/preload.ts',
    to: 'preload',
    file: 'preload.cjs',
    external: ['electron'],
    target: 'chrome114',
  },
  {
    input: 'src/engine/serve.ts',
    to: 'engine',
    file: 'engine.cjs',
    external: ['better-sqlite3'],
    target: 'node22',
  },
  {
    input: 'src/engine/intake/read-worker.ts',
    to: 'reader',
    file: 'reader.cjs',
    external: ['better-sqlite3'],
    target: 'node22',
  },
  {
    input: 'src/engine/writer-worker.ts',
    to: 'writer',
    file: 'writer.cjs',
    external: ['better-sqlite3'],
    target: 'node22',
  },
  {
    input: 'src/cli/main.ts',
    to: 'cli',
    file: 'main.cjs',
    external: ['better-sqlite3'],
    target: 'node22',
  },
];

// Vite obeys a NODE_ENV that is set already, and would then bundle React's development build.
process.env.NODE_ENV = 'production';

/** Source files that went into what is built: what is shipped of others is known from them (scripts/package). */
const modules = new Set();
const noteModules = ({ output }) => {
  for (const { moduleIds = [] } of output) for (const id of moduleIds) modules.add(id);
};

for (const { input, to, file, external, target } of bundles) {
  const built = await bundle({
    cwd: root,
    input,
    platform: 'node',
    external,
    transform: { target },
    // One file a process, so that a dynamic import does not leave a second one to unpack and to find.
    output: {
      file: join(root, 'out', to, file),
      format: 'cjs',
      codeSplitting: false,
      sourcemap: true,
    },
    logLevel: 'warn',
    write: true,
  });
  noteModules(built);
  escapeOtherThanAscii(join(root, 'out', to, file));
}

// The library that draws pictures for Word documents reads its code from a file beside the bundle.
const drawing = join(root, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm');
for (const folder of ['engine', 'cli'])
  copyFileSync(drawing, join(root, 'out', folder, 'resvg.wasm'));

noteModules(await buildPage({ configFile: join(root, 'vite.config.mts'), logLevel: 'warn' }));
writeFileSync(
  join(root, 'out', 'packages.json'),
  `${JSON.stringify(packagesOf(modules), null, 2)}\n`,
);

/**
 * Writes every other character of a bundle as its escape. One dash or quotation mark in a text makes V8 keep the whole
 * source in two bytes a character, for as long as the process runs.
 */
function escapeOtherThanAscii(path) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/[^\0-\x7f]/g, escaped));
}
