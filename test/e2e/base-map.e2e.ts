import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  type MadeTile,
  pngTile,
  vectorLayer,
  writeMbTiles,
} from '../engine/basemap/make-tile-files.ts';
import { accessibilityProblems } from './support/axe.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/launch.ts';
import { testWindow } from './support/window.ts';

const started = testWindow('base-map', { timeoutMs: 20_000 });
const { folder, picture } = started;

/** Every tile over the sample force at these zooms, filled by `bytesOf`. */
async function tilesOver(
  page: Page,
  zooms: readonly number[],
  bytesOf: (x: number, y: number) => Uint8Array,
): Promise<MadeTile[]> {
  const extent = await page.evaluate(async () => {
    const ground = await window.actionTen.mapGround({});
    return ground.ok ? ground.value.extent : null;
  });
  if (extent === null) throw new Error('the sample has no boundary');
  const [west, south, east, north] = extent;
  return zooms.flatMap((z) => {
    const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * 2 ** z);
    const row = (latitude: number) => {
      const radians = (latitude * Math.PI) / 180;
      const up = Math.log(Math.tan(radians) + 1 / Math.cos(radians));
      return Math.floor(((1 - up / Math.PI) / 2) * 2 ** z);
    };
    const tiles: MadeTile[] = [];
    for (let x = column(west) - 1; x <= column(east) + 1; x++) {
      for (let y = row(north) - 1; y <= row(south) + 1; y++) {
        tiles.push({ z, x, y, bytes: bytesOf(x, y) });
      }
    }
    return tiles;
  });
}

async function importInWindow(page: Page, path: string): Promise<void> {
  await answerOpenDialogs(started.app, [path]);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByText(/^base map \(its rows are tiles/).waitFor();
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText('imported', { exact: true }).waitFor();
}

async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const legend = page.getByRole('complementary', { name: 'Legend' });
  await legend.getByText('Hot spots (Gi*)').waitFor({ timeout: 30_000 });
}

it('imports a base map of pictures in the window and draws it under the data', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Look around with the sample force' }).click();
  await page.getByRole('heading', { name: 'Northmoor (sample)' }).waitFor({ timeout: 100_000 });
  await openMap(page);
  expect(await page.getByRole('complementary', { name: 'Base map' }).count()).toBe(0);
  const [light, dark] = [pngTile(235, 225, 205), pngTile(170, 190, 210)];
  const tiles = await tilesOver(page, [8, 9, 10, 11], (x, y) => ((x + y) % 2 === 0 ? light : dark));
  const path = writeMbTiles(join(folder, 'pictures.mbtiles'), tiles, {
    name: 'Made-up pictures',
    attribution: '&copy; <b>Made-up</b> maps',
  });
  await importInWindow(page, path);
  await openMap(page);
  const box = page.getByRole('complementary', { name: 'Base map' });
  await box.getByText('© Made-up maps').waitFor();
  const drawn = page.locator('.base-map-pictures img.leaflet-tile-loaded');
  await expect.poll(() => drawn.count(), { timeout: 10_000 }).toBeGreaterThan(3);
  const first = drawn.first();
  expect(await first.getAttribute('src')).toMatch(/^app:\/\/ui\/tiles\/\d+\/\d+\/\d+$/);
  expect(await first.evaluate((tile) => (tile as HTMLImageElement).naturalWidth)).toBe(256);
  await picture(page, '01-pictures');
  const sheet = join(folder, 'sheet.svg');
  await answerSaveDialogs(started.app, sheet);
  await page.getByRole('button', { name: 'Save or print' }).click();
  await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
  await page.getByText('Saved sheet.svg').waitFor();
  expect(readFileSync(sheet, 'utf8')).toContain('Base map not drawn on this sheet');
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('is switched off and on and made weaker, and keeps to that', async () => {
  const { page } = started;
  const box = page.getByRole('complementary', { name: 'Base map' });
  const layer = page.locator('.base-map-pictures');
  await box.getByRole('slider', { name: 'Strength of the base map' }).fill('0.4');
  await expect.poll(() => layer.evaluate((one) => getComputedStyle(one).opacity)).toBe('0.4');
  await box.getByRole('switch', { name: 'Base map' }).click();
  await layer.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await openMap(page);
  const again = page.getByRole('switch', { name: 'Base map' });
  expect(await again.isChecked()).toBe(false);
  await again.click();
  await expect.poll(() => layer.evaluate((one) => getComputedStyle(one).opacity)).toBe('0.4');
  await box.getByRole('slider', { name: 'Strength of the base map' }).fill('1');
});

it('answers only tiles there are, and nothing beside them', async () => {
  const { page } = started;
  const answers = await page.evaluate(async () => {
    const statusOf = async (path: string) => (await fetch(`app://ui/${path}`)).status;
    return [
      await statusOf('tiles/9/0/0'),
      await statusOf('tiles/99/0/0'),
      await statusOf('tiles/9/..%2f..%2fmain/main.cjs'),
      await statusOf('tiles/9/0/0.png'),
    ];
  });
  expect(answers).toEqual([204, 204, 404, 404]);
});

it('draws vector tiles in greys', async () => {
  const { page } = started;
  const sides = [
    [600, 600],
    [2600, 600],
    [2600, 2600],
    [600, 2600],
  ] as const;
  const road = [
    [0, 3200],
    [4096, 3200],
  ] as const;
  const tile = gzipSync(
    Buffer.from([
      ...vectorLayer('water', 3, sides),
      ...vectorLayer('roads', 2, road, { kind: 'highway', name: 'Made-up Road' }),
    ]),
  );
  const tiles = await tilesOver(page, [7, 8, 9, 10, 11], () => tile);
  const path = join(folder, 'vector.mbtiles');
  writeMbTiles(path, tiles, { name: 'Made-up vectors' });
  await importInWindow(page, path);
  await openMap(page);
  const box = page.getByRole('complementary', { name: 'Base map' });
  await box.getByText('Made-up vectors: the file does not say whom it is from').waitFor();
  /** Whether a tile's canvas holds the grey of water somewhere. */
  const hasWater = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('canvas.leaflet-tile')].some((canvas) => {
        const context = canvas.getContext('2d');
        if (context === null || canvas.width === 0) return false;
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        for (let at = 0; at < data.length; at += 4) {
          if (data[at] === 0xd7 && data[at + 1] === 0xdb && data[at + 2] === 0xde) return true;
        }
        return false;
      }),
    );
  await expect.poll(hasWater, { timeout: 10_000 }).toBe(true);
  await picture(page, '02-vector');
  const zoomOut = page.getByRole('button', { name: 'Zoom out' });
  await box.getByText('Zoom in to see it.').waitFor({ state: 'detached' });
  for (let step = 0; step < 4; step++) await zoomOut.click();
  await box.getByText('Zoom in to see it.').waitFor();
});

it('says in words that the file is gone, and draws the map without it', async () => {
  const { page } = started;
  renameSync(join(folder, 'vector.mbtiles'), join(folder, 'moved.mbtiles'));
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await openMap(page);
  const box = page.getByRole('complementary', { name: 'Base map' });
  await box.getByText(/Base map not drawn\. .*is not where it was/).waitFor();
  await picture(page, '03-gone');
  // The two addresses that lead nowhere were asked for above.
  expect(started.problems.filter((words) => !words.includes('404'))).toEqual([]);
  expect(started.problems).toHaveLength(2);
});
