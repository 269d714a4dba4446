import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { densityClusters } from '../../src/domain/hotspots/dbscan.ts';
import { madeUpPoints, meanNeighbours } from './hotspots-data.mjs';
import { methods } from './hotspots-methods.mjs';
import { peersInR, turfJobs } from './hotspots-peers.mjs';

// Times are user CPU seconds of this process: others on the machine slow the clock, not the count of its own work.
const largest = Number(process.env['ACTION_TEN_BENCH_POINTS'] ?? 1_000_000);
const limitSeconds = Number(process.env['ACTION_TEN_BENCH_PEER_SECONDS'] ?? 300);
const rounds = 3;
const print = (name, text) => console.log(`${name.padEnd(52)} ${text}`);
const seconds = (value) =>
  value < 0.1 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(2)} s`;

/** The least of a few rounds, in CPU seconds, after one that warms up; long work is done once. */
function timed(work) {
  const once = () => {
    const before = process.cpuUsage();
    const result = work();
    const { user } = process.cpuUsage(before);
    // The clock of the processor counts in steps: less than one is not nothing.
    return { result, used: Math.max(user, 10) / 1e6 };
  };
  let best = once();
  for (let round = 0; round < rounds && best.used < 5; round++) {
    const next = once();
    if (next.used < best.used) best = next;
  }
  return best;
}

const sizes = [
  ['small', largest / 100],
  ['middle', largest / 10],
  ['large', largest],
];
const bySize = new Map(sizes.map(([size, count]) => [size, madeUpPoints(count)]));
const folder = mkdtempSync(join(tmpdir(), 'action-ten-bench-'));
try {
  print('points', sizes.map(([, count]) => count.toLocaleString('en-GB')).join(', '));
  printNeighbours(bySize.get('large'));
  const peers = peersInR(folder, bySize, limitSeconds);
  if (peers.size === 0)
    print('R', 'not here: install r-cran-spdep, r-cran-dbscan and r-cran-spatstat');
  for (const method of methods) report(method, peers);
  reportTurf();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Clusters and nearest neighbours take longer the more crowded the points are. */
function printNeighbours(points) {
  for (const [name, one] of [
    ['made-up points', points],
    ['published points', points.published],
  ]) {
    const [near, far] = [50, 150].map((metres) => Math.round(meanNeighbours(one, metres)));
    print(`${name}, the largest set`, `${near} records within 50 m of one, ${far} within 150 m`);
  }
}

function report(method, peers) {
  const used = [];
  for (const [size, count] of method.growth === true ? sizes : sizes.slice(-1)) {
    const { result, used: own } = timed(() => method.run(bySize.get(size)));
    used.push([count, own]);
    const figure = method.figure?.(result);
    const text = [seconds(own), ...besidePeer(method, size, own, figure, peers)].join(', ');
    print(
      method.growth === true ? `${method.name}, ${count.toLocaleString('en-GB')}` : method.name,
      text,
    );
  }
  if (used.length > 1) {
    const [[, first], , [, last]] = used;
    const exponent = Math.log(last / used[1][1]) / Math.log(10);
    print(
      '',
      `grows with n to the power ${exponent.toFixed(2)} over the last step (${(last / first).toFixed(0)} times for 100 times the points)`,
    );
  }
}

function besidePeer({ peer, wanted }, size, own, figure, peers) {
  const jobs = (peer?.(size) ?? []).map((name) => peers.get(name));
  if (jobs.length === 0 || jobs.includes(undefined)) return [];
  const goal = typeof wanted === 'object' ? (largest < 1e6 ? undefined : wanted[size]) : wanted;
  const isOver = jobs.some((job) => job.seconds === null);
  const theirs = jobs.reduce((sum, job) => sum + (job.seconds ?? limitSeconds), 0);
  const times = theirs / own;
  const found = jobs.at(-1).figure;
  return [
    `R ${isOver ? 'over ' : ''}${seconds(theirs)}: ${isOver ? 'more than ' : ''}${times.toFixed(times < 10 ? 1 : 0)} times as long`,
    ...(goal === undefined
      ? []
      : [
          times >= goal
            ? `(wanted ${goal}: met)`
            : `(wanted ${goal}: ${isOver ? 'not known, R was stopped' : 'MISSED'})`,
        ]),
    ...(figure === undefined || isOver
      ? []
      : [
          Math.abs(figure - found) <= 1e-9 * Math.abs(found)
            ? 'same figure'
            : `FIGURE DIFFERS: ${figure}, R ${found}`,
        ]),
  ];
}

function reportTurf() {
  const { eastings, northings } = bySize.get('large');
  for (const { name, points, run } of turfJobs({ eastings, northings })) {
    const { used } = timed(run);
    const own = timed(() =>
      densityClusters(eastings.subarray(0, points), northings.subarray(0, points), 50, 20),
    ).used;
    const beside =
      name === 'DBSCAN' ? `, ours ${seconds(own)}: ${(used / own).toFixed(0)} times as long` : '';
    print(`Turf ${name}, ${points.toLocaleString('en-GB')} points`, `${seconds(used)}${beside}`);
  }
}
