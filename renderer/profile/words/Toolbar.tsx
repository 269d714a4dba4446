import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditorState } from '@tiptap/react';
import { type RichText, standings } from '../../../src/domain/profile/rich-text.ts';
import { FigurePicker } from './FigurePicker.tsx';
import { SentencePicker } from './SentencePicker.tsx';
import { TableMenu } from './TableMenu.tsx';

const standingLabels = { fact: 'Fact', assessment: 'Assessment', gap: 'Gap' } as const;
const standingTitles = {
  fact: 'What is known',
  assessment: 'What may be: the analyst’s judgement',
  gap: 'What is not known: an intelligence gap',
} as const;

/** What can be done with the words. Every part is a button that the keyboard reaches. */
export function Toolbar(props: {
  editor: Editor;
  section: number;
  drafts: readonly RichText[];
  isShort: boolean;
}) {
  const { editor, section, drafts, isShort } = props;
  const now = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      standing: current.getAttributes('paragraph')['standing'] as string | null | undefined,
      isInParagraph: current.isActive('paragraph') && !current.isActive('listItem'),
    }),
  });
  const mark = (standing: string) => {
    const next = now.standing === standing ? null : standing;
    editor.chain().focus().updateAttributes('paragraph', { standing: next }).run();
  };
  return (
    <RichTextEditor.Toolbar role="toolbar" aria-label="Form of the words">
      <RichTextEditor.ControlsGroup>
        {!isShort && <RichTextEditor.H3 />}
        {!isShort && <RichTextEditor.H4 />}
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        {!isShort && <RichTextEditor.BulletList />}
        {!isShort && <RichTextEditor.OrderedList />}
      </RichTextEditor.ControlsGroup>
      {!isShort && (
        <RichTextEditor.ControlsGroup role="group" aria-label="This paragraph is">
          {standings.map((standing) => (
            <RichTextEditor.Control
              key={standing}
              className="wide-control"
              title={standingTitles[standing]}
              aria-label={`Mark as ${standingLabels[standing].toLowerCase()}`}
              aria-pressed={now.standing === standing}
              active={now.standing === standing}
              disabled={!now.isInParagraph}
              onClick={() => mark(standing)}
            >
              {standingLabels[standing]}
            </RichTextEditor.Control>
          ))}
        </RichTextEditor.ControlsGroup>
      )}
      <RichTextEditor.ControlsGroup>
        <FigurePicker editor={editor} section={section} />
        <SentencePicker editor={editor} drafts={drafts} isShort={isShort} />
        <RichTextEditor.Control
          className="wide-control"
          aria-label="Insert a footnote"
          title="Insert a footnote"
          onClick={() =>
            editor
              .chain()
              .insertContent({ type: 'footnote', attrs: { note: '' } })
              .run()
          }
        >
          Footnote
        </RichTextEditor.Control>
        {!isShort && <TableMenu editor={editor} />}
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}
