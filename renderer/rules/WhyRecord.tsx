import { Button, Drawer, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../app/use-loaded.ts';
import { Reasons } from './Reasons.tsx';

/** Opens "Why is this here?" for one record. */
export function WhyButton({ incident, label = 'Why?' }: { incident: number; label?: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${label} Why is record ${incident} here?`}
        onClick={() => setOpen(true)}
      >
        {label}
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
      title="Why is this here?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {reasons !== null && <Reasons reasons={reasons} />}
      {reasons === null && (
        <Text c="dimmed">
          {state === 'missing'
            ? 'The reasons could not be read; the message says why.'
            : 'Reading…'}
        </Text>
      )}
    </Drawer>
  );
}
