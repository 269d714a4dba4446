import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/common.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

// Figures are ratios against a floor or peer measured in the same run: shared machines wander too much for seconds.
await runScript(async () => {
  await prepare({ windowNeeded: false });
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node))
    throw new Error('The benchmark needs the Node of this project: run npm ci.');
  const result = spawnSync(node, [join(root, 'scripts', 'bench', 'main-job.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = result.status ?? 1;
});
