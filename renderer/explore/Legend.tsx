import { binColours } from '../../src/charts/colours.ts';
import { formatNumber } from '../app/format.ts';
import type { MapCells } from '../map/cells-of-run.ts';

const classes: readonly (readonly [number, string])[] = [
  [3, 'at most 1 in 100 by chance'],
  [2, 'at most 5 in 100 by chance'],
  [1, 'at most 10 in 100 by chance'],
  [0, 'has records, not hot'],
  [-1, 'cold, at most 10 in 100'],
  [-2, 'cold, at most 5 in 100'],
  [-3, 'cold, at most 1 in 100'],
];

/** What the colours mean, with the number of cells of each and n, inside the map's frame. */
export function Legend({ cells, marking }: { cells: MapCells | null; marking: string }) {
  if (cells === null) return null;
  const { run } = cells;
  const inClass = (bin: number) => cells.bins.reduce((sum, one) => sum + (one === bin ? 1 : 0), 0);
  const highest = cells.counts.reduce((most, count) => Math.max(most, count), 0);
  return (
    <aside className="map-box legend" aria-label="Legend">
      <strong>{run.method === 'counts' ? 'Records a cell' : 'Hot cells (Gi*)'}</strong>
      {run.method === 'counts' ? (
        <div>1 (lightest) to {formatNumber(highest)} (darkest)</div>
      ) : (
        <ul>
          {classes
            .map(([bin, text]) => [bin, text, inClass(bin)] as const)
            .filter(([bin, , count]) => bin >= 0 || count > 0)
            .map(([bin, text, count]) => (
              <li key={bin}>
                <span className="swatch" style={{ background: binColours[String(bin)] }} />
                {text}: {formatNumber(count)}
              </li>
            ))}
        </ul>
      )}
      <div>
        n = {formatNumber(run.countIn)}, by {run.filter.dateBasis} date
      </div>
      <div>
        {String(run.parameters['cellMetres'])} m {String(run.parameters['shape'])}s of{' '}
        {formatNumber(Number(run.summary['studyAreaCells']))} in the study area
      </div>
      <div>{marking}</div>
    </aside>
  );
}
