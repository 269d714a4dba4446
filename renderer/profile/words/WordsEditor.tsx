import { Alert } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import type { RichText } from '../../../src/domain/profile/rich-text.ts';
import type { Place } from '../../../src/domain/profile/stale.ts';
import { t } from '../../words/t.ts';
import { settleIn } from './change-figures.ts';
import { cleanPaste } from './clean-paste.ts';
import { fromEditor, toEditor } from './editor-document.ts';
import { wordsExtensions } from './editor-schema.ts';
import { FigureInText } from './FigureInText.tsx';
import { FootnoteInText } from './FootnoteInText.tsx';
import { PlaceContext } from './place.ts';
import { Toolbar } from './Toolbar.tsx';

const extensions = wordsExtensions(FigureInText, FootnoteInText);

interface WordsEditorProps {
  readonly label: string;
  readonly place: Place;
  readonly section: number;
  readonly initial: RichText;
  /** Sentences on offer; never put in by themselves. */
  readonly drafts: readonly RichText[];
  readonly canWrite: boolean;
  /** Headings and tables have no place in a finding. */
  readonly isShort?: boolean;
  readonly onChange: (make: () => RichText) => void;
}

/** The editor of the analyst's words. What it shows at first is `initial`; afterwards it is the only copy. */
export function WordsEditor(props: WordsEditorProps) {
  const { label, initial, canWrite, onChange, isShort = false } = props;
  const [leftOut, setLeftOut] = useState<number>(0);
  const editor = useEditor({
    extensions,
    content: toEditor(initial),
    editable: canWrite,
    injectCSS: false,
    onUpdate: ({ editor: changed }) => {
      const document = changed.state.doc;
      onChange(() => fromEditor(document.toJSON()));
    },
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: 'en-GB' },
      transformPastedHTML: (html) => {
        const { html: cleaned, pictures } = cleanPaste(html, (source) =>
          new DOMParser().parseFromString(source, 'text/html'),
        );
        setLeftOut(pictures);
        return cleaned;
      },
      handlePaste: (_view, event) => {
        const isOnlyFiles =
          (event.clipboardData?.files.length ?? 0) > 0 &&
          event.clipboardData?.types.includes('text/html') !== true;
        if (isOnlyFiles) setLeftOut(event.clipboardData?.files.length ?? 0);
        return isOnlyFiles;
      },
      handleDrop: (_view, event) => {
        const files = event.dataTransfer?.files.length ?? 0;
        if (files === 0) return false;
        event.preventDefault();
        setLeftOut(files);
        return true;
      },
    },
  });
  const where = useMemo(
    () => ({
      place: props.place,
      onSettled: (stale: Parameters<typeof settleIn>[1], decision: 'accept' | 'keep') =>
        settleIn(editor, stale, decision),
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the place of an editor stays the same
    [editor],
  );
  return (
    <PlaceContext value={where}>
      {leftOut > 0 && (
        <Alert
          color="yellow"
          role="alert"
          mb="xs"
          withCloseButton
          closeButtonLabel={t('notice.close')}
          onClose={() => setLeftOut(0)}
          title={t('editor.leftOut', { count: leftOut })}
        >
          {t('editor.leftOutText')}
        </Alert>
      )}
      <RichTextEditor
        editor={editor}
        className={isShort ? 'words short' : 'words'}
        labels={{
          h3ControlLabel: t('editor.heading'),
          h4ControlLabel: t('editor.smallerHeading'),
          boldControlLabel: t('editor.bold'),
          italicControlLabel: t('editor.italic'),
          bulletListControlLabel: t('editor.bullets'),
          orderedListControlLabel: t('editor.numbers'),
        }}
      >
        {canWrite && (
          <Toolbar
            editor={editor}
            section={props.section}
            drafts={props.drafts}
            isShort={isShort}
          />
        )}
        <RichTextEditor.Content />
      </RichTextEditor>
    </PlaceContext>
  );
}
