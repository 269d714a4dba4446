import { Text } from '@mantine/core';
import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import { runWords } from './run-words.ts';

/** Instead of the choices while a kept run is on the map: what it asked, as it was kept. */
export function OpenedRun({ run }: { run: AnalysisRun }) {
  return (
    <section className="recipe-line" aria-label="Kept run">
      <Text size="sm" role="status">
        Run {run.run}, kept on {run.madeAt.slice(0, 10)}: {runWords(run)}.
        {run.departures.length > 0 &&
          ` Departs from the terms of reference: ${run.departures.join('; ')}.`}
      </Text>
    </section>
  );
}
