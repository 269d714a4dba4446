import {
  AlignmentType,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';

/** Tables are as wide as the text. */
export const tableWidth = { size: 100, type: WidthType.PERCENTAGE } as const;

type Cell = readonly ParagraphChild[];

/** Rows of a table whose header is repeated on every page that it runs over; no row is broken between pages. */
export function rowsOf(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  isNumber: (column: number) => boolean,
): TableRow[] {
  const cell = (children: Cell, column: number, isHead: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          style: 'TableText',
          alignment: isNumber(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [...children],
        }),
      ],
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EEEAE6', color: 'auto' } } : {}),
    });
  const row = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((children, column) => cell(children, column, isHead)),
    });
  return [
    ...(header.length === 0 ? [] : [row(header, true)]),
    ...rows.map((cells) => row(cells, false)),
  ];
}
