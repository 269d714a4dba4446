import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';
import type { ReportView } from '../src/contract/page-api.ts';
import { actionPages, type PageProduct, pageProducts } from '../src/contract/page-products.ts';
import { askWhereToSave } from './dialogs.ts';
import type { EngineHost, Job } from './engine-host.ts';
import { printPage } from './print.ts';
import { recordExport } from './record-export.ts';
import type { ReportStore } from './report-store.ts';
import { saveWhole } from './save-whole.ts';

/** Builds the profile (or an edition of it, never released) and keeps it where the page can show it. */
export async function showProfile(
  engine: EngineHost,
  reports: ReportStore,
  job?: Job,
  wanted: unknown = {},
): Promise<Outcome<ReportView>> {
  const input = { ...(wanted as object), release: false };
  const built = await engine.call('buildProfile', input, job);
  if (!built.ok) return built;
  const { html, ...profile } = built.value;
  return success({ url: reports.add(html), profile });
}

/** Keeps a published version where the page can show it. */
export async function showVersion(
  engine: EngineHost,
  reports: ReportStore,
  version: string,
  job?: Job,
): Promise<Outcome<{ readonly url: string }>> {
  const read = await engine.call('readProfileVersion', { version }, job);
  return read.ok ? success({ url: reports.add(read.value.html) }) : read;
}

type Built = { readonly title: string; readonly marking: string; readonly html: string };

/** The page behind each product. */
async function build(
  engine: EngineHost,
  product: PageProduct,
  job: Job | undefined,
): Promise<Outcome<Built>> {
  if (product === 'brief-pdf') return engine.call('buildBrief', {}, job);
  for (const page of actionPages) {
    if (product.startsWith(page)) return engine.call('buildActionPage', { page }, job);
  }
  return engine.call('buildProfile', {}, job);
}

export function isPageProduct(name: unknown): name is PageProduct {
  return pageProducts.some((product) => product === name);
}

/**
 * Builds the profile, its brief or an action page, asks where it goes, prints it and records that it left. What cannot be recorded is
 * not exported: the file appears only after the audit log has it. The name on offer carries the marking.
 */
export async function exportPage(
  engine: EngineHost,
  window: BrowserWindow,
  product: PageProduct,
  job?: Job,
): Promise<Outcome<{ readonly name: string }>> {
  const built = await build(engine, product, job);
  if (!built.ok) return built;
  const { title, marking, html } = built.value;
  const extension = product.endsWith('-html') ? 'html' : 'pdf';
  const path = await askWhereToSave(window, product, `${title}, ${marking}.${extension}`);
  if (path === null) {
    return failure('cancelled', 'Nothing was exported.', 'Export it when you are ready.');
  }
  let bytes: Uint8Array;
  try {
    bytes = extension === 'html' ? Buffer.from(html) : await printPage(built.value);
  } catch {
    return failure(
      'print-failed',
      'It could not be printed, so no file was written. The draft is as it was.',
      'Try again. If it happens again, close Action Ten and open it again.',
    );
  }
  const saved = await saveWhole(path, bytes, () => recordExport(engine, product, bytes));
  return saved.ok ? success({ name: basename(path) }) : saved;
}
