import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

import { startEngine } from './kill/engine.mjs';
import { makeSample } from './kill/sample.mjs';
import { passphrases, works } from './kill/works.mjs';

/**
 * `node scripts/kill-test.mjs KILLS [SEED]`: does each work again and again and kills the engine's process (SIGKILL)
 * at a random moment of it. Then a new engine opens the workspace: it has to open, its check has to pass, what was
 * answered as done has to be there, and what was not done has to be wholly there or wholly absent. Needs a build
 * (`npm run build`). Exit code 1 when anything was otherwise. A kill is not a power cut: what the system had in its
 * own memory still reaches the disk.
 */
const kills = Number(process.argv[2] ?? 12);
const seed = Number(process.argv[3] ?? 1);
if (!Number.isInteger(kills) || kills < 1) {
  console.error('usage: node scripts/kill-test.mjs KILLS [SEED]');
  process.exit(2);
}

/** What may lie in the folder when the workspace is closed again. */
const expected =
  /^(w\.actionten(-lock|-backups)?|pack\.zip|w before restoring .*\.actionten(-wal)?)$/;
const random = randomFrom(seed);
const home = mkdtempSync(join(tmpdir(), 'action-ten-kill-'));
const names = Object.keys(works);
const rows = [];
try {
  const sample = await makeSample(home);
  const plans = new Map();
  for (const name of names) plans.set(name, await undisturbed(name, sample));
  for (let index = 0; index < kills; index += 1) {
    const name = names[index % names.length];
    rows.push(await killOnce(name, plans.get(name), sample));
    if ((index + 1) % 10 === 0) console.error(`${index + 1} of ${kills}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
report();

/** Does the work twice without a kill: what is seen before and after it, and how long it takes. */
async function undisturbed(name, sample) {
  const work = works[name];
  const folder = freshFolder(sample);
  const engine = await startEngine();
  await openIn(engine, folder);
  await work.prepare?.(engine);
  const before = await work.state(engine, folder);
  const start = performance.now();
  await engine.ask(work.call, work.input(folder, sample.files));
  const milliseconds = performance.now() - start;
  const after = await work.state(engine, folder);
  await engine.stop();
  rmSync(folder, { recursive: true });
  return { before, after, milliseconds };
}

async function killOnce(name, plan, sample) {
  const work = works[name];
  const folder = freshFolder(sample);
  const engine = await startEngine();
  await openIn(engine, folder);
  await work.prepare?.(engine);
  // A little beyond the end, so that work which has just been answered is killed too.
  const planned = random() * plan.milliseconds * 1.2;
  const due = work.killWhen?.(folder) ?? wait(planned);
  const start = performance.now();
  let isAnswered = false;
  const answer = engine.call(work.call, work.input(folder, sample.files)).then((outcome) => {
    isAnswered = outcome?.ok === true;
  });
  await due;
  const wasAnswered = isAnswered;
  const moment = performance.now() - start;
  await engine.kill();
  await answer;
  const found = await lookOver(work, folder, plan, wasAnswered);
  rmSync(folder, { recursive: true });
  return { name, moment, wasAnswered, ...found };
}

/** What a new engine finds: `faults` is empty when everything is as promised. */
async function lookOver(work, folder, plan, wasAnswered) {
  const faults = [];
  const engine = await startEngine();
  let state = null;
  try {
    await openIn(engine, folder);
    const check = await engine.ask('checkWorkspace');
    if (!check.intact) faults.push(`check: ${check.problems.join(' ')}`);
    state = await work.state(engine, folder);
  } catch (error) {
    faults.push(error.message);
  }
  await engine.stop();
  const isAfter = same(state, plan.after);
  const isBefore = same(state, plan.before);
  if (state !== null && !isAfter && !isBefore) faults.push(`between: ${JSON.stringify(state)}`);
  if (wasAnswered && !isAfter) faults.push('answered as done, and not there');
  const left = readdirSync(folder).filter((file) => !expected.test(file));
  if (left.length > 0) faults.push(`left lying: ${left.join(', ')}`);
  return { isThere: isAfter, faults };
}

/** Opens the workspace with the passphrase it has: the one before the change or the one after it. */
async function openIn(engine, folder) {
  const path = join(folder, 'w.actionten');
  let last = null;
  for (const passphrase of passphrases) {
    last = await engine.call('openWorkspace', { path, passphrase });
    if (last?.ok) return;
  }
  throw new Error(`does not open: ${last?.message ?? 'the engine ended'}`);
}

function freshFolder(sample) {
  const folder = mkdtempSync(join(home, 'run-'));
  for (const end of ['', '-backups']) {
    cpSync(`${sample.workspace}${end}`, join(folder, `w.actionten${end}`), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  return folder;
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function report() {
  console.log(
    '| work | kills | first and last moment | answered before | there | absent | faults |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const name of names) {
    const own = rows.filter((row) => row.name === name);
    if (own.length === 0) continue;
    const moments = own.map(({ moment }) => Math.round(moment)).toSorted((a, b) => a - b);
    const count = (test) => own.filter(test).length;
    console.log(
      `| ${name} | ${own.length} | ${moments[0]} to ${moments.at(-1)} ms | ${count((row) => row.wasAnswered)} | ` +
        `${count((row) => row.isThere)} | ${count((row) => !row.isThere)} | ${count((row) => row.faults.length > 0)} |`,
    );
  }
  const bad = rows.filter(({ faults }) => faults.length > 0);
  for (const { name, moment, faults } of bad)
    console.log(`fault: ${name} at ${Math.round(moment)} ms: ${faults.join('; ')}`);
  console.log(`${rows.length} kills, seed ${seed}, ${bad.length} with a fault`);
  if (bad.length > 0) process.exitCode = 1;
}
