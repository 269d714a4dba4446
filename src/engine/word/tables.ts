import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';

/** Tables are as wide as the text. */
export const tableWidth = { size: 100, type: WidthType.PERCENTAGE } as const;

/**
 * The form of table text, and of the gap after a table or box. A template of somebody else's has no style of ours, and
 * LibreOffice puts the text of a cell whose style is not there outside its table: there the form stands on each one.
 */
export function ownForm(isPoured: boolean) {
  return {
    cell: isPoured
      ? { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } }
      : { style: 'TableText' },
    gap: isPoured
      ? { spacing: { before: 0, after: 60, line: 120, lineRule: LineRuleType.EXACT } }
      : { style: 'AfterTable' },
  };
}

type Cell = readonly ParagraphChild[];

/** Rows of a table whose header is repeated on every page that it runs over; no row is broken between pages. */
export function rowsOf(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  isNumber: (column: number) => boolean,
  isPoured: boolean,
): TableRow[] {
  const form = ownForm(isPoured).cell;
  const cell = (children: Cell, column: number, isHead: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          ...form,
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
