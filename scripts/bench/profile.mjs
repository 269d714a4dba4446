import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { printToPdf } from '../../src/cli/print.ts';
import { Engine } from '../../src/engine/engine.ts';

/** The profile of a large workspace: figures, the same again, after one input changed, and the PDF. */
const incidents = Number(process.env['ACTION_TEN_BENCH_ROWS'] ?? 300_000);
const allowedSeconds = 20;
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
const print = (name, text) => console.log(`${name.padEnd(52)} ${text}`);

async function need(outcome) {
  const answer = await outcome;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** Seconds on the clock and of this process's own time: others share the machine. */
async function timed(work) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, clock: (performance.now() - start) / 1000, own: (user + system) / 1e6 };
}

const told = ({ clock, own }) => `${clock.toFixed(1)} s (${own.toFixed(1)} s of its own)`;

try {
  const engine = new Engine();
  const { workspace } = await need(engine.call('buildSample', { directory: folder, incidents }));
  await need(engine.call('closeWorkspace', {}));
  await need(engine.call('openWorkspace', { path: workspace }));
  const state = () => need(engine.call('readProfileState', {}));
  const first = await timed(state);
  print(
    `figures of ${incidents.toLocaleString('en-GB')} incidents, allowed ${allowedSeconds} s`,
    `${told(first)}, ${first.value.figures.length} live figures`,
  );
  print('the same again, nothing changed', told(await timed(state)));
  // One small table more: only what reads it is to be made again.
  const table = join(folder, 'capability.csv');
  writeFileSync(table, 'item,period,count,note\nSpecialist investigators,2026/27,61,\n');
  await need(engine.call('importFiles', { files: [table], kind: 'capability' }));
  const refreshed = await timed(state);
  print(
    'after one small table was imported',
    `${told(refreshed)}, ${(refreshed.own / first.own).toFixed(2)} of the first`,
  );
  const built = await timed(() => need(engine.call('buildProfile', {})));
  print(
    'the document from these figures',
    `${told(built)}, made anew: ${built.value.made.join(', ')}`,
  );
  const pdf = await timed(() => printToPdf(built.value, join(folder, 'profile.pdf')));
  const seconds = built.clock + pdf.clock;
  print(
    `document and PDF, allowed ${allowedSeconds} s more`,
    `${seconds.toFixed(1)} s, ${Math.round(pdf.value / 1024).toLocaleString('en-GB')} kB`,
  );
  const typed = { kind: 'text', number: 2, content: { text: [] } };
  const saving = timed(() => need(engine.call('saveProfileItem', typed)));
  print('keeping what was typed', told(await saving));
  await engine.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
