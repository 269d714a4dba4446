import { number } from '../../../domain/figures/words.ts';
import { areaSquareKilometres } from '../../../domain/geography/areas.ts';
import type { GridPosition } from '../../../domain/geography/cells.ts';
import { convexHull } from '../../../domain/geography/convex-hull.ts';
import { densityClusters } from '../../../domain/hotspots/dbscan.ts';
import { numberColumn, sequentialShade } from './cell-columns.ts';
import type { MethodRunner } from './method-runner.ts';

/** A cluster on one spot or line has no hull: it is drawn as a box with this much room around it. */
const roomMetres = 10;

interface Cluster {
  readonly positions: GridPosition[];
  core: number;
  weight: number;
}

/** DBSCAN: groups of records that lie close together, whatever the cells, each with its hull. */
export const clustersRunner: MethodRunner = {
  settings: ['epsMetres', 'minPoints'],
  needsPositions: true,
  usesArea: false,
  drawsRecords: true,
  version: 1,
  run(context) {
    const { points, settings, question } = context;
    const epsMetres = settings.number('epsMetres', 150, { least: 1, most: 100_000 });
    const minPoints = settings.whole('minPoints', 10, { least: 2 });
    const { eastings, northings } = points;
    const { labels, core } = densityClusters(eastings, northings, epsMetres, minPoints);
    const clusters = gather(labels, core, points);
    const records = labels.length;
    const noise = records - clusters.reduce((sum, { positions }) => sum + positions.length, 0);
    const hulls = clusters.map(({ positions }) => convexHull(positions));
    const drawn = hulls.map(withRoom);
    const column = (of: (cluster: Cluster, at: number) => number): Float64Array =>
      Float64Array.from(clusters, of);
    const counts = column(({ positions }) => positions.length);
    const land = Float64Array.from(hulls, (hull) =>
      hull.length < 3 ? 0 : areaSquareKilometres({ code: '', polygons: [[hull]] }),
    );
    const isHarm = question.weight === 'harm';
    const starts = new Int32Array(drawn.length + 1);
    for (const [at, hull] of drawn.entries()) starts[at + 1] = (starts[at] ?? 0) + hull.length;
    return {
      main: {
        name: 'clusters',
        title: 'Clusters',
        columns: [
          numberColumn(
            'cluster',
            'Cluster',
            null,
            column((_, at) => at + 1),
          ),
          numberColumn('count', 'Records', 'records', counts),
          ...(isHarm
            ? [
                numberColumn(
                  'harm',
                  'Harm',
                  'sum of weights',
                  column(({ weight }) => weight),
                ),
              ]
            : []),
          numberColumn(
            'core',
            'Core records',
            'records',
            column((own) => own.core),
          ),
          numberColumn(
            'share',
            'Share of mapped records',
            null,
            counts.map((count) => count / records),
          ),
          numberColumn('hull_km2', 'Land of the hull', 'km2', land),
        ],
      },
      geometry: { kind: 'hulls', starts, positions: Float64Array.from(drawn.flat(2)) },
      shade: sequentialShade('count', counts, 'records'),
      summary: {
        clusters: clusters.length,
        core: core.reduce((sum, one) => sum + one, 0),
        noise,
        largest: counts[0] ?? 0,
      },
      words: [
        clusters.length === 0
          ? `Nowhere do ${number(minPoints)} records lie within ${number(epsMetres)} m of one: there is no cluster to report.`
          : `${number(clusters.length)} clusters hold ${number(records - noise)} of ${number(records)} mapped records; the largest holds ${number(counts[0] ?? 0)}. ${number(noise)} records belong to none.`,
        `A cluster is records that chain together: each core record has at least ${number(minPoints)}, itself included, within ${number(epsMetres)} m. Another distance gives other clusters.`,
        'Nothing is tested here: where many people are there are many records close together. A hull is the smallest outline around the records, not a place.',
      ],
      ground: null,
    };
  },
};

/** Clusters with the most records first; ties by the order in which they were found. */
function gather(
  labels: Int32Array,
  core: Uint8Array,
  points: {
    readonly eastings: Float64Array;
    readonly northings: Float64Array;
    readonly weights: Float64Array;
  },
): Cluster[] {
  const clusters: Cluster[] = [];
  for (const [point, label] of labels.entries()) {
    if (label === 0) continue;
    const own = clusters[label - 1] ?? { positions: [], core: 0, weight: 0 };
    clusters[label - 1] = own;
    own.positions.push([points.eastings[point] ?? 0, points.northings[point] ?? 0]);
    own.core += core[point] ?? 0;
    own.weight += points.weights[point] ?? 0;
  }
  return clusters.sort((a, b) => b.positions.length - a.positions.length);
}

function withRoom(hull: readonly GridPosition[]): readonly GridPosition[] {
  if (hull.length >= 3) return hull;
  const eastings = hull.map(([easting]) => easting);
  const northings = hull.map(([, northing]) => northing);
  const [west, east] = [Math.min(...eastings) - roomMetres, Math.max(...eastings) + roomMetres];
  const [south, north] = [Math.min(...northings) - roomMetres, Math.max(...northings) + roomMetres];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}
