import { Button, Card, Group, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { WayBackRequest } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** The second person's part: the force's own list, and a passphrase that is not the asker's. */
export function ReleaseWayBack(props: {
  request: WayBackRequest;
  onReleased: (said: string) => Promise<void>;
}) {
  const { take, summary } = useWorkbench();
  const { request } = props;
  const [references, setReferences] = useState<ChosenFile | null>(null);
  const [column, setColumn] = useState('suspectReference');
  const [passphrase, setPassphrase] = useState('');
  const release = async () => {
    if (references === null) return;
    const marking = summary?.marking ?? '';
    const name = `${t('wayBack.file', { marking, request: String(request.request) })}.csv`;
    const place = await window.actionTen.chooseSavePath('references', name);
    if (place === null) return;
    const released = take(
      await ask(
        'releaseWayBack',
        {
          request: request.request,
          references: references.token,
          column,
          passphrase: passphrase === '' ? null : passphrase,
          out: place.token,
        },
        t('wayBack.finding'),
      ),
    );
    setPassphrase('');
    if (released === null) return;
    await props.onReleased(
      t('wayBack.released', {
        recipient: released.recipient,
        found: released.suspects,
        notFound: released.notFound,
      }),
    );
  };
  return (
    <Card withBorder padding="md" component="section" aria-label={t('wayBack.releaseForm')}>
      <Title order={2} size="h4">
        {t('wayBack.waitsTitle', { request: String(request.request) })}
      </Title>
      <Text size="sm" my="xs">
        {t('wayBack.releaseAbout', {
          user: request.askedBy,
          suspects: request.suspects,
          recipient: request.recipient,
          purpose: request.purpose,
        })}
      </Text>
      <Group align="end">
        <Button
          variant="default"
          onClick={() =>
            void window.actionTen
              .chooseFiles('references')
              .then(([file]) => setReferences(file ?? null))
          }
        >
          {references?.name ?? t('wayBack.chooseExtract')}
        </Button>
        <TextInput
          label={t('wayBack.column')}
          value={column}
          onChange={(event) => setColumn(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('wayBack.passphrase')}
          autoComplete="off"
          w={240}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button
          disabled={references === null || column.trim() === ''}
          onClick={() => void release()}
        >
          {t('wayBack.release')}
        </Button>
      </Group>
    </Card>
  );
}
