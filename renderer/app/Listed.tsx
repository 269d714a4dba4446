import { Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { Pager } from '../rules/Pager.tsx';
import { t } from '../words/t.ts';

/**
 * A list that may grow long: drawn a page at a time, with a search over all of it and how many there are once it has
 * more than one page. `chosen` is the place in `items` of one that is chosen elsewhere: its page is turned to.
 */
export function Listed<Item>(props: {
  items: readonly Item[];
  textOf: (item: Item) => string;
  children: (shown: readonly Item[]) => ReactNode;
  pageRows?: number;
  chosen?: number;
}) {
  const { items, textOf, children, pageRows = 50, chosen = -1 } = props;
  const [words, setWords] = useState('');
  const [after, setAfter] = useState(0);
  const [turnedTo, setTurnedTo] = useState(-1);
  const wanted = words.trim().toLowerCase();
  const found = useMemo(
    () =>
      wanted === '' ? items : items.filter((item) => textOf(item).toLowerCase().includes(wanted)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what an item says does not change with the drawing
    [items, wanted],
  );
  // The last page may have gone with what was removed from it.
  const lastPage = pageRows * Math.max(0, Math.ceil(found.length / pageRows) - 1);
  const start = Math.min(after, lastPage);
  if (chosen !== turnedTo) {
    setTurnedTo(chosen);
    const item = items[chosen];
    const place = item === undefined ? -1 : found.indexOf(item);
    if (place >= 0) setAfter(place - (place % pageRows));
  }
  return (
    <>
      {/* A search that was begun stays in sight, however short the list has become since. */}
      {(items.length > pageRows || wanted !== '') && (
        <Group gap="sm" align="end" mb="xs">
          <TextInput
            size="xs"
            label={t('long.search')}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              setAfter(0);
            }}
          />
          <Text size="sm" role="status">
            {found.length === 0
              ? t('long.nothing')
              : t('long.count', { count: found.length, all: items.length })}
          </Text>
        </Group>
      )}
      {children(found.slice(start, start + pageRows))}
      <Pager after={start} pageRows={pageRows} total={found.length} go={setAfter} />
    </>
  );
}
