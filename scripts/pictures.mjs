import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { appForTests } from './setup/app-launch.mjs';
import { root, say } from './setup/common.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

/**
 * `npm run pictures`: takes the pictures of docs/user-guide.md from the real window with the sample force, into
 * docs/guide. Needs a screen: without one, `xvfb-run -a -s "-screen 0 1400x900x24" npm run pictures`.
 */
const scenes = [
  { name: 'home', room: 'Home', shown: (page) => page.locator('.next-steps li').first() },
  {
    name: 'data',
    room: 'Data',
    shown: (page) => page.getByRole('button', { name: 'Choose files' }),
  },
  { name: 'rules', room: 'Rules', shown: (page) => page.getByRole('tab', { name: 'Rules' }) },
  {
    name: 'map',
    room: 'Map',
    shown: (page) => page.getByText(/hot, at most 1 in 100: \d/).first(),
  },
  { name: 'profile', room: 'Profile', shown: (page) => page.locator('.profile iframe').first() },
  { name: 'sharing', room: 'Sharing', shown: (page) => page.getByRole('tab', { name: 'Share' }) },
];
const size = { width: 1280, height: 760 };

await runScript(async () => {
  await prepare();
  const folder = join(root, 'docs', 'guide');
  const userData = mkdtempSync(join(tmpdir(), 'action-ten-pictures-'));
  mkdirSync(folder, { recursive: true });
  const { program, args, env } = appForTests();
  const app = await _electron.launch({
    executablePath: program,
    args: [...args, `--user-data-dir=${userData}`],
    env,
  });
  try {
    const page = await app.firstWindow();
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Look around with the sample force' }).click();
    await page.getByRole('heading', { name: 'What is next' }).waitFor({ timeout: 120_000 });
    for (const { name, room, shown } of scenes) {
      await page.getByRole('button', { name: room, exact: true }).click();
      await shown(page).waitFor({ timeout: 60_000 });
      // Nothing that is running is in a picture, and maps are drawn a moment after their data came.
      await page.getByRole('button', { name: 'Jobs', exact: true }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      say(`docs/guide/${name}.png`);
    }
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
});
