import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';
import type { ReportView } from '../src/contract/page-api.ts';
import { askWhereToSave } from './dialogs.ts';
import type { EngineHost, Job } from './engine-host.ts';
import { printPage } from './print.ts';
import type { ReportStore } from './report-store.ts';
import { saveWhole } from './save-whole.ts';

/** Builds the profile and keeps it where the page can show it. */
export async function showProfile(
  engine: EngineHost,
  reports: ReportStore,
  job?: Job,
): Promise<Outcome<ReportView>> {
  const built = await engine.call('buildProfile', {}, job);
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

/**
 * Builds the profile, asks where it goes, prints it and records that it left. What cannot be recorded is not
 * exported: the file appears only after the audit log has it.
 */
export async function exportProfile(
  engine: EngineHost,
  window: BrowserWindow,
  job?: Job,
): Promise<Outcome<{ readonly name: string }>> {
  const built = await engine.call('buildProfile', {}, job);
  if (!built.ok) return built;
  const path = await askWhereToSave(window, 'profile-pdf', `${built.value.title}.pdf`);
  if (path === null) {
    return failure('cancelled', 'The profile was not exported.', 'Export it when you are ready.');
  }
  let pdf: Uint8Array;
  try {
    pdf = await printPage(built.value);
  } catch {
    return failure(
      'print-failed',
      'The profile could not be printed.',
      'Try again. If it happens again, close Action Ten and open it again.',
    );
  }
  const saved = await saveWhole(path, pdf, () =>
    engine.call('recordExport', { product: 'profile-pdf', bytes: pdf.byteLength }),
  );
  return saved.ok ? success({ name: basename(path) }) : saved;
}
