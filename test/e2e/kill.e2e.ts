import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'kill-test.mjs');

/** The moments of the kills follow from it: the same ones each time, unless the environment asks for others. */
const seed = process.env['ACTION_TEN_KILL_SEED'] ?? '20261128';

// Two of each work; the long run of 200 is done by hand (`node scripts/kill-test.mjs 200`).
test('work that is killed at any moment is wholly there or wholly absent', () => {
  const run = spawnSync(process.execPath, [script, '18', seed], {
    encoding: 'utf8',
  });
  process.stdout.write(`${run.stdout.trimEnd().split('\n').at(-1) ?? ''} (ACTION_TEN_KILL_SEED)\n`);
  expect(`${run.stdout}${run.status === 0 ? '' : run.stderr}`).toMatch(
    /^18 kills, seed \d+, 0 with a fault$/m,
  );
}, 600_000);
