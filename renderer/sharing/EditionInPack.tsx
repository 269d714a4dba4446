import { Button, Group, Text } from '@mantine/core';
import type { ChosenFile } from '../../src/contract/messages.ts';
import { t } from '../words/t.ts';

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
        {t(edition === null ? 'pack.putIn' : 'pack.another')}
      </Button>
      {edition !== null && (
        <Button variant="subtle" onClick={() => onChange(null)}>
          {t('pack.leaveOut')}
        </Button>
      )}
      <Text size="sm" c={edition === null ? 'dimmed' : 'bright'}>
        {edition?.name ?? t('pack.optional')}
      </Text>
    </Group>
  );
}
