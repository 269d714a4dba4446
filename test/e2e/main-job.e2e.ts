import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './support/launch.ts';
import { testWindow } from './support/window.ts';

const started = testWindow('main-job');
const { folder, picture } = started;

/** The words of a PDF, page by page. */
function pagesOf(pdf: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text.split('\f').filter((page) => page.trim() !== '');
}

it('opens the sample force', async () => {
  const { page } = started;
  await picture(page, '1-first-run');
  await page.getByRole('button', { name: 'Look around with the sample force' }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 100_000 });
  await page.getByText('60,000', { exact: true }).first().waitFor();
  await picture(page, '2-home');
});

it('checks and imports a file, and shows why rows were rejected', async () => {
  const { app, page } = started;
  const file = join(folder, 'more.csv');
  writeFileSync(
    file,
    'reference,offenceTitle,offenceCode,recordedOn,easting,northing\n' +
      'E2E/1,Stalking,008/66,01/10/2026,550100,520100\nE2E/2,,,01/10/2026,,\nE2E/3,Unheard-of offence,,01/10/2026,,\n',
  );
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await answerOpenDialogs(app, [file]);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByText('incidents (force-extract)').waitFor();
  await page.getByText('1 rejected: no offence').waitFor();
  // Nothing in the file shows whether 01/10 is in January or in October: it is asked.
  await page.getByRole('radio', { name: 'The day: 3 April' }).click();
  await picture(page, '3-data-checked');
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('Classified', { exact: true }).waitFor({ timeout: 60_000 });
  await page.getByRole('textbox', { name: 'Search this list' }).fill('unheard-of');
  await page.getByText('Unheard-of offence').waitFor();
  await picture(page, '4-data-imported');
});

it('draws hot cells with what is not on the map beside them', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const legend = page.getByRole('complementary', { name: 'Legend' });
  await legend.getByText('Hot spots (Gi*)').waitFor({ timeout: 30_000 });
  const hot = await legend.getByText(/hot, at most 1 in 100: \d/).textContent();
  expect(Number(/: ([\d,]+) cells/.exec(hot ?? '')?.[1]?.replaceAll(',', ''))).toBeGreaterThan(0);
  const missing = page.getByRole('complementary', { name: 'Not on this map' });
  await missing.getByText(/public, no location/).waitFor();
  await missing.getByText(/^Not on this map: [\d,]+$/).click();
  await missing.getByText(/not VAWG by the rules/).waitFor();
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-container canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return (
      pixels?.some(
        (value, index) =>
          index % 4 === 0 && value > 140 && value < 180 && (pixels[index + 1] ?? 0) < 80,
      ) === true
    );
  });
  await picture(page, '5-map');
});

it('shows the profile and exports it with the marking on every page', async () => {
  const { app, page } = started;
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('tab', { name: 'Print and export' }).click();
  const report = page.frameLocator('iframe');
  await report.getByRole('heading', { name: /Public spaces/ }).waitFor({ timeout: 60_000 });
  await picture(page, '7-profile');
  const pdf = join(folder, 'profile.pdf');
  await answerSaveDialogs(app, pdf);
  await page.getByRole('button', { name: 'Export PDF' }).click();
  await page.getByText('Saved profile.pdf').waitFor({ timeout: 60_000 });
  await picture(page, '8-profile-exported');
  expect(existsSync(pdf)).toBe(true);
  const pages = pagesOf(pdf);
  expect(pages.length).toBeGreaterThan(8);
  for (const text of pages) expect(text).toContain('OFFICIAL-SENSITIVE');
  const words = pages.join(' ');
  for (const heading of [
    'Online spaces',
    'Private spaces',
    'Public spaces',
    'Voices of women and girls',
    'Data and limitations',
  ])
    expect(words).toContain(heading);
});

it('works in the dark theme and met no refused style, script or request', async () => {
  const { page } = started;
  await page.getByRole('button', { name: /Dark theme|Light theme/ }).click();
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor();
  await picture(page, '9-home-other-theme');
  expect(started.problems).toEqual([]);
});
