import type { RunResult } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
import { cellWords, countedWords, nounOfRows } from '../map/row-words.ts';
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
  const cells = cellWords(result);
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
                  {label}: {formatNumber(rows)} {nounOfRows(result, rows)}
                </li>
              ))}
          </ul>
        </>
      )}
      <div>
        {countedWords(result)}, {periodWords(run.filter)}
      </div>
      {cells !== '' && <div>{cells}</div>}
      <div>{marking}</div>
    </aside>
  );
}
