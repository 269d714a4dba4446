import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** The first person's part: for whom, why, and which suspects. */
export function AskWayBack({ onAsked }: { onAsked: (said: string) => Promise<void> }) {
  const { take } = useWorkbench();
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [leastIncidents, setIncidents] = useState(2);
  const [leastVictims, setVictims] = useState(0);
  const submit = async () => {
    const wanted = { recipient, purpose, leastIncidents, leastVictims };
    const asked = take(await ask('askWayBack', wanted, 'Choosing the suspects'));
    if (asked === null) return;
    setRecipient('');
    setPurpose('');
    await onAsked(
      `Request ${asked.request} waits for a second person. Suspects it would name: ${formatNumber(asked.suspects)}. Children (${formatNumber(asked.leftOut['children'] ?? 0)}) and eliminated suspects are left out.`,
    );
  };
  return (
    <form
      aria-label="Ask"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group align="end">
        <TextInput
          label="For (offender manager)"
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <TextInput
          label="Purpose"
          w={280}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <NumberInput
          label="VAWG incidents, at least"
          min={1}
          allowDecimal={false}
          value={leastIncidents}
          onChange={(value) => setIncidents(Math.max(1, Number(value)))}
        />
        <NumberInput
          label="Identified victims, at least"
          min={0}
          allowDecimal={false}
          value={leastVictims}
          onChange={(value) => setVictims(Math.max(0, Number(value)))}
        />
        <Button type="submit" disabled={recipient.trim() === '' || purpose.trim() === ''}>
          Ask
        </Button>
      </Group>
    </form>
  );
}
