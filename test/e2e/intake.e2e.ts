import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { answerOpenDialogs, answerSaveDialogs } from './support/launch.ts';
import { testWindow } from './support/window.ts';

const started = testWindow('intake', { timeoutMs: 10_000 });
const { folder, picture } = started;

/** A file of the test's folder. */
function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function councilWorkbook(): Promise<string> {
  const path = join(folder, 'council.xlsx');
  const rows = [
    ['Case Ref', 'ASB Type', 'Date Reported', 'Street', 'Postcode'],
    ['ASB1', 'Harassment', '14/02/2026', 'near the Crooked Heron', ''],
    ['ASB2', 'Noise', '15/02/2026', 'Quillmoor Road', ''],
  ];
  const sheet = rows.map((row) => row.map((value) => ({ value, type: String })));
  await writeWorkbook(sheet).toFile(path);
  return path;
}

const extract = [
  'Nr,What,Recorded,Grid Easting,Grid Northing,Where,Victim Name',
  'X1,Stalking,14/02/2026 10:00,550100,520100,Quillmoor Road,Somebody Made Up',
  'X2,Stalking,15/02/2026,550200,520100,,Somebody Else',
  'X3,,16/02/2026,550300,520100,,',
].join('\r\n');

it('makes a workspace', async () => {
  const { app, page } = started;
  await answerSaveDialogs(app, join(folder, 'intake.actionten'));
  await page.getByRole('textbox', { name: 'Name of the force' }).fill('Madeupshire');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByRole('heading', { name: 'Data' }).waitFor({ timeout: 20_000 });
});

it('recognises several files, and asks about what it does not know', async () => {
  const { app, page } = started;
  await answerOpenDialogs(app, [
    fileOf('extract.csv', extract),
    fileOf(
      'streetsafe.csv',
      'Report ID,Date,Latitude,Longitude,Badly lit,Feeling followed\nR1,14/02/2026,54.57,0.33,Y,N\n',
    ),
    await councilWorkbook(),
    fileOf(
      'venues.csv',
      'reference,name,category,easting,northing\n1,The Crooked Heron,pub,550150,520150\n',
    ),
  ]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByText('perceptions (streetsafe-reason-columns)').waitFor({ timeout: 30_000 });
  await page.getByText('partner (council-asb)').waitFor();
  await page.getByText('venues (venues)').waitFor();
  await page.getByText('None of the known kinds of file has these columns.').waitFor();
  await picture(page, '1-recognised');
});

it('maps the columns of an unknown file with its rows in view', async () => {
  const { page } = started;
  const choose = async (label: string, option: string, exact = true) => {
    await page.getByRole('combobox', { name: label, exact }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('This file holds', 'Incidents of the force');
  await page.getByRole('button', { name: /Columns: / }).click();
  await choose('reference', 'Nr');
  await choose('offence title', 'What');
  await choose('recorded on', 'Recorded');
  await choose('location text', 'Victim Name');
  await page.getByText('Rejected: no offence', { exact: true }).waitFor();
  await page.getByText('Victim Name (name)').waitFor();
  await page.getByText('British National Grid metres', { exact: false }).waitFor();
  await picture(page, '2-mapping');
  await page.getByRole('button', { name: /Columns: / }).click();
  await page.getByText('left out, looks like details of people: Victim Name').waitFor();
  await picture(page, '3-preview');
  await page
    .getByRole('textbox', { name: 'Save this mapping for the next file of this kind' })
    .fill('Our extract');
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await page.getByText('Saved as "Our extract".').waitFor();
});

it('imports what is ready and keeps the rejected row', async () => {
  const { app, page } = started;
  await page.getByRole('button', { name: 'Import 4 files' }).click();
  await page.getByText('Classified', { exact: true }).waitFor({ timeout: 60_000 });
  await picture(page, '4-imported');
  await page.getByRole('button', { name: 'See the rejected row and correct it' }).click();
  const columns = page.getByRole('columnheader', { name: 'Grid Northing', exact: true });
  await columns.waitFor();
  await page.getByRole('row', { name: '4 no offence X3 16/02/2026 550300 520100' }).waitFor();
  await picture(page, '5-rejected-rows');
  const saved = join(folder, 'rejected.csv');
  await answerSaveDialogs(app, saved);
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  await page.getByText('1 row saved as rejected.csv.').waitFor();
  expect(readFileSync(saved, 'utf8')).toContain('missing-offence');
});

it('takes the saved file of rejected rows in once it is corrected', async () => {
  const { app, page } = started;
  await page.getByRole('tab', { name: 'Import', exact: true }).click();
  const rejected = readFileSync(join(folder, 'rejected.csv'), 'utf8');
  await answerOpenDialogs(app, [fileOf('corrected.csv', rejected.replace('X3,,', 'X3,Stalking,'))]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByText('Your mapping "Our extract" fits.').waitFor({ timeout: 20_000 });
  const row = page.getByRole('row', { name: /corrected.csv/ });
  await expect
    .poll(() => row.getByRole('cell').allTextContents())
    .toEqual(expect.arrayContaining(['1', '1', '0', '0', '0', '0']));
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('Classified', { exact: true }).waitFor({ timeout: 60_000 });
  await picture(page, '6-corrected');
});

it('lets a file be left while it is checked, and keeps nothing of it', async () => {
  const { app, page } = started;
  const rows = Array.from({ length: 250_000 }, (_, row) => `R${row},Stalking,14/02/2026,${row}`);
  const large = fileOf('large.csv', `Crime Ref,Offence,Date Recorded,Log\n${rows.join('\n')}\n`);
  await answerOpenDialogs(app, [large]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click({ timeout: 30_000 });
  await page.getByRole('row', { name: /large.csv not imported/ }).waitFor();
  await page.getByText('3 incidents', { exact: false }).waitFor();
});

it('finds places, tells the quality, and takes a batch back', async () => {
  const { page } = started;
  await page.getByRole('tab', { name: 'Places found' }).click();
  await page.getByRole('button', { name: 'Find positions' }).click();
  await page.getByRole('button', { name: /Accept The Crooked Heron/ }).click();
  await page.getByText('accepted', { exact: false }).first().waitFor();
  await picture(page, '7-places');
  await page.getByRole('tab', { name: 'Data quality' }).click();
  await page.getByRole('heading', { name: 'incidents (force-extract)' }).waitFor();
  await page.getByRole('textbox', { name: 'What changed' }).fill('A new records system');
  await page.getByLabel('Date').fill('2026-02-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('A new records system').waitFor();
  await picture(page, '8-quality');
  await page.getByRole('tab', { name: 'What was imported' }).click();
  await page.getByRole('button', { name: 'Undo batch 5' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('taken back').waitFor();
  await picture(page, '9-undone');
  expect(started.problems).toEqual([]);
});
