import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { Engine } from '../../src/engine/engine.ts';
import { writeExtract } from './import-files.mjs';

const rows = Number(process.env['ACTION_TEN_BENCH_ROWS'] ?? 1_000_000);
const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
const path = join(folder, 'bench.actionten');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, text) => console.log(`${name.padEnd(52)} ${text}`);

/** Columns that rules read: the floor is reading them and doing nothing. */
const columns = `id, source, record_type, crime_status, offence_title, offence_code, domestic_abuse, honour_based,
  child_exploitation, online, at_home_address_of, location_type, location_text, easting, postcode, area_code`;

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
  const file = join(folder, 'extract.csv');
  writeExtract(file, rows);
  const engine = new Engine();
  await need(engine.call('createWorkspace', { path, force: 'Bench' }));
  await need(engine.call('importFiles', { files: [file] }));
  rmSync(file);
  const first = await timed(() => need(engine.call('classify', {})));
  const { set, incidents } = await need(engine.call('readRules', {}));
  const changed = { ...set, rules: set.rules.toReversed() };
  const again = [];
  const preview = [];
  const floor = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await timed(() => bareRead()));
    preview.push(await timed(() => need(engine.call('previewRules', { set: changed }))));
    // A rule is switched off and on again, so that each round has something to do.
    const off = { ...set, rules: set.rules.map((rule, at) => ({ ...rule, isOn: at % 2 === 0 })) };
    const draft = round % 2 === 0 ? off : set;
    again.push(await timed(() => need(engine.call('saveRules', { set: draft }))));
  }
  await engine.stop();
  const [read, tried, saved] = [floor, preview, again].map(median);
  print('incidents', String(incidents));
  print('bare read of the columns that rules read', `${read.toFixed(2)} s`);
  print(
    'first classification, rows read into columns',
    `${first.toFixed(2)} s, ${(first / read).toFixed(2)} of the bare read`,
  );
  print(
    'rule change, saved and classified again',
    `${saved.toFixed(2)} s, ${(saved / read).toFixed(2)} of the bare read (wanted under 10 s)`,
  );
  print(
    'live preview of a changed rule set',
    `${tried.toFixed(2)} s, ${(tried / read).toFixed(2)} of the bare read (wanted under 1 s)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Reads the columns row by row and does nothing with them. */
function bareRead() {
  const database = new Database(path, { readonly: true });
  const statement = database.prepare(`SELECT ${columns} FROM incident`).raw();
  let count = 0;
  for (const row of statement.iterate()) count += row.length;
  database.close();
  if (count === 0) throw new Error('nothing was read');
}
