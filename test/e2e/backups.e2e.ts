import { copyFileSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from './support/axe.ts';
import { answerOpenDialogs, type LaunchedApp, launchApp } from './support/launch.ts';

let shell: LaunchedApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'action-ten-backups-'));
  shell = await launchApp();
});
afterAll(async () => {
  await shell?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a damaged workspace is brought back from the copy that was made when it was closed', async () => {
  const { page, app, problems } = shell;
  await page.evaluate(async () => {
    const { token } = await window.actionTen.sampleFolder();
    await window.actionTen.buildSample({ directory: token, incidents: 1_000 });
    await window.actionTen.closeWorkspace({});
  });
  const made = join(shell.userData, 'sample', 'northmoor.actionten');
  expect(readdirSync(`${made}-backups`)).toHaveLength(1);
  copyFileSync(made, join(folder, 'whole.actionten'));
  truncateSync(made, 8_192);

  await answerOpenDialogs(app, [made]);
  await page.getByRole('button', { name: 'Restore from a backup' }).click();
  const dialog = page.getByRole('dialog', { name: 'Backups of northmoor.actionten' });
  await dialog.getByRole('button', { name: /^Restore 20/ }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  if (process.env['ACTION_TEN_PICTURES'] !== undefined)
    await page.screenshot({ path: join(process.env['ACTION_TEN_PICTURES'], 'restore.png') });
  await dialog.getByRole('button', { name: /^Restore 20/ }).click();
  await dialog.getByText('The backup is in place.').waitFor();
  await dialog.getByText(/kept as northmoor before restoring/).waitFor();
  await dialog.getByRole('button', { name: 'Go on with the workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Northmoor' }).waitFor();
  expect(await page.evaluate(() => window.actionTen.checkWorkspace({}))).toMatchObject({
    ok: true,
    value: { intact: true },
  });
  expect(problems).toEqual([]);
});
