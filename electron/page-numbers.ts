import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

/**
 * On which page each heading of a printed report begins, from 1: the targets of the contents' links, which Chromium
 * writes into the PDF as named destinations.
 */
export async function pagesOfSections(pdf: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const pageOf = new Map(
    document.getPages().map((page, index) => [page.ref.toString(), index + 1]),
  );
  const found = new Map<string, number>();
  const named = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, target] of named?.entries() ?? []) {
    const place = target instanceof PDFRef ? document.context.lookup(target) : target;
    const page = place instanceof PDFArray ? place.get(0) : undefined;
    const number = page instanceof PDFRef ? pageOf.get(page.toString()) : undefined;
    if (number !== undefined) found.set(name.decodeText(), number);
  }
  return found;
}

/** The page with the numbers in its contents. A section that has none keeps the blank it had. */
export function withPageNumbers(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replaceAll(
    /(<span class="page-number" data-of="([a-z0-9-]+)">)[^<]*(<\/span>)/g,
    (whole, start: string, section: string, end: string) => {
      const number = pages.get(section);
      return number === undefined ? whole : `${start}${number}${end}`;
    },
  );
}
