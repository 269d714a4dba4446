import { Popover, ScrollArea, Text, TextInput } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { t } from '../../words/t.ts';
import { useProfile } from '../profile-work.tsx';
import { insertFigure } from './change-figures.ts';
import { FigureList } from './FigureList.tsx';

/** Chooses a live figure and puts it where the cursor is; those of the section come first. */
export function FigurePicker({ editor, section }: { editor: Editor; section: number }) {
  const { figures, state } = useProfile();
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState('');
  const words = asked.toLowerCase().split(/\s+/);
  const found = [...figures.values()]
    .filter(({ label, text }) =>
      words.every((word) => `${label} ${text}`.toLowerCase().includes(word)),
    )
    .sort((a, b) => Number(b.section === section) - Number(a.section === section));
  return (
    <Popover opened={isOpen} onChange={setOpen} width={380} trapFocus position="bottom-start">
      <Popover.Target>
        <RichTextEditor.Control
          className="wide-control"
          title={t('figure.openTitle')}
          aria-label={t('figure.insert')}
          onClick={() => setOpen(!isOpen)}
        >
          {t('figure.open')}
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('figure.find')}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
          mb="xs"
        />
        <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0 }}>
          {found.length === 0 ? (
            <Text size="sm">{t(state === null ? 'profile.collecting' : 'figure.notFound')}</Text>
          ) : (
            <FigureList
              figures={found}
              onPick={(figure) => {
                setOpen(false);
                insertFigure(editor, figure);
              }}
            />
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
