import { userInfo } from 'node:os';
import { FailureError } from '../../contract/outcome.ts';
import type { KeptDecision } from '../../contract/rules.ts';
import type { Decision } from '../../domain/vawg/decisions.ts';
import type { Question } from '../../domain/vawg/rule-set.ts';
import type { Reader, Writer } from './database.ts';
import { bumpRulesState } from './settings.ts';

/** An answer to one question, as the analyst gave it. */
export type DecidedAnswer =
  | { readonly question: 'vawg'; readonly tier: NonNullable<Decision['vawg']> }
  | { readonly question: 'online'; readonly online: boolean }
  | ({ readonly question: 'space' } & NonNullable<Decision['space']>);

/** The analyst's live decisions by incident row id: of two on one question the later stands. */
export function liveDecisions(reader: Reader): Map<number, Decision> {
  const rows = reader.database
    .prepare<[], [incident: number, answer: string]>(
      `SELECT incident, answer FROM decided_record JOIN review_decision ON review_decision.id = decision
       WHERE undone_at IS NULL ORDER BY decision`,
    )
    .raw()
    .all();
  const decisions = new Map<number, Decision>();
  for (const [incident, text] of rows) {
    const answer = JSON.parse(text) as DecidedAnswer;
    decisions.set(incident, { ...decisions.get(incident), ...asDecision(answer) });
  }
  return decisions;
}

function asDecision(answer: DecidedAnswer): Decision {
  if (answer.question === 'vawg') return { vawg: answer.tier };
  if (answer.question === 'online') return { online: answer.online };
  return { space: { space: answer.space, subtype: answer.subtype } };
}

/** Keeps a decision on several records; throws `not-found` when one of them is not in the workspace. */
export function keepDecision(
  writer: Writer,
  incidents: readonly number[],
  answer: DecidedAnswer,
  why: string,
): number {
  const { database } = writer;
  const known = database.prepare<[number], number>('SELECT 1 FROM incident WHERE id = ?').pluck();
  const distinct = [...new Set(incidents)];
  if (distinct.some((incident) => known.get(incident) === undefined)) {
    throw new FailureError(
      'not-found',
      'One of the records is not in this workspace.',
      'Load the list again and choose records from it.',
    );
  }
  if (answer.question === 'vawg') refuseOpenData(writer, distinct);
  const decision = Number(
    database
      .prepare(
        'INSERT INTO review_decision (decided_at, decided_by, question, answer, why) VALUES (?, ?, ?, ?, ?)',
      )
      .run(
        new Date().toISOString(),
        userInfo().username,
        answer.question,
        JSON.stringify(answer),
        why,
      ).lastInsertRowid,
  );
  const insert = database.prepare('INSERT INTO decided_record (decision, incident) VALUES (?, ?)');
  for (const incident of distinct) insert.run(decision, incident);
  bumpRulesState(writer);
  return decision;
}

/** Open data is context whatever an analyst says of it: a decision that counts nothing would only look like one. */
function refuseOpenData({ database }: Writer, incidents: readonly number[]): void {
  const isOpen = database
    .prepare<[number], number>(
      `SELECT 1 FROM incident JOIN word ON word.id = incident.source
       WHERE incident.id = ? AND word.text = 'open-data'`,
    )
    .pluck();
  if (incidents.every((incident) => isOpen.get(incident) === undefined)) return;
  throw new FailureError(
    'bad-request',
    'One of the records is published open data, which is all-victim context and never a VAWG count.',
    'Choose records of the force only. Nothing was decided.',
  );
}

/** Takes a decision back; gives the number of its records. */
export function undoDecision(writer: Writer, decision: number): number {
  const { database } = writer;
  const changed = database
    .prepare('UPDATE review_decision SET undone_at = ? WHERE id = ? AND undone_at IS NULL')
    .run(new Date().toISOString(), decision).changes;
  if (changed === 0) {
    throw new FailureError(
      'not-found',
      'There is no such decision, or it was taken back already.',
      'Nothing is left to do.',
    );
  }
  bumpRulesState(writer);
  return countRecords(writer, decision);
}

function countRecords(writer: Writer, decision: number): number {
  return (
    writer.database
      .prepare<[number], number>('SELECT count(*) FROM decided_record WHERE decision = ?')
      .pluck()
      .get(decision) ?? 0
  );
}

/** The latest decisions, newest first. */
export function listDecisions(reader: Reader): KeptDecision[] {
  const rows = reader.database
    .prepare<
      [],
      Omit<KeptDecision, 'what' | 'undone'> & { question: Question; answer: string; undone: number }
    >(
      `SELECT review_decision.id AS decision, decided_at AS at, decided_by AS by, question, answer, why,
         undone_at IS NOT NULL AS undone,
         (SELECT count(*) FROM decided_record WHERE decision = review_decision.id) AS records
       FROM review_decision ORDER BY review_decision.id DESC LIMIT 200`,
    )
    .all();
  return rows.map(({ answer, question: _question, undone, ...row }) => ({
    ...row,
    undone: undone === 1,
    what: answerInWords(JSON.parse(answer) as DecidedAnswer),
  }));
}

function answerInWords(answer: DecidedAnswer): string {
  if (answer.question === 'vawg') return answer.tier === 'outside' ? 'not VAWG' : 'VAWG';
  if (answer.question === 'online') return answer.online ? 'online' : 'not online';
  return answer.subtype === '' ? answer.space : `${answer.space}: ${answer.subtype}`;
}

/** Forgets decisions and audit codes on the incidents of a batch, before they go: row numbers are used again. */
export function forgetDecisionsOnBatch(writer: Writer, batch: number): void {
  for (const table of ['decided_record', 'audit_code', 'audit_record']) {
    writer.database
      .prepare(`DELETE FROM ${table} WHERE incident IN (SELECT id FROM incident WHERE batch = ?)`)
      .run(batch);
  }
}
