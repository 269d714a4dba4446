import type { RunGeometry, RunResult } from '../../contract/hotspots.ts';
import { gridToWgs84 } from '../../domain/geography/british-national-grid.ts';
import { type Job, runSteps } from '../jobs.ts';
import { loadShiftGrid } from '../shift-grid.ts';

/** A run as the page draws it: positions in longitude and latitude. */
export async function resultForPage(result: RunResult, job: Job): Promise<RunResult> {
  const { geometry } = result;
  const convert = (metres: Float64Array): Promise<Float64Array> =>
    runSteps(degreeSteps(metres), job, 'Placing the result on the map');
  const onPage = async (): Promise<RunGeometry> => {
    if (geometry.kind === 'cells') {
      return { ...geometry, polygons: await convert(geometry.polygons) };
    }
    if (geometry.kind === 'points' || geometry.kind === 'hulls') {
      return { ...geometry, positions: await convert(geometry.positions) };
    }
    return geometry;
  };
  return { ...result, geometry: await onPage() };
}

/** Longitude and latitude for pairs of easting and northing; NaN outside the national grid's extent. */
export function degreesOf(metres: Float64Array): Float64Array {
  const steps = degreeSteps(metres);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Numbers converted between two steps. */
const perStep = 8_192;

function* degreeSteps(metres: Float64Array): Generator<number, Float64Array> {
  const shiftGrid = loadShiftGrid();
  const degrees = new Float64Array(metres.length);
  // Corners that neighbouring cells share come again close by: in the same row or in the next.
  const rows = new Map<number, Map<number, number>>();
  for (let at = 0; at + 1 < metres.length; at += 2) {
    if (at % perStep === 0) yield at / metres.length;
    const easting = metres[at] ?? Number.NaN;
    const northing = metres[at + 1] ?? Number.NaN;
    const row = rows.get(northing) ?? new Map<number, number>();
    if (row.size === 0) rows.set(northing, row);
    const same = row.get(easting);
    if (same === undefined) {
      const point = gridToWgs84(shiftGrid, easting, northing);
      degrees[at] = point?.longitude ?? Number.NaN;
      degrees[at + 1] = point?.latitude ?? Number.NaN;
      row.set(easting, at);
    } else {
      degrees[at] = degrees[same] ?? Number.NaN;
      degrees[at + 1] = degrees[same + 1] ?? Number.NaN;
    }
  }
  return degrees;
}
