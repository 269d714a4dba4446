import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { appForTests } from '../../../scripts/setup/app-launch.mjs';
// So that tests know the type of `window.actionTen`.
import '../../../src/contract/page-api.ts';

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The app's own data folder, empty at first; removed by `close` unless it was given to `launchApp`. */
  readonly userData: string;
  /** Errors of the page so far: exceptions, console errors and refused requests or styles. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** A data folder to go on with, for example that of an app closed before. */
  readonly userData?: string;
  /** Words after the app's own, for example a workspace file to open. */
  readonly words?: readonly string[];
}

/** Starts the real app in its real window, as built in out/, with a data folder of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'action-ten-e2e-'));
  const { program, args, env } = appForTests();
  const app = await _electron.launch({
    executablePath: program,
    args: [...args, `--user-data-dir=${userData}`, ...(options.words ?? [])],
    env,
  });
  const problems: string[] = [];
  const page = await app.firstWindow();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.waitForLoadState();
  return {
    app,
    page,
    userData,
    problems,
    async close() {
      await app.close();
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
    },
  };
}

/** Starts the app a second time on the same data, as a second click would, and waits for that start to end. */
export async function startAgain(userData: string, words: readonly string[] = []): Promise<void> {
  const { program, args, env } = appForTests();
  const second = spawn(program, [...args, `--user-data-dir=${userData}`, ...words], {
    env,
    stdio: 'ignore',
  });
  await new Promise<void>((resolve, reject) => {
    second.once('error', reject);
    second.once('exit', () => resolve());
  });
}

/** Answers the next dialogs that ask for files to open; no paths: the analyst changes their mind. */
export async function answerOpenDialogs(app: ElectronApplication, paths: readonly string[]) {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** Answers the next dialogs that ask where to save; null: the analyst changes their mind. */
export async function answerSaveDialogs(app: ElectronApplication, path: string | null) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** The process of the engine: the child of the app that runs its bundle. */
export function enginePid(app: ElectronApplication): number {
  const main = app.process().pid ?? 0;
  const children = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ');
  const engine = children.find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine.cjs'),
  );
  if (engine === undefined) throw new Error('The app has no engine process.');
  return Number(engine);
}
