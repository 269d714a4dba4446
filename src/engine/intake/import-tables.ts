import { basename } from 'node:path';
import type { Failure } from '../../contract/outcome.ts';
import type { ImportedFile } from '../../contract/results.ts';
import { importedTables, nextBatch, recordBatch, rejectedRowWriter } from '../workspace/batches.ts';
import { inLongTransaction } from '../workspace/long-transaction.ts';
import { allMappings } from '../workspace/mappings.ts';
import { fileLabel, type ImportContext } from './import-context.ts';
import type { ReadMessage, TableFacts } from './packing/batch.ts';
import type { TableKind } from './presets/preset.ts';
import { asFailure } from './read-file.ts';
import { readMessages } from './read-thread.ts';
import { asResult, combined, newReading, type Reading } from './reading.ts';
import { storeTable } from './store-table.ts';
import { settleWholeList } from './whole-lists.ts';

/** Rejected lines that a refused list is told by; the count of all stands in the result. */
const mostNamedLines = 200;

/**
 * Imports every table of a file, each in a transaction and as a batch of its own. A preset may be one of the
 * product's or a mapping that the analyst saved under that name.
 */
export async function importTables(context: ImportContext, path: string): Promise<ImportedFile> {
  const { input } = context;
  const saved = allMappings(context.writer).find(({ name }) => name === input.preset);
  const messages = readMessages({
    path,
    sheet: input.sheet,
    kind: (saved?.kind ?? input.kind) as TableKind | null,
    preset: saved === undefined ? input.preset : null,
    map: saved?.map ?? input.map,
    dates: input.dates ?? saved?.dates ?? null,
    damagedCodes: input.damagedCodes,
    keep: Object.keys(input.keep),
    dryRun: input.dryRun,
    knownTables: importedTables(context.writer),
    pseudonymKey: context.pseudonymKey,
  });
  const members: ImportedFile[] = [];
  const notes: string[] = [];
  try {
    for (;;) {
      const { value: message, done } = await messages.next();
      if (done === true) break;
      if (message.type === 'skipped') notes.push(`members-not-read: ${message.labels.length}`);
      else if (message.type === 'table-failed') {
        members.push(unreadTable(path, message.label, message.failure));
      } else if (message.type === 'table') {
        members.push(await importTable(context, path, message.facts, messages));
      }
    }
  } finally {
    await messages.return(undefined);
  }
  const result = combined(path, members);
  return notes.length === 0 ? result : { ...result, warnings: [...result.warnings, ...notes] };
}

/** A table that was not recognised. What a dry run read of it all the same is told as rejected: none could come in. */
function unreadTable(path: string, label: string, error: Failure): ImportedFile {
  const result = asResult(path, newReading(label), error);
  const rows = Number(error.detail?.['rowsRead'] ?? 0);
  if (rows === 0) return result;
  return {
    ...result,
    rows,
    rejected: rows,
    withoutLocation: rows,
    reasons: { 'not-recognised': rows },
  };
}

async function importTable(
  context: ImportContext,
  path: string,
  facts: TableFacts,
  messages: AsyncIterator<ReadMessage>,
): Promise<ImportedFile> {
  const reading = newReading(facts.label);
  reading.kind = facts.kind;
  reading.preset = facts.preset;
  reading.columnsNotRead = facts.columnsNotRead;
  const rejectedBefore = context.rejected?.length ?? 0;
  try {
    await inLongTransaction(context.writer, !context.input.dryRun, () =>
      storeAsBatch(context, path, facts, messages, reading),
    );
    if (context.input.dryRun) reading.batch = null;
    return asResult(path, reading, null);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'cancelled') throw error;
    context.rejected?.splice(rejectedBefore);
    return asResult(path, reading, failure);
  }
}

async function storeAsBatch(
  { writer, input, job, rejected }: ImportContext,
  path: string,
  facts: TableFacts,
  messages: AsyncIterator<ReadMessage>,
  reading: Reading,
): Promise<void> {
  const { counts } = reading;
  const batch = nextBatch(writer);
  reading.batch = batch;
  const keep = rejectedRowWriter(writer, batch);
  const rejectedLines: { line: number; reason: string }[] = [];
  const keepRejected = (line: number, reason: string, text: string): void => {
    keep(line, reason, text);
    if (rejectedLines.length < mostNamedLines) rejectedLines.push({ line, reason });
    const file = fileLabel(path, facts.label);
    rejected?.push({ file, line, reason, text, header: facts.header });
  };
  const stored = await storeTable(writer, facts, messages, batch, counts, keepRejected, job);
  settleWholeList(writer, facts.kind, batch, counts, rejectedLines);
  reading.grain = stored.grain;
  reading.unknown = stored.unknown;
  recordBatch(writer, batch, {
    ...counts,
    kind: facts.kind,
    preset: facts.preset,
    fileName: basename(path),
    label: facts.label,
    header: facts.header,
    fileSha256: stored.sha256,
    restsOn: stored.restsOn,
    kept: input.keep,
  });
}
