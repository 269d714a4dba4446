import { Button, Popover, Stack, Textarea } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useState } from 'react';
import { t } from '../../words/t.ts';
import { FootnoteNode } from './editor-schema.ts';

/** A mark in the text; its words open in a small box, which a new footnote opens at once. */
function FootnoteView({ node, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const note = String(node.attrs['note']);
  const [isOpen, setOpen] = useState(note === '' && editor.isEditable);
  const close = () => {
    setOpen(false);
    if (note.trim() === '') deleteNode();
    editor.commands.focus();
  };
  return (
    <NodeViewWrapper as="span" className="footnote-mark">
      <Popover opened={isOpen} onDismiss={close} width={320} trapFocus withArrow>
        <Popover.Target>
          <button
            type="button"
            title={note}
            aria-label={t('footnote.markOf', { note })}
            onClick={() => setOpen(true)}
          >
            {t('footnote.mark')}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            <Textarea
              label={t('footnote.label')}
              autosize
              minRows={2}
              maxLength={2_000}
              value={note}
              readOnly={!editor.isEditable}
              onChange={(event) => updateAttributes({ note: event.currentTarget.value })}
            />
            <Button size="compact-sm" onClick={close}>
              {t('footnote.back')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </NodeViewWrapper>
  );
}

export const FootnoteInText = FootnoteNode.extend({
  addNodeView() {
    return ReactNodeViewRenderer(FootnoteView);
  },
});
