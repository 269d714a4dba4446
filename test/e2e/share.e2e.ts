import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOpenDialogs,
  answerSaveDialogs,
  type LaunchedApp,
  launchApp,
} from './support/launch.ts';

const pictures = process.env['ACTION_TEN_PICTURES'];

describe('sharing from the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
  let started: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    started = await launchApp();
    ({ page } = started);
    await page.getByRole('button', { name: 'Look around with the sample force' }).click();
    await page.getByText(/· Northmoor/).waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Sharing' }).click();
  }, 120_000);

  afterAll(async () => {
    await started.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a layer safe for the party of an agreement, and says what was suppressed', async () => {
    const out = join(folder, 'layer.geojson');
    await answerSaveDialogs(started.app, out);
    await page.getByLabel('As', { exact: true }).selectOption('geojson');
    await page.getByRole('button', { name: 'Make the layer' }).click();
    await page.getByText(/^Written: [\d,]+ features/).waitFor({ timeout: 60_000 });
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'share.png') });
    const layer = JSON.parse(readFileSync(out, 'utf8')) as { features: unknown[] };
    expect(layer.features.length).toBeGreaterThan(0);
  });

  it('makes a pack of every layer for the public', async () => {
    const out = join(folder, 'pack.zip');
    await answerSaveDialogs(started.app, out);
    await page.getByLabel('For', { exact: true }).selectOption('public');
    await page.getByLabel('As', { exact: true }).selectOption('pack');
    await page.getByRole('button', { name: 'Make the pack' }).click();
    await page.getByText(/^Written: [\d,]+ features/).waitFor({ timeout: 90_000 });
    expect(readFileSync(out).subarray(0, 2).toString('latin1')).toBe('PK');
    expect(started.problems).toEqual([]);
  });

  it('shows an edition with what was removed before it goes out, and less of it', async () => {
    const out = join(folder, 'partner.pdf');
    await answerSaveDialogs(started.app, out);
    await page.getByRole('tab', { name: 'Edition' }).click();
    await page.getByRole('button', { name: /^Your own words for partners/ }).click();
    await page.getByLabel(/^Section 13 may go to partners/).click();
    await page.getByText(/^Marked by /).waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'texts.png') });
    await page.getByRole('button', { name: /^Your own words for partners/ }).click();
    const exported = page.getByRole('button', { name: 'Export as PDF' });
    expect(await exported.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText(/^Numbers removed: [\d,]+/).waitFor({ timeout: 120_000 });
    await page
      .frameLocator('iframe[title="The edition as it will print"]')
      .getByText('Certificate of disclosure control')
      .first()
      .waitFor();
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'edition.png') });
    await page.getByRole('button', { name: 'Leave out more' }).click();
    await page.getByLabel('Section 10: Perpetrators').check();
    expect(await exported.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('(chosen: 1)').waitFor();
    await page
      .frameLocator('iframe[title="The edition as it will print"]')
      .getByText('The force left this section out of this edition.')
      .waitFor({ timeout: 120_000 });
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'edition-less.png') });
    await exported.click();
    await page
      .getByText('Saved partner.pdf. The disclosure is in the log')
      .waitFor({ timeout: 120_000 });
    expect(readFileSync(out).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(started.problems).toEqual([]);
  }, 400_000);

  it('puts that edition into a pack for the same partner, and no other file', async () => {
    const pack = join(folder, 'with-edition.zip');
    await page.getByRole('tab', { name: 'Share', exact: true }).click();
    await answerSaveDialogs(started.app, pack);
    await page.getByLabel('As', { exact: true }).selectOption('pack');
    await answerOpenDialogs(started.app, [join(folder, 'layer.geojson')]);
    await page.getByRole('button', { name: 'Put an exported edition in' }).click();
    await page.getByText('layer.geojson').waitFor();
    await page.getByRole('button', { name: 'Make the pack' }).click();
    await page.getByText(/This file is not an edition as it was exported/).waitFor();
    await answerOpenDialogs(started.app, [join(folder, 'partner.pdf')]);
    await page.getByRole('button', { name: 'Choose another edition' }).click();
    await page.getByText('partner.pdf').waitFor();
    await page.getByRole('button', { name: 'Make the pack' }).click();
    await page
      .getByText(/^The partner edition of .* is in the pack\.$/)
      .waitFor({ timeout: 90_000 });
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'pack.png') });
    expect(readFileSync(pack).includes('profile_OFFICIAL-SENSITIVE')).toBe(true);
    expect(started.problems).toEqual([]);
  }, 200_000);
});
