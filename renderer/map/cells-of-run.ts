import type { AnalysisRun, RunResult } from '../../src/contract/hotspots.ts';

/** The cells of a run that the map draws, as columns: those with a record or a significant result. */
export interface MapCells {
  readonly run: AnalysisRun;
  readonly verticesPerCell: number;
  /** Longitude and latitude of each corner, ring not closed. */
  readonly polygons: Float64Array;
  readonly counts: Float64Array;
  /** -3..3: sign of z times 3, 2, 1 for a false-discovery bound of 1, 5, 10 in 100; 0 otherwise. */
  readonly bins: Int8Array;
  readonly z: Float64Array;
}

/** Takes the drawn cells out of a run's first table; null for a run that has none. */
export function cellsOfRun({ run, main, geometry }: RunResult): MapCells | null {
  if (geometry.kind !== 'cells') return null;
  const numbers = (name: string): Float64Array | null => {
    const values = main.columns.find((column) => column.name === name)?.values;
    return values instanceof Float64Array ? values : null;
  };
  const counts = numbers('count') ?? new Float64Array();
  const bins = numbers('bin_bh');
  const z = numbers('z');
  const perCell = geometry.verticesPerCell * 2;
  const shown = Array.from(counts.keys()).filter(
    (cell) => (counts[cell] ?? 0) > 0 || (bins?.[cell] ?? 0) !== 0,
  );
  return {
    run,
    verticesPerCell: geometry.verticesPerCell,
    polygons: Float64Array.from(
      { length: shown.length * perCell },
      (_, at) =>
        geometry.polygons[(shown[Math.floor(at / perCell)] ?? 0) * perCell + (at % perCell)] ?? 0,
    ),
    counts: Float64Array.from(shown, (cell) => counts[cell] ?? 0),
    bins: Int8Array.from(shown, (cell) => bins?.[cell] ?? 0),
    z: Float64Array.from(shown, (cell) => z?.[cell] ?? Number.NaN),
  };
}
