import { densityClusters } from '../../../domain/hotspots/dbscan.ts';
import type { StatsMethod } from './stats-method.ts';

/** DBSCAN. One row a point: its cluster from 1 (0 is noise), and whether it is core. */
export const clustersStats: StatsMethod = {
  settings: ['epsMetres', 'minPoints'],
  needsGrid: false,
  readsTimes: false,
  run(points, _gridOf, settings) {
    const epsMetres = settings.number('epsMetres', 150, { least: 0.001 });
    const minPoints = settings.whole('minPoints', 10, { least: 1 });
    const { labels, core, clusters } = densityClusters(
      points.eastings,
      points.northings,
      epsMetres,
      minPoints,
    );
    const corePoints = core.reduce((sum, one) => sum + one, 0);
    const noise = labels.filter((label) => label === 0).length;
    return {
      header: ['id', 'label', 'core'],
      rows: points.ids.map((id, point) => [id, labels[point] ?? 0, core[point] ?? 0]),
      summary: {
        points: labels.length,
        unreadable: points.unreadable,
        clusters,
        core: corePoints,
        border: labels.length - corePoints - noise,
        noise,
        epsMetres,
        minPoints,
      },
    };
  },
};
