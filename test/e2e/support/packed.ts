import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
// So that tests know the type of `window.actionTen`.
import '../../../src/contract/page-api.ts';

const project = join(import.meta.dirname, '..', '..', '..');

/** Makes the local package, unless `made` (a file of it) is newer than the build: once for the tests of one run. */
export function packLocally(words: readonly string[], made: string): void {
  const built = statSync(join(project, 'out', 'renderer', 'index.html')).mtimeMs;
  if (existsSync(made) && statSync(made).mtimeMs >= built) return;
  const script = join(project, 'scripts', 'package.mjs');
  execFileSync(process.execPath, [script, '--local', ...words], { stdio: 'inherit' });
}

export interface PackedApp {
  readonly page: Page;
  /** The program's first process. */
  readonly processId: number;
  close(): Promise<void>;
}

/** Starts a packed program in its window; `words` hold its data folder. */
export async function launchPacked(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<PackedApp> {
  const child = spawn(program, [...words, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  const browser = await connect(child);
  const [page] = browser.contexts().flatMap((context) => context.pages());
  if (page === undefined) throw new Error('The packed app has no page.');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    processId: child.pid ?? 0,
    async close() {
      await browser.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

/** Connects over the debugging port: the packed app's fuse keeps Playwright's own way shut. */
async function connect(child: ChildProcess): Promise<Browser> {
  if (!child.stderr) throw new Error('The program has no standard error.');
  for await (const line of createInterface(child.stderr)) {
    const [, address] = /^DevTools listening on (\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return chromium.connectOverCDP(address, { noDefaults: true });
    }
  }
  throw new Error('The packed app ended before its window was there.');
}
