import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { root } from '../setup/common.mjs';

const rooms = ['src', 'electron', 'renderer', 'scripts', 'test'];
const configs = ['vite.config.mts', 'vitest.config.mts'];

/** Every source file of the project: `{ path, text, lines }`, paths from the project's folder with `/`. */
export function readSources() {
  const paths = [...rooms.flatMap((room) => walk(join(root, room))), ...configs];
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) };
  });
}

function walk(path) {
  if (!statSync(path).isDirectory()) {
    return /\.(ts|tsx|mts|mjs|css|html)$/.test(path)
      ? [relative(root, path).split(sep).join('/')]
      : [];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => walk(join(path, name)));
}

/**
 * What a file takes from others and gives to them: `imports` of `{ from, names }` (`from` a path of the project or
 * the name of a package; names null: all of it), `exports` of names, and whether the file itself uses a name.
 */
export function readModule({ path, text }) {
  if (path.endsWith('.css'))
    return { imports: quoted(path, text, /@import\s+['"]([^'"]+)['"]/g), exports: [] };
  if (path.endsWith('.html'))
    return { imports: quoted(path, text, /<script[^>]+src="([^"]+)"/g), exports: [] };
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const imports = [];
  const add = (request, names) => imports.push({ from: resolve(path, request), names });
  for (const one of module.staticImports) {
    for (const entry of one.entries) add(one.moduleRequest.value, namesTaken(entry, text));
    if (one.entries.length === 0) add(one.moduleRequest.value, []);
  }
  for (const one of module.dynamicImports) {
    const request = text.slice(one.moduleRequest.start, one.moduleRequest.end);
    if (/^['"]/.test(request)) add(request.slice(1, -1), null);
  }
  const exported = [];
  for (const entry of module.staticExports.flatMap((one) => one.entries)) {
    if (entry.moduleRequest) {
      add(
        entry.moduleRequest.value,
        entry.importName.kind === 'Name' ? [entry.importName.name] : null,
      );
    }
    const { kind, name } = entry.exportName;
    if (kind === 'Default') exported.push('default');
    else if (kind === 'Name') exported.push(name);
  }
  imports.push(...quoted(path, text, /new URL\('(\.[^']+)', import\.meta\.url\)/g));
  // Twice in the code: where it is made, and where it is used.
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const ownUses = (name) => code.split(new RegExp(`\\b${name}\\b`)).length > 2;
  return { imports, exports: exported, ownUses };
}

/** The names one import takes. Of `import * as x` those that the file writes as `x.name`. */
function namesTaken({ importName, localName }, text) {
  if (importName.kind === 'Default') return ['default'];
  if (importName.kind === 'Name') return [importName.name];
  return [...text.matchAll(new RegExp(`\\b${localName.value}\\.(\\w+)`, 'g'))].map(
    (match) => match[1],
  );
}

function quoted(path, text, pattern) {
  return [...text.matchAll(pattern)].map((match) => ({
    from: resolve(path, match[1]),
    names: null,
  }));
}

/** A relative request as a path of the project; any other as its package's name. */
function resolve(path, request) {
  const plain = request.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return join(dirname(path), plain).split(sep).join('/');
  return plain
    .split('/')
    .slice(0, plain.startsWith('@') ? 2 : 1)
    .join('/');
}
