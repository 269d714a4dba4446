import { Button, Drawer, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../app/use-loaded.ts';
import { t } from '../words/t.ts';
import { Reasons } from './Reasons.tsx';

/** Opens "Why is this here?" for one record. */
export function WhyButton({ incident, label }: { incident: number; label?: string }) {
  const words = label ?? t('why.button');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('why.buttonOf', { words, record: String(incident) })}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {isOpen && <WhyRecord incident={incident} close={() => setOpen(false)} />}
    </>
  );
}

/** Why a record stands where it stands: the list, the flags, and the rule of each question that decided. */
function WhyRecord({ incident, close }: { incident: number; close: () => void }) {
  const { value: reasons, state } = useCall('whyRecord', { incident });
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      // Locking the page's scroll writes a style that the page's own rules refuse.
      lockScroll={false}
      title={t('why.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {reasons !== null && <Reasons reasons={reasons} />}
      {reasons === null && (
        <Text c="dimmed">{t(state === 'missing' ? 'why.missing' : 'common.reading')}</Text>
      )}
    </Drawer>
  );
}
