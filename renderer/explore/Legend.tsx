import { type FilterChartData, methodTitles, type RunResult } from '../../src/contract/hotspots.ts';
import { cellWords, countedWords, rowsWords } from '../map/row-words.ts';
import { type Shading, titleWords } from '../map/shading.ts';
import { t } from '../words/t.ts';
import { monthsOf, periodWords } from './map-choices.ts';
import { insteadWords } from './run-words.ts';
import { Swatch } from './Swatch.tsx';

/**
 * What the colours mean, with unit, breaks, rows of each class and n, inside the map's frame. `shown` is what is drawn:
 * the result, or counts in its place.
 */
export function Legend(props: {
  result: RunResult | null;
  shown: RunResult | null;
  shading: Shading | null;
  charts: FilterChartData | null;
  marking: string;
}) {
  const { result, shown, shading, charts, marking } = props;
  if (result === null || shown === null || shading === null) return null;
  const { run } = result;
  const cells = cellWords(shown);
  const period = periodWords(run.filter, monthsOf(run, charts));
  return (
    <aside className="map-box legend" aria-label={t('map.legend')}>
      <strong>{methodTitles[run.method]}</strong>
      {shown !== result && <div>{insteadWords(shown)}</div>}
      {shown.geometry.kind === 'none' ? (
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
                  {t('map.class', { label, rows: rowsWords(shown, rows) })}
                </li>
              ))}
          </ul>
        </>
      )}
      <div>{t('map.legend.n', { counted: countedWords(result), period })}</div>
      {cells !== '' && <div>{cells}</div>}
      <div>{marking}</div>
    </aside>
  );
}
