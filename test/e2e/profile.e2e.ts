import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  sampleFindings,
  sampleHypotheses,
  sampleRecommendations,
} from '../../src/domain/sample/analyst-items.ts';
import { accessibilityProblems } from './support/axe.ts';
import { answerOpenDialogs, answerSaveDialogs, enginePid } from './support/launch.ts';
import { testWindow } from './support/window.ts';

// After an engine died the figures are collected anew, which a busy computer needs a while for; the smallest window that must do.
const started = testWindow('profile', { timeoutMs: 60_000, size: [1280, 720] });
const { folder, picture } = started;

function tab(page: Page, name: RegExp | string): Locator {
  return page.getByRole('tab', { name });
}

/** The sample force's analyst has written already: what a test adds comes after that. */
const newFinding = `F${sampleFindings.length + 1}`;
const newRecommendation = `R${sampleRecommendations.length + 1}`;

function section(page: Page, title: RegExp): Locator {
  return page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: title });
}

async function saved(page: Page): Promise<void> {
  await page.getByText('All saved', { exact: true }).waitFor();
}

it('opens the draft beside the evidence of a section', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Look around with the sample force' }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 100_000 });
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await section(page, /7\. Public spaces/).click({ timeout: 60_000 });
  await page.getByRole('heading', { name: '7. Public spaces' }).waitFor();
  const evidence = page.frameLocator('iframe[title="Evidence of this section"]');
  await evidence
    .getByText(/Figure 1\./)
    .first()
    .waitFor({ timeout: 60_000 });
  expect(await evidence.locator('svg').count()).toBeGreaterThan(0);
  await picture(page, '01-evidence');
});

it('writes words with a live figure, a draft sentence, a mark and a footnote', async () => {
  const { page } = started;
  const words = page.getByRole('textbox', { name: 'Your words in section 7' });
  await words.click();
  await page.keyboard.type('In public spaces police recorded ');
  await page.getByRole('button', { name: 'Insert a live figure' }).click();
  await page.getByRole('textbox', { name: 'Find a figure' }).fill('VAWG in public spaces');
  await picture(page, '02-figure-picker');
  await page
    .getByRole('button', { name: /^Insert [\d,]+: VAWG in public spaces/ })
    .first()
    .click();
  await page.keyboard.type(' incidents of VAWG.');
  expect(await words.textContent()).toMatch(/police recorded [\d,]+ incidents of VAWG\./);
  await page.getByRole('button', { name: 'Mark as assessment' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Insert a draft sentence' }).click();
  await picture(page, '03-sentences');
  await page.getByRole('button', { name: /^Insert: Half of mapped/ }).click();
  expect(await words.textContent()).toContain('Half of mapped public-space VAWG lies in');
  await page.getByRole('button', { name: 'Insert a footnote' }).click();
  await page.getByRole('textbox', { name: 'Footnote' }).fill('Cells of 250 m.');
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await saved(page);
  await picture(page, '04-written');
});

it('loses nothing on going to another section and back, nor to another screen', async () => {
  const { page } = started;
  const words = page.getByRole('textbox', { name: 'Your words in section 7' });
  await words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Typed at the last moment.');
  await section(page, /14\. /).click();
  await page.getByRole('textbox', { name: 'Your words in section 14' }).click();
  await page.keyboard.type('Patrols in the town centre.');
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Your words in section 14' })
    .getByText('Patrols in the town centre.')
    .waitFor();
  await section(page, /7\. Public spaces/).click();
  await words.getByText(/Typed at the last moment/).waitFor();
});

it('keeps what was typed when the engine dies', async () => {
  const { page } = started;
  const words = page.getByRole('textbox', { name: 'Your words in section 7' });
  process.kill(enginePid(started.app), 'SIGKILL');
  await page.getByText('The engine stopped').waitFor();
  await words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Typed without an engine.');
  await page.getByText(/^Not saved: /).waitFor();
  await picture(page, '05-engine-stopped');
  // What cannot be read says so, and does not look like a list with nothing in it.
  await page.getByRole('button', { name: 'Sharing', exact: true }).click();
  await page.getByRole('tab', { name: 'Agreements' }).click();
  await page.getByText('This could not be read.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.getByRole('button', { name: 'Restart the engine' }).click();
  await page
    .getByRole('button', { name: /^Open .*actionten/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await words.getByText(/Typed without an engine\./).waitFor();
  await saved(page);
});

it('takes a change of the draft back, apart from the undo of the editor', async () => {
  const { page } = started;
  const words = page.getByRole('textbox', { name: 'Your words in section 7' });
  await words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' A thought too many.');
  await saved(page);
  await page.getByRole('button', { name: 'Undo in the draft' }).click();
  await words.getByText('A thought too many.').waitFor({ state: 'detached' });
  expect(await words.textContent()).toContain('Typed without an engine.');
  // What is removed comes back by key; the keyboard goes on from where it was, not from the top of the page.
  await tab(page, /^Findings/).click();
  await page.getByRole('button', { name: 'Remove F1', exact: true }).press('Enter');
  await page.getByText('F1 was removed.').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.items-form') !== null))
    .toBe(true);
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Finding F1', exact: true }).waitFor();
  await tab(page, 'Write').click();
  // In a text with no typing to undo the key reaches for nothing else, such as the draft's last change.
  await words.click();
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(500);
  expect(await words.textContent()).toContain('Typed without an engine.');
});

it('cleans what is pasted and says that a picture was left out', async () => {
  const { page } = started;
  await section(page, /14\. /).click();
  const words = page.getByRole('textbox', { name: 'Your words in section 14' });
  await words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await words.evaluate((element) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h2 style="color:red">Partners</h2><p class=MsoListParagraph style="mso-list:l0 level1"><span style="mso-list:Ignore">·</span>Light</p><img src="data:image/png;base64,AAAA"><table><tr><th>Who</th></tr><tr><td>Council</td></tr></table>',
    );
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await words.getByRole('heading', { name: 'Partners', level: 3 }).waitFor();
  await words.getByRole('listitem').getByText('Light').waitFor();
  await page.getByText('1 picture or file was left out').waitFor();
  expect(await words.locator('[style*="color"], img').count()).toBe(0);
  await saved(page);
  await picture(page, '06-pasted');
});

it('writes a finding and a recommendation that rests on it', async () => {
  const { page } = started;
  await section(page, /7\. Public spaces/).click();
  await tab(page, /^Findings/).click();
  await page.getByRole('button', { name: 'Add a finding' }).click();
  await page.getByRole('textbox', { name: `Words of finding ${newFinding}` }).click();
  await page.getByRole('button', { name: 'Insert a draft sentence' }).click();
  await page.getByRole('button', { name: /^Insert: Half of mapped/ }).click();
  await page.keyboard.type(' Recorded in all: ');
  await page.getByRole('button', { name: 'Insert a live figure' }).click();
  await page
    .getByRole('button', { name: /^Insert [\d,]+: VAWG in public spaces/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Why you are that sure' }).fill('Most are mapped.');
  await saved(page);
  await picture(page, '07-finding');
  await tab(page, /^Recommendations/).click();
  await page.getByRole('button', { name: 'Add a recommendation' }).click();
  await page.getByRole('group', { name: `Recommendation ${newRecommendation}` }).waitFor();
  await page
    .getByRole('textbox', { name: 'What should be done' })
    .fill('Walk the routes at night.');
  await page.getByText('Link at least one').waitFor();
  await page.getByRole('combobox', { name: 'Findings it rests on' }).click();
  await page.getByRole('option', { name: new RegExp(`^${newFinding} `) }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Owner' }).fill('Neighbourhood inspector');
  await page.getByRole('combobox', { name: 'Live figure that is measured' }).fill('VAWG in public');
  await page
    .getByRole('option', { name: /VAWG in public spaces/ })
    .first()
    .click();
  expect(await page.getByRole('textbox', { name: 'Baseline' }).inputValue()).toMatch(/^[\d,]+$/);
  await saved(page);
  await picture(page, '08-recommendation');
});

it('names what stands in the way, and publishes once it is signed', async () => {
  const { page } = started;
  await tab(page, 'Versions').click();
  await page.getByText(/No commissioner has signed the draft/).waitFor();
  await page.getByText(/1 comment is not settled/).waitFor();
  expect(await page.getByRole('button', { name: /^Publish version/ }).isDisabled()).toBe(true);
  await picture(page, '09-obstacles');
  await tab(page, 'Terms of reference').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Problem profile of Northmoor');
  await page.getByLabel('Review date').fill('2099-01-31');
  await saved(page);
  await picture(page, '10-terms');
  await tab(page, /^Review/).click();
  await page.getByRole('checkbox', { name: 'Comment 1 is settled' }).click();
  await saved(page);
  for (const name of ['P. Peer', 'C. Commissioner']) {
    await page.getByRole('textbox', { name: 'Name and rank or role' }).fill(name);
    await page.getByRole('button', { name: 'Record the sign-off' }).click();
    await page.getByRole('cell', { name, exact: true }).waitFor();
  }
  await picture(page, '11-signed');
  await tab(page, 'Versions').click();
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('1');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByRole('button', { name: 'Publish it' }).click();
  await page.getByText('Version 1 is published').waitFor({ timeout: 60_000 });
  await picture(page, '12-published');
  await page.getByRole('button', { name: 'Read version 1' }).click();
  await page
    .frameLocator('iframe[title="Version 1"]')
    .getByText('Walk the routes at night.')
    .first()
    .waitFor();
  await picture(page, '13-version');
  await page.getByRole('button', { name: 'Back to the versions' }).click();
});

it('marks stale what new data changes, with the old and the new value', async () => {
  const { app, page } = started;
  const rows = Array.from(
    { length: 60 },
    (_, index) =>
      `E/${index},Sexual assault on a female aged 13 and over,${String((index % 28) + 1).padStart(2, '0')}/10/2026,street,F,400${index}00,400000`,
  );
  const file = join(folder, 'more.csv');
  writeFileSync(
    file,
    `reference,offenceTitle,recordedOn,locationType,victimSex,easting,northing\n${rows.join('\n')}\n`,
  );
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await answerOpenDialogs(app, [file]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('Classified', { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await tab(page, 'Write').click();
  await section(page, /7\. Public spaces.*stale/).click({ timeout: 60_000 });
  const words = page.getByRole('textbox', { name: 'Your words in section 7' });
  await words.locator('.live-figure.stale').first().waitFor();
  await picture(page, '14-stale-in-text');
  const before = (await words.locator('.live-figure.stale del').first().textContent()) ?? '';
  const now = (await words.locator('.live-figure.stale ins').first().textContent()) ?? '';
  expect(now).not.toBe(before);
  await words
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await words.locator('.live-figure:not(.stale)').getByText(now, { exact: true }).first().waitFor();
  await tab(page, /^What no longer holds/).click();
  const table = page.getByRole('table', { name: 'Figures that no longer hold' });
  await table.waitFor();
  await picture(page, '15-stale-list');
  for (;;) {
    const left = await table.getByRole('button', { name: /^Keep/ }).count();
    if (left === 0) break;
    await table.getByRole('button', { name: /^Keep/ }).first().click();
    await expect.poll(() => table.getByRole('button', { name: /^Keep/ }).count()).toBe(left - 1);
  }
  await page.getByText(/Every figure in your words says/).waitFor();
});

it('compares the published version with the draft', async () => {
  const { page } = started;
  await tab(page, 'Versions').click();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const figures = page.getByRole('table', { name: 'Figures that changed' });
  await figures
    .getByText(/VAWG in public spaces/)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.getByRole('region', { name: 'Places that persisted' }).waitFor();
  await page.getByRole('heading', { name: 'What changed' }).scrollIntoViewIfNeeded();
  await picture(page, '16-comparison');
});

it('exports the profile and its brief in each form, and records it', async () => {
  const { app, page } = started;
  await tab(page, /^Print and export/).click();
  for (const [item, name] of [
    ['Word document', 'profile.docx'],
    ['One HTML file', 'profile.html'],
    ['Two-page brief, PDF', 'brief.pdf'],
    ['Two-page brief, slides', 'brief.pptx'],
  ] as const) {
    await answerSaveDialogs(app, join(folder, name));
    await page.getByRole('button', { name: 'Other forms' }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await page.getByText(`Saved ${name}`).waitFor({ timeout: 60_000 });
  }
  const start = (name: string): string =>
    readFileSync(join(folder, name)).subarray(0, 4).toString('latin1');
  expect(['profile.docx', 'brief.pdf', 'brief.pptx'].map(start)).toEqual([
    'PK\u0003\u0004',
    '%PDF',
    'PK\u0003\u0004',
  ]);
  expect(readFileSync(join(folder, 'profile.html'), 'utf8')).toContain('Walk the routes at night.');
  const log = await page.evaluate(() => window.actionTen.readAudit({}));
  expect(log.ok && log.value.latest.filter((one) => one.action === 'profile exported').length).toBe(
    4,
  );
});

it('says what the draft lacks, takes comments and hypotheses, in both themes without a fault of axe', async () => {
  const { page } = started;
  await tab(page, 'Write').click();
  await tab(page, /^Comments/).click();
  await page.getByRole('textbox', { name: 'Comment on this section' }).fill('Why these hours?');
  await page.getByRole('button', { name: 'Add the comment' }).click();
  await page.locator('.free-text').getByText('Why these hours?').waitFor();
  await tab(page, 'Hypotheses').click();
  await page.getByRole('button', { name: 'Add a hypothesis' }).click();
  await page.getByRole('group', { name: `Hypothesis ${sampleHypotheses.length + 1}` }).waitFor();
  await page.getByRole('textbox', { name: 'The explanation' }).fill('The route is unlit.');
  await saved(page);
  const problems: string[] = [];
  for (const theme of ['one', 'other']) {
    for (const name of [
      'Write',
      'Findings',
      'Recommendations',
      'Hypotheses',
      'Terms of reference',
      'What no longer holds',
      'Review',
      'Checklist',
      'Versions',
      'Print and export',
    ]) {
      await tab(page, new RegExp(`^${name}`)).click();
      if (name === 'Checklist')
        await page
          .getByText(/ met, /)
          .first()
          .waitFor();
      await page.waitForTimeout(300);
      await picture(page, `20-${theme}-${name}`);
      problems.push(...(await accessibilityProblems(page)).map((line) => `${name}: ${line}`));
    }
    await page.getByRole('button', { name: /Dark theme|Light theme/ }).click();
  }
  expect(problems).toEqual([]);
  expect(started.problems).toEqual([]);
}, 300_000);
