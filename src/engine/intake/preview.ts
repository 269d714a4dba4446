import type { ParsedInput } from '../../contract/calls.ts';
import type { FilePreview, Mapping } from '../../contract/intake.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { allMappings } from '../workspace/mappings.ts';
import { pseudonymKeys } from '../workspace/pseudonym-keys.ts';
import { openTables } from './formats/table-source.ts';
import { holdsBaseMap } from './import-base-map.ts';
import { holdsBoundaries } from './import-boundaries.ts';
import { type PreviewContext, previewTable } from './preview-table.ts';
import { asFailure } from './read-file.ts';
import { isKnownHeader } from './recognise.ts';

type PreviewInput = ParsedInput<'previewFiles'>;

/** Looks at files without importing them: how each of their tables is understood, and its first rows. */
export async function previewFiles(
  session: Session,
  input: PreviewInput,
  job: Job,
): Promise<{ files: FilePreview[] }> {
  const mappings = allMappings(session.reader);
  const context: PreviewContext = {
    input,
    mappings,
    pseudonymKey: pseudonymKeys(session.reader),
    areas: session.areas().index,
  };
  const files: FilePreview[] = [];
  for (const [index, file] of input.files.entries()) {
    job.report({ stage: 'Looking at the files', done: index, total: input.files.length });
    await breathe(job);
    files.push(await previewFile(file, context));
  }
  return { files };
}

async function previewFile(file: string, context: PreviewContext): Promise<FilePreview> {
  const { input } = context;
  const seen = { isBoundaries: false, isBaseMap: false };
  try {
    if (holdsBaseMap(file, input.kind)) {
      return { file, isBoundaries: false, isBaseMap: true, tables: [], skipped: [] };
    }
    if (holdsBoundaries(file, input.kind)) {
      seen.isBoundaries = true;
      return { file, ...seen, tables: [], skipped: [] };
    }
    const { tables, skipped } = await openTables(file, {
      sheet: input.sheet,
      isKnownHeader: (cells) => isKnownHeader(cells) || isMappedHeader(cells, context.mappings),
    });
    const previews: FilePreview['tables'][number][] = [];
    for (const table of tables) previews.push(await previewTable(table, context));
    return { file, ...seen, tables: previews, skipped };
  } catch (error) {
    const { code, message, remedy } = asFailure(error);
    return { file, ...seen, tables: [], skipped: [], error: { code, message, remedy } };
  }
}

/** Whether a row holds the column names of a saved mapping. */
function isMappedHeader(cells: readonly string[], mappings: readonly Mapping[]): boolean {
  return mappings.some(({ map }) => Object.values(map).every((column) => cells.includes(column)));
}
