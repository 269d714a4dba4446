import writeWorkbook from 'write-excel-file/node';
import { zipOf } from './support.ts';

type Cell =
  | string
  | number
  | boolean
  | Date
  | null
  | { value: Date; type: DateConstructor; format: string };

/** An .xlsx with one sheet, or with several by their names. */
export function workbookOf(sheets: Cell[][] | Record<string, Cell[][]>): Promise<Buffer> {
  const list = Object.entries(Array.isArray(sheets) ? { Sheet1: sheets } : sheets).map(
    ([sheet, data]) => ({ sheet, data }),
  );
  return writeWorkbook(list).toBuffer();
}

/** An .xlsx written by hand: the rows of its sheets as XML. */
export function rawWorkbook(
  sheets: Record<string, { rows: string; state?: string }>,
): Promise<Buffer> {
  const names = Object.entries(sheets);
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const tags = names.map(
    ([name, { state }], at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="r${at + 1}"/>`,
  );
  const links = names.map(
    (_, at) =>
      `<Relationship Id="r${at + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
  };
  for (const [at, [, { rows }]] of names.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  }
  return zipOf(parts);
}
