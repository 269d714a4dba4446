import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, newEngine, temporaryFolder } from '../support.ts';

const python = process.platform === 'linux' ? '/usr/bin/python3' : 'python3';
const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };
const hasQgis = spawnSync(python, ['-c', 'import qgis.core'], { env }).status === 0;

interface SeenLayer {
  readonly name: string;
  readonly features: number;
  readonly system: string;
  readonly legend: readonly string[];
  readonly title: string;
  readonly about: string;
}

it('QGIS opens the GeoPackage with its styles, marking and reference system', async ({ skip }) => {
  if (!hasQgis) skip('QGIS with its Python is not here');
  const engine = newEngine();
  const directory = temporaryFolder();
  await ask(engine, 'buildSample', { directory, incidents: 6_000, draft: false });
  for (const layer of ['hotspots', 'areas', 'venues']) {
    const out = join(directory, `${layer}.gpkg`);
    const shared = await ask(engine, 'shareLayer', {
      level: 'partner',
      recipient: 'Council',
      layer,
      format: 'gpkg',
      out,
    });
    const picture = join(directory, `${layer}.png`);
    const script = join(import.meta.dirname, 'read-with-qgis.py');
    const { stdout } = spawnSync(python, [script, out, picture, layer], { env, encoding: 'utf8' });
    const seen = JSON.parse(stdout) as SeenLayer;
    expect(seen).toMatchObject({ features: shared.features, system: 'EPSG:27700' });
    expect(seen.title).toContain('OFFICIAL-SENSITIVE');
    expect(seen.about).toContain('for Council (partner level)');
    expect(statSync(picture).size).toBeGreaterThan(5_000);
    // What has no number is a class of its own, which QGIS hatches.
    if (layer === 'venues') continue;
    expect(seen.legend.at(-1)).toBe('suppressed (not zero)');
    expect(seen.legend.length).toBeGreaterThan(1);
  }
}, 120_000);
