import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RulesWork } from './use-rules.ts';

/** What can be done with a draft of the rules; it stays in view while there is one. */
export function DraftBar({ work, isReader }: { work: RulesWork; isReader: boolean }) {
  const [note, setNote] = useState('');
  const { changes, preview } = work;
  const problems = preview?.problems.length ?? 0;
  return (
    <Paper withBorder p="xs" className="draft-bar" role="region" aria-label="Draft of the rules">
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={600} role="status">
            Draft: {changes} {changes === 1 ? 'change' : 'changes'}
          </Text>
          <Text size="sm">
            {preview === null && 'not tried yet'}
            {problems > 0 &&
              `${problems} ${problems === 1 ? 'problem' : 'problems'} to put right before it can be saved`}
            {preview !== null && problems === 0 && 'tried; nothing is saved yet'}
          </Text>
        </Group>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => void work.tryNow()}>
            Try
          </Button>
          <Button size="compact-sm" variant="default" onClick={work.undo}>
            Undo (Ctrl+Z)
          </Button>
          <Button size="compact-sm" variant="default" onClick={work.discard}>
            Discard
          </Button>
          <TextInput
            size="xs"
            w={220}
            aria-label="Note on the new version"
            placeholder="Note: why it changes"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            disabled={isReader || problems > 0}
            onClick={() => void work.save(note)}
          >
            Save as a new version
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
