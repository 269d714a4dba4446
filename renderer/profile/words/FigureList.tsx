import { Button, Group, Stack, Text } from '@mantine/core';
import type { LiveFigure } from '../../../src/domain/profile/live-figure.ts';
import { formatNumber } from '../../app/format.ts';

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
                aria-label={`Insert ${figure.text}: ${figure.label}`}
                onClick={() => onPick(figure)}
              >
                {figure.text}
              </Button>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            {figure.basis}; n = {formatNumber(figure.n)}
          </Text>
          {figure.beside.map(({ label, text }) => (
            <Text key={label} size="xs" c="dimmed">
              Beside it: {label} {text}
            </Text>
          ))}
        </li>
      ))}
    </Stack>
  );
}
