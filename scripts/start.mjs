import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { appArguments, appEnvironment } from './setup/app-launch.mjs';
import { runCommand } from './setup/command.mjs';
import { root, runtimeFolder, say, withoutDisplay } from './setup/common.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

await runScript(async () => {
  const runtime = await prepare();
  process.exitCode = withoutDisplay() ? await runDemo(runtime) : await openWindow(runtime);
});

/** Opens the window and stays until it is closed. Chromium's own chatter goes to a file. */
function openWindow({ program, isFallback }) {
  if (isFallback) say('Running on an older Electron, for development and tests only.');
  mkdirSync(runtimeFolder, { recursive: true });
  const log = openSync(join(runtimeFolder, 'electron.log'), 'w');
  const args = [...appArguments({ hidden: false }), ...process.argv.slice(2)];
  const child = spawn(program, args, { stdio: ['ignore', log, log], env: appEnvironment() });
  // Ctrl+C reaches the app too: it closes the workspace, and then this ends with it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  say('Action Ten is open. Close its window to end it.');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What can be shown without a screen: the main job on the made-up sample force. */
async function runDemo(runtime) {
  const folder = join(root, 'out', 'demo');
  say(
    `There is no display here, so no window can open. Running the main job instead, into ${folder}`,
  );
  let output = '';
  const code = await runCommand(['demo', '--out', folder, '--json'], runtime, (text) => {
    output = text;
  });
  const answer = output.trim() ? JSON.parse(output) : null;
  if (answer?.ok) say(`The problem profile of the sample force is ${answer.pdf}`);
  else if (answer) say(`${answer.message} ${answer.remedy}`);
  return code;
}
