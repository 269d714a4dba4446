import { Alert, Button, Group, List, Paper, Text, Title } from '@mantine/core';
import type { CodeListFile } from '../../src/contract/rules.ts';
import { t } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';

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
        title={t('fromFile.cannot', { file: name })}
        withCloseButton
        closeButtonLabel={t('notice.close')}
        onClose={props.leave}
      >
        <List size="sm">
          {read.problems.map(({ line, message }) => (
            <List.Item key={`${line} ${message}`}>
              {t('fromFile.line', { line, message })}
            </List.Item>
          ))}
        </List>
        {t('fromFile.correct')}
      </Alert>
    );
  }
  const { added, removed, changed } = read;
  const isSame = added.length + removed.length + changed.length === 0;
  return (
    <Paper withBorder p="md" role="region" aria-label={t('fromFile.title')}>
      <Title order={2} size="h4">
        {t('fromFile.offences', { file: name, count: read.rows })}
      </Title>
      {isSame && <Text size="sm">{t('fromFile.same')}</Text>}
      <Names heading="fromFile.new" names={added} />
      <Names heading="fromFile.gone" names={removed} />
      <Names
        heading="fromFile.changed"
        names={changed.map(({ title, columns }) => `${title} (${columns.join(', ')})`)}
      />
      <Group mt="sm">
        <Button disabled={isSame} onClick={props.putInForce}>
          {t('fromFile.use')}
        </Button>
        <Button variant="default" onClick={props.leave}>
          {t('fromFile.leave')}
        </Button>
      </Group>
    </Paper>
  );
}

type Heading = 'fromFile.new' | 'fromFile.gone' | 'fromFile.changed';

function Names(props: { heading: Heading; names: readonly string[] }) {
  const count = props.names.length;
  if (count === 0) return null;
  const heading = <b>{t(props.heading, { count })}</b>;
  const names = props.names.slice(0, shown).join('; ');
  return (
    <Text size="sm">
      {count > shown
        ? tRich('fromFile.namesAndMore', { heading, names, count: count - shown })
        : tRich('fromFile.names', { heading, names })}
    </Text>
  );
}
