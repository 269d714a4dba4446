import { methodTitles, type RunResult } from '../../src/contract/hotspots.ts';
import { cellWords, countedWords, rowsWords } from '../map/row-words.ts';
import { type Shading, titleWords } from '../map/shading.ts';
import { t } from '../words/t.ts';
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
    <aside className="map-box legend" aria-label={t('map.legend')}>
      <strong>{methodTitles[run.method]}</strong>
      {geometry.kind === 'none' ? (
        <div>{t('map.legend.noCells')}</div>
      ) : (
        <>
          <div>{titleWords(shading)}</div>
          <ul>
            {shading.classes
              .filter(({ rows }) => rows > 0)
              .map(({ label, style, rows }) => (
                <li key={label}>
                  <Swatch style={style} />
                  {t('map.class', { label, rows: rowsWords(result, rows) })}
                </li>
              ))}
          </ul>
        </>
      )}
      <div>
        {t('map.legend.n', { counted: countedWords(result), period: periodWords(run.filter) })}
      </div>
      {cells !== '' && <div>{cells}</div>}
      <div>{marking}</div>
    </aside>
  );
}
