import { Extension, type Extensions, mergeAttributes, Node } from '@tiptap/core';
import { ListItem } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { standings } from '../../../src/domain/profile/rich-text.ts';
import { t } from '../../words/t.ts';

/** A paragraph may be marked as fact, assessment or intelligence gap. */
const Standing = Extension.create({
  name: 'standing',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph'],
        attributes: {
          standing: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-standing'),
            renderHTML: ({ standing: marked }) => {
              const standing = standings.find((one) => one === marked);
              return standing === undefined
                ? {}
                : { 'data-standing': standing, 'data-words': t(`standing.over.${standing}`) };
            },
          },
        },
      },
    ];
  },
});

/** One attribute that is kept in the HTML of a copied selection, so that copy and paste keep it. */
function kept(name: string, inHtml: string) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute(inHtml) ?? '',
    renderHTML: (attributes: Record<string, string>) => ({ [inHtml]: attributes[name] ?? '' }),
  };
}

/** A number tied to the evidence: one thing that is inserted, moved and deleted whole. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes() {
    return {
      figure: kept('figure', 'data-figure'),
      accepted: kept('accepted', 'data-accepted'),
      keptAgainst: kept('keptAgainst', 'data-kept-against'),
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-figure]' }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), String(node.attrs['accepted'])];
  },
  renderText({ node }) {
    return String(node.attrs['accepted']);
  },
});

/** A footnote stands where it is cited; its text is written in a small box of its own. */
export const FootnoteNode = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes() {
    return { note: kept('note', 'data-note') };
  },
  parseHTML() {
    return [{ tag: 'span[data-note]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), '*'];
  },
  renderText({ node }) {
    return ` [${String(node.attrs['note'])}]`;
  },
});

/**
 * What the editor can hold: the forms of `RichText` and nothing else. Whatever is pasted is fitted into it by the
 * editor, so that styles, links, pictures and scripts have no place to go.
 */
export function wordsExtensions(figure = FigureNode, footnote = FootnoteNode): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [3, 4] },
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      listItem: false,
      strike: false,
      underline: false,
    }),
    // No list within a list: the document has one level, and so have its Word and PDF forms.
    ListItem.extend({ content: 'paragraph+' }),
    Table.configure({ resizable: false }),
    TableRow,
    TableCell.extend({ content: 'paragraph+' }),
    TableHeader.extend({ content: 'paragraph+' }),
    Standing,
    figure,
    footnote,
  ];
}
