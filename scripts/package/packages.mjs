/** Read by the engine as they are, beside the bundles: the database, and the code that draws pictures for Word. */
const beside = ['better-sqlite3', '@resvg/resvg-wasm'];

/** Folders of packages below node_modules, sorted, that the source files `modules` are of, and those read as they are. */
export function packagesOf(modules) {
  const found = new Set(beside);
  for (const id of modules) {
    // The innermost: packages lie in packages. A bundler marks what it made itself with a null byte.
    const at = id.lastIndexOf('node_modules/');
    if (at < 0 || id.includes('\0')) continue;
    const outer = id.indexOf('node_modules/') + 'node_modules/'.length;
    const [first = '', second = ''] = id.slice(at + 'node_modules/'.length).split('/');
    const name = first.startsWith('@') ? `${first}/${second}` : first;
    found.add(`${id.slice(outer, at)}${at < outer ? '' : 'node_modules/'}${name}`);
  }
  return [...found].toSorted();
}
