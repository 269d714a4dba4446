import type { JSONContent } from '@tiptap/core';
import {
  type Inline,
  type RichText,
  standings,
  type TextBlock,
} from '../../../src/domain/profile/rich-text.ts';

type Run = readonly Inline[];

/** The analyst's words as the editor's document. */
export function toEditor(text: RichText): JSONContent {
  const blocks = text.flatMap(blockToEditor);
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks };
}

/**
 * The editor's document as the analyst's words. Empty paragraphs, list items and tables are left out, texts of the
 * same form that stand beside each other become one, and cells that span others are filled with empty ones.
 */
export function fromEditor(document: JSONContent): RichText {
  return childrenOf(document).flatMap(blockFromEditor);
}

function blockToEditor(block: TextBlock): JSONContent[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block.content, block.standing)];
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: block.level },
          content: block.content.flatMap(toInline),
        },
      ];
    case 'list':
      if (block.items.length === 0) return [];
      return [
        {
          type: block.isOrdered ? 'orderedList' : 'bulletList',
          content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
        },
      ];
    default: {
      const { header, rows } = block;
      const width = Math.max(header.length, ...rows.map((row) => row.length));
      const filled = (row: readonly Run[], type: string): JSONContent => ({
        type: 'tableRow',
        content: Array.from({ length: width }, (_, column) => ({
          type,
          content: [paragraph(row[column] ?? [])],
        })),
      });
      if (width === 0) return [];
      return [
        {
          type: 'table',
          content: [
            ...(header.length === 0 ? [] : [filled(header, 'tableHeader')]),
            ...rows.map((row) => filled(row, 'tableCell')),
          ],
        },
      ];
    }
  }
}

function paragraph(run: Run, standing: string | null = null): JSONContent {
  return { type: 'paragraph', attrs: { standing }, content: run.flatMap(toInline) };
}

function toInline(part: Inline): JSONContent[] {
  switch (part.type) {
    case 'text': {
      if (part.text === '') return [];
      const marks = [
        ...(part.bold === true ? [{ type: 'bold' }] : []),
        ...(part.italic === true ? [{ type: 'italic' }] : []),
      ];
      return [{ type: 'text', text: part.text, ...(marks.length === 0 ? {} : { marks }) }];
    }
    case 'figure': {
      const { figure, accepted, keptAgainst } = part;
      return [{ type: 'figure', attrs: { figure, accepted, keptAgainst } }];
    }
    case 'footnote':
      return [{ type: 'footnote', attrs: { note: part.text } }];
    default:
      return [{ type: 'hardBreak' }];
  }
}

function childrenOf(node: JSONContent): readonly JSONContent[] {
  return node.content ?? [];
}

function blockFromEditor(node: JSONContent): TextBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const content = runOf([node]);
      const standing = standings.find((one) => one === node.attrs?.['standing']) ?? null;
      return content.length === 0 ? [] : [{ type: 'paragraph', standing, content }];
    }
    case 'heading': {
      const content = runOf([node]);
      const level = node.attrs?.['level'] === 4 ? 4 : 3;
      return content.length === 0 ? [] : [{ type: 'heading', level, content }];
    }
    case 'bulletList':
    case 'orderedList': {
      const items = childrenOf(node)
        .map((item) => runOf(childrenOf(item)))
        .filter((item) => item.length > 0);
      const isOrdered = node.type === 'orderedList';
      return items.length === 0 ? [] : [{ type: 'list', isOrdered, items }];
    }
    case 'table':
      return tableOf(node);
    default:
      return [];
  }
}

/** The inline content of blocks that make one run; a line ends between them. */
function runOf(blocks: readonly JSONContent[]): Inline[] {
  const run: Inline[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index > 0) run.push({ type: 'break' });
    for (const node of childrenOf(block)) {
      const part = fromInline(node);
      const last = run.at(-1);
      if (part?.type === 'text' && last?.type === 'text' && isSameForm(part, last)) {
        run[run.length - 1] = { ...last, text: last.text + part.text };
      } else if (part !== null) run.push(part);
    }
  }
  const isEmpty = run.every(
    (part) => part.type === 'break' || (part.type === 'text' && part.text.trim() === ''),
  );
  return isEmpty ? [] : run;
}

type TextPart = Extract<Inline, { type: 'text' }>;

function isSameForm(first: TextPart, second: TextPart): boolean {
  return first.bold === second.bold && first.italic === second.italic;
}

// Characters that no XML may hold; they come with what is pasted and would be refused when it is saved.
// oxlint-disable-next-line no-control-regex -- these are the characters that are taken out
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

function fromInline(node: JSONContent): Inline | null {
  const attribute = (name: string): string => String(node.attrs?.[name] ?? '');
  switch (node.type) {
    case 'text': {
      const has = (mark: string): boolean => node.marks?.some(({ type }) => type === mark) === true;
      const text = (node.text ?? '').replaceAll(controlCharacters, '');
      return {
        type: 'text',
        text,
        ...(has('bold') ? { bold: true } : {}),
        ...(has('italic') ? { italic: true } : {}),
      };
    }
    case 'figure':
      return {
        type: 'figure',
        figure: attribute('figure'),
        accepted: attribute('accepted'),
        keptAgainst: attribute('keptAgainst'),
      };
    case 'footnote': {
      const text = attribute('note').replaceAll(controlCharacters, '');
      return text.trim() === '' ? null : { type: 'footnote', text };
    }
    case 'hardBreak':
      return { type: 'break' };
    default:
      return null;
  }
}

/** Rows of equal length. The first row is the header when all its cells are header cells. */
function tableOf(node: JSONContent): TextBlock[] {
  const grid: Run[][] = [];
  const rows = childrenOf(node);
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const cell of childrenOf(row)) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      const run = runOf(childrenOf(cell));
      const wide = spanOf(cell, 'colspan', 1_000);
      const high = spanOf(cell, 'rowspan', rows.length - rowIndex);
      for (let down = 0; down < high; down += 1) {
        const line = (grid[rowIndex + down] ??= []);
        for (let right = 0; right < wide; right += 1) {
          line[column + right] = down === 0 && right === 0 ? run : [];
        }
      }
      column += wide;
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  const filled = grid.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? []));
  if (filled.flat().every((run) => run.length === 0)) return [];
  const first = childrenOf(rows[0] ?? {});
  const hasHeader = first.length > 0 && first.every(({ type }) => type === 'tableHeader');
  return [
    hasHeader
      ? { type: 'table', header: filled[0] ?? [], rows: filled.slice(1) }
      : { type: 'table', header: [], rows: filled },
  ];
}

function spanOf(cell: JSONContent, name: string, most: number): number {
  const span = Number(cell.attrs?.[name] ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}
