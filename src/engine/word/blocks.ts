import { BorderStyle, ImageRun, Paragraph, Table, TextRun } from 'docx';
import type { Block, TableBlock } from '../../domain/figures/blocks.ts';
import { drawChart } from '../page/draw.ts';
import { drawMap } from '../page/map-svg.ts';
import { rasterise } from './rasterise.ts';
import { rowsOf, tableWidth } from './tables.ts';
import { clean, type Footnotes, wordsAsWord } from './words.ts';

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
      return [boxed([new TextRun({ text: clean(block.text), bold: true })])];
    case 'finding':
      return [
        boxed([
          new TextRun({ text: `C${++numbers.finding}. `, bold: true }),
          new TextRun(clean(block.text)),
          new TextRun({ text: `Rests on: ${clean(block.basis)}`, break: 1, italics: true }),
        ]),
      ];
    case 'statement':
      return [
        new Paragraph({
          keepNext: true,
          children: [new TextRun({ text: `${block.label}.`, bold: true })],
        }),
        ...wordsAsWord(block.text, notes),
        ...block.below.map(
          (line) =>
            new Paragraph({ children: [new TextRun({ text: clean(line), italics: true })] }),
        ),
      ];
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

function boxed(children: TextRun[]): Paragraph {
  return new Paragraph({ border: box, children });
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
      rows: rowsOf(
        table.columns.map(({ title }) => [new TextRun({ text: clean(title), bold: true })]),
        table.rows.map((row) => row.map(text)),
        (column) => table.columns[column]?.isNumber === true,
      ),
    }),
    new Paragraph({}),
  ];
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
