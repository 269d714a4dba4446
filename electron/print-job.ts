import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { printPage } from './print.ts';
import { saveWhole } from './save-whole.ts';

/** What a command writes for the printing process: where the page is and where the PDF goes. */
const printJob = z.object({
  html: z.string(),
  pdf: z.string(),
  marking: z.string(),
  title: z.string(),
});

/**
 * Prints for a command and ends the program: exit code 0 when the PDF is there, else 1 with the reason as the last
 * line on standard error. Has a data folder of its own, so that it never meets a window that is open.
 */
export async function runPrintJob(jobFile: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'action-ten-printer-'));
  app.setPath('userData', dataFolder);
  app.once('quit', () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 }));
  // The end of the printing window is not the end of the program: the PDF has yet to be saved.
  app.on('window-all-closed', () => undefined);
  let reason: string | null;
  try {
    await app.whenReady();
    reason = await print(jobFile);
  } catch {
    reason = 'The page could not be loaded or printed.';
  }
  // Written at once: the program ends before a stream would be flushed.
  if (reason !== null) writeSync(2, `${reason}\n`);
  app.exit(reason === null ? 0 : 1);
}

/** Why it could not be printed, or null. */
async function print(jobFile: string): Promise<string | null> {
  const job = printJob.parse(JSON.parse(await readFile(jobFile, 'utf8')));
  const bytes = await printPage({ ...job, html: await readFile(job.html, 'utf8') });
  const saved = await saveWhole(job.pdf, bytes);
  return saved.ok ? null : saved.message;
}
