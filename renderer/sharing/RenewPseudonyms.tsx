import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { AskOnce } from '../app/AskOnce.tsx';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** Puts every pseudonym under a new key, when an old one became known or its time is up. */
export function RenewPseudonyms({ onRenewed }: { onRenewed: (said: string) => Promise<void> }) {
  const { take } = useWorkbench();
  const [why, setWhy] = useState('');
  const [isAsked, setAsked] = useState(false);
  const renew = async () => {
    const done = take(await ask('renewPseudonyms', { why }, t('renew.working')));
    if (done === null) return;
    setWhy('');
    const { victims, suspects, places } = done.renewed;
    const older = done.publishedUnderOlderKeys;
    const said = { key: String(done.key), victims, suspects, addresses: places };
    await onRenewed(
      older.length === 0
        ? t('renew.done', said)
        : t('renew.doneOlder', { ...said, older: older.join(', ') }),
    );
  };
  return (
    <section aria-label={t('renew.title')}>
      <Title order={2} size="h4">
        {t('renew.title')}
      </Title>
      <Text size="sm" my="xs" maw="72ch">
        {t('renew.about')}
      </Text>
      <Group align="end">
        <TextInput
          label={t('renew.why')}
          w={280}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button variant="default" disabled={why.trim() === ''} onClick={() => setAsked(true)}>
          {t('renew.renew')}
        </Button>
      </Group>
      <AskOnce
        isOpen={isAsked}
        title={t('once.renew')}
        why={t('once.renewWhy')}
        yes={t('once.renewYes')}
        no={t('once.no')}
        onYes={() => void renew()}
        onNo={() => setAsked(false)}
      />
    </section>
  );
}
