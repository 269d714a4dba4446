import {
  FootnoteReferenceRun,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  Table,
  TextRun,
} from 'docx';
import type { Inline, RichText, Standing } from '../../domain/profile/rich-text.ts';
import { hasRightToLeft, visibleText } from '../page/escape.ts';
import { ownForm, rowsOf, tableWidth } from './tables.ts';

/** Footnotes of a document, numbered as they come. A template of somebody else's takes none: there they stand in brackets. */
export class Footnotes {
  readonly areInBrackets: boolean;
  readonly #texts: string[] = [];

  constructor(areInBrackets: boolean) {
    this.areInBrackets = areInBrackets;
  }

  add(text: string): number {
    this.#texts.push(text);
    return this.#texts.length;
  }

  all(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      this.#texts.map((text, at) => [
        String(at + 1),
        { children: [new Paragraph({ children: [new TextRun(clean(text))] })] },
      ]),
    );
  }
}

const standingWords: Readonly<Record<Standing, string>> = {
  fact: 'Fact',
  assessment: 'Assessment',
  gap: 'Intelligence gap',
};

/** Text without characters that cannot be seen or that XML has no place for. */
export function clean(text: string): string {
  // Halves of a pair without the other are no text at all.
  return visibleText(text).replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** The analyst's words as paragraphs, lists and tables of a Word document. */
export function wordsAsWord(text: RichText, notes: Footnotes): (Paragraph | Table)[] {
  return text.flatMap((block): (Paragraph | Table)[] => {
    switch (block.type) {
      case 'heading':
        return [
          new Paragraph({
            heading: block.level === 3 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
            children: runs(block.content, notes),
            ...directionOf(block.content),
          }),
        ];
      case 'list':
        return block.items.map(
          (item) =>
            new Paragraph({
              children: runs(item, notes),
              ...directionOf(item),
              ...(block.isOrdered
                ? { numbering: { reference: 'numbered', level: 0 } }
                : { bullet: { level: 0 } }),
            }),
        );
      case 'table':
        return [
          new Table({
            width: tableWidth,
            rows: rowsOf(
              block.header.map((cell) => runs(cell, notes)),
              block.rows.map((row) => row.map((cell) => runs(cell, notes))),
              () => false,
              notes.areInBrackets,
            ),
          }),
          new Paragraph(ownForm(notes.areInBrackets).gap),
        ];
      default: {
        const mark = block.standing;
        const said =
          mark === null ? [] : [new TextRun({ text: `${standingWords[mark]}: `, bold: true })];
        return [
          new Paragraph({
            children: [...said, ...runs(block.content, notes)],
            ...directionOf(block.content),
          }),
        ];
      }
    }
  });
}

/** A paragraph runs from right to left when its first letter does. */
function directionOf(content: readonly Inline[]): { bidirectional?: true } {
  const text = content.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return hasRightToLeft(first) ? { bidirectional: true } : {};
}

/** One run of inline content; a live figure stands as it was accepted. */
export function runs(inline: readonly Inline[], notes: Footnotes): ParagraphChild[] {
  return inline.map((part) => {
    switch (part.type) {
      case 'break':
        return new TextRun({ break: 1 });
      case 'footnote':
        return notes.areInBrackets
          ? new TextRun(` [${clean(part.text)}]`)
          : new FootnoteReferenceRun(notes.add(part.text));
      case 'figure':
        return new TextRun(clean(part.accepted));
      default:
        return new TextRun({
          text: clean(part.text),
          bold: part.bold === true,
          italics: part.italic === true,
          ...(hasRightToLeft(part.text) ? { rightToLeft: true } : {}),
        });
    }
  });
}
