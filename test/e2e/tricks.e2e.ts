import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerOpenDialogs,
  answerSaveDialogs,
  type LaunchedApp,
  launchApp,
} from './support/launch.ts';

/** Turns what follows from right to left; an invisible joint; mark-up that would run or load. */
const turned = '\u202Egnissim';
const joined = 'Be\u200Bta';
const markup = `<img src=x onerror="window.tricked='picture'"><script>window.tricked='script'</script>`;
const force = `Force ${markup}${turned}`;
const rows = Array.from(
  { length: 60 },
  (_, index) =>
    `T${index},Stalking,${String((index % 28) + 1).padStart(2, '0')}/10/2026,V${index},female,${400_000 + index * 20},400000,"${markup.replaceAll('"', '""')} ${joined} ${turned} trick"`,
);
const extract = `reference,offenceTitle,recordedOn,victimReference,victimSex,easting,northing,summary\n${rows.join('\n')}\n`;

describe('mark-up, script and invisible characters in data', () => {
  let shell: LaunchedApp;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'action-ten-tricks-'));
    shell = await launchApp();
    const file = join(folder, `extract <b>bold<b>${turned}.csv`);
    writeFileSync(file, extract);
    await answerSaveDialogs(shell.app, join(folder, 'tricks.actionten'));
    await answerOpenDialogs(shell.app, [file]);
    const done = await shell.page.evaluate(async (name) => {
      const place = await window.actionTen.chooseSavePath('workspace', 'x');
      const made = await window.actionTen.createWorkspace({
        path: place?.token ?? '',
        force: name,
      });
      const [chosen] = await window.actionTen.chooseFiles('import');
      const read = await window.actionTen.importFiles({ files: [chosen?.token ?? ''] });
      await window.actionTen.indexTexts({});
      await window.actionTen.classify({});
      return [made.ok, read.ok && read.value.files[0]?.accepted];
    }, force);
    expect(done).toEqual([true, 60]);
    await shell.page.reload();
    await shell.page.waitForLoadState();
    await answerOpenDialogs(shell.app, [join(folder, 'tricks.actionten')]);
    await shell.page.getByRole('button', { name: 'Open a workspace' }).click();
    await shell.page.getByRole('heading', { level: 1 }).filter({ hasText: 'Force' }).waitFor();
  });
  afterAll(async () => {
    await shell?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['Home', 'Data', 'Rules', 'Map', 'Profile', 'Sharing'])(
    'are text on the screen %s',
    async (screen) => {
      const { page } = shell;
      await page.getByRole('button', { name: screen, exact: true }).first().click();
      await page.locator('main :is(h1, h2, [role=tab])').first().waitFor();
      const found = await page.evaluate(() => ({
        tricked: 'tricked' in window,
        pictures: document.querySelectorAll('img[src="x"]').length,
        // Every element that shows the turning character itself keeps it to itself.
        loose: [...document.querySelectorAll('body *')]
          .filter(
            (element) =>
              [...element.childNodes].some(
                (node) =>
                  node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').includes('\u202E'),
              ) &&
              !['isolate', 'plaintext', 'isolate-override'].includes(
                getComputedStyle(element).unicodeBidi,
              ),
          )
          .map((element) => element.outerHTML.slice(0, 120)),
      }));
      expect(found).toEqual({ tricked: false, pictures: 0, loose: [] });
    },
  );

  test('are text in a record that was searched for', async () => {
    const found = await shell.page.evaluate(() =>
      window.actionTen.searchRecords({ text: 'trick', limit: 5 }),
    );
    expect(JSON.stringify(found)).toContain('<img src=x');
  });

  test('are text in the PDF, and what cannot be seen is gone from it', async () => {
    const pdf = join(folder, 'tricks.pdf');
    await answerSaveDialogs(shell.app, pdf);
    expect(await shell.page.evaluate(() => window.actionTen.exportProfilePdf())).toMatchObject({
      ok: true,
    });
    const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Force <img src=x onerror=');
    expect(text).not.toMatch(/[\u202E\u200B]/);
    expect(readFileSync(pdf).includes('/JavaScript')).toBe(false);
  });

  test('are text in the Word document, and what cannot be seen is gone from it', async () => {
    const docx = join(folder, 'tricks.docx');
    await answerSaveDialogs(shell.app, docx);
    const outcome = await shell.page.evaluate(async () => {
      const place = await window.actionTen.chooseSavePath('profile-docx', 'x');
      return window.actionTen.exportProfileDocx({ out: place?.token ?? '' });
    });
    expect(outcome).toMatchObject({ ok: true });
    const body = execFileSync('unzip', ['-p', docx, 'word/document.xml'], { encoding: 'utf8' });
    expect(body).toContain('Force &lt;img src=x onerror=');
    expect(body).not.toMatch(/<img|[\u202E\u200B]/);
  });
});
