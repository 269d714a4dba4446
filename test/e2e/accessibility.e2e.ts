import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems, lookAt } from './support/axe.ts';
import { type LaunchedApp, launchApp, startAgain } from './support/launch.ts';
import { problemsOfWords } from './support/stretched.ts';

/**
 * Every screen and every tab of it in both themes, and what the keyboard alone can do in the frame. One small sample,
 * one window: what it costs is axe itself.
 */
let started: LaunchedApp;
let sample: string;
const pictures = process.env['ACTION_TEN_PICTURES'];
/** Rows of the report, one a screen and theme; written where a folder for pictures is named. */
const report: string[] = [];

beforeAll(async () => {
  started = await launchApp();
  const { page } = started;
  page.setDefaultTimeout(30_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
  await started.close();
  if (pictures === undefined) return;
  const head = ['screen', 'theme', 'violations', 'rules run', 'with elements', 'undecided'];
  const lines = [head, head.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |`);
  writeFileSync(join(pictures, 'axe.md'), `${[...lines, ...report].join('\n')}\n`);
});

/** What axe finds now and in the other theme, each line with where it was found. */
async function problemsInBothThemes(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const isOtherTheme of [false, true]) {
    const theme = await page.evaluate(() =>
      document.documentElement.getAttribute('data-mantine-color-scheme'),
    );
    // For the report both themes are looked at whole.
    const look = await lookAt(page, isOtherTheme && pictures === undefined);
    const { problems, rules, applied, undecided } = look;
    found.push(...problems.map((problem) => `${where}: ${problem}`));
    report.push(`| ${[where, theme, problems.length, rules, applied, undecided].join(' | ')} |`);
    await picture(`${where}, ${theme}`);
    await page.getByRole('button', { name: /^(Dark|Light) theme$/ }).click();
  }
  return found;
}

/** Keeps a picture of the window where a folder for them is named; tests never look at it. */
async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const file = `screen-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
  // Taken by the window itself: at a zoom the other way shows a corner of it.
  const png = await started.app.evaluate(async ({ BrowserWindow }) => {
    const shown = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return shown?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(join(pictures, file), Buffer.from(png, 'base64'));
}

async function room(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Rooms' })
    .getByRole('button', { name, exact: true })
    .click();
}

/** Opens the search and types into it. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search screens/ }).fill(words);
}

/** Waits until nothing runs that the tray would show, and what was asked for is drawn. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Jobs', exact: true }).waitFor();
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
      }),
  );
}

it('the first screen and an unlocked home have no fault in either theme', async () => {
  const { page } = started;
  expect(await problemsInBothThemes(page, 'first run')).toEqual([]);
  const built = await page.evaluate(async () => {
    const { token } = await window.actionTen.sampleFolder();
    return window.actionTen.buildSample({ directory: token, incidents: 2_000 });
  });
  if (!built.ok) throw new Error(built.message);
  sample = built.value.workspace;
  await page.reload();
  await page.getByRole('button', { name: /^Open .*\.actionten$/ }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor();
  await page.getByRole('heading', { name: 'What is next' }).waitFor();
  await page.locator('.next-steps li').first().waitFor();
  expect(await problemsInBothThemes(page, 'home')).toEqual([]);
});

it.each([
  ['Data', 5],
  ['Rules', 6],
  ['Map', 4],
  ['Profile', 10],
  ['Sharing', 4],
])('%s has no fault on any of its tabs in either theme', async (name, least) => {
  const { page } = started;
  await room(page, name);
  const tabs = page.getByRole('tablist').first().getByRole('tab');
  await tabs.first().waitFor();
  const count = await tabs.count();
  // A tab that is not found would not be looked at.
  expect(count).toBeGreaterThanOrEqual(least);
  const found: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const tab = tabs.nth(index);
    await tab.click();
    await settled(page);
    // Without the number of what is on it.
    const words = (await tab.innerText()).replace(/\s*\(?\d+\)?$/, '');
    found.push(...(await problemsInBothThemes(page, `${name}, ${words}`)));
  }
  expect(found).toEqual([]);
});

it('help, search and jobs have no fault, and give the focus back', async () => {
  const { page } = started;
  await room(page, 'Map');
  await settled(page);
  const opener = page.getByRole('button', { name: 'Jobs', exact: true });
  await opener.focus();
  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: 'Help' });
  await help.getByRole('heading', { name: 'Map', exact: true }).waitFor();
  const found: string[] = [];
  for (const name of ['Methods', 'Words', 'Shortcuts', 'User guide', 'This screen']) {
    await help.getByRole('tab', { name }).click();
    if (name === 'Methods') await help.getByRole('heading', { name: 'Hot spots (Gi*)' }).waitFor();
    found.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
  }
  const loaded = await page.evaluate(() =>
    Array.from(document.images, ({ complete, naturalWidth }) => complete && naturalWidth > 0),
  );
  expect(loaded).not.toContain(false);
  await help.getByRole('tab', { name: 'This screen' }).press('Escape');
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+j');
  await page.getByRole('dialog', { name: 'Jobs' }).waitFor();
  found.push(...(await accessibilityProblems(page)));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search screens/ }).waitFor();
  found.push(...(await accessibilityProblems(page)));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Search' }).waitFor({ state: 'detached' });
  expect(found).toEqual([]);
});

it('the keyboard alone gets from home to a section, a record and the printed page', async () => {
  const { page } = started;
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor();
  await search(page, 'public sp');
  await page.getByRole('option', { name: '7. Public spaces' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '7. Public spaces' }).waitFor();
  // Records are found by the words of their text, after the index was brought up to date.
  await search(page, 'street');
  const records = page.getByRole('option', { name: /incidents? whose text/ });
  await records.waitFor();
  // One that stands further down is reached by the arrows.
  for (let step = 0; step < 20; step += 1) {
    if ((await records.getAttribute('data-combobox-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByText(/incidents have all of these words|incident has/).waitFor();
  expect(await page.getByRole('textbox', { name: /free text/ }).inputValue()).toBe('street');
  await search(page, 'print or export');
  await page.getByRole('option', { name: 'Print or export the profile' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('iframe[title="The profile as it will print"]').waitFor();
});

it('each step of what is next leads to the screen that deals with it', async () => {
  const { page } = started;
  await room(page, 'Home');
  await page.getByRole('button', { name: 'Assign the offences' }).click();
  expect(
    await page.getByRole('tab', { name: /^Unmatched offences/ }).getAttribute('aria-selected'),
  ).toBe('true');
  await room(page, 'Home');
  await page.getByRole('button', { name: 'Open: Hold the profile against Action 10' }).click();
  expect(await page.getByRole('tab', { name: 'Checklist' }).getAttribute('aria-selected')).toBe(
    'true',
  );
  await room(page, 'Home');
  await page.getByRole('checkbox', { name: 'Hold the profile against Action 10' }).waitFor();
  expect(
    await page.getByRole('checkbox', { name: 'Hold the profile against Action 10' }).isChecked(),
  ).toBe(true);
});

it('the focus goes through the frame in the order it is read, and is always seen', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Jobs', exact: true }).focus();
  const passed: string[] = [];
  for (let step = 0; step < 9; step += 1) {
    await page.keyboard.press('Tab');
    const { name, outline } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return { name: element.textContent, outline: `${outlineStyle} ${outlineWidth}` };
    });
    passed.push(name);
    expect(outline, name).toBe('solid 2px');
  }
  expect(passed.slice(0, 3)).toEqual(['Search', 'Help', expect.stringMatching(/theme$/)]);
  expect(passed.slice(3)).toEqual(['Home', 'Data', 'Rules', 'Map', 'Profile', 'Sharing']);
});

it('nothing is cut off at 1280 by 720, nor at 150 % on it', async () => {
  const { app, page } = started;
  const cut: string[] = [];
  for (const zoom of [1, 1.5]) {
    await app.evaluate(({ BrowserWindow }, factor) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(1280, 720);
      window?.webContents.setZoomFactor(factor);
    }, zoom);
    for (const name of ['Home', 'Data', 'Rules', 'Map', 'Profile', 'Sharing']) {
      await room(page, name);
      await settled(page);
      const found = await page.evaluate(() => {
        const buttons = Array.from(document.querySelectorAll<HTMLElement>('button'));
        return buttons
          .filter(
            (button) => button.offsetParent !== null && button.scrollWidth > button.clientWidth + 1,
          )
          .map((button) => button.textContent ?? '');
      });
      await picture(`small ${name} ${zoom}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      cut.push(...found.map((button) => `${name} at ${zoom}: ${button}`));
      if (width > 0) cut.push(`${name} at ${zoom}: ${width} points too wide`);
    }
  }
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
  });
  expect(cut).toEqual([]);
});

it('the line between two panes moves by key, and it and the tab are remembered', async () => {
  const { page } = started;
  const width = async () =>
    (await page.getByRole('complementary', { name: 'Result' }).boundingBox())?.width ?? 0;
  await room(page, 'Rules');
  await page.getByRole('tab', { name: 'Harm' }).click();
  await room(page, 'Map');
  await page.getByRole('tab', { name: 'Map', exact: true }).click();
  await settled(page);
  const before = await width();
  await page.getByRole('separator', { name: 'Width of the map and of its result' }).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBeGreaterThan(before + 50);
  const chosen = await width();
  await page.reload();
  await page.getByRole('button', { name: /^Open .*\.actionten$/ }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor();
  await room(page, 'Map');
  await settled(page);
  expect(await width()).toBeCloseTo(chosen, 0);
  await room(page, 'Rules');
  expect(await page.getByRole('tab', { name: 'Harm' }).getAttribute('aria-selected')).toBe('true');
});

it('a second start with a workspace file asks first, in the one window', async () => {
  const { app, page, userData } = started;
  await room(page, 'Home');
  await startAgain(userData, [sample]);
  await page.getByRole('alert').getByText('was opened from outside').waitFor();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Close the workspace' }).click();
  await page.getByRole('heading', { name: 'Look around first' }).waitFor();
  await startAgain(userData, [sample]);
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor();
  expect(started.problems).toEqual([]);
});

it('every text is said through the catalogue, and longer words have room at 1280 by 720', async () => {
  const { app } = started;
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720);
  });
  expect(await problemsOfWords(started, picture)).toEqual([]);
});
