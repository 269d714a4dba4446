import { Combobox, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { t } from '../words/t.ts';
import { findEntries, groups } from './entry.ts';
import { useEntries } from './use-entries.ts';
import { useFoundRecords } from './use-found-records.ts';

/** One search over everything that has a name, led by the keyboard. */
export function SearchPalette({ close }: { close: () => void }) {
  const combobox = useCombobox({ opened: true });
  const [typed, setTyped] = useState('');
  const records = useFoundRecords(typed);
  const found = [...findEntries(useEntries(), typed), ...records];
  const foundKeys = found.map(({ key }) => key).join(' ');
  useEffect(() => {
    combobox.selectFirstOption();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another list begins at its top again
  }, [foundKeys]);
  const hasNothing = typed.trim() !== '' && found.length === 0;
  return (
    <Modal
      opened
      onClose={close}
      title={t('search.title')}
      size="lg"
      // Locking the page's scroll writes a style that the page's own rules refuse.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <Combobox
        store={combobox}
        onOptionSubmit={(key) => {
          close();
          found.find((entry) => entry.key === key)?.go();
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            role="combobox"
            label={t('search.label')}
            description={t('search.hint')}
            data-autofocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            // Before the list takes Escape for a menu of its own to close.
            onKeyDownCapture={(event) => {
              if (event.key === 'Escape') close();
            }}
          />
        </Combobox.EventsTarget>
        <Text size="xs" my={4} role="status" c="dimmed">
          {hasNothing
            ? t('search.nothing', { words: typed.trim() })
            : t('search.count', { count: found.length })}
        </Text>
        <Combobox.Options className="search-found" aria-label={t('search.title')}>
          {groups
            .map((group) => [group, found.filter((entry) => entry.group === group)] as const)
            .filter(([, entries]) => entries.length > 0)
            .map(([group, entries]) => (
              <Combobox.Group key={group} label={t(group)}>
                {entries.map(({ key, words }) => (
                  <Combobox.Option key={key} value={key}>
                    <Text size="sm" lineClamp={1} span>
                      {words}
                    </Text>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
        </Combobox.Options>
      </Combobox>
    </Modal>
  );
}
