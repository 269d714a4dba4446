import { wholeFilter } from '../../../contract/filter.ts';
import { analysisCalls } from '../../../contract/hotspot-inputs.ts';
import { cellPolygon } from '../../../domain/geography/cells.ts';
import { packRun } from '../../analysis/kept-runs.ts';
import { runMethod } from '../../analysis/run.ts';
import { tableNumbers } from '../../analysis/table-numbers.ts';
import {
  type DraftFeature,
  incidentLimits,
  incidentPeople,
  type LayerMaker,
  numberFields,
  quarters,
  totalsOf,
} from './draft.ts';

/** Bins from this one on are hot: at most 5 in 100 such cells by chance. */
const hotFrom = 2;

/** Cells of public space where recorded incidents stand out from chance. */
export const hotSpots: LayerMaker = async (context) => {
  const { session, job, limits } = context;
  const question = analysisCalls.runAnalysis.input.parse({
    method: 'gi-star',
    filter: { ...wholeFilter, space: 'public' },
    cellMetres: limits.cellMetres,
  });
  const finished = await runMethod(session, question, job);
  const { result, points, ground } = finished;
  if (ground === null) throw new Error('a run over cells has no cells');
  const { keys, contributorsOf } = incidentPeople(context);
  const bins = tableNumbers(result.main, 'bin_bh');
  const recordsIn = new Map<number, number[]>();
  for (const [point, place] of ground.placeOfPoint.entries()) {
    if ((bins[place] ?? 0) < hotFrom) continue;
    const known = recordsIn.get(place) ?? [];
    known.push(keys[points.indexes[point] ?? -1] ?? -1);
    recordsIn.set(place, known);
  }
  const features: DraftFeature[] = [];
  for (const [place, bin] of bins.entries()) {
    if (bin < hotFrom) continue;
    const ring = cellPolygon(ground.cells.grid, ground.cells.cells[place] ?? -1);
    const confidence = bin >= 3 ? 'at most 1 in 100 by chance' : 'at most 5 in 100 by chance';
    features.push({
      id: `cell:${place}`,
      records: Float64Array.from(recordsIn.get(place) ?? []),
      geometry: { kind: 'areas', polygons: [[ring]] },
      always: {},
      withNumber: () => ({ confidence }),
      withheld: null,
    });
  }
  return {
    title: 'Hot spots in public space',
    evidence: 'incident',
    fields: [...numberFields, { name: 'confidence', title: 'How sure', type: 'text' }],
    features,
    totals: totalsOf(context, points, keys),
    contributorsOf,
    period: `recorded ${quarters(session.summary().period)}`,
    method: `Gi* over all cells of ${limits.cellMetres} m in the study area, corrected for the number of cells (Benjamini and Hochberg); run ${result.run.run}.`,
    limits: [
      ...incidentLimits,
      'A cell is hot because of it and the cells around it. It is a place to look at, not a verdict on the people there.',
    ],
    run: { id: result.run.run, keep: packRun(finished) },
  };
};
