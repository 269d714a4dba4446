import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words/t.ts';
import type { RulesWork } from './use-rules.ts';

/** What can be done with a draft of the rules; it stays in view while there is one. */
export function DraftBar({ work, isReader }: { work: RulesWork; isReader: boolean }) {
  const [note, setNote] = useState('');
  const { changes, preview } = work;
  const problems = preview?.problems.length ?? 0;
  return (
    <Paper withBorder p="xs" className="draft-bar" role="region" aria-label={t('draft.title')}>
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={600} role="status">
            {t('draft.changes', { count: changes })}
          </Text>
          <Text size="sm">
            {preview === null && t('draft.notTried')}
            {problems > 0 && t('draft.problems', { count: problems })}
            {preview !== null && problems === 0 && t('draft.tried')}
          </Text>
        </Group>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => void work.tryNow()}>
            {t('draft.try')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={work.undo}>
            {t('draft.undo')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={work.discard}>
            {t('draft.discard')}
          </Button>
          <TextInput
            size="xs"
            w={220}
            aria-label={t('draft.note')}
            placeholder={t('draft.noteWhy')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            disabled={isReader || problems > 0}
            onClick={() => void work.save(note)}
          >
            {t('draft.save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
