import { Menu } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditorState } from '@tiptap/react';

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
        <RichTextEditor.Control className="wide-control" aria-label="Table">
          Table
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={isInTable}
          onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        >
          Insert a table
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().addRowAfter().run()}>
          Add a row below
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().addColumnAfter().run()}>
          Add a column to the right
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().deleteRow().run()}>
          Delete this row
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().deleteColumn().run()}>
          Delete this column
        </Menu.Item>
        <Menu.Item disabled={!isInTable} onClick={() => chain().deleteTable().run()}>
          Delete the table
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
