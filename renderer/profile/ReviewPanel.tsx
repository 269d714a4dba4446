import { Button, Checkbox, Group, Stack, Table, Text, Title } from '@mantine/core';
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
    <section aria-label="Comments">
      <Title order={2} size="h3" mb="xs">
        Comments
      </Title>
      {comments.length === 0 && (
        <Text size="sm">No comments. They are made beside a section, under “Comments”.</Text>
      )}
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
                Section {content.section}
              </Button>
              <Text size="xs" c="dimmed">
                {changedBy}, {changedAt.slice(0, 10)}
              </Text>
              <Checkbox
                size="xs"
                label="Settled"
                aria-label={`Comment ${number} is settled`}
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
    <section aria-label="Sign-off">
      <Title order={2} size="h3" mb="xs">
        Sign-off
      </Title>
      <Text size="sm" mb="sm">
        First a peer, then the commissioner. A signature stands for the draft as it was: a change
        afterwards needs another.
      </Text>
      {draft.signOffs.length > 0 && (
        <Table className="dense wrapped" aria-label="Signatures" mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">As</Table.Th>
              <Table.Th scope="col">Name</Table.Th>
              <Table.Th scope="col">On</Table.Th>
              <Table.Th scope="col">Stands for</Table.Th>
              <Table.Th scope="col">Change</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.signOffs.map(({ number, content }) => (
              <Table.Tr key={number}>
                <Table.Td>{content.as}</Table.Td>
                <Table.Td>{content.name}</Table.Td>
                <Table.Td className="unbroken">{content.on}</Table.Td>
                <Table.Td>
                  {content.draft === draft.draft
                    ? 'the draft as it is'
                    : 'an earlier draft: changed since'}
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={!canWrite}
                    aria-label={`Remove the signature of ${content.name} as ${content.as}`}
                    onClick={() => void remove('sign-off', number)}
                  >
                    Remove
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
