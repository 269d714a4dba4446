import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../app/format.ts';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';

/** The remarks on a section, and a place for another. */
export function Comments({ section }: { section: number }) {
  const { draft, canWrite, save } = useProfile();
  const [text, setText] = useState('');
  const comments = draft.comments.filter(({ content }) => content.section === section);
  const add = async () => {
    const content = { section, text: text.trim(), isSettled: false };
    const number = await save({ kind: 'comment', number: null, content });
    if (number !== null) setText('');
  };
  return (
    <Stack gap="sm">
      {comments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('comments.none')}
        </Text>
      )}
      {comments.map((comment) => (
        <div key={comment.number}>
          <Text size="sm" className="free-text">
            {comment.content.text}
          </Text>
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {comment.changedBy}, {formatDay(comment.changedAt)}
            </Text>
            <Checkbox
              size="xs"
              label={t('comments.settled')}
              aria-label={t('comments.isSettled', { number: String(comment.number) })}
              checked={comment.content.isSettled}
              disabled={!canWrite}
              onChange={(event) =>
                void save({
                  kind: 'comment',
                  number: comment.number,
                  content: { ...comment.content, isSettled: event.currentTarget.checked },
                })
              }
            />
          </Group>
        </div>
      ))}
      {canWrite && (
        <>
          <Textarea
            label={t('comments.label')}
            autosize
            minRows={2}
            maxLength={5_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            variant="default"
            size="compact-md"
            disabled={text.trim() === ''}
            onClick={() => void add()}
          >
            {t('comments.add')}
          </Button>
        </>
      )}
    </Stack>
  );
}
