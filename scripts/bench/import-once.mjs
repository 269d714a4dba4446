import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Engine } from '../../src/engine/engine.ts';

// Imports one file into a new workspace and tells how long it took, its peak memory, and how long a read waited.
const [, , file, path] = process.argv;
const engine = new Engine();
await engine.call('createWorkspace', { path, force: 'Bench' });
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
// How long the engine cannot answer anything: a click that asks it for something waits at most this long.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const start = performance.now();
const outcome = await engine.call('importFiles', { files: [file] });
const importSeconds = (performance.now() - start) / 1000;
clearInterval(watch);
// The commit comes last: what it held up is only seen once the loop turns again.
await new Promise((resolve) => {
  setTimeout(resolve, 50);
});
delay.disable();
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
  longestWait: Math.round(delay.max / 1e6),
  usualWait: Math.round(delay.percentile(99) / 1e6),
});
