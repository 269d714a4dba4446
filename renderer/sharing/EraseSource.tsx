import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallOutputs } from '../../src/contract/calls.ts';
import type { RetainedSource } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

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
    const label = t('erase.working', { file: source.file });
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
      title={t('erase.title', { file: source?.file ?? '' })}
      closeButtonProps={{ 'aria-label': t('notice.close') }}
    >
      <Text size="sm">{t('erase.about', { count: source?.rows ?? 0 })}</Text>
      <TextInput
        mt="sm"
        label={t('erase.why')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Group mt="md">
        <Button color="red" disabled={why.trim() === ''} onClick={() => void erase()}>
          {t('erase.erase')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('erase.keep')}
        </Button>
      </Group>
    </Modal>
  );
}
