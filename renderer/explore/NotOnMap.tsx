import type { AnalysisRun, FilterChartData } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';
import { leftOutWords, notMappedWords } from './left-out-words.ts';

/**
 * What is not on the map: always there, so that what cannot be mapped is not forgotten, and under the map, so that it
 * covers no place: a covered hot spot would read as none. What meets the filter and has
 * no place is told by space and reason; what the filter leaves out is told by reason below.
 */
export function NotOnMap(props: { run: AnalysisRun | null; charts: FilterChartData | null }) {
  const { run, charts } = props;
  if (run === null) return null;
  const notMapped = charts?.notMapped.filter(({ count }) => count > 0) ?? [];
  const records = charts?.notMappedRecords ?? null;
  const isTwice = records !== null && sum(notMapped.map(({ count }) => count)) > records;
  const reasons = Object.entries(run.leftOut).filter(([, count]) => count > 0);
  return (
    <aside className="missing" aria-label={t('map.leftOut')}>
      <strong>
        {records === null ? t('map.unmapped.unknown') : t('map.unmapped', { count: records })}
      </strong>
      <ul>
        {notMapped.map((line) => (
          <li key={`${line.space} ${line.reason}`}>{notMappedWords(line)}</li>
        ))}
        {isTwice && <li>{t('map.unmapped.twice')}</li>}
      </ul>
      <details>
        <summary>
          {t('map.leftOut.count', { count: sum(reasons.map(([, count]) => count)) })}
        </summary>
        <ul>
          {reasons.map(([reason, count]) => (
            <li key={reason}>{leftOutWords(reason, count)}</li>
          ))}
        </ul>
      </details>
    </aside>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
