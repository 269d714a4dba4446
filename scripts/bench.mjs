import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printer } from './setup/command.mjs';
import { root } from './setup/common.mjs';
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
};

// Figures are ratios against a floor or peer measured in the same run: shared machines wander too much for seconds.
await runScript(async () => {
  const runtime = await prepare({ windowNeeded: false });
  const env = { ...process.env };
  if (runtime) env.ACTION_TEN_PRINTER = JSON.stringify(printer(runtime));
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node))
    throw new Error('The benchmark needs the Node of this project: run npm ci.');
  const [wanted] = process.argv.slice(2);
  if (wanted !== undefined && !Object.hasOwn(benchmarks, wanted)) {
    throw new Error(`There is no benchmark "${wanted}": ${Object.keys(benchmarks).join(', ')}.`);
  }
  const files = wanted === undefined ? Object.values(benchmarks) : [benchmarks[wanted]];
  for (const file of files) {
    // As the engine is started in the product (see electron/engine-process.ts).
    const args = ['--max-semi-space-size=4', join(root, 'scripts', 'bench', file)];
    const result = spawnSync(node, args, { cwd: root, stdio: 'inherit', env });
    if (result.status !== 0) process.exitCode = result.status ?? 1;
  }
});
