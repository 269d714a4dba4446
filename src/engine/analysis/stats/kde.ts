import { edgesOfCells } from '../../../domain/geography/area-edges.ts';
import { wholeGrid } from '../../../domain/geography/study-cells.ts';
import { perSquareKilometre, quarticKernel } from '../../../domain/hotspots/kde.ts';
import { kernelMassInside } from '../../../domain/hotspots/kernel-mass.ts';
import { chooseBandwidth } from '../choose-bandwidth.ts';
import { finish } from './finish.ts';
import type { StatsMethod } from './stats-method.ts';

/**
 * Quartic kernel density, raw and per square kilometre. With `edge=area` the density is divided by the share of the
 * kernel inside the grid; the raw value never is. One row a cell.
 */
export const kdeStats: StatsMethod = {
  settings: ['bandwidthMetres', 'edge'],
  needsGrid: true,
  readsTimes: false,
  run(points, gridOf, settings) {
    const grid = gridOf();
    // Half a cell, below a cell as `analyse` asks: other software takes it, to be held against.
    const smallest = grid.cellMetres / 2;
    const { bandwidthMetres, sentence } = chooseBandwidth(
      points,
      grid.cellMetres,
      settings,
      smallest,
    );
    const study = wholeGrid(grid);
    const raw = finish(quarticKernel(points, study, bandwidthMetres));
    const edge = settings.choice('edge', ['none', 'area'], 'none');
    const mass =
      edge === 'none'
        ? null
        : finish(kernelMassInside(study, edgesOfCells(study), bandwidthMetres));
    const density = perSquareKilometre(bandwidthMetres);
    return {
      header: ['cell_id', 'raw', 'per_km2'],
      rows: Array.from(raw, (value, cell) => [
        cell + 1,
        value,
        (value * density) / (mass?.[cell] ?? 1),
      ]),
      summary: {
        points: points.eastings.length,
        unreadable: points.unreadable,
        cells: raw.length,
        bandwidthMetres,
        bandwidth: sentence,
        edge:
          edge === 'none'
            ? 'No edge correction.'
            : 'Density divided by the share of the kernel inside the grid.',
      },
    };
  },
};
