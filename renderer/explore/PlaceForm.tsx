import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { Place } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

const statuses = ['proposed', 'confirmed', 'set-aside'] as const;

/** What the analyst says of a place: name, standing, whether it can be patrolled, a note. Each change can be undone. */
export function PlaceForm({ place, onChanged }: { place: Place; onChanged: () => Promise<void> }) {
  const { take, summary } = useWorkbench();
  const [name, setName] = useState(place.name);
  const [note, setNote] = useState(place.note);
  const disabled = summary?.access !== 'writer';
  const change = async (changes: Omit<CallInput<'changePlace'>, 'place'>) => {
    take(await ask('changePlace', { place: place.place, ...changes }));
    await onChanged();
  };
  const undo = async () => {
    take(await ask('undoPlaceChange', { place: place.place }));
    await onChanged();
  };
  return (
    <section aria-label={t('map.place.says')}>
      <TextInput
        size="xs"
        label={t('map.place.name')}
        description={
          place.name === place.suggestedName
            ? undefined
            : t('map.place.suggested', { name: place.suggestedName })
        }
        value={name}
        disabled={disabled}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        mt={4}
        label={t('map.place.status')}
        value={place.status}
        disabled={disabled}
        data={statuses.map((value) => ({ value, label: t(`map.place.status.${value}`) }))}
        onChange={(event) => void change({ status: event.currentTarget.value as Place['status'] })}
      />
      <NativeSelect
        size="xs"
        mt={4}
        label={t('map.place.patrollable')}
        value={place.isPatrollableOwn ? place.patrollable : 'unknown'}
        disabled={disabled}
        data={[
          { value: 'unknown', label: recordsSay(place) },
          { value: 'yes', label: t('map.place.patrol.yes') },
          { value: 'no', label: t('map.place.patrol.no') },
        ]}
        onChange={(event) =>
          void change({ patrollable: event.currentTarget.value as Place['patrollable'] })
        }
      />
      <Textarea
        size="xs"
        label={t('map.place.note')}
        autosize
        minRows={2}
        mt={4}
        value={note}
        disabled={disabled}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          disabled={disabled || (name === place.name && note === place.note)}
          onClick={() => void change({ name, note })}
        >
          {t('map.place.save')}
        </Button>
        <Button size="xs" variant="default" disabled={disabled} onClick={() => void undo()}>
          {t('map.place.undo')}
        </Button>
      </Group>
    </section>
  );
}

function recordsSay({ patrollable }: Place): string {
  return t('map.place.patrol.records', { patrollable: t(`map.places.patrol.${patrollable}`) });
}
