import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { engineNode, root, runVisibly, say, withoutDisplay } from './setup/common.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

/**
 * `npm test`: sets the folder up, checks the sources, runs the unit tests and then the end-to-end tests in the real
 * window. The last line on standard output is `N passed, N failed`, of both together; the exit code is 0 only when
 * tests ran and neither they nor the check found anything.
 */
await runScript(async () => {
  await prepare({ forTests: true });
  const checkCode = await runVisibly(engineNode(), [join(root, 'scripts', 'check.mjs')]);
  const unit = await runTests('unit');
  const window = await runTests('e2e');

  const sum = (name) => unit[name] + window[name];
  if (checkCode !== 0) say('\nThe check found something: see above, or run `npm run check`.');
  console.log(`\nunit: ${describe(unit)}\nend to end: ${describe(window)}`);
  console.log(describe({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }));
  const isGood = checkCode === 0 && unit.isGood && window.isGood && sum('failed') === 0;
  process.exitCode = isGood ? 0 : 1;
});

/** Runs one of the projects of vitest.config.mts; under a virtual screen where there is none and it needs one. */
async function runTests(project) {
  const report = join(root, 'out', `test-${project}.json`);
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(report, { force: true });
  const command = [
    engineNode(),
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const needsScreen = project === 'e2e' && withoutDisplay();
  const screen = needsScreen ? ['xvfb-run', '-a', '-s', '-screen 0 1400x900x24'] : [];
  say(`\n${project === 'unit' ? 'Unit tests' : 'End-to-end tests'} …`);
  const [program, ...args] = [...screen, ...command];
  const code = await runVisibly(program, args);
  return tally(report, code);
}

/** Counts of a run. A file that fails before its tests begin counts as one failed test; so does a run without a report. */
function tally(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, isGood: false };
  const run = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = run.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = run.numPassedTests;
  return {
    passed,
    failed: run.numFailedTests + brokenFiles.length,
    skipped: run.numPendingTests + run.numTodoTests,
    isGood: code === 0 && passed > 0,
  };
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
