import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printer } from './setup/command.mjs';
import { root, withoutDisplay } from './setup/common.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

/** What `npm run bench NAME` measures; without a name, all of it. */
const benchmarks = {
  'main-job': 'main-job.mjs',
  import: 'import.mjs',
  classify: 'classify.mjs',
  filter: 'filter.mjs',
  hotspots: 'hotspots.mjs',
  profile: 'profile.mjs',
  window: 'window.mjs',
  map: 'map.mjs',
  share: 'share.mjs',
};
/** Those that draw in the window and start no screen of their own. */
const inWindow = ['map'];

// Figures are ratios against a floor or peer measured in the same run: shared machines wander too much for seconds.
await runScript(async () => {
  const [wanted] = process.argv.slice(2);
  const runtime = await prepare({ windowNeeded: inWindow.includes(wanted) });
  const env = { ...process.env };
  if (runtime) env.ACTION_TEN_PRINTER = JSON.stringify(printer(runtime));
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node))
    throw new Error('The benchmark needs the Node of this project: run npm ci.');
  if (wanted !== undefined && !Object.hasOwn(benchmarks, wanted)) {
    throw new Error(`There is no benchmark "${wanted}": ${Object.keys(benchmarks).join(', ')}.`);
  }
  const files = wanted === undefined ? Object.values(benchmarks) : [benchmarks[wanted]];
  for (const file of files) {
    // As the engine is started in the product (see electron/engine-process.ts).
    const args = ['--max-semi-space-size=4', join(root, 'scripts', 'bench', file)];
    const needsScreen = inWindow.some((name) => benchmarks[name] === file) && withoutDisplay();
    const [program, ...words] = needsScreen
      ? ['xvfb-run', '-a', '-s', '-screen 0 1400x900x24', node, ...args]
      : [node, ...args];
    const result = spawnSync(program, words, { cwd: root, stdio: 'inherit', env });
    if (result.status !== 0) process.exitCode = result.status ?? 1;
  }
});
