import type { Editor } from '@tiptap/core';
import type { LiveFigure } from '../../../src/domain/profile/live-figure.ts';
import type { FigureReference, RichText } from '../../../src/domain/profile/rich-text.ts';
import { type StaleFigure, settle } from '../../../src/domain/profile/stale.ts';
import { toEditor } from './editor-document.ts';

/** A figure of the editor's document as the reference that it stands for. */
export function referenceOf(attributes: Record<string, unknown>): FigureReference {
  return {
    type: 'figure',
    figure: String(attributes['figure']),
    accepted: String(attributes['accepted']),
    keptAgainst: String(attributes['keptAgainst']),
  };
}

/** Shows in the editor what the engine has settled, without losing the cursor or the editor's own undo. */
export function settleIn(
  editor: Editor | null,
  stale: Pick<StaleFigure, 'figure' | 'accepted' | 'current'>,
  decision: 'accept' | 'keep',
): void {
  if (editor === null || editor.isDestroyed) return;
  const change = editor.state.tr.setMeta('addToHistory', false);
  editor.state.doc.descendants((node, position) => {
    if (node.type.name !== 'figure') return;
    const before = referenceOf(node.attrs);
    const after = settle(before, stale, decision);
    if (after === before) return;
    const { figure, accepted, keptAgainst } = after;
    change.setNodeMarkup(position, undefined, { figure, accepted, keptAgainst });
  });
  if (change.docChanged) editor.view.dispatch(change);
}

/** Puts a live figure where the cursor is. */
export function insertFigure(editor: Editor, { id, text }: LiveFigure): void {
  const attrs = { figure: id, accepted: text, keptAgainst: '' };
  editor.chain().focus().insertContent({ type: 'figure', attrs }).run();
}

/**
 * Puts a sentence where the cursor is: a paragraph of its own, or within the paragraph that has words already.
 * A finding says itself whether it is fact, so that its words are not marked (`isShort`).
 */
export function insertSentence(editor: Editor, sentence: RichText, isShort: boolean): void {
  const { content = [] } = toEditor(sentence);
  const hasWords = editor.state.selection.$from.parent.content.size > 0;
  const isWithin = isShort || hasWords;
  const inline = content.flatMap((block) => block.content ?? []);
  const space = hasWords ? [{ type: 'text', text: ' ' }] : [];
  const inserted = isWithin ? [...space, ...inline] : content;
  editor.chain().focus().insertContent(inserted).run();
}
