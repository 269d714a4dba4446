import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, say } from './setup/common.mjs';
import { prepareModules, runScript } from './setup/prepare.mjs';

/**
 * `npm run check`: types, lint, format, sizes and unused code. Runs all of them, reports all, and ends with exit code
 * 1 when one found something. `npm run check -- --fix` formats and orders imports first.
 */
await runScript(async () => {
  await prepareModules();
  const isFix = process.argv.includes('--fix');
  const running = [
    program('types', ['typescript', 'bin/tsc'], ['-b'], 'Correct what the compiler names.'),
    program(
      'lint',
      ['oxlint', 'bin/oxlint'],
      ['--type-aware', '--format=unix'],
      'Correct it, or, where the rule is wrong, switch it off on that line with the reason beside it.',
    ),
    program(
      'format',
      ['@biomejs/biome', 'bin/biome'],
      ['check', '--reporter=summary', ...(isFix ? ['--write'] : [])],
      'Run `npm run check -- --fix`.',
    ),
  ];
  // While the tools run in processes of their own.
  const results = [...(await ownChecks()), ...(await Promise.all(running))];
  for (const { name, problems, remedy } of results) {
    if (problems === '') say(`check ${name}: nothing found`);
    else say(`\ncheck ${name}:\n${problems}\n→ ${remedy}\n`);
  }
  process.exitCode = results.some(({ problems }) => problems !== '') ? 1 : 0;
});

/** Runs a tool of the modules; what it printed when it found something, else nothing. */
function program(name, [packageName, bin], args, remedy) {
  const child = spawn(process.execPath, [join(root, 'node_modules', packageName, bin), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  child.stderr.on('data', (part) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const output = Buffer.concat(parts).toString('utf8').trim();
      resolve({ name, remedy, problems: code === 0 ? '' : output || `ended with code ${code}` });
    });
  });
}

/** The checks written here. Loaded late: they need the modules. */
async function ownChecks() {
  const { readModule, readSources } = await import('./check/sources.mjs');
  const { findLargeFiles } = await import('./check/size.mjs');
  const { findPackageProblems, findUnusedExports, findUnusedFiles } = await import(
    './check/unused.mjs'
  );
  const { findWordProblems } = await import('./check/words.mjs');
  const sources = readSources();
  const modules = new Map(sources.map((source) => [source.path, readModule(source)]));
  const own = (name, problems, remedy) => ({ name, problems: problems.join('\n'), remedy });
  return [
    own('size', findLargeFiles(sources), 'Give each part that does one thing a file of its own.'),
    own('unused files', findUnusedFiles(modules), 'Delete them, or use them.'),
    own('unused exports', findUnusedExports(modules), 'Take `export` off, or delete what is dead.'),
    own(
      'words',
      findWordProblems(sources),
      'Give each text a key in the catalogue of its screen (renderer/words), and say it with `t`.',
    ),
    own(
      'packages',
      findPackageProblems(modules),
      'Correct package.json (`npm uninstall`, `npm install`).',
    ),
  ];
}
