import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'kill-test.mjs');

// Two of each work; the long run of 200 is done by hand (`node scripts/kill-test.mjs 200`).
test('work that is killed at any moment is wholly there or wholly absent', () => {
  const run = spawnSync(process.execPath, [script, '18', String(Date.now() % 100_000)], {
    encoding: 'utf8',
  });
  expect(`${run.stdout}${run.status === 0 ? '' : run.stderr}`).toMatch(
    /^18 kills, seed \d+, 0 with a fault$/m,
  );
}, 600_000);
