import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startEngine } from './kill/engine.mjs';
import { blankTerms, makeSample, writeExtract } from './kill/sample.mjs';

/**
 * `node scripts/soak.mjs MINUTES [SEED]`: an analyst's work in fast motion on one engine, again and again: open,
 * import, take back, classify, look at charts, analyse, search, edit the draft, profile, share, close. After each round
 * the engine's memory is measured with its rubbish collected. Needs a build (`npm run build`). Prints a table with the
 * curve; exit code 1 when the last third of the rounds holds clearly more than the third before it.
 */
const minutes = Number(process.argv[2] ?? 6);
const seed = Number(process.argv[3] ?? 1);
if (!(minutes > 0)) {
  console.error('usage: node scripts/soak.mjs MINUTES [SEED]');
  process.exit(2);
}

/** Growth of the heap from one third of the rounds to the next that is taken for a leak. */
const mostGrowth = 1.05;
const passphrase = 'the passphrase of the soak';
const home = mkdtempSync(join(tmpdir(), 'action-ten-soak-'));
const rounds = [];
const end = performance.now() + minutes * 60_000;
try {
  const { workspace } = await makeSample(home, { incidents: 3_000, passphrase });
  const engine = await startEngine({ measured: true });
  while (performance.now() < end) {
    const started = performance.now();
    await work(engine, workspace, seed + rounds.length);
    const memory = await engine.memory();
    const seconds = (performance.now() - started) / 1_000;
    rounds.push({ ...memory, seconds, file: statSync(workspace).size });
    if (rounds.length % 10 === 0) console.error(`${rounds.length} rounds`);
  }
  await engine.stop();
} finally {
  rmSync(home, { recursive: true, force: true });
}
report();

/** One round. What it asks varies with `number`, so that nothing is answered from what was kept. */
async function work(engine, path, number) {
  const pick = (list) => list[number % list.length];
  await engine.ask('openWorkspace', { path, passphrase });
  const extract = join(home, 'extract.csv');
  // Every fifth one is over 4 MB and goes by threads of its own.
  writeExtract(extract, number % 5 === 0 ? 36_000 : 2_000, 1_000_000 * (1 + (number % 7)));
  const { files } = await engine.ask('importFiles', { files: [extract] });
  await engine.ask('classify');
  const filter = { evidence: 'vawg', space: pick(['all', 'online', 'private', 'public']) };
  await engine.ask('filterCharts', { filter });
  const cellMetres = 250 + 10 * (number % 25);
  for (const method of [
    'gi-star',
    pick(['kde', 'clusters', 'counts', 'near-repeat', 'emerging']),
  ]) {
    await engine.ask('runAnalysis', { method, filter, cellMetres });
  }
  const { run } = await engine.ask('analyse', { method: 'counts', filter, cellMetres });
  await engine.ask('removeRun', { run });
  await engine.ask('searchRecords', { text: 'made' });
  await engine.ask('undoBatch', { batch: files[0].batch });
  await engine.ask('classify');
  await engine.ask('saveProfileItem', {
    kind: 'terms',
    number: null,
    content: { ...blankTerms, aim: `Round ${number}` },
  });
  await engine.ask('readProfileState');
  for (let section = 0; section < 18; section++)
    await engine.ask('readProfileSection', { section });
  await engine.ask('buildProfile', {});
  await engine.ask('buildBrief');
  const pack = join(home, 'pack.zip');
  await engine.ask('shareLayer', {
    pack,
    level: 'partner',
    recipient: 'Council',
    agreement: 'ISA-SAMPLE',
  });
  rmSync(pack);
  await engine.ask('checkWorkspace');
  await engine.ask('closeWorkspace');
}

function report() {
  const megabytes = (bytes) => Math.round(bytes / 1_000_000);
  console.log('| round | after | memory | heap | buffers | open files | workspace |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  let elapsed = 0;
  const step = Math.max(1, Math.floor(rounds.length / 12));
  for (const [index, round] of rounds.entries()) {
    elapsed += round.seconds;
    if (index !== 0 && index !== rounds.length - 1 && index % step !== 0) continue;
    console.log(
      `| ${index + 1} | ${Math.round(elapsed)} s | ${megabytes(round.rss)} MB | ${megabytes(round.heapUsed)} MB | ` +
        `${megabytes(round.arrayBuffers)} MB | ${round.files} | ${megabytes(round.file)} MB |`,
    );
  }
  const third = Math.floor(rounds.length / 3);
  const mean = (from, to, name) =>
    rounds.slice(from, to).reduce((sum, round) => sum + round[name], 0) / Math.max(1, to - from);
  const growth = (name) =>
    mean(rounds.length - third, rounds.length, name) / mean(third, 2 * third, name);
  console.log(
    `${rounds.length} rounds, seed ${seed}; last third against the third before: heap x ${growth('heapUsed').toFixed(3)}, memory x ${growth('rss').toFixed(3)}`,
  );
  if (rounds.length >= 9 && growth('heapUsed') > mostGrowth) process.exitCode = 1;
}
