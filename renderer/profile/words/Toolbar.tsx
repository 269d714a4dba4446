import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditorState } from '@tiptap/react';
import { type RichText, standings } from '../../../src/domain/profile/rich-text.ts';
import { t } from '../../words/t.ts';
import { FigurePicker } from './FigurePicker.tsx';
import { SentencePicker } from './SentencePicker.tsx';
import { TableMenu } from './TableMenu.tsx';

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
    <RichTextEditor.Toolbar role="toolbar" aria-label={t('editor.toolbar')}>
      <RichTextEditor.ControlsGroup>
        {!isShort && <RichTextEditor.H3 />}
        {!isShort && <RichTextEditor.H4 />}
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        {!isShort && <RichTextEditor.BulletList />}
        {!isShort && <RichTextEditor.OrderedList />}
      </RichTextEditor.ControlsGroup>
      {!isShort && (
        <RichTextEditor.ControlsGroup role="group" aria-label={t('editor.thisParagraphIs')}>
          {standings.map((standing) => (
            <RichTextEditor.Control
              key={standing}
              className="wide-control"
              title={t(`standing.about.${standing}`)}
              aria-label={t(`standing.mark.${standing}`)}
              aria-pressed={now.standing === standing}
              active={now.standing === standing}
              disabled={!now.isInParagraph}
              onClick={() => mark(standing)}
            >
              {t(`standing.${standing}`)}
            </RichTextEditor.Control>
          ))}
        </RichTextEditor.ControlsGroup>
      )}
      <RichTextEditor.ControlsGroup>
        <FigurePicker editor={editor} section={section} />
        <SentencePicker editor={editor} drafts={drafts} isShort={isShort} />
        <RichTextEditor.Control
          className="wide-control"
          aria-label={t('editor.insertFootnote')}
          title={t('editor.insertFootnote')}
          onClick={() =>
            editor
              .chain()
              .insertContent({ type: 'footnote', attrs: { note: '' } })
              .run()
          }
        >
          {t('editor.footnote')}
        </RichTextEditor.Control>
        {!isShort && <TableMenu editor={editor} />}
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}
