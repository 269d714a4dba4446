import { Button, Group, Menu, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Block } from '../../src/domain/figures/blocks.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { figuresOf } from './figures-of.ts';

interface CopyFigureProps {
  readonly section: number;
  readonly html: string;
  readonly blocks: readonly Block[];
}

/** Copies a table, chart or map of the evidence, as table and as picture, for Word or a spreadsheet. */
export function CopyFigure({ section, html, blocks }: CopyFigureProps) {
  const { take } = useWorkbench();
  const [said, setSaid] = useState('');
  const figures = useMemo(() => figuresOf(html, blocks), [html, blocks]);
  if (figures.length === 0) return null;
  const copy = async (at: number) => {
    const figure = figures[at];
    if (figure === undefined) return;
    setSaid('');
    const [number = ''] = /^(?:Figure|Table) \d+/.exec(figure.caption) ?? [];
    const which = { section, figure: number };
    const copied = await window.actionTen.copyFigure({ ...(await figure.copy()), which });
    take(copied);
    if (copied.ok) setSaid(t('copy.done', { figure: nameOf(figure.caption) }));
  };
  return (
    <Group gap="xs" px="xs" py={4} wrap="nowrap">
      <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" flex="none">
            {t('copy.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
          {figures.map(({ caption }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- figures never change their order
            <Menu.Item key={at} onClick={() => void copy(at)}>
              {nameOf(caption)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Text size="xs" role="status" truncate>
        {said}
      </Text>
    </Group>
  );
}

/** A caption's number and first words. */
function nameOf(caption: string): string {
  return caption.length > 70 ? `${caption.slice(0, 69)}…` : caption;
}
