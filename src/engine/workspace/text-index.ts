import type { FoundRecord } from '../../contract/intake.ts';
import { momentText } from '../../domain/time/moment.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Reader, Writer } from './database.ts';
import { inLongTransaction } from './long-transaction.ts';
import { readSetting, writeSetting } from './settings.ts';
import { allWords } from './words.ts';

const rowsPerSlice = 5_000;

/**
 * Brings the full-text index of incidents' free text up to date, in slices. It stays inside the workspace and is
 * never part of anything that leaves. Gives the number of texts added.
 */
export async function indexTexts(writer: Writer, job: Job): Promise<number> {
  const { database } = writer;
  const last = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM incident').pluck();
  const until = last.get() ?? 0;
  let after = Number(readSetting(writer, 'text-indexed-until') ?? '0');
  if (after >= until) return 0;
  const add = database.prepare(
    `INSERT INTO incident_text (rowid, summary)
     SELECT id, summary FROM incident WHERE id > ? AND id <= ? AND summary IS NOT NULL`,
  );
  return inLongTransaction(writer, true, async () => {
    let added = 0;
    while (after < until) {
      added += add.run(after, after + rowsPerSlice).changes;
      after = Math.min(after + rowsPerSlice, until);
      job.report({ stage: 'Indexing free text', done: after, total: until });
      await breathe(job);
    }
    writeSetting(writer, 'text-indexed-until', String(until));
    return added;
  });
}

/** Throws the index away, to be built again: after rows went or texts changed. */
export function forgetTextIndex(writer: Writer): void {
  writer.database.exec("INSERT INTO incident_text (incident_text) VALUES ('delete-all')");
  writeSetting(writer, 'text-indexed-until', '0');
}

interface FoundRow {
  readonly id: number;
  readonly reference: string | null;
  readonly offence: number | null;
  readonly recordedOn: number | null;
  readonly summary: string;
}

/**
 * Incidents whose free text holds all the words, the latest first, and how many there are. Words are taken as
 * they are typed: nothing in them is a command of the search.
 */
export function searchTexts(
  reader: Reader,
  text: string,
  limit: number,
): { records: FoundRecord[]; total: number } {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return { records: [], total: 0 };
  const query = words.map((word) => `"${word}"`).join(' ');
  const total =
    reader.database
      .prepare<[string], number>('SELECT count(*) FROM incident_text WHERE incident_text MATCH ?')
      .pluck()
      .get(query) ?? 0;
  const names = allWords(reader);
  const records = reader.database
    .prepare<[string, number], FoundRow>(
      `SELECT incident.id, reference, offence_title AS offence, recorded_on AS recordedOn, incident.summary
       FROM incident_text JOIN incident ON incident.id = incident_text.rowid
       WHERE incident_text MATCH ? ORDER BY incident_text.rowid DESC LIMIT ?`,
    )
    .all(query, limit)
    .map((row) => ({
      incident: row.id,
      reference: row.reference ?? '',
      offence: row.offence === null ? '' : (names[row.offence] ?? ''),
      recordedOn: row.recordedOn === null ? '' : momentText(row.recordedOn),
      text: row.summary,
    }));
  return { records, total };
}
