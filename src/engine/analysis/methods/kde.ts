import { number } from '../../../domain/figures/words.ts';
import {
  type AreaEdges,
  edgesOfAreas,
  edgesOfCells,
} from '../../../domain/geography/area-edges.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import { perSquareKilometre, quarticKernel } from '../../../domain/hotspots/kde.ts';
import { kernelMassInside } from '../../../domain/hotspots/kernel-mass.ts';
import { runSteps } from '../../jobs.ts';
import { chooseBandwidth } from '../choose-bandwidth.ts';
import { chosenRegion } from '../region.ts';
import { areasOfOneType } from './area-types.ts';
import {
  cellGeometry,
  cellIdColumn,
  cellSummary,
  cellValues,
  numberColumn,
  sequentialShade,
} from './cell-columns.ts';
import type { MethodContext, MethodRunner } from './method-runner.ts';

/**
 * Cells with less of the kernel inside than this keep an uncorrected density: a cell that only touches the study
 * area would otherwise be multiplied many times over.
 */
const leastMass = 0.05;

/** Quartic kernel density, for each square kilometre corrected at the edge by the true shape of the study area. */
export const kde: MethodRunner = {
  settings: ['bandwidthMetres', 'edge'],
  needsPositions: true,
  usesArea: true,
  version: 1,
  async run(context) {
    const { question, settings, points, job } = context;
    const ground = context.ground();
    const { columns, unit } = cellValues(context, ground);
    const { bandwidthMetres, sentence } = chooseBandwidth(points, question.cellMetres, settings);
    const raw = await runSteps(
      quarticKernel(points, ground.cells, bandwidthMetres),
      job,
      'Smoothing the records',
    );
    const edge = await edgeCorrection(context, ground, bandwidthMetres);
    const factor = perSquareKilometre(bandwidthMetres);
    const density = raw.map((value, cell) => {
      const mass = edge.mass?.[cell] ?? 1;
      return (value * factor) / (mass >= leastMass ? mass : 1);
    });
    const highest = density.reduce((most, value) => Math.max(most, value), 0);
    return {
      main: {
        name: 'cells',
        title: 'Cells',
        columns: [
          cellIdColumn(ground.cells),
          ...columns,
          numberColumn('raw', 'Kernel sum at the centre', unit, raw),
          numberColumn('per_km2', 'Density', `${unit} per km2`, density),
          ...(edge.mass === null
            ? []
            : [numberColumn('edge_mass', 'Share of the kernel inside', null, edge.mass)]),
        ],
      },
      geometry: cellGeometry(ground.cells),
      shade: sequentialShade('per_km2', density, `${unit} per km2`),
      summary: {
        ...cellSummary(ground),
        bandwidthMetres,
        highestPerKm2: highest,
        cellsBesideTheEdge: edge.mass?.reduce((sum, mass) => sum + (mass < 0.999 ? 1 : 0), 0) ?? 0,
      },
      words: [
        `The density is highest at ${number(highest)} ${unit === 'harm' ? 'of harm (sum of weights)' : unit} per km2, smoothed over ${number(bandwidthMetres)} m around each cell's centre.`,
        'A density says where records are. It does not say where there are more than chance would put there: for that see Gi*.',
        `${sentence} A smaller bandwidth shows streets, a larger one districts.`,
        edge.sentence,
      ],
      parameters: { kernel: 'quartic', bandwidthMetres, bandwidth: sentence, edgeBy: edge.by },
      ground,
    };
  },
};

interface EdgeCorrection {
  readonly mass: Float64Array | null;
  readonly by: 'none' | 'boundary' | 'chosen area' | 'study cells';
  readonly sentence: string;
}

/**
 * Records beyond a boundary or a chosen area are left out, so cells beside it would look quieter than they are. The
 * other area rules leave nothing out, and need no correction unless it is asked for.
 */
async function edgeCorrection(
  context: MethodContext,
  ground: StudyGround,
  bandwidthMetres: number,
): Promise<EdgeCorrection> {
  const { question, settings, job } = context;
  const isCut = question.area === 'boundary' || question.filter.within !== null;
  if (settings.choice('edge', ['area', 'none'], isCut ? 'area' : 'none') === 'none') {
    const sentence = isCut
      ? 'No edge correction: cells at the border look quieter than they are.'
      : 'No edge correction: no record is left out for where it is.';
    return { mass: null, by: 'none', sentence };
  }
  const { edges, by } = outlineOf(context, ground);
  const steps = kernelMassInside(ground.cells, edges, bandwidthMetres);
  const mass = await runSteps(steps, job, 'Correcting the edge');
  return {
    mass,
    by,
    sentence: `Edge correction: each density is divided by the share of the kernel that lies inside the ${by}, worked out from its exact shape.`,
  };
}

function outlineOf(
  { question, session }: MethodContext,
  ground: StudyGround,
): { readonly edges: AreaEdges; readonly by: EdgeCorrection['by'] } {
  const chosen = chosenRegion(session, question.filter.within);
  if (chosen !== null) return { edges: edgesOfAreas(chosen.areas), by: 'chosen area' };
  if (question.area === 'boundary') {
    return { edges: edgesOfAreas(areasOfOneType(session.areas().list, null)), by: 'boundary' };
  }
  return { edges: edgesOfCells(ground.cells), by: 'study cells' };
}
