import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { Engine } from '../../src/engine/engine.ts';
import { writeSampleFiles } from '../../src/engine/sample.ts';
import { layersAsGeoPackage } from '../../src/engine/sharing/formats/geopackage.ts';

const incidents = Number(process.env['ACTION_TEN_BENCH_ROWS'] ?? 300_000);
const side = 200;
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, text) => console.log(`${name.padEnd(56)} ${text}`);

/** Seconds that `work` takes. */
async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function need(outcome) {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

try {
  await gate();
  await geoPackage();
  await encrypted();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Editions and packs of a large force: everything that leaves goes through the gate. */
async function gate() {
  const engine = new Engine();
  await need(engine.call('buildSample', { directory: join(folder, 'large'), incidents }));
  const partner = { recipient: 'Council', agreement: 'ISA-SAMPLE' };
  const edition = { edition: 'partner', ...partner };
  // The first collects the evidence, which the force edition needs as well.
  await need(engine.call('buildProfile', edition));
  const previews = [];
  for (let round = 0; round < rounds; round++)
    previews.push(await timed(() => need(engine.call('buildProfile', edition))));
  print(
    `partner edition of ${incidents} incidents: gate, attack, page`,
    `${median(previews).toFixed(2)} s (wanted under 5 s)`,
  );
  await need(engine.call('buildProfile', { ...edition, release: true }));
  const second = await timed(() => need(engine.call('buildProfile', edition)));
  print('the same, held against the edition before it', `${second.toFixed(2)} s`);
  const open = await timed(() => need(engine.call('buildProfile', { edition: 'public' })));
  print('public edition, held against the partner edition', `${open.toFixed(2)} s`);
  const recipients = { partner, public: { recipient: 'anybody' } };
  for (const level of Object.keys(recipients)) {
    const input = { level, ...recipients[level], pack: join(folder, `${level}.zip`) };
    const seconds = await timed(() => need(engine.call('shareLayer', input)));
    print(`${level} pack of every layer, every format`, `${seconds.toFixed(2)} s`);
  }
  await engine.stop();
}

/** A GeoPackage of 40,000 cells beside bare inserts of as many blobs of the same size. */
async function geoPackage() {
  const size = 250;
  const features = Array.from({ length: side * side }, (_, cell) => {
    const [x, y] = [400_000 + (cell % side) * size, 300_000 + Math.floor(cell / side) * size];
    const ring = [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ];
    return {
      geometry: { kind: 'areas', polygons: [[ring]] },
      values: { suppressed: cell % 3 === 0, records: cell % 3 === 0 ? null : 5 * (cell % 20) },
    };
  });
  const words = 'made up for a benchmark';
  const layer = {
    name: 'hotspots',
    about: {
      title: words,
      marking: 'OFFICIAL',
      level: 'partner',
      recipient: words,
      agreement: words,
      decision: null,
      force: words,
      period: words,
      rule: words,
      method: words,
      limits: [words],
      madeOn: '2026-01-01',
      suppressedFeatures: 0,
      auditHead: words,
    },
    fields: [
      { name: 'suppressed', title: 'Number suppressed', type: 'boolean' },
      { name: 'records', title: 'Records', type: 'integer' },
    ],
    features,
    degreeDecimals: 6,
  };
  const own = [];
  const floor = [];
  for (let round = 0; round < rounds; round++) {
    own.push(await timed(() => layersAsGeoPackage([layer])));
    floor.push(await timed(() => bareInserts(2 * side * side)));
  }
  print(
    `GeoPackage of ${side * side} cells, in two coordinate systems`,
    `${median(own).toFixed(2)} s (wanted under 3 s; ${(median(own) / median(floor)).toFixed(1)} times as many bare inserts)`,
  );
}

function bareInserts(rows) {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE cell (id INTEGER PRIMARY KEY, shape BLOB, records INTEGER)');
  const insert = database.prepare('INSERT INTO cell (shape, records) VALUES (?, ?)');
  const shape = Buffer.alloc(125);
  database.transaction(() => {
    for (let row = 0; row < rows; row++) insert.run(shape, row);
  })();
  database.close();
}

/** The main job in an encrypted workspace and in a plain one, turn by turn. */
async function encrypted() {
  const files = writeSampleFiles(join(folder, 'files'), { seed: 1, incidents: 60_000 });
  const seconds = { plain: [], encrypted: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['plain', 'encrypted']) {
      const path = join(folder, `${kind}${round}.actionten`);
      const passphrase = kind === 'plain' ? null : 'three made up words';
      const engine = new Engine();
      seconds[kind].push(
        await timed(async () => {
          await need(engine.call('createWorkspace', { path, force: 'Bench', passphrase }));
          await need(engine.call('importFiles', { files }));
          await need(engine.call('analyse', { method: 'gi-star', filter: { space: 'public' } }));
          await need(engine.call('buildProfile', {}));
        }),
      );
      await engine.stop();
      rmSync(path, { force: true });
    }
  }
  const ratio = median(seconds.encrypted) / median(seconds.plain);
  print(
    'main job of 60,000 incidents, encrypted beside plain',
    `${ratio.toFixed(2)} (wanted at most 1.30: ${median(seconds.encrypted).toFixed(1)} s against ${median(seconds.plain).toFixed(1)} s)`,
  );
}
