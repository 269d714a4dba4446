import { Button, Checkbox, Group, Stack, Table, Text, Title } from '@mantine/core';
import { formatDay } from '../app/format.ts';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';
import { SignOffForm } from './SignOffForm.tsx';

/** What readers remarked, and who stands for the draft. */
export function ReviewPanel() {
  return (
    <div className="page wide side-by-side">
      <CommentsOfAll />
      <SignOffs />
    </div>
  );
}

function CommentsOfAll() {
  const { draft, canWrite, save, open } = useProfile();
  const comments = draft.comments.toSorted(
    (a, b) => Number(a.content.isSettled) - Number(b.content.isSettled),
  );
  return (
    <section aria-label={t('review.comments')}>
      <Title order={2} size="h3" mb="xs">
        {t('review.comments')}
      </Title>
      {comments.length === 0 && <Text size="sm">{t('review.noComments')}</Text>}
      <Stack gap="sm">
        {comments.map(({ number, content, changedBy, changedAt }) => (
          <div key={number}>
            <Text size="sm" className="free-text" td={content.isSettled ? 'line-through' : ''}>
              {content.text}
            </Text>
            <Group gap="sm">
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => open('write', content.section)}
              >
                {t('review.section', { number: content.section })}
              </Button>
              <Text size="xs" c="dimmed">
                {changedBy}, {formatDay(changedAt)}
              </Text>
              <Checkbox
                size="xs"
                label={t('comments.settled')}
                aria-label={t('comments.isSettled', { number: String(number) })}
                checked={content.isSettled}
                disabled={!canWrite}
                onChange={(event) =>
                  void save({
                    kind: 'comment',
                    number,
                    content: { ...content, isSettled: event.currentTarget.checked },
                  })
                }
              />
            </Group>
          </div>
        ))}
      </Stack>
    </section>
  );
}

function SignOffs() {
  const { draft, canWrite, remove } = useProfile();
  return (
    <section aria-label={t('review.signOff')}>
      <Title order={2} size="h3" mb="xs">
        {t('review.signOff')}
      </Title>
      <Text size="sm" mb="sm">
        {t('review.about')}
      </Text>
      {draft.signOffs.length > 0 && (
        <Table className="dense wrapped" aria-label={t('review.signatures')} mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('review.as')}</Table.Th>
              <Table.Th scope="col">{t('review.name')}</Table.Th>
              <Table.Th scope="col">{t('review.on')}</Table.Th>
              <Table.Th scope="col">{t('review.standsFor')}</Table.Th>
              <Table.Th scope="col">{t('review.change')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.signOffs.map(({ number, content }) => (
              <Table.Tr key={number}>
                <Table.Td>{t(`signOff.role.${content.as}`)}</Table.Td>
                <Table.Td>{content.name}</Table.Td>
                <Table.Td className="unbroken">{content.on}</Table.Td>
                <Table.Td>
                  {t(content.draft === draft.draft ? 'review.current' : 'review.earlier')}
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={!canWrite}
                    aria-label={t('review.removeOne', {
                      name: content.name,
                      role: t(`signOff.role.${content.as}`),
                    })}
                    onClick={() => void remove('sign-off', number)}
                  >
                    {t('review.remove')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {canWrite && <SignOffForm />}
    </section>
  );
}
