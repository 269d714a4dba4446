import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, emptyWorkspace, fileOf, newEngine } from './support.ts';

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
const map = { run: 'a9943afb9e53', format: 'svg', bytes: svg } as const;

it('a map is written whole and recorded', async () => {
  const { engine, folder } = await emptyWorkspace();
  const out = join(folder, 'map.svg');
  const { hash } = await ask(engine, 'saveMap', { ...map, out });
  expect(new Uint8Array(readFileSync(out))).toEqual(svg);
  const { latest } = await ask(engine, 'readAudit', {});
  const entry = latest.find(({ action }) => action === 'map saved');
  expect(entry?.hash).toBe(hash);
  expect(entry?.detail).toEqual({ run: map.run, format: 'svg', bytes: svg.byteLength });
});

it('what is not the picture that it says is not written', async () => {
  const { engine, folder } = await emptyWorkspace();
  const out = join(folder, 'map.png');
  const outcome = await engine.call('saveMap', { ...map, format: 'png', out });
  expect(outcome).toMatchObject({ ok: false, code: 'bad-request' });
  expect(existsSync(out)).toBe(false);
});

it('a map never replaces a workspace, and who only reads saves none', async () => {
  const { engine, folder, path } = await emptyWorkspace();
  expect(await engine.call('saveMap', { ...map, out: path })).toMatchObject({
    code: 'bad-request',
  });
  const reader = newEngine();
  await ask(reader, 'openWorkspace', { path });
  const out = join(folder, 'map.svg');
  expect(await reader.call('saveMap', { ...map, out })).toMatchObject({ code: 'locked' });
  expect(existsSync(out)).toBe(false);
});

it('the ground holds the venues that people go to, where they are', async () => {
  const { engine, folder } = await emptyWorkspace();
  const file = fileOf(
    folder,
    'venues.csv',
    'reference,name,category,easting,northing\r\nV1,Made-up Bar,Bar,440000,330000\r\nV2,Lamp,street light,440100,330000\r\n',
  );
  await ask(engine, 'importFiles', { files: [file], kind: 'venues' });
  const ground = await ask(engine, 'mapGround', {});
  expect(ground.venues).toEqual([{ name: 'Made-up Bar', category: 'Bar' }]);
  // Grid 440000, 330000 lies near Ashby-de-la-Zouch, some 1.41 degrees west and 52.87 north.
  expect(ground.venuePositions[0]).toBeCloseTo(-1.41, 1);
  expect(ground.venuePositions[1]).toBeCloseTo(52.87, 1);
});
