import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../../src/engine/engine.ts';
import { writeExtract } from './import-files.mjs';

/** The linked charts of a map under any filter, against counting up as many columns of bytes. */
const rows = Number(process.env['ACTION_TEN_BENCH_ROWS'] ?? 1_000_000);
const rounds = 21;
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, text) => console.log(`${name.padEnd(52)} ${text}`);

const ring = [
  [-1.6, 52.8],
  [-1.2, 52.8],
  [-1.2, 53.2],
  [-1.6, 53.2],
];
const filters = {
  'every incident': { evidence: 'all-incidents' },
  'VAWG in public spaces': { space: 'public' },
  'VAWG, female victims, one threat': { victims: 'female', threat: 'domestic-abuse' },
  'VAWG, one year by recorded date': {
    dateBasis: 'recorded',
    from: '2025-01-01',
    to: '2025-12-31',
  },
  'every incident in a drawn area': {
    evidence: 'all-incidents',
    within: { kind: 'ring', ring },
  },
};

async function need(outcome) {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** Milliseconds of this process's own time that `work` takes: others share the machine. */
async function timed(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The floor: six columns of a byte a record counted up, value by value, as one chart of one column would be. */
function barePass(columns) {
  let most = 0;
  for (const column of columns) {
    const counts = new Uint32Array(256);
    for (let index = 0; index < column.length; index++) counts[column[index]]++;
    most = Math.max(most, counts[1]);
  }
  return most;
}

try {
  const file = join(folder, 'extract.csv');
  writeExtract(file, rows);
  const engine = new Engine();
  await need(engine.call('createWorkspace', { path: join(folder, 'b.actionten'), force: 'Bench' }));
  await need(engine.call('importFiles', { files: [file] }));
  rmSync(file);
  await need(engine.call('classify', {}));
  const columns = Array.from({ length: 6 }, (_, column) =>
    Uint8Array.from({ length: rows }, (__, index) => (index * (7 + column)) % 101),
  );
  const floor = [];
  const times = Object.fromEntries(Object.keys(filters).map((name) => [name, []]));
  const first = {};
  for (const [name, filter] of Object.entries(filters)) {
    first[name] = await timed(() => need(engine.call('filterCharts', { filter })));
  }
  for (let round = 0; round < rounds; round++) {
    floor.push(await timed(async () => barePass(columns)));
    for (const [name, filter] of Object.entries(filters)) {
      times[name].push(await timed(() => need(engine.call('filterCharts', { filter }))));
    }
  }
  const { n } = await need(engine.call('filterCharts', { filter: filters['every incident'] }));
  await engine.stop();
  const pass = median(floor);
  print('incidents', String(n));
  print('six columns of bytes counted up', `${pass.toFixed(1)} ms`);
  for (const [name, own] of Object.entries(times)) {
    const usual = median(own);
    print(
      `four charts: ${name}`,
      `${usual.toFixed(1)} ms, ${(usual / pass).toFixed(1)} of that (first ${first[name].toFixed(0)} ms)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
