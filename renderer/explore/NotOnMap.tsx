import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import { formatNumber, reasonText } from '../app/format.ts';

/** What is not on the map and why: always there, so that what cannot be mapped is not forgotten. */
export function NotOnMap({ run }: { run: AnalysisRun | null }) {
  if (run === null) return null;
  const reasons = Object.entries(run.leftOut).filter(([, count]) => count > 0);
  return (
    <aside className="map-box missing" aria-label="Not on this map">
      <strong>
        Not on this map: {formatNumber(reasons.reduce((sum, [, count]) => sum + count, 0))}
      </strong>
      <ul>
        {reasons.map(([reason, count]) => (
          <li key={reason}>
            {formatNumber(count)} {reasonText(reason)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
