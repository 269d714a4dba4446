import { spawnSync } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import { commandFile, engineNode } from './places.ts';

/**
 * Runs a command of the command line and ends the program with its exit code. Nothing of this needs a screen but
 * Electron's utility process, for which Electron has to start up whole: there a virtual one is put before it.
 */
export async function runCommand(words: readonly string[]): Promise<void> {
  const env = { ...process.env, ACTION_TEN_PRINTER: JSON.stringify(printer()) };
  const node = engineNode();
  if (node !== null) {
    process.exit(runAttached(node, [commandFile, ...words], env));
  }
  if (withoutDisplay()) {
    process.exit(
      runAttached('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], process.env),
    );
  }
  await app.whenReady();
  const child = utilityProcess.fork(commandFile, [...words], { env, stdio: 'inherit' });
  child.once('exit', (code) => app.exit(code));
}

function runAttached(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): number {
  const ended = spawnSync(program, args, { stdio: 'inherit', env });
  if (ended.error) process.stderr.write(`${program} could not be started.\n`);
  return ended.status ?? 1;
}

/** How a command starts this program again to print: see scripts/setup/command.mjs for the same in development. */
function printer(): { command: string; args: string[] } {
  const args = [
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    '--disable-gpu',
  ];
  return withoutDisplay()
    ? { command: 'xvfb-run', args: ['-a', process.execPath, ...args] }
    : { command: process.execPath, args };
}

function withoutDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
}
