import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeExtract, writePoliceUk } from './import-files.mjs';
import { importOnce } from './import-once.mjs';

const rows = Number(process.env['ACTION_TEN_BENCH_ROWS'] ?? 1_000_000);
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const sqlite = spawnSync('sqlite3', ['-version']).status === 0;

/** The least rate, as a share of the floor's, that each file is to be imported at. */
const jobs = [
  { name: 'police.uk, 12 columns', file: 'street.csv', write: writePoliceUk, wanted: 0.4 },
  { name: 'force extract, 35 columns', file: 'extract.csv', write: writeExtract, wanted: 0.5 },
];

try {
  for (const { name, file, write, wanted } of jobs) {
    const path = join(folder, file);
    write(path, rows);
    console.log(`${name}: ${rows} rows, ${Math.round(statSync(path).size / 1e6)} MB`);
    const results = [];
    for (let round = 0; round < rounds; round++) results.push(await measure(path, round));
    report(results, wanted);
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One round: the floor, then ours, so that both meet the same machine. */
async function measure(path, round) {
  const floorStart = performance.now();
  if (sqlite) {
    execFileSync('sqlite3', [join(folder, 'floor.db'), '.mode csv', `.import ${path} t`]);
  }
  const floor = (performance.now() - floorStart) / 1000;
  rmSync(join(folder, 'floor.db'), { force: true });
  const workspace = join(folder, `w${round}.actionten`);
  const own = await importOnce(path, workspace);
  for (const end of ['', '-wal', '-shm', '-lock', '-holder']) {
    rmSync(`${workspace}${end}`, { force: true });
  }
  return { floor, ...own };
}

function report(results, wanted) {
  const own = median(results.map((result) => result.importSeconds));
  const filled = median(results.map((result) => result.columnsSeconds));
  const floor = median(results.map((result) => result.floor));
  const rate = `${Math.round(rows / own)} rows a second`;
  const cpu = median(results.map((result) => result.cpuSeconds));
  console.log(`  import: ${own.toFixed(1)} s (${cpu.toFixed(1)} s of CPU), ${rate}`);
  if (sqlite) {
    const ratio = (floor / own).toFixed(2);
    const withColumns = (floor / (own + filled)).toFixed(2);
    console.log(
      `  ${ratio} of sqlite3 .import (${floor.toFixed(1)} s); at least ${wanted} is wanted`,
    );
    console.log(`  with columns and classes: ${withColumns} (${filled.toFixed(1)} s more)`);
  } else console.log('  no floor: the sqlite3 program is not installed');
  console.log(`  peak memory: ${Math.max(...results.map((result) => result.peak))} MB of 400`);
  const usual = Math.max(...results.map((result) => result.usualWait));
  const longest = Math.max(...results.map((result) => result.longestWait));
  console.log(`  another call waits ${usual} ms of 100 (99 in 100), ${longest} ms at most`);
}
