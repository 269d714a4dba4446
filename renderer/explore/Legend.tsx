import type { RunResult } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
import { nounOf } from '../map/row-words.ts';
import type { Shading } from '../map/shading.ts';
import { methodChoices, wordsOf } from './choice-words.ts';
import { periodWords } from './map-choices.ts';
import { Swatch } from './Swatch.tsx';

/** What the colours mean, with unit, breaks, rows of each class and n, inside the map's frame. */
export function Legend(props: {
  result: RunResult | null;
  shading: Shading | null;
  marking: string;
}) {
  const { result, shading, marking } = props;
  if (result === null || shading === null) return null;
  const { run, geometry } = result;
  const { cellMetres, shape } = run.parameters;
  const rowNoun = geometry.kind === 'cells' ? 'cells' : 'rows';
  return (
    <aside className="map-box legend" aria-label="Legend">
      <strong>{wordsOf(methodChoices, run.method)}</strong>
      {geometry.kind === 'none' ? (
        <div>This method has no cells to draw: see its numbers beside the map.</div>
      ) : (
        <>
          <div>
            {shading.title}
            {shading.unit === '' ? '' : ` (${shading.unit})`}
          </div>
          <ul>
            {shading.classes
              .filter(({ rows }) => rows > 0)
              .map(({ label, style, rows }) => (
                <li key={label}>
                  <Swatch style={style} />
                  {label}: {formatNumber(rows)} {rowNoun}
                </li>
              ))}
          </ul>
        </>
      )}
      <div>
        n = {formatNumber(run.countIn)} {nounOf(result, run.countIn)}, {periodWords(run.filter)}
      </div>
      {geometry.kind === 'cells' && (
        <div>
          {String(cellMetres)} m {String(shape)}s
        </div>
      )}
      <div>{marking}</div>
    </aside>
  );
}
