import { BrowserWindow, session } from 'electron';
import { serveApp } from './app-protocol.ts';
import { pagesOfSections, withPageNumbers } from './page-numbers.ts';
import { pageFolder } from './places.ts';
import { ReportStore } from './report-store.ts';
import { lockedPreferences } from './security.ts';

/** A report to print: `marking` and `title` stand on every page. */
export interface PrintPage {
  readonly html: string;
  readonly title: string;
  readonly marking: string;
}

const partition = 'print';
const marginInches = 20 / 25.4;
const reports = new ReportStore();

/**
 * Prints a report to an A4 PDF in a hidden window that runs no script and reaches nothing: once to see on which page
 * each section begins, and again with these numbers in its contents. Rejects when Chromium cannot load or print it.
 * To be called when the app is ready.
 */
export async function printPage(page: PrintPage): Promise<Uint8Array> {
  const first = await printOnce(page);
  const pages = await pagesOfSections(first);
  return pages.size === 0 ? first : printOnce({ ...page, html: withPageNumbers(page.html, pages) });
}

async function printOnce(page: PrintPage): Promise<Uint8Array> {
  const printSession = session.fromPartition(partition);
  if (!printSession.protocol.isProtocolHandled('app'))
    serveApp(printSession, pageFolder, reports, null);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...lockedPreferences, javascript: false, partition },
  });
  const marking = `<div style="text-align: center; font-weight: 600">${escape(page.marking)}</div>`;
  try {
    await window.loadURL(reports.add(page.html));
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      margins: { top: marginInches, bottom: marginInches, left: marginInches, right: marginInches },
      displayHeaderFooter: true,
      headerTemplate: edge(marking),
      footerTemplate: edge(
        `${marking}<div style="display: flex; justify-content: space-between; white-space: nowrap">` +
          `<span style="overflow: hidden; text-overflow: ellipsis; padding-right: 8mm">${escape(page.title)}</span>` +
          '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>',
      ),
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
  }
}

/**
 * Chromium gives these templates no style of ours, so everything is said inline, and older ones lay them out at a
 * scale of their own: sizes are shares of the page's width (A4: 210 mm), for its own margins and 8 points of type.
 */
function edge(content: string): string {
  return (
    '<div style="width: 100%; container-type: inline-size"><div style="padding: 0 9.52cqw; ' +
    `font: 1.345cqw/1.4 Inter, sans-serif; color: #1F1D1B">${content}</div></div>`
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
