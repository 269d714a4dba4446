import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from './support/axe.ts';
import {
  answerOpenDialogs,
  answerSaveDialogs,
  type LaunchedApp,
  launchApp,
} from './support/launch.ts';

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

test('what can be read of a damaged workspace is salvaged from the message that says so', async () => {
  const { page, app, problems } = shell;
  await page.getByRole('button', { name: 'Close the workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Where are women' }).waitFor();
  // Answers that are still under way would take the place of the message.
  await page.reload();
  const damaged = join(folder, 'damaged.actionten');
  const bytes = readFileSync(join(folder, 'whole.actionten'));
  // Every page but those that say what tables there are, and of these one in five.
  for (let at = 60 * 4_096; at < bytes.length; at += 5 * 4_096) bytes.fill(0xa5, at, at + 4_096);
  writeFileSync(damaged, bytes);
  await answerOpenDialogs(app, [damaged]);
  await page.getByRole('button', { name: 'Open a workspace' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'is damaged' });
  const into = join(folder, 'salvaged.actionten');
  await answerSaveDialogs(app, into);
  await notice.getByRole('button', { name: 'Salvage a damaged workspace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Salvage damaged.actionten' });
  await dialog.getByRole('button', { name: 'Choose where the new workspace goes' }).click();
  await dialog.getByText('Some of it was lost').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  if (process.env['ACTION_TEN_PICTURES'] !== undefined)
    await page.screenshot({ path: join(process.env['ACTION_TEN_PICTURES'], 'salvage.png') });
  await dialog.getByRole('button', { name: 'Go on with the new workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Northmoor' }).waitFor();
  expect(await page.evaluate(() => window.actionTen.checkWorkspace({}))).toMatchObject({
    ok: true,
    value: { intact: true },
  });
  expect(readFileSync(damaged).equals(bytes)).toBe(true);
  expect(problems).toEqual([]);
});
