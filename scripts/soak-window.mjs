import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { _electron } from 'playwright-core';
import { makeSample } from './kill/sample.mjs';
import { appForTests } from './setup/app-launch.mjs';
import { SetupError, withoutDisplay } from './setup/common.mjs';
import { runScript } from './setup/prepare.mjs';

/**
 * `node scripts/soak-window.mjs MINUTES`: the window's part of the soak. Goes through every screen of one window and
 * its tabs again and again, never loading the page anew, and measures the page back on Home (its rubbish collected) and
 * the processes of the program. Needs a build and a screen (`xvfb-run -a`). Prints the curve; exit code 1 when the page
 * holds clearly more in the last third of the rounds than in the third before it.
 */
const minutes = Number(process.argv[2] ?? 6);
/** Growth from one third of the rounds to the next that is taken for a leak. */
const mostGrowth = 1.05;
const rooms = ['Data', 'Rules', 'Map', 'Profile', 'Sharing', 'Home'];
const rounds = [];

await runScript(async () => {
  if (!(minutes > 0)) throw new SetupError('usage: node scripts/soak-window.mjs MINUTES');
  if (withoutDisplay()) throw new SetupError('There is no screen here: use xvfb-run -a.');
  const home = mkdtempSync(join(tmpdir(), 'action-ten-soak-window-'));
  try {
    const { workspace } = await makeSample(home, { passphrase: null });
    await soak(home, workspace);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  report();
});

async function soak(home, workspace) {
  const { program, args, env } = appForTests();
  const words = [...args, `--user-data-dir=${join(home, 'data')}`];
  const app = await _electron.launch({ executablePath: program, args: words, env });
  const page = await app.firstWindow();
  page.setDefaultTimeout(300_000);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, workspace);
  await page.getByRole('button', { name: 'Open a workspace' }).click();
  await page.getByRole('heading', { name: 'What is next' }).waitFor();
  const debug = await page.context().newCDPSession(page);
  await debug.send('HeapProfiler.enable');
  const start = performance.now();
  const end = start + minutes * 60_000;
  while (performance.now() < end) {
    await round(page);
    await debug.send('HeapProfiler.collectGarbage');
    const { usedSize } = await debug.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await debug.send('Memory.getDOMCounters');
    const seconds = (performance.now() - start) / 1_000;
    rounds.push({ seconds, usedSize, nodes, jsEventListeners, ...memoryOf(app.process().pid) });
    if (rounds.length % 10 === 0) console.error(`${rounds.length} rounds`);
  }
  await app.close();
}

/** Goes to every screen and each of its tabs, and back to Home. */
async function round(page) {
  for (const room of rooms) {
    await page.locator('.rail button', { hasText: new RegExp(`^${room}$`) }).click();
    await drawn(page);
    const tabs = page.getByRole('main').getByRole('tab');
    for (let at = 0; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click();
      await drawn(page);
    }
  }
}

/** Two frames, and a moment for what the screen asks the engine: left sooner, it would never be drawn. */
function drawn(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)));
      }),
  );
}

/** Bytes in memory of the program's processes by their kind, and of the engine. */
function memoryOf(main) {
  const bytes = { shell: rss(main), page: 0, engine: 0 };
  for (const id of below(main)) {
    const command = readFileSync(`/proc/${id}/cmdline`, 'latin1');
    if (command.includes('--type=renderer')) bytes.page += rss(id);
    else if (command.includes('engine.cjs')) bytes.engine += rss(id);
  }
  return bytes;
}

function below(id) {
  const children = readdirSync(`/proc/${id}/task`).flatMap((thread) =>
    readFileSync(`/proc/${id}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return children.flatMap((child) => [child, ...below(child)]);
}

function rss(id) {
  return Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4_096;
}

function report() {
  const mega = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log('| round | after | page heap | nodes | listeners | page | shell | engine |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  const step = Math.max(1, Math.floor(rounds.length / 12));
  for (const [index, one] of rounds.entries()) {
    if (index !== 0 && index !== rounds.length - 1 && index % step !== 0) continue;
    console.log(
      `| ${index + 1} | ${Math.round(one.seconds)} s | ${(one.usedSize / 1e6).toFixed(1)} MB | ${one.nodes} | ` +
        `${one.jsEventListeners} | ${mega(one.page)} | ${mega(one.shell)} | ${mega(one.engine)} |`,
    );
  }
  const third = Math.floor(rounds.length / 3);
  const mean = (from, to, name) =>
    rounds.slice(from, to).reduce((sum, one) => sum + one[name], 0) / Math.max(1, to - from);
  const growth = (name) =>
    mean(rounds.length - third, rounds.length, name) / mean(third, 2 * third, name);
  const names = ['usedSize', 'nodes', 'page', 'shell', 'engine'];
  console.log(
    `${rounds.length} rounds; last third against the third before: ${names.map((name) => `${name} x ${growth(name).toFixed(3)}`).join(', ')}`,
  );
  if (rounds.length >= 9 && growth('usedSize') > mostGrowth) process.exitCode = 1;
}
