import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOutputs } from '../../src/contract/calls.ts';
import type { RetainedSource } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** Asks why before a file's rows are erased for good. */
export function EraseSource(props: {
  source: RetainedSource | null;
  onClose: () => void;
  onErased: (erased: CallOutputs['eraseRecords']) => Promise<void>;
}) {
  const { source, onClose } = props;
  const { take } = useWorkbench();
  const [why, setWhy] = useState('');
  const erase = async () => {
    if (source === null) return;
    onClose();
    const label = `Erasing ${source.file}`;
    const erased = take(await ask('eraseRecords', { batch: source.batch, why }, label));
    if (erased === null) return;
    setWhy('');
    await props.onErased(erased);
  };
  return (
    <Modal
      opened={source !== null}
      // Locking the page's scroll writes a style that the page's own rules refuse.
      lockScroll={false}
      onClose={onClose}
      title={`Erase ${source?.file ?? ''} for good?`}
    >
      <Text size="sm">
        Its records ({formatNumber(source?.rows ?? 0)} rows of the file) and what was made of them
        go, and the workspace is written anew without them. This cannot be undone. The log keeps
        that it was done, never what the rows said.
      </Text>
      <TextInput
        mt="sm"
        label="Why (the log keeps it: name nobody)"
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Group mt="md">
        <Button color="red" disabled={why.trim() === ''} onClick={() => void erase()}>
          Erase for good
        </Button>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
      </Group>
    </Modal>
  );
}
