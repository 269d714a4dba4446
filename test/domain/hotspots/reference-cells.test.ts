import { describe, expect, it } from 'vitest';
import { edgesOfCells } from '../../../src/domain/geography/area-edges.ts';
import { areaSquareKilometres } from '../../../src/domain/geography/areas.ts';
import { countPerCell } from '../../../src/domain/geography/cells.ts';
import { convexHull } from '../../../src/domain/geography/convex-hull.ts';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { concentrationProfile } from '../../../src/domain/hotspots/concentration-profile.ts';
import { densityClusters } from '../../../src/domain/hotspots/dbscan.ts';
import { globalMoran } from '../../../src/domain/hotspots/global-moran.ts';
import { perSquareKilometre, quarticKernel } from '../../../src/domain/hotspots/kde.ts';
import { kernelMassInside } from '../../../src/domain/hotspots/kernel-mass.ts';
import { localMoran } from '../../../src/domain/hotspots/local-moran.ts';
import { localMoranPermutations } from '../../../src/domain/hotspots/local-moran-permutations.ts';
import { nearestNeighbour } from '../../../src/domain/hotspots/nearest-neighbour.ts';
import { atOnce } from './at-once.ts';
import { referenceGrid } from './made-up-grid.ts';
import { columnsOf, haveShared, worstRelative } from './reference-files.ts';

const nn = (...given: Parameters<typeof nearestNeighbour>) => atOnce(nearestNeighbour(...given));

const files = ['cells_250m', 'points', 'summary', 'dbscan_labels'].map(
  (name) => `reference/${name}.csv`,
);

describe.skipIf(!haveShared(...files))('the reference results on 80 by 80 cells', () => {
  const read = () => {
    const points = columnsOf('reference/points.csv');
    const numbers = (name: string) => Float64Array.from(points(name), Number);
    const [eastings, northings, harm] = [numbers('x'), numbers('y'), numbers('harm')];
    const summary = columnsOf('reference/summary.csv');
    const values = new Map(
      summary('statistic').map((name, at) => [name, summary('value')[at] ?? '']),
    );
    return {
      eastings,
      northings,
      harm,
      cells: columnsOf('reference/cells_250m.csv'),
      study: wholeGrid(referenceGrid),
      counts: countPerCell(referenceGrid, eastings, northings).counts,
      statistic: (name: string) => values.get(name) ?? 'NaN',
    };
  };

  it('has the same kernel densities, raw, per km2 and weighted by harm', () => {
    const { eastings, northings, harm, cells, study } = read();
    const ones = new Float64Array(eastings.length).fill(1);
    for (const bandwidth of [500, 1000]) {
      const raw = atOnce(quarticKernel({ eastings, northings, weights: ones }, study, bandwidth));
      expect(worstRelative(raw, cells(`kde_raw_h${bandwidth}`))).toBeLessThan(1e-9);
      const density = raw.map((value) => value * perSquareKilometre(bandwidth));
      expect(worstRelative(density, cells(`kde_km2_h${bandwidth}`))).toBeLessThan(1e-9);
    }
    const weighted = atOnce(quarticKernel({ eastings, northings, weights: harm }, study, 500));
    expect(worstRelative(weighted, cells('kde_raw_h500_harm'))).toBeLessThan(1e-9);
  });

  it('has the same share of the kernel inside', () => {
    const { cells, study } = read();
    const mass = atOnce(kernelMassInside(study, edgesOfCells(study), 500));
    // Theirs is a sum over squares of 5 m, good to 1.2e-5.
    expect(worstRelative(mass, cells('edge_mass_h500'))).toBeLessThan(5e-5);
  });

  it("has the same local Moran's I, z, p and quadrants", () => {
    const { counts, cells, study } = read();
    const found = localMoran(counts, study);
    expect(worstRelative(found.statistic, cells('Ii_W'))).toBeLessThan(1e-9);
    expect(worstRelative(found.z, cells('ZIi_W'))).toBeLessThan(1e-9);
    expect(worstRelative(found.p, cells('pIi_W'))).toBeLessThan(1e-9);
    expect(found.quadrant).toEqual(cells('quadrant'));
  });

  it('never has a smaller p by permutation than the reference, which drops half of the ties', () => {
    const { counts, cells, study } = read();
    const p = atOnce(localMoranPermutations(counts, study, 999, 1));
    const theirs = cells('pIi_W_sim999').map(Number);
    // Both are drawn: the error of a difference of two tails of 999 draws, doubled.
    const below = theirs.filter((value, cell) => {
      const margin = 3 * 2 * Math.sqrt((2 * (value / 2) * (1 - value / 2)) / 999);
      return (p[cell] ?? 0) < Math.min(value, 1) - margin;
    });
    expect(below.length).toBeLessThan(0.01 * theirs.length);
    // Where hardly a draw comes near there are no ties to break, and both are small.
    const clear = cells('ZIi_W').flatMap((z, cell) => (Number(z) > 12 ? [cell] : []));
    expect(clear.length).toBeGreaterThan(5);
    for (const cell of clear) {
      expect(Math.abs((p[cell] ?? 1) - (theirs[cell] ?? 1))).toBeLessThan(0.015);
    }
  });

  it("has the same global Moran's I, nearest neighbour index and concentration", () => {
    const { eastings, northings, counts, study, statistic } = read();
    const compare = (pairs: Readonly<Record<string, number | undefined>>) => {
      for (const [name, value] of Object.entries(pairs)) {
        expect(worstRelative([value ?? Number.NaN], [statistic(name)]), name).toBeLessThan(1e-9);
      }
    };
    const row = globalMoran(counts, study, 'row');
    const binary = globalMoran(counts, study, 'binary');
    compare({
      moran_I_W: row.statistic,
      moran_E: row.expected,
      moran_z_rand_W: row.z,
      moran_I_B: binary.statistic,
      moran_z_rand_B: binary.z,
    });
    const onSquare = nn(eastings, northings, 400e6);
    const places = Array.from(eastings, (east, at) => [east, northings[at] ?? 0] as const);
    const hull = 1e6 * areaSquareKilometres({ code: '', polygons: [[convexHull(places)]] });
    compare({
      nn_mean_obs: onSquare.meanObservedMetres,
      nn_index_A400km2: onSquare.index,
      nn_z_A400km2: onSquare.z,
      hull_area_m2: hull,
      nn_index_hull: nn(eastings, northings, hull).index,
    });
    const found = atOnce(concentrationProfile(counts, 6_000, { draws: 20, seed: 1 }));
    compare({ gini: found?.gini, gini_generalised_BernascoSteenbeek: found?.giniGeneralised });
    expect(found?.parts.map(({ cells }) => String(cells))).toEqual(
      ['cells_for_25pct', 'cells_for_50pct', 'cells_for_80pct'].map(statistic),
    );
  });

  it('has the same clusters, core places and border places', () => {
    const { eastings, northings } = read();
    const labels = columnsOf('reference/dbscan_labels.csv');
    const found = densityClusters(eastings, northings, 150, 10);
    expect([...found.core].map(String)).toEqual(labels('core'));
    // The same partition: each of our clusters is exactly one of theirs.
    const pairs = new Set(labels('cluster').map((label, at) => `${found.labels[at]} ${label}`));
    expect(pairs.size).toBe(found.clusters + 1);
    expect(new Set(labels('cluster')).size).toBe(found.clusters + 1);
    expect(pairs.has('0 0')).toBe(true);
  });
});
