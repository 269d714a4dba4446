import { expect, it } from 'vitest';
import { testWindow } from './support/window.ts';

const started = testWindow('copy-figure', { timeoutMs: 60_000 });
const { picture } = started;

/** The clipboard of Electron before it gave items, as in the fallback runtime. */
interface OlderClipboard {
  readHTML?: () => string;
  readText: () => string;
  readImage: () => { getSize: () => { width: number; height: number } };
}

const clipboard = () =>
  started.app.evaluate(async ({ clipboard: board, nativeImage }) => {
    const older = board as unknown as OlderClipboard;
    if (older.readHTML !== undefined) {
      const size = older.readImage().getSize();
      return { html: older.readHTML(), text: older.readText(), size };
    }
    const [item] = await board.read();
    const textOf = async (type: string) => {
      const blob = item?.types.includes(type) === true ? await item.getType(type) : null;
      return blob instanceof Blob ? blob.text() : '';
    };
    const png = item?.types.includes('image/png') === true ? await item.getType('image/png') : null;
    const bytes = png instanceof Blob ? await png.arrayBuffer() : new ArrayBuffer(0);
    const size = nativeImage.createFromBuffer(Buffer.from(bytes)).getSize();
    return { html: await textOf('text/html'), text: await textOf('text/plain'), size };
  });

it('copies a chart and a table of the evidence as table and as picture, with their marking', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Look around with the sample force' }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 100_000 });
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('button', { name: /7\. Public spaces/ }).click();

  const copy = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Copy a figure' }).click();
    await page.getByRole('menuitem', { name }).first().click();
    await page.getByText(/^Copied: /).waitFor();
    return clipboard();
  };
  const chart = await copy(/^Figure \d+\. .*month of recording/);
  expect(chart.size.width).toBeGreaterThan(1_000);
  expect(chart.html).toContain('OFFICIAL-SENSITIVE');
  expect(chart.text).toMatch(/2026-10\t\d+\tstill filling/);

  const map = await copy(/^Figure \d+\. (?!.*month)(?!.*hour)/i);
  expect(map.size.width).toBeGreaterThan(1_000);

  await picture(page, 'copied');

  const table = await copy(/^Table 1\./);
  expect(table.size.width).toBe(0);
  expect(table.html).toContain('<table');
  expect(table.text).toContain('\t');

  const before = await clipboard();
  const refused = await page.evaluate(() =>
    window.actionTen.copyFigure({
      html: '',
      text: '',
      png: new Uint8Array(30),
      which: { section: 7, figure: 'Figure 1' },
    }),
  );
  expect(refused).toMatchObject({ ok: false, code: 'bad-request' });
  expect(await clipboard()).toEqual(before);

  // What was copied is in the log by its number, and nothing of what it says.
  const log = await page.evaluate(() => window.actionTen.readAudit({}));
  const entries = log.ok ? log.value.latest : [];
  const copied = entries.filter(({ action }) => action === 'figure copied');
  expect(copied).toHaveLength(3);
  expect(copied[0]?.detail).toEqual({ section: 7, figure: 'Table 1' });
  expect(started.problems).toEqual([]);
});
