import { BorderStyle, ImageRun, Paragraph, type ParagraphChild, Table, TextRun } from 'docx';
import type { Block, StatementBlock, TableBlock } from '../../domain/figures/blocks.ts';
import { drawChart } from '../page/draw.ts';
import { drawMap } from '../page/map-svg.ts';
import { rasterise } from './rasterise.ts';
import { ownForm, rowsOf, tableWidth } from './tables.ts';
import { clean, type Footnotes, runs, wordsAsWord } from './words.ts';

/** Running numbers of figures, tables and computed findings, as on the page. */
export interface Numbers {
  figure: number;
  table: number;
  finding: number;
}

/** Width of the text in page units (170 mm at 96 to the inch). */
const textWidth = 642;
const lineOfBox = { style: BorderStyle.SINGLE, size: 8, color: '3D2C8D', space: 6 } as const;
const box = { top: lineOfBox, bottom: lineOfBox, left: lineOfBox, right: lineOfBox };

/** One block of the profile as paragraphs, tables and pictures of a Word document. */
export async function blockAsWord(
  block: Block,
  numbers: Numbers,
  notes: Footnotes,
): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph(clean(block.text))];
    case 'warning':
      return boxed([new TextRun({ text: clean(block.text), bold: true })], notes.areInBrackets);
    case 'finding':
      return boxed(
        [
          new TextRun({ text: `C${++numbers.finding}. `, bold: true }),
          new TextRun(clean(block.text)),
          new TextRun({ text: `Rests on: ${clean(block.basis)}`, break: 1, italics: true }),
        ],
        notes.areInBrackets,
      );
    case 'statement':
      return statementAsWord(block, notes);
    case 'list':
      return block.items.map((item) => new Paragraph({ text: clean(item), bullet: { level: 0 } }));
    case 'words':
      return wordsAsWord(block.text, notes);
    case 'table':
      return tableAsWord(block, ++numbers.table, notes.areInBrackets);
    case 'map':
      return figureAsWord(drawMap(block.map), block.caption, ++numbers.figure);
    default:
      return figureAsWord(drawChart(block), block.caption, ++numbers.figure);
  }
}

/** A box, and a gap after it: Word draws paragraphs with the same border that touch as one box. */
function boxed(children: ParagraphChild[], isPoured: boolean): Paragraph[] {
  return [
    // Borders stand outside the text: the indent keeps a box as wide as a table.
    new Paragraph({ border: box, indent: { left: 120, right: 120 }, keepLines: true, children }),
    new Paragraph(ownForm(isPoured).gap),
  ];
}

/** A finding or recommendation in one box: its number, its first paragraph and what it rests on. */
function statementAsWord(
  { label, text, below }: StatementBlock,
  notes: Footnotes,
): (Paragraph | Table)[] {
  const [first, ...rest] = text;
  const isPlain = first?.type === 'paragraph';
  return [
    ...boxed(
      [
        new TextRun({ text: `${label}. `, bold: true }),
        ...(isPlain ? runs(first.content, notes) : []),
        ...below.map((line) => new TextRun({ text: clean(line), break: 1, italics: true })),
      ],
      notes.areInBrackets,
    ),
    ...wordsAsWord(isPlain ? rest : text, notes),
  ];
}

function tableAsWord(table: TableBlock, number: number, isPoured: boolean): (Paragraph | Table)[] {
  const { widths, size } = widthsOf(table);
  const run = (text: string, bold: boolean): TextRun[] => [
    // A number and its per cent sign stay on one line, as on the page.
    new TextRun({ text: clean(text).replaceAll(/(\d) %/g, '$1\u00a0%'), bold, size }),
  ];
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      text: `Table ${number}. ${clean(table.caption)}`,
    }),
    new Table({
      width: tableWidth,
      columnWidths: widths,
      rows: rowsOf(
        table.columns.map(({ title }) => run(title, true)),
        table.rows.map((row) => row.map((cell) => run(cell, false))),
        (column) => table.columns[column]?.isNumber === true,
        isPoured,
      ),
    }),
    new Paragraph(ownForm(isPoured).gap),
  ];
}

/** Width of the text in twentieths of a point. */
const textTwips = 9_638;
const mostCharacters = 40;
/** Room of a character of table text, and of a cell's edges. */
const characterTwips = 105;
const edgeTwips = 190;
/** How much wider titles run, since they are bold. */
const boldFactor = 1.25;
/** A column of numbers asks for room for its title on about so many lines. */
const titleShare = 3;

/** Sizes of table text in half points, the usual one first: a table of many columns is set smaller. */
const sizes = [18, 16, 14] as const;

/**
 * Widths that never break a number or a word of a title, and the size of text at which they fit the page; what is
 * left goes to the columns of text. Where whole figures with their intervals do not fit, they may break between
 * their words, and only where words do not fit either is the text set smaller.
 */
function widthsOf(table: TableBlock): { readonly widths: number[]; readonly size: number } {
  const { columns, rows } = table;
  const shown = rows.slice(0, 200);
  const least = (isWhole: boolean, size: number): number[] =>
    columns.map(({ title, isNumber }, at) => {
      const measure = isWhole && isNumber === true ? wholeLength : longestWord;
      const inCells = shown.map((row) => measure(row[at] ?? ''));
      const length = Math.max(longestWord(title) * boldFactor, ...inCells);
      return (Math.min(mostCharacters, length) * characterTwips * size) / sizes[0] + edgeTwips;
    });
  const total = (all: readonly number[]): number => all.reduce((sum, width) => sum + width, 0);
  const tries = [
    { size: sizes[0], needed: least(true, sizes[0]), isWhole: true },
    ...sizes.map((size) => ({ size, needed: least(false, size), isWhole: false })),
  ];
  const { size, needed, isWhole } = tries.find((one) => total(one.needed) <= textTwips) ?? {
    size: sizes[2],
    needed: least(false, sizes[2]),
    isWhole: false,
  };
  const left = Math.max(0, textTwips - total(needed));
  const wanted = columns.map(({ title, isNumber }, at) =>
    isNumber === true
      ? Math.max(
          title.length / titleShare,
          ...(isWhole ? [] : shown.map((row) => (row[at] ?? '').length / 2)),
        )
      : Math.max(1, ...shown.map((row) => (row[at] ?? '').length)),
  );
  const all = total(wanted);
  const widths = needed.map((width, at) =>
    Math.round(width + (all === 0 ? left / columns.length : (left * (wanted[at] ?? 0)) / all)),
  );
  return { widths, size };
}

function wholeLength(cell: string): number {
  return cell.length;
}

/** Letters of the longest part that stands on one line: a number and its per cent sign are one part. */
function longestWord(text: string): number {
  const parts = text.replaceAll(/(\d) %/g, '$1_%').split(/\s+/);
  return Math.max(0, ...parts.map((part) => part.length));
}

async function figureAsWord(
  drawing: string,
  caption: string,
  number: number,
): Promise<Paragraph[]> {
  const picture = await rasterise(drawing);
  const scale = Math.min(1, textWidth / picture.width);
  const words = clean(caption);
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(picture.svg),
          fallback: { type: 'png', data: picture.png },
          transformation: { width: picture.width * scale, height: picture.height * scale },
          altText: { name: `Figure ${number}`, title: `Figure ${number}`, description: words },
        }),
      ],
    }),
    new Paragraph({ style: 'Caption', text: `Figure ${number}. ${words}` }),
  ];
}
