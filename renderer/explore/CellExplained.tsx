import { List, Text } from '@mantine/core';
import type { AskedQuestion } from '../../src/contract/hotspot-inputs.ts';
import { ask } from '../app/engine-client.ts';
import { t } from '../words/t.ts';
import { useAnswer } from './use-answer.ts';
import { venueWords } from './venue-words.ts';

const mostShown = 5;

/** What the engine says of one cell of a run: offences, hours and what stands there. */
export function CellExplained(props: { question: AskedQuestion; run: string; cell: number }) {
  const { question, run, cell } = props;
  const { value, failure, isBusy } = useAnswer(JSON.stringify([question, run, cell]), () =>
    ask('explainCell', { ...question, run, cell }),
  );
  if (isBusy) return <Text size="sm">{t('common.reading')}</Text>;
  if (value === null) {
    return (
      <Text size="sm">
        {failure?.message} {failure?.remedy}
      </Text>
    );
  }
  return (
    <>
      {value.words.map((words) => (
        <Text size="sm" key={words}>
          {words}
        </Text>
      ))}
      {value.offences.length > 0 && (
        <List size="sm" mt={4}>
          {value.offences.slice(0, mostShown).map(({ title, count }) => (
            <List.Item key={title}>{t('map.counted', { count, what: title })}</List.Item>
          ))}
        </List>
      )}
      {value.venues.length > 0 && (
        <Text size="sm" mt={4}>
          {t('map.venues.within', {
            metres: value.venueMetres,
            venues: value.venues
              .slice(0, mostShown)
              .map((venue) => venueWords(venue))
              .join('; '),
          })}
        </Text>
      )}
    </>
  );
}
