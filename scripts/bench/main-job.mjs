import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gridOver } from '../../src/domain/geography/cells.ts';
import { benjaminiHochberg } from '../../src/domain/hotspots/benjamini-hochberg.ts';
import { giStar } from '../../src/domain/hotspots/gi-star.ts';
import { Engine } from '../../src/engine/engine.ts';
import { writeSampleFiles } from '../../src/engine/sample.ts';

const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, text) => console.log(`${name.padEnd(44)} ${text}`);

/** Seconds that `work` takes. */
async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

try {
  const files = writeSampleFiles(folder, { seed: 1, incidents: 60_000 });
  const extract = files.find((file) => file.endsWith('northmoor-incidents.csv'));
  await importRatio(extract);
  await hotSpots();
  demo();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Import of the 60,000-incident extract beside sqlite3's unchecked .import of the same file, interleaved. */
async function importRatio(extract) {
  if (spawnSync('sqlite3', ['-version']).status !== 0) {
    print('import', 'not measured: the sqlite3 program is not installed');
    return;
  }
  const ours = [];
  const floor = [];
  let rows = 0;
  for (let round = 0; round < rounds; round++) {
    floor.push(
      await timed(() =>
        execFileSync('sqlite3', [
          join(folder, `floor-${round}.db`),
          '.mode csv',
          `.import ${extract} t`,
        ]),
      ),
    );
    const engine = new Engine();
    await engine.call('createWorkspace', {
      path: join(folder, `b${round}.actionten`),
      force: 'Bench',
    });
    ours.push(
      await timed(async () => {
        const outcome = await engine.call('importFiles', { files: [extract] });
        rows = outcome.value.files[0].accepted;
      }),
    );
    await engine.stop();
  }
  const [own, theirs] = [median(ours), median(floor)];
  print(
    'import, 60,000 incidents, rows a second',
    `${Math.round(rows / own)} (${(theirs / own).toFixed(2)} of sqlite3 .import: ${own.toFixed(2)} s against ${theirs.toFixed(2)} s)`,
  );
}

/** Gi* with false discovery rate on 6,400 cells beside the plain sum over the same neighbourhoods. */
async function hotSpots() {
  const grid = gridOver(
    { minEasting: 0, minNorthing: 0, maxEasting: 19_999, maxNorthing: 19_999 },
    250,
    'square',
  );
  const values = Float64Array.from(
    { length: grid.columns * grid.rows },
    (_, cell) => (cell * 7919) % 13,
  );
  const own = [];
  const floor = [];
  for (let round = 0; round < 21; round++) {
    own.push(await timed(() => benjaminiHochberg(giStar(values, grid, null).p)));
    floor.push(await timed(() => plainSums(values, grid.columns, grid.rows)));
  }
  print(
    `Gi* and correction, ${values.length} cells`,
    `${(1000 * median(own)).toFixed(1)} ms (${(median(own) / median(floor)).toFixed(0)} times a bare pass over the nine cells of each)`,
  );
}

function plainSums(values, columns, rows) {
  const sums = new Float64Array(values.length);
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      let sum = 0;
      for (let r = -1; r <= 1; r++)
        for (let c = -1; c <= 1; c++) sum += values[(row + r) * columns + column + c];
      sums[row * columns + column] = sum;
    }
  }
  return sums;
}

/** The whole demo as a command, with the peak memory of its engine. */
function demo() {
  const start = performance.now();
  const script = join(import.meta.dirname, '..', 'action-ten.mjs');
  const result = spawnSync(
    process.execPath,
    [script, 'demo', '--out', join(folder, 'demo'), '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, ACTION_TEN_MEASURE: '1' },
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const answer = JSON.parse(result.stdout);
  if (!answer.ok) throw new Error(answer.message);
  const peak = /peak memory (\d+) MB/.exec(result.stderr)?.[1] ?? '?';
  print(
    'demo, 60,000 incidents, PDF included',
    `${seconds.toFixed(1)} s of the 60 s allowed (${(seconds / 60).toFixed(2)}); engine peak ${peak} MB of 1,000`,
  );
}
