import { performance } from 'node:perf_hooks';
import { Engine } from '../../src/engine/engine.ts';

// Imports one file into a new workspace and tells how long it took, its peak memory, and how long a read waited.
const [, , file, path] = process.argv;
const engine = new Engine();
await engine.call('createWorkspace', { path, force: 'Bench' });
let peak = 0;
let longestWait = 0;
let isWaiting = false;
/** Asks for something small, as a click would, unless the one before still waits. */
async function click() {
  peak = Math.max(peak, process.memoryUsage.rss());
  if (isWaiting) return;
  isWaiting = true;
  const asked = performance.now();
  await engine.call('listBatches', {});
  longestWait = Math.max(longestWait, performance.now() - asked);
  isWaiting = false;
}
const watch = setInterval(() => void click(), 50);
const start = performance.now();
const outcome = await engine.call('importFiles', { files: [file] });
const importSeconds = (performance.now() - start) / 1000;
clearInterval(watch);
if (!outcome.ok || !outcome.value.files[0].ok) throw new Error('the import failed');
const importPeak = peak;
const classified = performance.now();
await engine.call('classify', {});
const columnsSeconds = (performance.now() - classified) / 1000;
await engine.stop();
process.send({
  importSeconds,
  columnsSeconds,
  peak: Math.round(importPeak / 1e6),
  longestWait: Math.round(longestWait),
});
