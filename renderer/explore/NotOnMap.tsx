import type { AnalysisRun, FilterChartData } from '../../src/contract/hotspots.ts';
import { formatNumber, reasonText } from '../app/format.ts';
import { spaceChoices, wordsOf } from './choice-words.ts';

/**
 * What is not on the map: always there, so that what cannot be mapped is not forgotten, and under the map, so that it
 * covers no place: a covered hot spot would read as none. What meets the filter and has
 * no place is told by space and reason; what the filter leaves out is told by reason below.
 */
export function NotOnMap(props: { run: AnalysisRun | null; charts: FilterChartData | null }) {
  const { run, charts } = props;
  if (run === null) return null;
  const notMapped = charts?.notMapped.filter(({ count }) => count > 0) ?? [];
  const records = charts?.notMappedRecords ?? 0;
  const isTwice = sum(notMapped.map(({ count }) => count)) > records;
  const reasons = Object.entries(run.leftOut).filter(([, count]) => count > 0);
  return (
    <aside className="missing" aria-label="Not on this map">
      <strong>Cannot be mapped: {formatNumber(records)}</strong>
      <ul>
        {notMapped.map(({ space, reason, count }) => (
          <li key={`${space} ${reason}`}>
            {formatNumber(count)} {space === 'all' ? '' : `${spaceWords(space)}, `}
            {reasonText(reason)}
          </li>
        ))}
        {isTwice && <li>a record that is online and elsewhere is in both</li>}
      </ul>
      <details>
        <summary>Not on this map: {formatNumber(sum(reasons.map(([, count]) => count)))}</summary>
        <ul>
          {reasons.map(([reason, count]) => (
            <li key={reason}>
              {formatNumber(count)} {reasonText(reason)}
            </li>
          ))}
        </ul>
      </details>
    </aside>
  );
}

function spaceWords(space: string): string {
  return wordsOf(spaceChoices, space).toLowerCase();
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
