import { Alert, Button, Group, List, Paper, Text, Title } from '@mantine/core';
import type { CodeListFile } from '../../src/contract/rules.ts';
import { formatNumber } from '../app/format.ts';

/** More names than this help nobody; their number is told. */
const shown = 30;

/** A list read from a file, beside the one in force: its problems, or what would change. */
export function ListFromFile(props: {
  name: string;
  read: CodeListFile;
  putInForce: () => void;
  leave: () => void;
}) {
  const { name, read } = props;
  if (read.problems.length > 0) {
    return (
      <Alert
        color="red"
        role="alert"
        title={`${name} cannot be used as it stands`}
        withCloseButton
        closeButtonLabel="Close this message"
        onClose={props.leave}
      >
        <List size="sm">
          {read.problems.map(({ line, message }) => (
            <List.Item key={`${line} ${message}`}>
              Line {line}: {message}
            </List.Item>
          ))}
        </List>
        The list in force stays. Correct these lines and load the file again.
      </Alert>
    );
  }
  const { added, removed, changed } = read;
  const isSame = added.length + removed.length + changed.length === 0;
  return (
    <Paper withBorder p="md" role="region" aria-label="List from the file">
      <Title order={2} size="h4">
        {name}: {formatNumber(read.rows)} offences
      </Title>
      {isSame && <Text size="sm">It says the same as the list in force.</Text>}
      <Names label="New" names={added} />
      <Names label="Gone" names={removed} />
      <Names
        label="Changed"
        names={changed.map(({ title, columns }) => `${title} (${columns.join(', ')})`)}
      />
      <Group mt="sm">
        <Button disabled={isSame} onClick={props.putInForce}>
          Put in force
        </Button>
        <Button variant="default" onClick={props.leave}>
          Keep the list in force
        </Button>
      </Group>
    </Paper>
  );
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  const more = names.length - shown;
  return (
    <Text size="sm">
      <b>
        {label} ({formatNumber(names.length)}):
      </b>{' '}
      {names.slice(0, shown).join('; ')}
      {more > 0 ? `; and ${formatNumber(more)} more` : ''}.
    </Text>
  );
}
