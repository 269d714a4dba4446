import { Button, Group, Kbd, Paper, Stack, Text } from '@mantine/core';
import { t } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';
import { codedSpaces, isWhole, type RecordCode } from './audit-code.ts';

/** The three questions that a coder answers of a record. */
export function CodeForm(props: {
  code: RecordCode;
  put: (code: RecordCode) => void;
  isSaving: boolean;
  save: () => void;
}) {
  const { code, put } = props;
  const open = code.vawg === null ? 'vawg' : code.online === null ? 'online' : null;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <YesNo
          words={t('code.vawg')}
          value={code.vawg}
          isOpen={open === 'vawg'}
          put={(vawg) => put({ ...code, vawg })}
        />
        <YesNo
          words={t('code.online')}
          value={code.online}
          isOpen={open === 'online'}
          put={(online) => put({ ...code, online })}
        />
        <Group gap="xs" role="group" aria-label={t('code.space')}>
          <Text w={300}>{t('code.space')}</Text>
          {codedSpaces.map((space, index) => (
            <Button
              key={space}
              size="compact-md"
              variant={code.space === space ? 'filled' : 'default'}
              aria-pressed={code.space === space}
              leftSection={<Kbd size="xs">{index + 1}</Kbd>}
              onClick={() => put({ ...code, space })}
            >
              {t(`code.space.${space}`)}
            </Button>
          ))}
        </Group>
        <Group>
          <Button disabled={!isWhole(code) || props.isSaving} onClick={props.save}>
            {t('code.keep')}
          </Button>
          <Text size="xs" c="dimmed">
            {tRich('code.keys', {
              yes: <Kbd size="xs">Y</Kbd>,
              no: <Kbd size="xs">N</Kbd>,
              back: <Kbd size="xs">{t('key.backspace')}</Kbd>,
            })}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}

function YesNo(props: {
  words: string;
  value: boolean | null;
  isOpen: boolean;
  put: (value: boolean) => void;
}) {
  const { words, value, isOpen } = props;
  return (
    <Group gap="xs" role="group" aria-label={words}>
      <Text w={300} fw={isOpen ? 600 : 400}>
        {words}
      </Text>
      {[true, false].map((answer) => (
        <Button
          key={String(answer)}
          size="compact-md"
          variant={value === answer ? 'filled' : 'default'}
          aria-pressed={value === answer}
          leftSection={isOpen ? <Kbd size="xs">{answer ? 'Y' : 'N'}</Kbd> : undefined}
          onClick={() => props.put(answer)}
        >
          {t(answer ? 'code.yes' : 'code.no')}
        </Button>
      ))}
    </Group>
  );
}
