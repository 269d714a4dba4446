import type { ParsedInput } from '../../contract/calls.ts';
import type { RecordingChange } from '../../contract/intake.ts';
import { FailureError } from '../../contract/outcome.ts';
import { knownRecordingChanges } from '../../domain/quality/recording-steps.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { changeRecordingChange, storedRecordingChanges } from '../workspace/recording-changes.ts';

/** Adds, changes or removes a dated note on a change of recording. */
export function changeRecordingNote(
  session: Session,
  input: ParsedInput<'changeRecordingNote'>,
): void {
  if (input.id === null && input.what === '') {
    throw new FailureError(
      'bad-request',
      'A change of recording needs words that say what changed.',
      'Write what changed, and keep it again.',
    );
  }
  const { writer } = session;
  inTransaction(writer, () => {
    changeRecordingChange(writer, input);
    const did = input.id === null ? 'added' : input.what === '' ? 'removed' : 'changed';
    appendAudit(writer, 'recording change noted', { did, changedOn: input.changedOn });
  });
}

/** Changes of recording that the product ships and those that the analyst noted, by date. */
export function recordingChanges(reader: Reader): RecordingChange[] {
  const shipped = knownRecordingChanges.map(({ date, what, source }) => ({
    id: null,
    changedOn: date,
    what,
    about: 'open-data',
    source,
  }));
  return [...shipped, ...storedRecordingChanges(reader)].sort((a, b) =>
    a.changedOn < b.changedOn ? -1 : 1,
  );
}
