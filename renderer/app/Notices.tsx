import { Alert, Button, Group } from '@mantine/core';
import { SalvageWorkspace } from '../backups/SalvageWorkspace.tsx';
import { t } from '../words/t.ts';
import { useWorkbench } from './workbench.tsx';

/** What the analyst has to know whatever they are doing: a dead engine, a failure, a workspace opened from outside. */
export function Notices() {
  const { failure, damaged, dismiss, engineStopped, restart } = useWorkbench();
  return (
    <>
      {engineStopped && (
        <Alert color="red" title={t('engine.stopped')} m="md" role="alert">
          {t('engine.whole')}
          <Group mt="sm">
            <Button onClick={() => void restart()}>{t('engine.restart')}</Button>
          </Group>
        </Alert>
      )}
      <OpenedFromOutside />
      {failure !== null && (
        <Alert
          color="red"
          title={failure.message}
          m="md"
          role="alert"
          withCloseButton
          closeButtonLabel={t('notice.close')}
          onClose={dismiss}
        >
          {failure.remedy}
          {damaged !== null && (
            <Group mt="sm">
              <SalvageWorkspace file={damaged} />
            </Group>
          )}
        </Alert>
      )}
    </>
  );
}

/** A workspace that was opened by a second start while this one is open: nothing is closed without being asked. */
function OpenedFromOutside() {
  const { offered, summary, open, stay, show } = useWorkbench();
  if (offered === null || summary === null) return null;
  const { name } = offered;
  return (
    <Alert color="accent" title={t('elsewhere.title', { name })} m="md" role="alert">
      {t('elsewhere.text', { force: summary.force })}
      <Group mt="sm">
        <Button
          onClick={() => {
            stay();
            show('home');
            void open(offered);
          }}
        >
          {t('elsewhere.open', { name })}
        </Button>
        <Button variant="default" onClick={stay}>
          {t('elsewhere.stay')}
        </Button>
      </Group>
    </Alert>
  );
}
