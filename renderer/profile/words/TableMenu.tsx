import { Menu } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditorState } from '@tiptap/react';
import { t } from '../../words/t.ts';

/** Makes a table and changes the one that the cursor is in. */
export function TableMenu({ editor }: { editor: Editor }) {
  const isInTable = useEditorState({
    editor,
    selector: ({ editor: current }) => current.isActive('table'),
  });
  const chain = () => editor.chain().focus();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <RichTextEditor.Control className="wide-control" aria-label={t('table.menu')}>
          {t('table.menu')}
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={isInTable}
          onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        >
          {t('table.insert')}
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().addRowAfter().run()}>
          {t('table.row')}
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().addColumnAfter().run()}>
          {t('table.column')}
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().deleteRow().run()}>
          {t('table.deleteRow')}
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().deleteColumn().run()}>
          {t('table.deleteColumn')}
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().deleteTable().run()}>
          {t('table.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
