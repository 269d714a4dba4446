import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { Job } from '../jobs.ts';
import { stillHolding } from '../protection/retention.ts';
import { needSession, type Session } from '../session.ts';
import type { EngineState } from '../state.ts';
import { appendAudit } from '../workspace/audit.ts';
import { refuseBackupsOutOfReach, removeBackups } from '../workspace/backup-folder.ts';
import { listBatches } from '../workspace/batches.ts';
import { inTransaction } from '../workspace/database.ts';
import {
  deleteSecurely,
  type Erased,
  eraseReference,
  forgetColumns,
  freePages,
  rowsNaming,
  rowsOfBatchLeft,
  scrub,
} from '../workspace/erase.ts';
import { keepRetentionDate } from '../workspace/retention.ts';
import { undoBatch } from '../workspace/undo.ts';

/** Copies that an erasure in this file cannot reach: said each time, since somebody has to see to them. */
const elsewhere = [
  'backups and copies of this workspace',
  'the files that the rows came from',
  'documents and layers that were exported or shared',
];

/**
 * Erases rows for good, writes the file anew and logs that it was done: when, by whom, why and how many rows, never
 * what they said.
 */
export async function erase(
  { session: open, policy }: EngineState,
  { reference, batch, why }: ParsedInput<'eraseRecords'>,
  job: Job,
): Promise<CallOutputs['eraseRecords']> {
  const session = needSession(open);
  const { writer } = session;
  if ((reference === null) === (batch === null)) {
    throw new FailureError(
      'bad-request',
      'Name either a reference or a batch to erase.',
      'Write --reference REF or --batch B.',
    );
  }
  if (reference !== null && why.toLowerCase().includes(reference.toLowerCase())) {
    throw new FailureError(
      'bad-request',
      'The reason names what is to be erased, and the log keeps the reason for good.',
      'Give a reason without the reference, such as the number of the request.',
    );
  }
  refuseBackupsOutOfReach(policy.backupFolder);
  const since = firstHeldSince(session, batch);
  deleteSecurely(writer);
  let erased: Erased = {};
  if (batch !== null) erased = (await undoBatch(writer, batch, job)).removed;
  const audit = inTransaction(writer, () => {
    if (reference !== null) {
      erased = eraseReference(writer, reference);
      if (Object.values(erased).every((count) => count === 0)) {
        throw new FailureError(
          'not-found',
          'Nothing in this workspace has this reference.',
          'Check how the reference is written in the records system.',
        );
      }
    }
    if (batch !== null) {
      forgetColumns(writer);
      keepRetentionDate(writer, batch, null);
    }
    return appendAudit(writer, 'erased', { why, batch, rows: { ...erased } });
  });
  scrub(writer);
  const proof = {
    rowsLeft:
      reference === null ? rowsOfBatchLeft(writer, batch ?? 0) : rowsNaming(writer, reference),
    freePages: freePages(writer),
  };
  inTransaction(writer, () => appendAudit(writer, 'erasure checked', { of: audit, ...proof }));
  removeBackups(session.workspace.path, policy.backupFolder);
  const holding = stillHolding(session, since);
  return { erased, outOfReach: elsewhere, stillHolding: holding, proof, audit };
}

/** Since when a copy may hold what is erased: the batch's import, or the first of all for a reference. */
function firstHeldSince({ reader }: Session, batch: number | null): string {
  const batches = listBatches(reader).filter((one) => batch === null || one.batch === batch);
  return batches.at(-1)?.importedAt ?? '';
}
