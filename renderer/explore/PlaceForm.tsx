import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { Place } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';

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
    <section aria-label="What the analyst says">
      <TextInput
        size="xs"
        label="Name"
        description={
          place.name === place.suggestedName
            ? undefined
            : `From the records: ${place.suggestedName}`
        }
        value={name}
        disabled={disabled}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap="xs" mt={4} grow>
        <NativeSelect
          size="xs"
          label="Status"
          value={place.status}
          disabled={disabled}
          data={[
            { value: 'proposed', label: 'Proposed' },
            { value: 'confirmed', label: 'Confirmed' },
            { value: 'set-aside', label: 'Set aside' },
          ]}
          onChange={(event) =>
            void change({ status: event.currentTarget.value as Place['status'] })
          }
        />
        <NativeSelect
          size="xs"
          label="Patrollable"
          value={place.isPatrollableOwn ? place.patrollable : 'unknown'}
          disabled={disabled}
          data={[
            { value: 'unknown', label: `As the records say (${place.patrollable})` },
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          onChange={(event) =>
            void change({ patrollable: event.currentTarget.value as Place['patrollable'] })
          }
        />
      </Group>
      <Textarea
        size="xs"
        label="Note"
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
          Save name and note
        </Button>
        <Button size="xs" variant="default" disabled={disabled} onClick={() => void undo()}>
          Undo the last change
        </Button>
      </Group>
    </section>
  );
}
