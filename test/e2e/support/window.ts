import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type LaunchedApp, launchApp } from './launch.ts';

/** The one window of a test file, and a folder for the files of its tests. */
export interface TestWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly problems: readonly string[];
  readonly folder: string;
  /** Keeps a picture of the window where `ACTION_TEN_PICTURES` names a folder; tests never look at it. */
  readonly picture: (page: Page, name: string) => Promise<void>;
}

/**
 * Starts the app before the first test of this file and closes it after the last. `name` stands before the names of
 * its pictures; `timeoutMs` is how long an element may take to come, `size` that of the window in pixels.
 */
export function testWindow(
  name: string,
  { timeoutMs = 30_000, size }: { timeoutMs?: number; size?: readonly [number, number] } = {},
): TestWindow {
  const folder = mkdtempSync(join(tmpdir(), `action-ten-e2e-${name}-`));
  const pictures = process.env['ACTION_TEN_PICTURES'];
  let launched: LaunchedApp | undefined;
  const running = (): LaunchedApp => {
    if (launched === undefined) throw new Error('The window is there only while tests run.');
    return launched;
  };
  beforeAll(async () => {
    launched = await launchApp();
    launched.page.setDefaultTimeout(timeoutMs);
    if (size === undefined) return;
    await launched.app.evaluate(({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get app() {
      return running().app;
    },
    get page() {
      return running().page;
    },
    get problems() {
      return running().problems;
    },
    folder,
    picture: async (page, of) => {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${of}.png`) });
    },
  };
}
