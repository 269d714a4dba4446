import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clustersDbscan, featureCollection, moranIndex, point } from '@turf/turf';
import { root } from '../setup/common.mjs';

const bytes = (...columns) =>
  Buffer.concat(
    columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)),
  );

/**
 * What R's spdep, dbscan and spatstat take on the same points, by job: { seconds, figure }, seconds null where a job was
 * stopped after `limitSeconds`. An empty map without Rscript; jobs without their package are missing.
 */
export function peersInR(folder, bySize, limitSeconds) {
  writeFileSync(join(folder, 'counts.bin'), bytes(bySize.get('large').counts));
  for (const [size, { eastings, northings }] of bySize) {
    writeFileSync(join(folder, `points-${size}.bin`), bytes(eastings, northings));
  }
  const { eastings, northings } = bySize.get('large').published;
  writeFileSync(join(folder, 'points-published.bin'), bytes(eastings, northings));
  const script = join(root, 'scripts', 'bench', 'hotspots.R');
  const { error, stdout } = spawnSync('Rscript', [script, folder, String(limitSeconds)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const jobs = new Map();
  if (error !== undefined) return jobs;
  for (const line of stdout.split('\n')) {
    const [name, seconds, figure] = line.split('\t');
    if (seconds === undefined || seconds === 'missing') continue;
    jobs.set(name, {
      seconds: seconds === 'over' ? null : Number(seconds),
      figure: Number(figure),
    });
  }
  return jobs;
}

/** What Turf takes: on far fewer points, since it grows with their square. By job, with how many points. */
export function turfJobs({ eastings, northings }) {
  const features = (count) =>
    featureCollection(
      Array.from({ length: count }, (_, at) =>
        point([-1.5 + eastings[at] / 67_000, 52.5 + northings[at] / 111_000], { value: at % 7 }),
      ),
    );
  return [
    {
      name: 'DBSCAN',
      points: 5_000,
      run: () => clustersDbscan(features(5_000), 0.05, { minPoints: 20 }),
    },
    {
      name: 'Moran (all pairs)',
      points: 1_000,
      run: () => moranIndex(features(1_000), { inputField: 'value' }),
    },
  ];
}
