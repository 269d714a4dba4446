import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { primaryRemoval } from '../../src/domain/disclosure/protect.ts';
import type { KeptRelease } from '../../src/domain/figures/editions/ledger.ts';
import { openWorkspace } from '../../src/engine/workspace/open.ts';
import { latestRelease } from '../../src/engine/workspace/released-numbers.ts';
import { intrude } from '../domain/disclosure/intruder.ts';
import { ask, emptyWorkspace, newEngine, temporaryFolder } from './support.ts';

const partner = { edition: 'partner', recipient: 'Council', agreement: 'ISA-SAMPLE' } as const;

/** Everything in the sample's files that must be in no document for others. */
function secretsOf(files: readonly string[]): string[] {
  const secret =
    /reference$|^(easting|northing|longitude|latitude|quote|summary|address|uprn|postcode)$/i;
  const found = new Set<string>();
  for (const file of files.filter((name) => name.endsWith('.csv') && !name.includes('venues'))) {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trim(), {
      header: true,
    });
    for (const row of data)
      for (const [column, text] of Object.entries(row))
        if (secret.test(column) && text.length >= 6) found.add(text);
  }
  return [...found];
}

function releaseOf(path: string): KeptRelease {
  const opened = openWorkspace(path, null);
  try {
    const latest =
      latestRelease(opened.reader, 'partner') ?? latestRelease(opened.reader, 'public');
    if (latest === null) throw new Error('nothing was released');
    return latest.release;
  } finally {
    opened.close();
  }
}

describe('the partner edition of the sample force', () => {
  it('names nobody, gives no number away, and is logged with its recipient', async () => {
    const engine = newEngine();
    const directory = temporaryFolder();
    const sample = await ask(engine, 'buildSample', { directory, incidents: 3_000 });
    const preview = await ask(engine, 'buildProfile', partner);
    expect(preview.audit).toBeNull();
    expect(preview.html).toContain('preview: not released');
    const quiet = await ask(engine, 'readAudit', {});
    expect(quiet.latest.some(({ action }) => action.includes('disclosed'))).toBe(false);
    const edition = await ask(engine, 'buildProfile', { ...partner, release: true });
    expect(edition.sections.map(({ number }) => number)).toEqual(
      Array.from({ length: 18 }, (_, at) => at),
    );
    expect(edition.suppressed).toBeGreaterThan(0);
    expect(edition.html).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(edition.html).toContain('Certificate of disclosure control');
    expect(edition.html).toContain('none was recovered');
    expect(edition.html).toContain(String(edition.audit));
    expect(edition.html).not.toMatch(/(src|href)="(?!#)|url\((?!data:|#)/);

    const secrets = secretsOf(sample.files);
    expect(secrets.length).toBeGreaterThan(5_000);
    const words = edition.html.replaceAll(/<style>.*?<\/style>/gs, '');
    // A coordinate is a number of its own: its digits may stand by chance inside a longer one.
    const numbers = new Set(words.match(/\d+(\.\d+)?/g));
    const isThere = (text: string): boolean =>
      /^-?[\d.]+$/.test(text) ? numbers.has(text.replace('-', '')) : words.includes(text);
    expect(secrets.filter(isThere)).toEqual([]);

    const { latest } = await ask(engine, 'readAudit', { verify: true });
    expect(latest[0]).toMatchObject({
      action: 'profile edition disclosed',
      detail: { edition: 'partner', recipient: 'Council', agreement: 'ISA-SAMPLE' },
    });

    const open = await ask(engine, 'buildProfile', { edition: 'public', release: true });
    expect(open.html).toContain('Nothing about suspects is published');
    expect(open.html).toContain('section 40');
    // One rule for layers and documents: the public sees squares of 500 m, whatever the recipe's cells are.
    expect(edition.html).toContain('cells of at least 250 m');
    expect(open.html).toContain('cells of at least 500 m');
    expect(open.html).toContain('drawn as the squares of 500 m');
    expect(open.suppressed).toBeGreaterThan(0);
    await engine.stop();

    const opened = openWorkspace(sample.workspace, null);
    const releases = (['partner', 'public'] as const).map(
      (level) => latestRelease(opened.reader, level)?.release,
    );
    opened.close();
    for (const release of releases) {
      if (release === undefined) throw new Error('nothing was released');
      const cells = release.cells.map((cell) => ({ ...cell, standing: 'open' as const }));
      const values = new Map(cells.map(({ id, value }) => [id, value]));
      const secret = cells.filter((cell) => primaryRemoval(cell, release.rule) !== null);
      expect(secret.length).toBeGreaterThan(50);
      // Some: each is two integer programmes over the whole edition.
      for (const { id, count } of secret.filter((_, at) => at % 40 === 0)) {
        const { least, most } = intrude({ cells, sums: release.sums }, values, release.rule, id);
        if (count < release.rule.threshold) {
          expect(least, id).toBeLessThanOrEqual(1);
          expect(most, id).toBeGreaterThanOrEqual(release.rule.threshold);
        } else expect(most - least, id).toBeGreaterThanOrEqual(2 * (release.rule.threshold - 1));
      }
      // With rounding and the second suppression switched off a number is found.
      const exact = { threshold: release.rule.threshold, roundTo: 1 } as const;
      const bare = new Map(
        cells.map((cell) => [cell.id, primaryRemoval(cell, exact) === null ? cell.count : null]),
      );
      const isFound = ({ id }: { id: string }): boolean => {
        const { least, most } = intrude({ cells, sums: release.sums }, bare, exact, id);
        return least === most;
      };
      expect(secret.some(isFound)).toBe(true);
    }
  }, 600_000);

  it('is held against the edition before it', async () => {
    const engine = newEngine();
    const directory = temporaryFolder();
    const sample = await ask(engine, 'buildSample', { directory, incidents: 1_000 });
    const first = await ask(engine, 'buildProfile', { ...partner, release: true });
    const before = first.html.replaceAll(/<section id="section-18".*/gs, '');
    const again = await ask(engine, 'buildProfile', { ...partner, release: true });
    expect(again.html.replaceAll(/<section id="section-18".*/gs, '')).toBe(before);
    expect(again.html).toContain('Every number of the partner edition of');
    await engine.stop();
    expect(releaseOf(sample.workspace).cells.length).toBeGreaterThan(300);
  }, 600_000);
});

it('is refused without a recipient, without a live agreement, and for open data', async () => {
  const { engine } = await emptyWorkspace();
  expect(await engine.call('buildProfile', { edition: 'partner' })).toMatchObject({
    ok: false,
    code: 'bad-request',
  });
  expect(
    await engine.call('buildProfile', { edition: 'partner', recipient: 'Council' }),
  ).toMatchObject({ ok: false, code: 'not-permitted' });
  const empty = await ask(engine, 'buildProfile', { edition: 'public' });
  expect(empty.html).not.toMatch(/NaN|undefined|Infinity|\[object/);
  expect(empty.audit).toBeNull();
});
