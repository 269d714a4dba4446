import { wholeFilter } from '../../../contract/filter.ts';
import { analysisCalls } from '../../../contract/hotspot-inputs.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { cellPolygon } from '../../../domain/geography/cells.ts';
import { packRun } from '../../analysis/kept-runs.ts';
import { runMethod } from '../../analysis/run.ts';
import { tableNumbers } from '../../analysis/table-numbers.ts';
import {
  type DraftContext,
  type DraftFeature,
  incidentLimits,
  incidentPeople,
  type LayerDraft,
  type LayerMaker,
  numberFields,
  quarters,
  totalsOf,
} from './draft.ts';

/** Bins from this one on are hot: at most 5 in 100 such cells by chance. */
const hotFrom = 2;

/** Cells of a layer are as fine as its level allows, or so many times coarser. */
const coarser = [1, 2, 4] as const;
/** A layer is coarse enough when so many of its hot cells hold records enough to be told. */
const enoughTold = 2 / 3;

/**
 * Cells of public space where recorded incidents stand out from chance. A cell is hot because of its neighbours as
 * well, so most fine ones hold fewer records than may be told. Unless a size was asked for, the layer has the finest
 * one at which two in three can have a number, or else the one at which most can.
 *
 * @throws FailureError `not-permitted` for cells finer than the level allows.
 */
export const hotSpots: LayerMaker = async (context) => {
  const { limits, cellMetres, fewest } = context;
  if (cellMetres !== null && cellMetres < limits.cellMetres) {
    throw new FailureError(
      'not-permitted',
      `Cells of ${cellMetres} m are finer than the ${limits.cellMetres} m that may be shared at this level. Nothing was written.`,
      `Ask for ${limits.cellMetres} m or more, or leave the size out.`,
    );
  }
  const sizes = cellMetres === null ? coarser.map((n) => n * limits.cellMetres) : [cellMetres];
  const tried: HotLayer[] = [];
  for (const size of sizes) {
    const made = await hotLayerOf(context, size);
    const told = made.features.filter(({ records }) => records.length >= fewest).length;
    tried.push({ size, made, share: told / Math.max(1, made.features.length) });
    if (told > 0 && told >= enoughTold * made.features.length) break;
  }
  const enough = tried.find(({ share }) => share >= enoughTold);
  const best = enough ?? tried.toSorted((a, b) => b.share - a.share)[0];
  if (best === undefined) throw new Error('no size of cells was tried');
  const { made, size } = best;
  const words = tried
    .filter((one) => one.size < size && one.made.features.length > 0)
    .map(
      (one) => `${one.size} m: about ${Math.round(100 * one.share)} % of hot cells could be told`,
    );
  if (words.length === 0) return made;
  const note = `Cells of ${size} m, since most finer ones would be suppressed (${words.join('; ')}).`;
  return { ...made, limits: [...made.limits, note], note };
};

interface HotLayer {
  readonly size: number;
  readonly made: LayerDraft;
  /** Of its hot cells: how many hold records enough to be told. */
  readonly share: number;
}

async function hotLayerOf(context: DraftContext, cellMetres: number): Promise<LayerDraft> {
  const { session, job } = context;
  const question = analysisCalls.runAnalysis.input.parse({
    method: 'gi-star',
    filter: { ...wholeFilter, space: 'public' },
    cellMetres,
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
    method: `Gi* over all cells of ${cellMetres} m in the study area, corrected for the number of cells (Benjamini and Hochberg); run ${result.run.run}.`,
    limits: [
      ...incidentLimits,
      'A cell is hot because of it and the cells around it. It is a place to look at, not a verdict on the people there.',
    ],
    run: { id: result.run.run, keep: packRun(finished) },
  };
}
