import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessibilityProblems } from './support/axe.ts';
import { answerSaveDialogs } from './support/launch.ts';
import { testWindow } from './support/window.ts';

const started = testWindow('map', { timeoutMs: 20_000 });
const { folder, picture } = started;

/** The code of a boundary that holds public-space records: most of the sample's are countryside. */
async function areaWithRecords(page: Page): Promise<string> {
  const found = await page.evaluate(async () => {
    const { actionTen } = window;
    const ground = await actionTen.mapGround({});
    if (!ground.ok) return null;
    const text = new TextDecoder().decode(ground.value.areas);
    const { features } = JSON.parse(text) as {
      features: readonly { readonly properties: { readonly code: string } }[];
    };
    for (const { properties } of features) {
      const { code } = properties;
      const counted = await actionTen.runAnalysis({
        method: 'counts',
        filter: { space: 'public', within: { kind: 'area', code } },
      });
      if (counted.ok && counted.value.run.countIn > 20) return code;
    }
    return null;
  });
  if (found === null) throw new Error('no area holds records');
  return found;
}

/** The map's frame, which takes the keys. */
function mapOf(page: Page) {
  return page.getByRole('application', { name: /^Map\./ });
}

it('opens on hot cells of the sample force, with its finding, legend and what is not on it', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Look around with the sample force' }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 100_000 });
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const legend = page.getByRole('complementary', { name: 'Legend' });
  await legend.getByText('Hot spots (Gi*)').waitFor({ timeout: 30_000 });
  await legend.getByText(/^n = [\d,]+ incidents, whole period/).waitFor();
  const missing = page.getByRole('complementary', { name: 'Not on this map' });
  await missing.getByText(/public, no location/).waitFor();
  await missing.getByText(/^Not on this map: [\d,]+$/).waitFor();
  await picture(page, '01-gi-star');
});

it('goes from cell to cell by key, says each in words, and explains one on Enter', async () => {
  const { page } = started;
  await mapOf(page).focus();
  await page.keyboard.press('ArrowRight');
  const words = page.locator('.pointed');
  await words.getByText(/incidents?; the average cell of the study area has/).waitFor();
  const first = await words.textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => words.textContent()).not.toBe(first);
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'This place' })
    .getByText(/incident/)
    .first()
    .waitFor();
  await picture(page, '02-cell-by-key');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'This place' }).waitFor({ state: 'detached' });
});

it('says the same in a table that sorts', async () => {
  const { page } = started;
  await page.getByRole('tab', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Cells' });
  await table.getByRole('button', { name: /^Records/ }).click();
  await table
    .getByRole('columnheader', { name: /^Records/ })
    .and(page.locator('[aria-sort="descending"]'))
    .waitFor();
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await page.getByText('Copied.').waitFor();
  const copied = await started.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\r\n')[0]).toMatch(/^cell_id,count,/);
  await picture(page, '03-table');
  await page.getByRole('tab', { name: 'Finding' }).click();
});

it('saves the map as SVG and PNG, with marking, n and scale on it, and records both', async () => {
  const { app, page } = started;
  const svg = join(folder, 'map.svg');
  await answerSaveDialogs(app, svg);
  await page.getByRole('button', { name: 'Save or print' }).click();
  await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
  await page.getByText('Saved map.svg').waitFor();
  const text = readFileSync(svg, 'utf8');
  for (const part of ['OFFICIAL-SENSITIVE', 'n = ', 'km', 'Not on this map', 'Source: ']) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('NaN');
  const png = join(folder, 'map.png');
  await answerSaveDialogs(app, png);
  await page.getByRole('button', { name: 'Save or print' }).click();
  await page.getByRole('menuitem', { name: 'Save as PNG' }).click();
  await page.getByText('Saved map.png').waitFor();
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  const audit = await page.evaluate(() => window.actionTen.readAudit({}));
  const saved = audit.ok ? audit.value.latest.filter(({ action }) => action === 'map saved') : [];
  expect(new Set(saved.map(({ detail }) => detail['format']))).toEqual(new Set(['png', 'svg']));
});

it('shows trend, hours and offences of the same filter', async () => {
  const { page } = started;
  await page.getByRole('tab', { name: 'Charts' }).click();
  for (const name of ['By month', 'By hour and weekday', 'Offences']) {
    const part = page.getByRole('region', { name });
    await part.locator('svg').waitFor();
    expect(await part.locator('.chart').getAttribute('aria-label')).not.toContain('NaN');
  }
  await picture(page, '03b-charts');
  await page.getByRole('tab', { name: 'Finding' }).click();
});

it('keeps to the recipe of the terms of reference, and says so when it departs', async () => {
  const { page } = started;
  const recipe = page.getByRole('region', { name: 'Recipe' });
  await recipe.getByText(/No recipe is set/).waitFor();
  await recipe.getByRole('button', { name: 'Set this as the recipe' }).click();
  await recipe.getByRole('textbox', { name: 'Why this recipe' }).fill('Agreed for the test');
  await recipe.getByRole('button', { name: 'Set it' }).click();
  await recipe.getByText(/^As set in the terms of reference on \d{4}-/).waitFor();
  await page.getByRole('combobox', { name: 'Space' }).selectOption('all');
  await recipe.getByText(/Departs from the terms of reference of .*: /).waitFor();
  await picture(page, '03c-departure');
  await recipe.getByRole('button', { name: 'Back to the recipe' }).click();
  await recipe.getByText(/^As set/).waitFor();
});

it('keeps runs, opens one, repeats it, compares two, and removes one', async () => {
  const { page } = started;
  const legend = mapOf(page).getByRole('complementary', { name: 'Legend' });
  const keep = page.getByRole('button', { name: 'Keep this run' });
  await keep.click();
  await page.getByRole('button', { name: 'Kept', exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Method' }).selectOption('counts');
  await legend.getByText('Counts', { exact: true }).waitFor();
  await keep.click();
  await page.getByRole('button', { name: 'Kept', exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Runs' }).click();
  const table = page.getByRole('table', { name: 'Kept runs' });
  const counted = table.getByRole('row', { name: /Counts, VAWG incidents/ });
  const hot = table.getByRole('row', { name: /Hot spots \(Gi\*\), VAWG incidents/ });
  await counted.waitFor();
  await hot.getByRole('button', { name: /^Repeat/ }).click();
  await hot.getByText('as now').waitFor();
  await hot.getByRole('checkbox').check();
  await counted.getByRole('checkbox').check();
  await picture(page, '11-runs');
  await page.getByRole('button', { name: 'Compare the two chosen' }).click();
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await comparison.getByText(/^Different: /).waitFor();
  await picture(page, '12-runs-compared');
  await page.getByRole('tab', { name: 'Runs' }).click();
  await counted.getByRole('button', { name: /^Open/ }).click();
  await page
    .getByRole('region', { name: 'Kept run' })
    .getByText(/kept on/)
    .waitFor();
  await legend.getByText('Counts', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Back to the map of now' }).click();
  await page.getByRole('tab', { name: 'Runs' }).click();
  await counted.getByRole('button', { name: /^Remove/ }).click();
  await counted.getByRole('button', { name: /^Remove run .* for good$/ }).click();
  await counted.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Map', exact: true }).click();
  await page.getByRole('button', { name: 'Back to the recipe' }).click();
  await legend.getByText('Hot spots (Gi*)').waitFor();
});

it('shows every method on the sample force', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const method = page.getByRole('combobox', { name: 'Method' });
  const names = await method.getByRole('option').allTextContents();
  expect(names.length).toBeGreaterThan(10);
  for (const [place, name] of names.entries()) {
    await method.selectOption(name);
    const frame = mapOf(page);
    // What was done where and when is no matter of the map: without it the method asks for it.
    if (name === 'Before and after') {
      await frame
        .getByRole('alert')
        .getByText(/needs the place and the first day/)
        .waitFor();
      const settings = page.getByRole('textbox', { name: 'Settings of the method' });
      await settings.fill('easting=548130\nnorthing=519620\nfrom=2025-06-01');
      await settings.blur();
    }
    const legend = frame
      .getByRole('complementary', { name: 'Legend' })
      .getByText(name, { exact: true });
    await legend.waitFor({ timeout: 60_000 });
    await frame.getByRole('alert').waitFor({ state: 'detached' });
    await page
      .locator('.pointed')
      .getByText('Working…')
      .waitFor({ state: 'detached', timeout: 60_000 });
    await picture(page, `04-method-${String(place + 1).padStart(2, '0')}`);
    const said = await page.getByRole('complementary', { name: 'Result' }).textContent();
    expect(said).toMatch(/n = [\d,]+ of/);
    expect(said).not.toMatch(/NaN|undefined|Infinity/);
  }
  await page.getByRole('button', { name: 'Clear' }).click();
});

it('never draws homes finer than 500 m', async () => {
  const { page } = started;
  const legend = mapOf(page).getByRole('complementary', { name: 'Legend' });
  await page.getByRole('combobox', { name: 'Space' }).selectOption('private');
  await legend.getByText('500 m squares').waitFor();
  await page.getByRole('combobox', { name: 'Cells' }).selectOption('hexagon');
  await legend.getByText('500 m hexagons').waitFor();
  await picture(page, '05-private-hexagons');
  await page.getByRole('button', { name: 'Clear' }).click();
  await legend.getByText('250 m squares').waitFor();
  await page.getByRole('button', { name: 'Less' }).click();
});

it('is held to an area that is picked, and to one that is drawn', async () => {
  const { page } = started;
  const legend = mapOf(page).getByRole('complementary', { name: 'Legend' });
  const n = async () =>
    Number(
      /n = ([\d,]+)/.exec((await legend.textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? 'NaN',
    );
  const whole = await n();
  const only = page.getByRole('combobox', { name: 'Only in' });
  await only.selectOption(await areaWithRecords(page));
  await expect.poll(n, { timeout: 20_000 }).toBeLessThan(whole);
  await only.selectOption({ index: 0 });
  await expect.poll(n, { timeout: 20_000 }).toBe(whole);
  await page.getByRole('button', { name: 'Draw an area' }).click();
  const box = await page.locator('.leaflet-container').boundingBox();
  if (box === null) throw new Error('there is no map');
  const at = (x: number, y: number) =>
    page.mouse.click(box.x + x * box.width, box.y + y * box.height);
  await at(0.42, 0.4);
  await at(0.58, 0.4);
  await at(0.58, 0.6);
  await at(0.42, 0.6);
  await page.getByText('4 so far').waitFor();
  await page.getByRole('button', { name: 'Use this area' }).click();
  await expect.poll(n, { timeout: 20_000 }).toBeLessThan(whole);
  expect(await n()).toBeGreaterThan(0);
  await picture(page, '06-drawn-area');
  await only.selectOption({ index: 0 });
  await expect.poll(n, { timeout: 20_000 }).toBe(whole);
});

it('moves through the months by key', async () => {
  const { page } = started;
  const legend = mapOf(page).getByRole('complementary', { name: 'Legend' });
  const slider = page.getByRole('slider', { name: 'Month shown on the map' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await legend.getByText(/2026-09-01 to 2026-09-30/).waitFor();
  await page.keyboard.press('ArrowLeft');
  await legend.getByText(/2026-08-01 to 2026-08-31/).waitFor();
  await picture(page, '07-one-month');
  await page.keyboard.press('Space');
  await legend.getByText(/2026-10-01 to 2026-10-31/).waitFor();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.getByRole('button', { name: 'Whole period' }).click();
  await legend.getByText(/whole period/).waitFor();
});

it('says plainly when a filter leaves nothing', async () => {
  const { page } = started;
  await page.getByRole('textbox', { name: 'From month' }).fill('1990-01');
  await page.getByRole('textbox', { name: 'To month' }).fill('1990-02');
  await mapOf(page)
    .getByRole('alert')
    .getByText(/No record/)
    .waitFor();
  await picture(page, '08-nothing-left');
  await page.getByRole('button', { name: 'Clear' }).click();
  await mapOf(page).getByRole('complementary', { name: 'Legend' }).waitFor();
});

it('shows two maps that move together', async () => {
  const { page } = started;
  await page.getByRole('tab', { name: 'Compare' }).click();
  const left = page.getByRole('region', { name: 'Left map' });
  const right = page.getByRole('region', { name: 'Right map' });
  await left.getByText('Hot spots (Gi*)', { exact: true }).waitFor();
  await right.getByText(/reports of feeling unsafe/).waitFor();
  const scale = (side: typeof left) => side.locator('.leaflet-control-scale').textContent();
  const before = await scale(right);
  await left.getByRole('application').focus();
  await page.keyboard.press('+');
  await expect.poll(() => scale(right)).not.toBe(before);
  expect(await scale(right)).toBe(await scale(left));
  await picture(page, '09-compare');
  // Hundreds of kept runs may be offered: what is shown is found by its words.
  await right.getByRole('combobox', { name: 'Right map' }).fill('counts');
  await picture(page, '09-compare-search');
  await page.getByRole('option', { name: /^Counts/ }).click();
  await right.getByText(/cells hold at least one record/).waitFor();
  await page.getByRole('tab', { name: 'Map', exact: true }).click();
});

it('makes a register of places from hot cells, and keeps what the analyst says of one', async () => {
  const { page } = started;
  await page.getByRole('tab', { name: 'Places' }).click();
  await page.getByText(/The register is empty/).waitFor();
  await page.getByRole('button', { name: 'Find places in the hot cells' }).click();
  const table = page.getByRole('table', { name: 'Locations of concern' });
  await table.waitFor({ timeout: 60_000 });
  const names = table.getByRole('button');
  expect(await names.count()).toBeGreaterThan(3);
  const first = (await names.first().textContent()) ?? '';
  await names.first().click();
  const evidence = page.getByRole('complementary', { name: 'Evidence of the place' });
  await evidence.getByRole('heading', { name: first }).waitFor();
  await evidence.getByRole('region', { name: 'Offences' }).getByRole('listitem').first().waitFor();
  await evidence.getByRole('region', { name: 'Hours' }).locator('svg').waitFor();
  await picture(page, '13-places');
  await evidence.getByRole('textbox', { name: 'Name' }).fill('Made-up corner');
  await evidence.getByRole('button', { name: 'Save name and note' }).click();
  await table.getByRole('button', { name: 'Made-up corner' }).waitFor();
  await evidence.getByRole('combobox', { name: 'Status' }).selectOption('confirmed');
  await table.getByRole('cell', { name: 'confirmed' }).waitFor();
  await evidence.getByRole('button', { name: 'Undo the last change' }).click();
  await table.getByRole('cell', { name: 'confirmed' }).waitFor({ state: 'detached' });
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Map', exact: true }).click();
});

it('has no fault that axe finds, in either theme', async () => {
  const { page } = started;
  await mapOf(page).getByRole('complementary', { name: 'Legend' }).waitFor();
  for (const theme of ['Dark theme', 'Light theme']) {
    for (const tab of ['Table', 'Charts']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    await page.getByRole('tab', { name: 'Finding' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: theme }).click();
    await picture(page, `10-${theme === 'Dark theme' ? 'dark' : 'light'}`);
  }
});

it('met no refused style, script or request', () => {
  expect(started.problems).toEqual([]);
});
