import { Text } from '@mantine/core';
import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';
import { departureWords } from './departure-words.ts';
import { runWords } from './run-words.ts';

/** Instead of the choices while a kept run is on the map: what it asked, as it was kept. */
export function OpenedRun({ run }: { run: AnalysisRun }) {
  return (
    <section className="recipe-line" aria-label={t('map.keptRun')}>
      <Text size="sm" role="status">
        {t('map.run.kept', {
          run: run.run,
          on: run.madeAt.slice(0, 10),
          words: runWords(run),
        })}
        {run.departures.length > 0 &&
          ` ${t('map.run.departs', { how: departureWords(run.departures) })}`}
      </Text>
    </section>
  );
}
