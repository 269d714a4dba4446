import type { RecordingChange } from '../../contract/intake.ts';
import type { Reader, Writer } from './database.ts';

/** The changes of recording that the analyst noted, by date. */
export function storedRecordingChanges(reader: Reader): RecordingChange[] {
  return reader.database
    .prepare<[], RecordingChange>(
      'SELECT id, changed_on AS changedOn, what, about, source FROM recording_change ORDER BY changed_on, id',
    )
    .all();
}

/** Adds a change (`id` null), says it anew, or removes it (`what` blank). */
export function changeRecordingChange(
  writer: Writer,
  { id, changedOn, what, about }: Pick<RecordingChange, 'id' | 'changedOn' | 'what' | 'about'>,
): void {
  const { database } = writer;
  if (id === null) {
    database
      .prepare(
        "INSERT INTO recording_change (changed_on, what, about, source) VALUES (?, ?, ?, 'analyst')",
      )
      .run(changedOn, what, about);
  } else if (what === '') {
    database.prepare('DELETE FROM recording_change WHERE id = ?').run(id);
  } else {
    database
      .prepare('UPDATE recording_change SET changed_on = ?, what = ?, about = ? WHERE id = ?')
      .run(changedOn, what, about, id);
  }
}
