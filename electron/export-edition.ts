import { basename } from 'node:path';
import type { BrowserWindow } from 'electron';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';
import { askWhereToSave } from './dialogs.ts';
import type { EngineHost, Job } from './engine-host.ts';
import { printPage } from './print.ts';
import { recordExport } from './record-export.ts';
import { saveWhole } from './save-whole.ts';

/**
 * Asks where a partner or public edition goes, builds it, and prints it. The engine logs the disclosure when it builds
 * it for release, before there is a file: what could not be written afterwards was never unlogged.
 */
export async function exportEdition(
  engine: EngineHost,
  window: BrowserWindow,
  wanted: unknown,
  suggestedName: string,
  job?: Job,
): Promise<Outcome<{ readonly name: string; readonly audit: string | null }>> {
  const path = await askWhereToSave(window, 'edition-pdf', `${suggestedName}.pdf`);
  if (path === null) {
    return failure('cancelled', 'Nothing was exported.', 'Export it when you are ready.');
  }
  const built = await engine.call('buildProfile', { ...(wanted as object), release: true }, job);
  if (!built.ok) return built;
  let bytes: Uint8Array;
  try {
    bytes = await printPage(built.value);
  } catch {
    return notWritten('It could not be printed.');
  }
  const saved = await saveWhole(path, bytes, () =>
    recordExport(engine, 'profile-pdf', bytes, built.value.audit),
  );
  return saved.ok ? success({ name: basename(path), audit: built.value.audit }) : saved;
}

function notWritten(what: string): Outcome<never> {
  return failure(
    'print-failed',
    `${what} The log has the disclosure already; no file was written.`,
    'Try again. The next edition is held against this one as if it had gone out.',
  );
}
