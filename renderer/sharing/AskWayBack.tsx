import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** The first person's part: for whom, why, and which suspects. */
export function AskWayBack({ onAsked }: { onAsked: (said: string) => Promise<void> }) {
  const { take } = useWorkbench();
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [leastIncidents, setIncidents] = useState(2);
  const [leastVictims, setVictims] = useState(0);
  const submit = async () => {
    const wanted = { recipient, purpose, leastIncidents, leastVictims };
    const asked = take(await ask('askWayBack', wanted, t('wayBack.choosing')));
    if (asked === null) return;
    setRecipient('');
    setPurpose('');
    await onAsked(
      t('wayBack.waits', {
        request: String(asked.request),
        suspects: asked.suspects,
        children: asked.leftOut['children'] ?? 0,
      }),
    );
  };
  return (
    <form
      aria-label={t('wayBack.askForm')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group align="end">
        <TextInput
          label={t('wayBack.forManager')}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <TextInput
          label={t('wayBack.purpose')}
          w={280}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <NumberInput
          label={t('wayBack.leastIncidents')}
          min={1}
          allowDecimal={false}
          value={leastIncidents}
          onChange={(value) => setIncidents(Math.max(1, Number(value)))}
        />
        <NumberInput
          label={t('wayBack.leastVictims')}
          min={0}
          allowDecimal={false}
          value={leastVictims}
          onChange={(value) => setVictims(Math.max(0, Number(value)))}
        />
        <Button type="submit" disabled={recipient.trim() === '' || purpose.trim() === ''}>
          {t('wayBack.ask')}
        </Button>
      </Group>
    </form>
  );
}
