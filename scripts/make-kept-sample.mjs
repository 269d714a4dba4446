import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startEngine } from './kill/engine.mjs';
import { blankTerms } from './kill/sample.mjs';
import { root } from './setup/common.mjs';

/**
 * `node scripts/make-kept-sample.mjs`: the small workspaces of this release that later ones have to open, plain and
 * encrypted, with what they hold, in test/kept. Made-up records alone. Run once for each release, after
 * `npm run build`; files of a release that is out are never made again. Needs no network.
 */
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const kept = join(root, 'test', 'kept');
const home = mkdtempSync(join(tmpdir(), 'action-ten-kept-'));
/** Rows of each of the sample force's files that are taken. */
const rows = { incidents: 60, 'partner-council': 20, perceptions: 20, voices: 10, venues: 20 };

mkdirSync(kept, { recursive: true });
try {
  const engine = await startEngine();
  await engine.ask('buildSample', { directory: home, incidents: 300, draft: false });
  const files = Object.entries(rows).map(([name, count]) => shortened(name, count));
  for (const [name, passphrase] of [
    ['plain', null],
    ['encrypted', 'made up for this test'],
  ]) {
    const path = join(home, `${name}.actionten`);
    await engine.ask('createWorkspace', { path, force: 'Northmoor (made up)', passphrase });
    await fill(engine, files);
    const facts = await factsOf(engine);
    const copy = join(home, `${name}-copy.actionten`);
    await engine.ask('backupWorkspace', { out: copy });
    writeFileSync(join(kept, `${version}-${name}.actionten.gz`), gzipSync(readFileSync(copy)));
    const text = JSON.stringify({ passphrase, ...facts }, null, 2);
    writeFileSync(join(kept, `${version}-${name}.json`), `${text}\n`);
  }
  await engine.stop();
} finally {
  rmSync(home, { recursive: true, force: true });
}

function shortened(name, count) {
  const lines = readFileSync(join(home, 'files', `northmoor-${name}.csv`), 'utf8').split('\r\n');
  const path = join(home, `${name}.csv`);
  writeFileSync(path, `${lines.slice(0, count + 1).join('\r\n')}\r\n`);
  return path;
}

/** Some of everything that a workspace keeps. */
async function fill(engine, files) {
  await engine.ask('importFiles', { files });
  await engine.ask('classify');
  const { run } = await engine.ask('analyse', { method: 'counts', cellMetres: 1_000 });
  await engine.ask('findPlaces', { run }).catch(() => undefined);
  const content = { ...blankTerms, aim: 'To see whether it still opens.' };
  await engine.ask('saveProfileItem', { kind: 'terms', number: null, content });
  await engine.ask('registerAgreement', {
    reference: 'ISA-KEPT',
    party: 'Council',
    purpose: 'Night-time economy',
    gateway: 'Crime and Disorder Act 1998, s. 115',
    expires: '2099-12-31',
  });
}

/** What has to be found again. */
async function factsOf(engine) {
  const { counts } = await engine.ask('workspaceSummary');
  const { batches } = await engine.ask('listBatches');
  const { runs } = await engine.ask('listRuns');
  const { head } = await engine.ask('readAudit', { limit: 1 });
  return {
    counts,
    batches: batches.map(({ kind, accepted, rejected }) => ({ kind, accepted, rejected })),
    runs: runs.map(({ run, countIn }) => ({ run, countIn })),
    head,
  };
}
