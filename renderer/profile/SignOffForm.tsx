import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type SignOff, signOffRoles } from '../../src/domain/profile/document.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { today } from './ProgressOf.tsx';
import { useProfile } from './profile-work.tsx';
import { saveNow } from './saver.ts';

/** Records that somebody stands for the draft as it is now. */
export function SignOffForm() {
  const { take } = useWorkbench();
  const { save } = useProfile();
  const [as, setAs] = useState<SignOff['as']>(signOffRoles[0]);
  const [name, setName] = useState('');
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const sign = async () => {
    // What is signed is what the workspace holds: words on their way are saved first.
    if (!(await saveNow())) return;
    const read = take(await ask('readProfileDraft', {}));
    if (read === null) return;
    const content = { as, name: name.trim(), on, note, draft: read.draft };
    if ((await save({ kind: 'sign-off', number: null, content })) === null) return;
    setName('');
    setNote('');
    setAs('commissioner');
  };
  return (
    <Stack gap="sm" role="group" aria-label={t('signOff.form')}>
      <Group grow>
        <Select
          label={t('signOff.as')}
          allowDeselect={false}
          data={signOffRoles.map((value) => ({ value, label: t(`signOff.signsAs.${value}`) }))}
          value={as}
          onChange={(value) => setAs(value as SignOff['as'])}
        />
        <TextInput
          type="date"
          label={t('signOff.on')}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </Group>
      <TextInput
        label={t('signOff.name')}
        maxLength={500}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('signOff.note')}
        autosize
        minRows={2}
        maxLength={5_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group>
        <Button disabled={name.trim() === '' || on === ''} onClick={() => void sign()}>
          {t('signOff.record')}
        </Button>
      </Group>
    </Stack>
  );
}
