import { Button, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { plainText, type RichText } from '../../../src/domain/profile/rich-text.ts';
import { t } from '../../words/t.ts';
import { insertSentence } from './change-figures.ts';

/** Sentences made from the numbers, in careful wording: put in only when the analyst chooses one. */
export function SentencePicker(props: {
  editor: Editor;
  drafts: readonly RichText[];
  isShort: boolean;
}) {
  const { editor, drafts, isShort } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={420} trapFocus position="bottom-start">
      <Popover.Target>
        <RichTextEditor.Control
          className="wide-control"
          title={t('sentence.openTitle')}
          aria-label={t('sentence.insert')}
          onClick={() => setOpen(!isOpen)}
        >
          {t('sentence.open')}
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0 }}>
          {drafts.length === 0 && <Text size="sm">{t('sentence.none')}</Text>}
          <Stack gap="sm">
            {drafts.map((draft) => (
              <div key={plainText(draft)}>
                <Text size="sm">{plainText(draft)}</Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  mt={4}
                  aria-label={t('sentence.insertOne', { sentence: plainText(draft) })}
                  onClick={() => {
                    setOpen(false);
                    insertSentence(editor, draft, isShort);
                  }}
                >
                  {t('sentence.insertThis')}
                </Button>
              </div>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
