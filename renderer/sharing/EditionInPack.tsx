import { Button, Group, Text } from '@mantine/core';
import type { ChosenFile } from '../../src/contract/messages.ts';

/** Chooses the exported edition that goes into a pack beside the layers. */
export function EditionInPack(props: {
  edition: ChosenFile | null;
  onChange: (edition: ChosenFile | null) => void;
}) {
  const { edition, onChange } = props;
  const choose = async () => {
    const [chosen] = await window.actionTen.chooseFiles('edition');
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => void choose()}>
        {edition === null ? 'Put an exported edition in' : 'Choose another edition'}
      </Button>
      {edition !== null && (
        <Button variant="subtle" onClick={() => onChange(null)}>
          Leave it out
        </Button>
      )}
      <Text size="sm" c={edition === null ? 'dimmed' : 'bright'}>
        {edition?.name ??
          'Optional: the PDF of the edition for the same recipient, as the tab Edition exported it.'}
      </Text>
    </Group>
  );
}
