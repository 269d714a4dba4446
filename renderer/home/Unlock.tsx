import { Button, Card, Checkbox, Group, PasswordInput, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { KeyStoreState } from '../../src/contract/page-api.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** Asks for the passphrase of a locked workspace. After a wrong one the answer takes longer each time. */
export function Unlock({ file }: { file: ChosenFile }) {
  const { open, openKept, unlockLater, take } = useWorkbench();
  const [passphrase, setPassphrase] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [keyStore, setKeyStore] = useState<KeyStoreState | null>(null);
  const [isToBeKept, setToBeKept] = useState(false);
  useEffect(() => {
    void window.actionTen.keyStore(file.token).then(setKeyStore);
  }, [file.token]);
  const unlockKept = async () => {
    setTrying(true);
    if (await openKept(file)) return;
    setTrying(false);
    setKeyStore(await window.actionTen.keyStore(file.token));
  };
  const unlock = async () => {
    setTrying(true);
    const isOpen = await open(file, passphrase);
    if (isOpen) {
      if (isToBeKept) take(await window.actionTen.keepPassphrase(file.token, passphrase));
      return;
    }
    setTrying(false);
    setPassphrase('');
  };
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('unlock.label')}>
      <Title order={2} size="h3">
        {t('unlock.title', { name: file.name })}
      </Title>
      <Text my="sm">{t('unlock.text')}</Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <PasswordInput
          label={t('unlock.passphrase')}
          autoComplete="current-password"
          data-autofocus
          value={passphrase}
          disabled={isTrying}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {keyStore?.isAvailable === true && !keyStore.isKept && (
          <Checkbox
            mt="sm"
            label={t('unlock.keep')}
            description={t('unlock.keepText')}
            checked={isToBeKept}
            onChange={(event) => setToBeKept(event.currentTarget.checked)}
          />
        )}
        <Group mt="sm">
          <Button type="submit" loading={isTrying} disabled={passphrase === ''}>
            {t('unlock.button')}
          </Button>
          {keyStore?.isKept === true && (
            <>
              <Button variant="default" disabled={isTrying} onClick={() => void unlockKept()}>
                {t('unlock.withKept')}
              </Button>
              <Button
                variant="subtle"
                disabled={isTrying}
                onClick={() =>
                  void window.actionTen.keepPassphrase(file.token, null).then((outcome) => {
                    take(outcome);
                    setKeyStore({ ...keyStore, isKept: false });
                  })
                }
              >
                {t('unlock.forget')}
              </Button>
            </>
          )}
          <Button variant="default" disabled={isTrying} onClick={unlockLater}>
            {t('unlock.later')}
          </Button>
        </Group>
      </form>
    </Card>
  );
}
