import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appArguments } from './app-launch.mjs';
import { engineNode, root, withoutDisplay } from './common.mjs';

/** The engine's rows pass through young memory: more of it is slower to give back, not faster to fill. */
const smallHeap = '--max-semi-space-size=4';

/**
 * The folder from which the words of a command are meant. `npm run` moves into the project's folder and tells in
 * INIT_CWD where the user stood; started in any other way, the folder is the current one.
 */
export function userFolder(environment, currentFolder) {
  const { INIT_CWD: stood, npm_lifecycle_event: script } = environment;
  return script === 'action-ten' && stood && existsSync(stood) ? stood : currentFolder;
}

/**
 * Runs one Action Ten command (`demo`, `import` …) with the terminal as its own; resolves to its exit code.
 * With `onOutput`, what it writes to standard output goes there, whole, instead of to the terminal.
 *
 * The command learns how to print from ACTION_TEN_PRINTER, JSON of `{ command, args }`: it runs
 * `command …args --print-job JOB.json`, where JOB.json holds `{ html, pdf, marking, title }` (`html` and `pdf` are
 * paths). Exit code 0 and the PDF there: done. Otherwise the last line on standard error says why.
 */
export function runCommand(words, runtime, onOutput) {
  const env = { ...process.env };
  delete env.ACTION_TEN_PRINTER;
  if (runtime) env.ACTION_TEN_PRINTER = JSON.stringify(printer(runtime));
  const child = spawn(engineNode(), [smallHeap, join(root, 'out', 'cli', 'main.cjs'), ...words], {
    stdio: ['inherit', onOutput ? 'pipe' : 'inherit', 'inherit'],
    env,
  });
  if (onOutput) {
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stdout.on('end', () => onOutput(Buffer.concat(parts).toString('utf8')));
  }
  // Ctrl+C reaches both: the command ends as it sees fit and this process passes its code on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** How to start the printing window of a runtime, as ACTION_TEN_PRINTER tells it. */
export function printer({ program }) {
  const args = appArguments({ hidden: true });
  return withoutDisplay()
    ? { command: 'xvfb-run', args: ['-a', program, ...args] }
    : { command: program, args };
}
