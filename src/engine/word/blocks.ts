import { BorderStyle, ImageRun, Paragraph, type ParagraphChild, Table, TextRun } from 'docx';
import type { Block, StatementBlock, TableBlock } from '../../domain/figures/blocks.ts';
import { drawChart } from '../page/draw.ts';
import { drawMap } from '../page/map-svg.ts';
import { rasterise } from './rasterise.ts';
import { rowsOf, tableWidth } from './tables.ts';
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
      return boxed([new TextRun({ text: clean(block.text), bold: true })]);
    case 'finding':
      return boxed([
        new TextRun({ text: `C${++numbers.finding}. `, bold: true }),
        new TextRun(clean(block.text)),
        new TextRun({ text: `Rests on: ${clean(block.basis)}`, break: 1, italics: true }),
      ]);
    case 'statement':
      return statementAsWord(block, notes);
    case 'list':
      return block.items.map((item) => new Paragraph({ text: clean(item), bullet: { level: 0 } }));
    case 'words':
      return wordsAsWord(block.text, notes);
    case 'table':
      return tableAsWord(block, ++numbers.table);
    case 'map':
      return figureAsWord(drawMap(block.map), block.caption, ++numbers.figure);
    default:
      return figureAsWord(drawChart(block), block.caption, ++numbers.figure);
  }
}

/** A box, and a gap after it: Word draws paragraphs with the same border that touch as one box. */
function boxed(children: ParagraphChild[]): Paragraph[] {
  return [
    new Paragraph({ border: box, keepLines: true, children }),
    new Paragraph({ style: 'AfterTable' }),
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
    ...boxed([
      new TextRun({ text: `${label}. `, bold: true }),
      ...(isPlain ? runs(first.content, notes) : []),
      ...below.map((line) => new TextRun({ text: clean(line), break: 1, italics: true })),
    ]),
    ...wordsAsWord(isPlain ? rest : text, notes),
  ];
}

function tableAsWord(table: TableBlock, number: number): (Paragraph | Table)[] {
  const text = (cell: string): TextRun[] => [new TextRun(clean(cell))];
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      text: `Table ${number}. ${clean(table.caption)}`,
    }),
    new Table({
      width: tableWidth,
      columnWidths: widthsOf(table),
      rows: rowsOf(
        table.columns.map(({ title }) => [new TextRun({ text: clean(title), bold: true })]),
        table.rows.map((row) => row.map(text)),
        (column) => table.columns[column]?.isNumber === true,
      ),
    }),
    new Paragraph({ style: 'AfterTable' }),
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

/** Widths that never break a number or a word of a title; what is left goes to the columns of text. */
function widthsOf({ columns, rows }: TableBlock): number[] {
  const titleOf = (at: number): string => columns[at]?.title ?? '';
  const longest = columns.map(({ title, isNumber }, at) => {
    const cells = rows.slice(0, 200).map((row) => row[at] ?? '');
    const inCells = cells.map((cell) => (isNumber === true ? cell.length : longestWord(cell)));
    return Math.min(mostCharacters, Math.max(longestWord(title) * boldFactor, ...inCells));
  });
  const least = longest.map((length) => length * characterTwips + edgeTwips);
  const left = Math.max(0, textTwips - least.reduce((sum, width) => sum + width, 0));
  const wanted = columns.map(({ isNumber }, at) =>
    isNumber === true
      ? titleOf(at).length / titleShare
      : Math.max(1, ...rows.slice(0, 200).map((row) => (row[at] ?? '').length)),
  );
  const all = wanted.reduce((sum, length) => sum + length, 0);
  return least.map((width, at) =>
    Math.round(width + (all === 0 ? left / columns.length : (left * (wanted[at] ?? 0)) / all)),
  );
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => word.length));
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
