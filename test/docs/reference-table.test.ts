import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { edgesOfCells } from '../../src/domain/geography/area-edges.ts';
import { cellIndexOf, countPerCell } from '../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../src/domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../src/domain/hotspots/bins.ts';
import { concentrationProfile } from '../../src/domain/hotspots/concentration-profile.ts';
import { densityClusters } from '../../src/domain/hotspots/dbscan.ts';
import { evaluate } from '../../src/domain/hotspots/evaluate.ts';
import { giStar } from '../../src/domain/hotspots/gi-star.ts';
import { globalMoran } from '../../src/domain/hotspots/global-moran.ts';
import { perSquareKilometre, quarticKernel } from '../../src/domain/hotspots/kde.ts';
import { kernelMassInside } from '../../src/domain/hotspots/kernel-mass.ts';
import { localMoran } from '../../src/domain/hotspots/local-moran.ts';
import { mannKendall } from '../../src/domain/hotspots/mann-kendall.ts';
import { nearRepeat } from '../../src/domain/hotspots/near-repeat.ts';
import { nearestNeighbour } from '../../src/domain/hotspots/nearest-neighbour.ts';
import { spaceTimeCube } from '../../src/domain/hotspots/space-time.ts';
import { spaceTimeGiStar } from '../../src/domain/hotspots/space-time-gi-star.ts';
import { hourByWeekdayReference } from '../../src/domain/time/hour-by-weekday.ts';
import { canonicalToMinutes } from '../../src/domain/time/parse-date.ts';
import { atOnce } from '../domain/hotspots/at-once.ts';
import { referenceGrid } from '../domain/hotspots/made-up-grid.ts';
import { columnsOf, haveShared, worstRelative } from '../domain/hotspots/reference-files.ts';

const noMinutes = -2_147_483_648;
const files = [
  'points',
  'cells_250m',
  'summary',
  'dbscan_labels',
  'spacetime_cells',
  'knox_manhattan',
  'knox_euclidean',
  'aoristic_168',
].map((name) => `reference/${name}.csv`);

/** 0 where both are alike. */
const differing = (own: readonly unknown[], printed: readonly unknown[]) =>
  own.length === printed.length
    ? own.filter((value, at) => String(value) !== String(printed[at])).length
    : Number.POSITIVE_INFINITY;
/** As z crosses zero, a difference is rounding of sums: held against one. */
const besideOne = (own: ArrayLike<number>, printed: readonly string[]) =>
  Math.max(
    ...printed.map(
      (text, at) =>
        Math.abs((own[at] ?? Number.NaN) - Number(text)) / Math.max(1, Math.abs(Number(text))),
    ),
  );

/** The largest difference of each statistic from its reference, by the name in docs/methods.md. */
function differences(): Record<string, number> {
  const points = columnsOf('reference/points.csv');
  const cells = columnsOf('reference/cells_250m.csv');
  const summary = columnsOf('reference/summary.csv');
  const printedOf = (name: string) => summary('value')[summary('statistic').indexOf(name)] ?? 'NaN';
  const numbers = (name: string) => Float64Array.from(points(name), Number);
  const [eastings, northings] = [numbers('x'), numbers('y')];
  const study = wholeGrid(referenceGrid);
  const { counts } = countPerCell(referenceGrid, eastings, northings);
  const { z, p } = giStar(counts, study);
  const corrected = benjaminiHochberg(p);
  const bins = significanceBins(z, corrected);
  const weights = new Float64Array(eastings.length).fill(1);
  const densities = [500, 1000].map((metres) => ({
    metres,
    raw: atOnce(quarticKernel({ eastings, northings, weights }, study, metres)),
  }));
  const moran = localMoran(counts, study);
  const [row, binary] = [globalMoran(counts, study, 'row'), globalMoran(counts, study, 'binary')];
  const nearest = atOnce(nearestNeighbour(eastings, northings, 400e6));
  const clusters = densityClusters(eastings, northings, 150, 10);
  const labels = columnsOf('reference/dbscan_labels.csv');
  const pairs = new Set(labels('cluster').map((label, at) => `${clusters.labels[at]} ${label}`));
  const spread = atOnce(concentrationProfile(counts, 6_000, { draws: 20, seed: 1 }));
  const isHot = Float64Array.from(bins, (bin) => (bin >= 2 ? 1 : 0));
  const hotShare = isHot.reduce((sum, one) => sum + one, 0) / counts.length;
  const held = evaluate(isHot, counts, counts, hotShare);
  const minutes = (name: string) =>
    Int32Array.from(points(name), (text) => canonicalToMinutes(text.slice(0, 16)) ?? noMinutes);
  const hours = hourByWeekdayReference(minutes('datetime_from'), minutes('datetime_to'), noMinutes);
  const months = cubeOf(points, eastings, northings);
  const monthZ = spaceTimeGiStar(months, study, 1, 'normal').z;
  const monthly = columnsOf('reference/spacetime_cells.csv');
  const trends = Array.from({ length: 6400 }, (_, cell) =>
    mannKendall(
      Array.from({ length: 24 }, (__, month) => months.values[month * 6400 + cell] ?? 0),
      { continuity: true },
    ),
  );
  const knox = (['manhattan', 'euclidean'] as const).map((distance) => knoxDifference(distance));
  return {
    'Counts of cells': differing([...counts], cells('count')),
    'Gi* z': worstRelative(z, cells('gistar_z')),
    'Gi* p': worstRelative(p, cells('gistar_p')),
    'Gi* p, Benjamini-Hochberg': worstRelative(corrected, cells('gistar_p_BH')),
    'Gi* bins, corrected': differing([...bins], cells('gi_bin_FDR')),
    'Kernel density, raw': Math.max(
      ...densities.map(({ raw, metres }) => worstRelative(raw, cells(`kde_raw_h${metres}`))),
    ),
    'Kernel density per km2': Math.max(
      ...densities.map(({ raw, metres }) =>
        worstRelative(
          raw.map((value) => value * perSquareKilometre(metres)),
          cells(`kde_km2_h${metres}`),
        ),
      ),
    ),
    'Share of the kernel inside': worstRelative(
      atOnce(kernelMassInside(study, edgesOfCells(study), 500)),
      cells('edge_mass_h500'),
    ),
    "Local Moran's I": worstRelative(moran.statistic, cells('Ii_W')),
    "Local Moran's z": worstRelative(moran.z, cells('ZIi_W')),
    'Local Moran quadrants': differing(moran.quadrant, cells('quadrant')),
    "Global Moran's I": worstRelative(
      [row.statistic, binary.statistic],
      ['moran_I_W', 'moran_I_B'].map(printedOf),
    ),
    "Global Moran's z": worstRelative(
      [row.z, binary.z],
      ['moran_z_rand_W', 'moran_z_rand_B'].map(printedOf),
    ),
    'Nearest neighbour index': worstRelative([nearest.index], [printedOf('nn_index_A400km2')]),
    'Nearest neighbour z': worstRelative([nearest.z], [printedOf('nn_z_A400km2')]),
    'DBSCAN core points': differing([...clusters.core], labels('core')),
    'DBSCAN partition': pairs.size - new Set(labels('cluster')).size,
    Gini: worstRelative(
      [spread?.gini ?? Number.NaN, spread?.giniGeneralised ?? Number.NaN],
      ['gini', 'gini_generalised_BernascoSteenbeek'].map(printedOf),
    ),
    'Cells that hold 25, 50, 80 %': differing(
      spread?.parts.map((part) => part.cells) ?? [],
      ['cells_for_25pct', 'cells_for_50pct', 'cells_for_80pct'].map(printedOf),
    ),
    'PAI and PEI': worstRelative(
      [held.pai, held.pei],
      ['PAI_hot95_FDR', 'PEI_hot95_FDR'].map(printedOf),
    ),
    'Near repeat, observed pairs': Math.max(...knox.map(({ observed }) => observed)),
    'Near repeat, expected pairs': Math.max(...knox.map(({ expected }) => expected)),
    'Aoristic hours': worstRelative(
      Float64Array.from(hours.weights, (_, hour) => hours.weights[(hour + 144) % 168] ?? 0),
      columnsOf('reference/aoristic_168.csv')('weight'),
    ),
    'Space-time Gi* z': Math.max(
      worstRelative(monthZ.slice(0, 6400), monthly('stgi_t1')),
      worstRelative(monthZ.slice(6400, 12_800), monthly('stgi_t2')),
      worstRelative(monthZ.slice(-6400), monthly('stgi_t24')),
    ),
    'Mann-Kendall z of counts': besideOne(
      trends.map((trend) => trend.z),
      monthly('mk_count_z'),
    ),
  };
}

function cubeOf(
  points: (name: string) => string[],
  eastings: Float64Array,
  northings: Float64Array,
) {
  const place = Array.from(eastings, (easting, at) =>
    cellIndexOf(referenceGrid, easting, northings[at] ?? 0),
  );
  const month = points('datetime_from').map(
    (text) => (Number(text.slice(0, 4)) - 2023) * 12 + Number(text.slice(5, 7)) - 1,
  );
  return spaceTimeCube(6400, 24, place, month);
}

function knoxDifference(distance: 'manhattan' | 'euclidean') {
  const points = columnsOf('reference/points.csv');
  const first = (name: string) => points(name).slice(0, 2000);
  const days = first('datetime_from').map((text) =>
    Math.floor((canonicalToMinutes(text.slice(0, 16)) ?? Number.NaN) / 1440),
  );
  const { bands } = atOnce(
    nearRepeat(
      Float64Array.from(first('x'), Number),
      Float64Array.from(first('y'), Number),
      Int32Array.from(days),
      {
        distance,
        spaceBandsMetres: [0, 0.1, 100, 200, 400, 800],
        timeBandsDays: [0, 1, 8, 15, 29, 57],
        permutations: 0,
        seed: 1,
      },
    ),
  );
  const printed = columnsOf(`reference/knox_${distance}.csv`);
  return {
    observed: differing(
      bands.map((band) => band.observed),
      printed('observed'),
    ),
    expected: worstRelative(
      bands.map((band) => band.expected),
      printed('expected_exact'),
    ),
  };
}

it.skipIf(!haveShared(...files))(
  'docs/methods.md tells the largest difference of each statistic from its reference, and none is larger',
  () => {
    const page = readFileSync(new URL('../../docs/methods.md', import.meta.url), 'utf8');
    const made = differences();
    const told = Object.fromEntries(
      page
        .split('\n')
        .map((line) => line.split('|').map((field) => field.trim()))
        .filter(([, name]) => name !== undefined && Object.hasOwn(made, name))
        .map((fields) => [fields[1] ?? '', fields[3] ?? '']),
    );
    expect(Object.keys(told)).toEqual(Object.keys(made));
    for (const [name, difference] of Object.entries(made)) {
      const most = told[name] === 'none' ? 0 : Number(told[name]);
      expect(difference, `${name}: ${difference}`).toBeLessThanOrEqual(most);
      expect(most, name).toBeLessThan(name === 'Share of the kernel inside' ? 5e-5 : 1e-9);
    }
  },
);
