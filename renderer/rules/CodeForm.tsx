import { Button, Group, Kbd, Paper, Stack, Text } from '@mantine/core';
import { codedSpaces, isWhole, type RecordCode } from './audit-code.ts';

const spaceLabels: Readonly<Record<(typeof codedSpaces)[number], string>> = {
  private: 'Private',
  public: 'Public',
  unclassified: 'It does not say',
  'set-aside': 'Only reported there',
};

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
          words="Is it violence against women and girls?"
          value={code.vawg}
          isOpen={open === 'vawg'}
          put={(vawg) => put({ ...code, vawg })}
        />
        <YesNo
          words="Does it have an online element?"
          value={code.online}
          isOpen={open === 'online'}
          put={(online) => put({ ...code, online })}
        />
        <Group gap="xs" role="group" aria-label="In which physical space?">
          <Text w={300}>In which physical space?</Text>
          {codedSpaces.map((space, index) => (
            <Button
              key={space}
              size="compact-md"
              variant={code.space === space ? 'filled' : 'default'}
              aria-pressed={code.space === space}
              leftSection={<Kbd size="xs">{index + 1}</Kbd>}
              onClick={() => put({ ...code, space })}
            >
              {spaceLabels[space]}
            </Button>
          ))}
        </Group>
        <Group>
          <Button disabled={!isWhole(code) || props.isSaving} onClick={props.save}>
            Keep and go on (Enter)
          </Button>
          <Text size="xs" c="dimmed">
            <Kbd size="xs">Y</Kbd> and <Kbd size="xs">N</Kbd> answer the question in bold,{' '}
            <Kbd size="xs">Backspace</Kbd> takes the last answer back.
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
          {answer ? 'Yes' : 'No'}
        </Button>
      ))}
    </Group>
  );
}
