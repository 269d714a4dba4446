import { Button, Group, Stack, Text } from '@mantine/core';
import type { LiveFigure } from '../../../src/domain/profile/live-figure.ts';
import { t } from '../../words/t.ts';

/** Live figures with what they rest on; with `onPick`, each can be chosen. */
export function FigureList(props: {
  figures: readonly LiveFigure[];
  onPick?: (figure: LiveFigure) => void;
}) {
  const { figures, onPick } = props;
  return (
    <Stack gap={6} component="ul" className="figure-list">
      {figures.map((figure) => (
        <li key={figure.id}>
          <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
            <Text size="sm">{figure.label}</Text>
            {onPick === undefined ? (
              <Text size="sm" fw={600} className="unbroken">
                {figure.text}
              </Text>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('figure.insertOne', { text: figure.text, label: figure.label })}
                onClick={() => onPick(figure)}
              >
                {figure.text}
              </Button>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {t('figure.basis', { basis: figure.basis, n: figure.n })}
          </Text>
          {figure.beside.map(({ label, text }) => (
            <Text key={label} size="xs" c="dimmed">
              {t('figure.beside', { label, text })}
            </Text>
          ))}
        </li>
      ))}
    </Stack>
  );
}
