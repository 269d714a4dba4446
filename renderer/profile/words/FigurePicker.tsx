import { Popover, ScrollArea, Text, TextInput } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
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
          title="A number that stays tied to the evidence"
          aria-label="Insert a live figure"
          onClick={() => setOpen(!isOpen)}
        >
          Live figure
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label="Find a figure"
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
          mb="xs"
        />
        <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0 }}>
          {found.length === 0 ? (
            <Text size="sm">
              {state === null
                ? 'The figures are being collected.'
                : 'No figure has these words in its name.'}
            </Text>
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
