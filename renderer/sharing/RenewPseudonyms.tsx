import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** Puts every pseudonym under a new key, when an old one became known or its time is up. */
export function RenewPseudonyms({ onRenewed }: { onRenewed: (said: string) => Promise<void> }) {
  const { take } = useWorkbench();
  const [why, setWhy] = useState('');
  const renew = async () => {
    const done = take(await ask('renewPseudonyms', { why }, 'Renewing the pseudonyms'));
    if (done === null) return;
    setWhy('');
    const { victims, suspects, places } = done.renewed;
    const older = done.publishedUnderOlderKeys;
    await onRenewed(
      `Pseudonyms are under key ${done.key} now: victims ${formatNumber(victims)}, suspects ${formatNumber(suspects)}, addresses ${formatNumber(places)}.${older.length === 0 ? '' : ` Published under older keys: ${older.join(', ')}.`}`,
    );
  };
  return (
    <section aria-label="Renew the pseudonyms">
      <Title order={2} size="h4">
        Renew the pseudonyms
      </Title>
      <Text size="sm" my="xs" maw="72ch">
        The key is the force’s and never leaves the workspace. After a renewal a pseudonym that
        became known says nothing about those of now. Who is the same person as whom stays as it
        was, so no number changes.
      </Text>
      <Group align="end">
        <TextInput
          label="Why"
          w={280}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button variant="default" disabled={why.trim() === ''} onClick={() => void renew()}>
          Renew
        </Button>
      </Group>
    </section>
  );
}
