import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { CallOutputs } from '../../src/contract/calls.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import type { Entry } from './entry.ts';

type Found = CallOutputs['searchRecords'];

const nothing: readonly Entry[] = [];
const quietMilliseconds = 200;
const leastLetters = 3;
const shown = 5;

/** Incidents whose free text has the words typed, from three letters on and once the typing pauses. */
export function useFoundRecords(typed: string): readonly Entry[] {
  const { summary, show } = useWorkbench();
  const [words] = useDebouncedValue(typed.trim(), quietMilliseconds);
  const [found, setFound] = useState<{ readonly words: string; readonly of: Found } | null>(null);
  const isIndexed = useRef(false);
  const isReadable = summary !== null && words.length >= leastLetters;
  const canIndex = summary?.access === 'writer';
  useEffect(() => {
    let isGone = false;
    const search = async () => {
      // Once each time the search is opened: new imports are in the index from then on.
      if (canIndex && !isIndexed.current) await ask('indexTexts', {});
      isIndexed.current = true;
      const answer = await ask('searchRecords', { text: words, limit: shown });
      if (!isGone && answer.ok) setFound({ words, of: answer.value });
    };
    if (isReadable) void search();
    return () => {
      isGone = true;
    };
  }, [words, isReadable, canIndex]);
  if (!isReadable || found === null || found.words !== words || found.of.total === 0)
    return nothing;
  const go = () => show('data', { tab: 'search', words });
  const group = 'search.records';
  return [
    { key: 'records', group, words: t('search.allRecords', { count: found.of.total }), go },
    ...found.of.records.map(
      ({ reference, offence, recordedOn }, index): Entry => ({
        key: `record ${index}`,
        group,
        words: t('search.record', {
          reference: reference === '' ? t('search.noReference') : reference,
          offence,
          on: recordedOn.slice(0, 10),
        }),
        go,
      }),
    ),
  ];
}
