// Plays the intruder against the sample force and writes the table of docs/attack-report.md anew.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project=unit', 'test/attack/attack-report.test.ts'],
  { stdio: 'inherit', env: { ...process.env, ACTION_TEN_WRITE_ATTACK_REPORT: 'yes' } },
);
process.exit(status ?? 1);
