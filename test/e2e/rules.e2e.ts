import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './support/launch.ts';
import { testWindow } from './support/window.ts';

const started = testWindow('rules', { timeoutMs: 15_000 });
const { folder, picture } = started;
const flagRule = 'The record has a domestic abuse flag, which admits any offence';

/** The number at the start of a text. */
function numberIn(text: string | null): number {
  return Number(/[\d,]+/.exec(text ?? '')?.[0]?.replaceAll(',', ''));
}

function tab(page: Page, name: string | RegExp) {
  return page.getByRole('tab', { name });
}

it('opens the sample force with an offence that nobody has heard of', async () => {
  const { app, page } = started;
  await page.getByRole('button', { name: 'Look around with the sample force' }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 100_000 });
  const file = join(folder, 'more.csv');
  writeFileSync(
    file,
    'reference,offenceTitle,recordedOn,locationType\n' +
      'R/1,Unheard-of offence,13/10/2026,dwelling\nR/2,Unheard-of offence,14/10/2026,street\n' +
      'R/3,Another unheard-of offence,15/10/2026,street\n',
  );
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await answerOpenDialogs(app, [file]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('Classified', { exact: true }).waitFor({ timeout: 60_000 });
});

it('switches a rule off and shows what moves before anything is saved', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  const list = page.getByRole('region', { name: 'Is it VAWG?' });
  await list.getByText(flagRule).first().waitFor({ timeout: 30_000 });
  await picture(page, '01-rules');
  await list.getByRole('switch', { name: new RegExp(`On: .*${flagRule}`) }).click({ force: true });
  await page.getByText('Draft: 1 change', { exact: true }).waitFor();
  const moves = page.getByRole('table', { name: 'Records that move' });
  await moves.getByText(flagRule).first().waitFor({ timeout: 30_000 });
  await picture(page, '02-draft');
  const counts = page.getByRole('table', { name: 'Counts before and after' });
  const cells = await counts
    .getByRole('row', { name: /In VAWG/ })
    .getByRole('cell')
    .allTextContents();
  expect(numberIn(cells[2] ?? '')).toBeLessThan(numberIn(cells[1] ?? ''));
  await moves.getByRole('button', { name: 'Examples' }).first().click();
  await page
    .getByRole('button', { name: /Why is record/ })
    .first()
    .waitFor();
  await picture(page, '03-what-moves');
});

it('moves a rule by keyboard and takes the edit back', async () => {
  const { page } = started;
  const first = page
    .getByRole('region', { name: 'Physical space' })
    .getByRole('listitem', { name: /^Rule 2: / });
  await first.focus();
  const words = (await first.getAttribute('aria-label'))?.replace('Rule 2: ', '') ?? '';
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('listitem', { name: `Rule 1: ${words}` }).waitFor();
  await page.getByText('Draft: 2 changes', { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Draft: 1 change', { exact: true }).waitFor();
});

it('moves a rule by dragging it', async () => {
  const { page } = started;
  const list = page.getByRole('region', { name: 'Physical space' });
  const third = list.getByRole('listitem', { name: /^Rule 3: / });
  const words = (await third.getAttribute('aria-label'))?.replace('Rule 3: ', '') ?? '';
  await third.locator('.handle').dragTo(list.getByRole('listitem', { name: /^Rule 1: / }));
  await list.getByRole('listitem', { name: `Rule 1: ${words}` }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Draft: 1 change', { exact: true }).waitFor();
});

it('tells the problem of a rule without conditions at the rule', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Add a rule: Online element' }).click();
  const editor = page.getByRole('group', { name: 'Edit a rule' });
  await editor
    .getByRole('textbox', { name: 'What the rule says, in one plain sentence' })
    .fill('The platform is written on the record.');
  await editor.getByRole('button', { name: 'Put in the draft' }).click();
  await page.getByText(/has no condition/).waitFor();
  await page.getByRole('button', { name: /^Edit rule 1, The platform is written/ }).click();
  await editor.getByRole('button', { name: 'Add a condition' }).click();
  await editor.getByRole('combobox', { name: 'Field of condition 1' }).click();
  await page.getByRole('option', { name: 'Platform as recorded' }).click();
  await picture(page, '04-editor');
  await editor.getByRole('combobox', { name: 'Values of condition 1' }).fill('Snapchat');
  await page.keyboard.press('Enter');
  await editor.getByRole('button', { name: 'Put in the draft' }).click();
  await page.getByText(/has no condition/).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByText('Draft: 1 change', { exact: true }).waitFor();
});

it('saves a version, writes it to a file and takes the shipped one back', async () => {
  const { app, page } = started;
  await page.getByRole('textbox', { name: 'Name of the definition' }).fill('Successor framework');
  await page.keyboard.press('Enter');
  await page.getByText('Draft: 2 changes', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Note on the new version' }).fill('A trial');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  const versions = page.getByRole('region', { name: 'Versions of the rules' });
  await versions.getByText('A trial').waitFor({ timeout: 60_000 });
  await versions.getByText('Successor framework').waitFor();
  await versions.scrollIntoViewIfNeeded();
  await picture(page, '05-versions');
  const saved = join(folder, 'rules.json');
  await answerSaveDialogs(app, saved);
  await versions
    .getByRole('button', { name: /^Save to a file… version/ })
    .first()
    .click();
  await page.getByText(/saved as rules.json/).waitFor();
  expect(JSON.parse(readFileSync(saved, 'utf8'))).toHaveProperty('rules');
  await versions.getByRole('button', { name: /^Use this version:/ }).click();
  await versions
    .getByRole('row', { name: /came with the app/ })
    .getByText('in force')
    .waitFor({ timeout: 60_000 });
  await answerOpenDialogs(app, [saved]);
  await page.getByRole('button', { name: 'Read from a file…' }).click();
  await page.getByText('Draft: 2 changes', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
});

it('shows the examples of a rule and why a record is where it is', async () => {
  const { page } = started;
  await page.getByRole('button', { name: new RegExp(`^Examples of .*${flagRule}`) }).click();
  await page
    .getByRole('button', { name: /Why is record/ })
    .first()
    .click();
  const why = page.getByRole('dialog', { name: 'Why is this here?' });
  await why.getByText(flagRule).waitFor();
  await why.getByText('What the record says').waitFor();
  await picture(page, '06-why');
  await why.getByRole('button', { name: 'Close' }).click();
  await why.waitFor({ state: 'detached' });
});

it('searches the list and loads one from a file after showing what is wrong with it', async () => {
  const { app, page } = started;
  await tab(page, 'VAWG list').click();
  await page.getByRole('textbox', { name: 'Search the list' }).fill('stalking');
  await page.getByRole('cell', { name: 'Stalking', exact: true }).waitFor();
  await picture(page, '07-list');
  const bad = join(folder, 'bad.csv');
  writeFileSync(bad, 'class,code,title,tier\n1,001/01,Murder,purple\n');
  await answerOpenDialogs(app, [bad]);
  await page.getByRole('button', { name: 'Load from a file…' }).click();
  await page.getByText(/Line 2: tier "purple"/).waitFor();
  await picture(page, '08-list-problems');
  await page.getByRole('button', { name: 'Close this message' }).click();
  const good = join(folder, 'list.csv');
  await answerSaveDialogs(app, good);
  await page.getByRole('button', { name: 'Save to a file…' }).click();
  await page.getByText(/saved as list.csv/).waitFor();
  appendFileSync(good, ',,,Made-up offence,,outside,,,,\r\n');
  await answerOpenDialogs(app, [good]);
  await page.getByRole('button', { name: 'Load from a file…' }).click();
  await page.getByText('New (1): Made-up offence.').waitFor();
  await picture(page, '08-list-differences');
  await page.getByRole('button', { name: 'Put in force' }).click();
  await page.getByText(/^List .* is in force\.$/).waitFor({ timeout: 60_000 });
});

it('assigns an offence that matched nothing', async () => {
  const { page } = started;
  await tab(page, /Unmatched offences/).click();
  await page.getByRole('button', { name: 'Assign Unheard-of offence' }).click();
  await page.getByRole('combobox', { name: 'Offence on the list' }).fill('Stalk');
  await picture(page, '09-assign');
  await page.getByRole('option', { name: 'Stalking', exact: true }).click();
  await page.getByRole('button', { name: 'Assign and classify' }).click();
  await page.getByText(/"Unheard-of offence" is assigned: 2 records/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Assign Another unheard-of offence' }).click();
  await page.getByRole('radio', { name: 'A row of its own' }).check();
  await page.getByRole('combobox', { name: 'Tier' }).click();
  await page.getByRole('option', { name: /^core/ }).click();
  await page.getByRole('checkbox', { name: 'tech-enabled' }).check();
  await picture(page, '10-assign-own-row');
  await page.getByRole('button', { name: 'Assign and classify' }).click();
  await page
    .getByText(/"Another unheard-of offence" is assigned: 1 record/)
    .waitFor({ timeout: 60_000 });
});

it('decides three records by keyboard and takes the decision back', async () => {
  const { page } = started;
  await tab(page, 'Review queue').click();
  const rows = page.getByRole('table', { name: 'Records to review' }).getByRole('row');
  await rows.nth(1).waitFor({ timeout: 30_000 });
  const status = page.getByText(/^[\d,]+ records/).first();
  const before = numberIn(await status.textContent());
  await rows.nth(1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+j');
  await page.getByText(/records, 3 chosen/).waitFor();
  await picture(page, '11-review');
  await page.keyboard.press('1');
  await page.getByText('Decided: private: home (3 records).').waitFor({ timeout: 30_000 });
  await expect
    .poll(async () => numberIn(await status.textContent()), { timeout: 15_000 })
    .toBe(before - 3);
  await picture(page, '12-decided');
  await page.keyboard.press('Control+z');
  await page.getByText('Taken back: private: home (3 records).').waitFor({ timeout: 30_000 });
  await expect
    .poll(async () => numberIn(await status.textContent()), { timeout: 15_000 })
    .toBe(before);
  await page.getByRole('region', { name: 'Decisions made' }).getByText('taken back').waitFor();
  await page.getByRole('button', { name: /Why is record/ }).click();
  await page
    .getByRole('dialog', { name: 'Why is this here?' })
    .getByText('Physical space')
    .waitFor();
  await picture(page, '13-review-why');
  await page.keyboard.press('Escape');
});

it('draws an audit and codes a record blind, by two coders', async () => {
  const { page } = started;
  await tab(page, 'Audit').click();
  await page.getByRole('textbox', { name: 'Records to draw' }).fill('10');
  await page.getByRole('button', { name: 'Draw at random' }).click();
  await page.getByRole('button', { name: 'Draw them' }).click();
  for (const coder of ['first', 'second']) {
    await page.getByRole('button', { name: `Code audit 1 as ${coder} coder` }).click();
    await page.getByText('Record 1 of 10; 10 left').waitFor();
    const warned = page.getByText('You coded records of this audit as the other coder');
    await warned.waitFor({ state: coder === 'first' ? 'detached' : 'visible' });
    for (const key of ['y', 'n', '2']) await page.keyboard.press(key);
    await picture(page, `14-code-${coder}`);
    await page.keyboard.press('Enter');
    await page.getByText('Record 2 of 10; 9 left').waitFor();
    await page.getByRole('button', { name: /Stop here/ }).click();
  }
  await page.getByRole('table', { name: 'Agreement of the coders' }).waitFor();
  await page.getByText(/made-up data proves nothing/).waitFor();
  await page.getByText('Coded twice under one account').waitFor();
  await picture(page, '15-audit');
});

it('ranks by count and by harm side by side', async () => {
  const { page } = started;
  await tab(page, 'Harm').click();
  const table = page.getByRole('table', { name: 'Units ranked by count and by harm' });
  await table.waitFor({ timeout: 30_000 });
  await page.getByText('No Cambridge Crime Harm Index is loaded').waitFor();
  await picture(page, '16-harm-offences');
  await page.getByLabel('Rank', { exact: true }).selectOption('cells');
  await table.getByRole('columnheader', { name: 'Cell' }).waitFor();
  await picture(page, '17-harm-cells');
});

it('lays a Cambridge index of the force beside the ONS score', async () => {
  const { app, page } = started;
  const file = join(folder, 'index.csv');
  // Made-up days: the index's own are not ours.
  const days = [
    ['195/94', 11],
    ['105/01', 3],
    ['008/06', 17],
    ['020/05', 23],
    ['019/08', 901],
    ['019/07', 977],
    ['008/67', 71],
    ['008/66', 201],
    ['066/39', 7],
    ['058/00', 2],
  ];
  writeFileSync(
    file,
    `list,edition,code,weight\n${days.map(([code, weight]) => `Cambridge Crime Harm Index,made up,${code},${weight}`).join('\n')}\n`,
  );
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await answerOpenDialogs(app, [file]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('Classified', { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await tab(page, 'Harm').click();
  const table = page.getByRole('table', { name: 'Units ranked by count and by harm' });
  await table.getByRole('columnheader', { name: 'Cambridge days' }).waitFor({ timeout: 30_000 });
  await page.getByText('No Cambridge Crime Harm Index is loaded').waitFor({ state: 'detached' });
  await picture(page, '19-harm-cambridge-offences');
  for (const by of ['cells', 'addresses', 'victims', 'suspects', 'areas']) {
    await page.getByLabel('Rank', { exact: true }).selectOption(by);
    await table.waitFor();
    await page.getByText(/Reading|Ranking/).waitFor({ state: 'detached' });
    await picture(page, `19-harm-cambridge-${by}`);
  }
});

it('works in the dark theme and met no refused style, script or request', async () => {
  const { page } = started;
  await tab(page, 'Rules').click();
  await page.getByRole('button', { name: /Dark theme|Light theme/ }).click();
  await page.getByRole('region', { name: 'Online element' }).waitFor();
  await picture(page, '18-other-theme');
  expect(started.problems).toEqual([]);
});
