import { fromBufferPromise } from 'yauzl';
import { FailureError } from '../../../contract/outcome.ts';
import { readWhole } from './byte-source.ts';
import { wrongFormat } from './refusals.ts';
import { readZipMembers, type ZipMember } from './zip-file.ts';

const mostUnpackedBytes = 500 * 2 ** 20;
const mostPackedBytes = 100 * 2 ** 20;
const mostDirectoryBytes = 10 * 2 ** 20;
const directoryPath = 'xl/workbook.xml';
const linksPath = 'xl/_rels/workbook.xml.rels';

/** A sheet of a workbook by its name; `place` counts from 1 over all sheets. */
export interface SheetEntry {
  readonly name: string;
  readonly place: number;
  readonly isVisible: boolean;
  /** The member that holds its cells; '' for a sheet without cells, such as a chart. */
  readonly path: string;
}

/** What a workbook says about its parts. */
export interface WorkbookDirectory {
  readonly sheets: readonly SheetEntry[];
  /** Members that are needed to read any sheet. */
  readonly sharedPaths: readonly string[];
}

/** Whether a ZIP with these members is an Office file rather than a package of files. */
export function isOfficeFile(members: readonly ZipMember[]): boolean {
  return hasWorkbook(members) || members.some(({ path }) => path === '[Content_Types].xml');
}

/** Whether a ZIP with these members is an Excel workbook. */
export function hasWorkbook(members: readonly ZipMember[]): boolean {
  return members.some(({ path }) => path === directoryPath);
}

/** Throws `wrong-format` for a workbook too large to be read whole, another kind of Office file or a binary workbook. */
export function refuseUnreadableWorkbook(members: readonly ZipMember[]): void {
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  if (
    sum(members.map((member) => member.bytesTotal)) > mostUnpackedBytes ||
    sum(members.map((member) => member.compressedBytes)) > mostPackedBytes
  ) {
    throw tooLargeWorkbook();
  }
  if (hasWorkbook(members)) return;
  if (members.some(({ path }) => path === 'xl/workbook.bin')) {
    throw wrongFormat(
      'This is a binary Excel workbook (.xlsb).',
      'Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV.',
    );
  }
  throw wrongFormat(
    'This is an Office file, but not an Excel workbook.',
    'Choose a CSV or Excel (.xlsx) file.',
  );
}

/** The refusal of a workbook that is too large to be read whole. */
export function tooLargeWorkbook(): FailureError {
  return wrongFormat(
    'The workbook is too large to be read whole.',
    'Save the sheet as CSV and import that.',
  );
}

/** The sheets of a workbook in their order. Throws `corrupt` when its directory cannot be read. */
export async function readDirectory(members: readonly ZipMember[]): Promise<WorkbookDirectory> {
  const tags = tagsNamed('sheet', await readPart(members, directoryPath));
  const links = tagsNamed('Relationship', await readPart(members, linksPath)).map((tag) => ({
    id: attribute(tag, 'Id'),
    kind: attribute(tag, 'Type').split('/').at(-1) ?? '',
    path: linkedPath(attribute(tag, 'Target')),
  }));
  const named = tags.filter((tag) => attribute(tag, 'name') !== '');
  if (named.length === 0) throw damagedWorkbook();
  const sheets = named.map((tag, index) => {
    const link = links.find(({ id }) => id === attribute(tag, '(?:\\w+:)?id'));
    return {
      name: attribute(tag, 'name'),
      place: index + 1,
      isVisible: !attribute(tag, 'state').toLowerCase().includes('hidden'),
      path: link?.kind === 'worksheet' ? link.path : '',
    };
  });
  const shared = links.filter(({ kind }) => kind === 'sharedStrings' || kind === 'styles');
  const sharedPaths = [directoryPath, linksPath, ...shared.map(({ path }) => path)];
  return { sheets, sharedPaths };
}

/** The refusal of a workbook whose parts do not fit together. */
export function damagedWorkbook(): FailureError {
  return new FailureError(
    'corrupt',
    'The workbook is damaged or was not written by a spreadsheet program.',
    'Open it in Excel and save it again as an Excel workbook (.xlsx), or as CSV.',
  );
}

/** The members of a workbook held in memory. Throws as `readZipMembers` does. */
export function readWorkbookMembers(bytes: Buffer): Promise<ZipMember[]> {
  return readZipMembers(() => fromBufferPromise(bytes));
}

async function readPart(members: readonly ZipMember[], path: string): Promise<string> {
  const part = members.find((member) => member.path === path);
  if (part === undefined || part.bytesTotal > mostDirectoryBytes) throw damagedWorkbook();
  return new TextDecoder().decode(await readWhole(part));
}

/** Where a link of the directory leads: written from the workbook's folder, or with a slash from the top. */
function linkedPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function tagsNamed(name: string, xml: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return unescapeXml(found?.[1] ?? found?.[2] ?? '');
}

const xmlEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex, decimal, name) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      return xmlEntities[name] ?? whole;
    },
  );
}
