import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { type ChangeableField, changePlaceField, undoPlaceChange } from '../workspace/places.ts';
import { needPlace } from './register.ts';

/** Changes what the analyst says of a place; each change keeps what it replaced. */
export function changePlace(
  session: Session,
  { place, name, note, status, patrollable }: ParsedInput<'changePlace'>,
): null {
  const { writer } = session;
  needPlace(session, place);
  const wanted: [ChangeableField, string | null | undefined][] = [
    ['name', name === '' ? null : name],
    ['note', note],
    ['status', status],
    ['patrollable', patrollable === 'unknown' ? null : patrollable],
  ];
  inTransaction(writer, () => {
    const changed = wanted.filter(
      ([field, value]) => value !== undefined && changePlaceField(writer, place, field, value),
    );
    if (changed.length === 0) return;
    // Names and notes are the analyst's words and stay out of the log.
    appendAudit(writer, 'place changed', {
      place,
      fields: changed.map(([field]) => field).join(', '),
    });
  });
  return null;
}

/** Takes the last change of a place back. */
export function undoChange(session: Session, place: number): null {
  const { writer } = session;
  needPlace(session, place);
  inTransaction(writer, () => {
    const field = undoPlaceChange(writer, place);
    if (field === null) {
      throw new FailureError(
        'bad-request',
        'There is no change of this place left to take back.',
        'The register is as it was found.',
      );
    }
    appendAudit(writer, 'place change undone', { place, fields: field });
  });
  return null;
}
