import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../contract/outcome.ts';
import type { BuiltProfile } from '../contract/results.ts';

/** A print that takes longer has hung; a profile takes a few seconds. */
const longestPrintMilliseconds = 180_000;

/**
 * Prints a profile to PDF through the app's own hidden window. How to start it comes
 * in ACTION_TEN_PRINTER ({command, args}), set by the launcher or by the packaged app itself. The page waits in
 * a folder of its own that only this user may read, and is removed whatever happens.
 */
export function printToPdf(
  profile: Pick<BuiltProfile, 'html' | 'marking' | 'title'>,
  pdf: string,
): void {
  const printer = readPrinter();
  const folder = mkdtempSync(join(tmpdir(), 'action-ten-print-'));
  try {
    const html = join(folder, 'profile.html');
    const job = join(folder, 'job.json');
    writeFileSync(html, profile.html, { mode: 0o600 });
    writeFileSync(
      job,
      JSON.stringify({ html, pdf, marking: profile.marking, title: profile.title }),
      {
        mode: 0o600,
      },
    );
    const result = spawnSync(printer.command, [...printer.args, '--print-job', job], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestPrintMilliseconds,
    });
    if (result.status !== 0 || !existsSync(pdf)) {
      const lines = (result.stderr ?? '').trim().split('\n');
      throw new FailureError(
        'print-failed',
        `The PDF could not be printed. ${lines.at(-1) ?? ''}`.trim(),
        'Check that the folder may be written to and that the disk is not full. --html writes the page without printing.',
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPrinter(): { command: string; args: string[] } {
  const text = process.env['ACTION_TEN_PRINTER'];
  if (text === undefined) {
    throw new FailureError(
      'print-failed',
      'No printing window is set up for this command.',
      'Run the command through "npm run -s action-ten --" or through the installed app.',
    );
  }
  return JSON.parse(text) as { command: string; args: string[] };
}
