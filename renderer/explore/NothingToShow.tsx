import { Button, Text } from '@mantine/core';
import type { Failure } from '../../src/contract/outcome.ts';
import { t } from '../words/t.ts';
import { leftOutWords } from './left-out-words.ts';

/** In place of a picture: why there is none, what was left out, and what to do. */
export function NothingToShow({ failure, onAgain }: { failure: Failure; onAgain: () => void }) {
  const leftOut = Object.entries((failure.detail?.['leftOut'] ?? {}) as Record<string, number>);
  return (
    <div className="map-box nothing" role="alert">
      <Text fw={600}>{failure.message}</Text>
      <Text size="sm">{failure.remedy}</Text>
      {leftOut.length > 0 && (
        <ul>
          {leftOut.map(([reason, count]) => (
            <li key={reason}>{leftOutWords(reason, count)}</li>
          ))}
        </ul>
      )}
      {failure.code === 'cancelled' && (
        <Button size="compact-sm" mt="xs" onClick={onAgain}>
          {t('map.again')}
        </Button>
      )}
    </div>
  );
}
