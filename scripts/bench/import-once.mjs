import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const entry = join(import.meta.dirname, '..', '..', 'out', 'engine', 'engine.cjs');
/** How often a click that asks the engine for something is tried meanwhile. */
const clickEveryMs = 20;

/**
 * Imports one file into a new workspace with the engine as the window starts it, and tells how long that took, the
 * engine's peak memory, and how long another call waited for its answer meanwhile.
 */
export async function importOnce(file, path) {
  const engine = startEngine();
  try {
    await engine.call('createWorkspace', { path, force: 'Bench' });
    const waits = [];
    const start = performance.now();
    const { cpuSeconds: cpuBefore } = engine.used();
    let isDone = false;
    const clicking = clickUntil(() => isDone, engine, waits);
    const { files } = await engine.call('importFiles', { files: [file] });
    const importSeconds = (performance.now() - start) / 1000;
    isDone = true;
    await clicking;
    if (!files[0].ok) throw new Error(`the import failed: ${files[0].error?.code}`);
    const { peakMegabytes: peak, cpuSeconds } = engine.used();
    const classified = performance.now();
    await engine.call('classify', {});
    const columnsSeconds = (performance.now() - classified) / 1000;
    waits.sort((a, b) => a - b);
    return {
      importSeconds,
      columnsSeconds,
      peak,
      cpuSeconds: cpuSeconds - cpuBefore,
      longestWait: Math.round(waits.at(-1)),
      usualWait: Math.round(waits[Math.floor(waits.length * 0.99)]),
    };
  } finally {
    await engine.stop();
  }
}

async function clickUntil(isDone, engine, waits) {
  while (!isDone()) {
    const asked = performance.now();
    await engine.call('listBatches', {});
    waits.push(performance.now() - asked);
    await new Promise((resolve) => {
      setTimeout(resolve, clickEveryMs);
    });
  }
}

/** The engine's bundle in a process of its own, with the options that the shell gives it. */
function startEngine() {
  const child = fork(entry, [], {
    execArgv: ['--max-semi-space-size=4'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answers = new Map();
  const ended = new Promise((resolve) => {
    child.on('exit', (code) => {
      for (const { reject } of answers.values()) reject(new Error(`the engine ended with ${code}`));
      resolve();
    });
  });
  child.on('message', (message) => {
    if (message.type !== 'result') return;
    const { resolve, reject } = answers.get(message.id);
    answers.delete(message.id);
    if (message.outcome.ok) resolve(message.outcome.value);
    else reject(new Error(`${message.outcome.code}: ${message.outcome.message}`));
  });
  let calls = 0;
  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        const id = ++calls;
        answers.set(id, { resolve, reject });
        child.send({ type: 'call', id, name, input });
      }),
    used: () => usedBy(child.pid),
    async stop() {
      if (child.connected) child.send({ type: 'stop' });
      await ended;
    },
  };
}

/** The most memory that a process has held so far and its CPU time; NaN where the system does not tell. */
function usedBy(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    // Hundredths of a second, in user code and in the system.
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100;
    return { peakMegabytes: Math.round((Number(kilobytes) * 1024) / 1e6), cpuSeconds };
  } catch {
    return { peakMegabytes: Number.NaN, cpuSeconds: Number.NaN };
  }
}
