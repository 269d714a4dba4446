import { userInfo } from 'node:os';
import type { z } from 'zod';
import { FailureError } from '../../contract/outcome.ts';
import type { Numbered } from '../../contract/profile.ts';
import { type ProfileItemKind, profileItemSchemas } from '../../contract/profile-schema.ts';
import { blankTerms, type ProfileItems } from '../../domain/profile/document.ts';
import type { Reader, Writer } from './database.ts';
import { sha256 } from './digest.ts';

type Content<Kind extends ProfileItemKind> = z.output<(typeof profileItemSchemas)[Kind]>;

interface StoredItem {
  readonly number: number;
  readonly content: string;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** Every item of one kind in the order of its numbers, checked against its form. */
export function itemsOf<Kind extends ProfileItemKind>(
  reader: Reader,
  kind: Kind,
): Numbered<Content<Kind>>[] {
  const rows = reader.database
    .prepare<[string], StoredItem>(
      `SELECT number, content, changed_at AS changedAt, changed_by AS changedBy
       FROM profile_item WHERE kind = ? ORDER BY number`,
    )
    .all(kind);
  return rows.map((row) => ({
    ...row,
    content: profileItemSchemas[kind].parse(JSON.parse(row.content)) as Content<Kind>,
  }));
}

/** The whole draft. */
export function profileItems(reader: Reader): ProfileItems {
  const byNumber = <Kind extends ProfileItemKind>(kind: Kind) =>
    new Map(itemsOf(reader, kind).map(({ number, content }) => [number, content]));
  return {
    terms: itemsOf(reader, 'terms')[0]?.content ?? blankTerms,
    texts: byNumber('text'),
    findings: byNumber('finding'),
    recommendations: byNumber('recommendation'),
    hypotheses: byNumber('hypothesis'),
    comments: byNumber('comment'),
    signOffs: byNumber('sign-off'),
  };
}

/** Hash of everything that a signature stands for: the draft without comments and signatures. */
export function draftHash(reader: Reader): string {
  const rows = reader.database
    .prepare<[], [string, number, string]>(
      `SELECT kind, number, content FROM profile_item
       WHERE kind NOT IN ('comment', 'sign-off') ORDER BY kind, number`,
    )
    .raw()
    .all();
  return sha256(JSON.stringify(rows)).slice(0, 16);
}

/**
 * Keeps an item and notes what was there before; gives its number. Inside the transaction of the caller.
 * @throws FailureError `not-found` for a number that is not there, except of terms and texts, which have their own.
 */
export function keepItem(
  writer: Writer,
  kind: ProfileItemKind,
  number: number | null,
  content: unknown,
): number {
  const hasOwnNumber = kind === 'terms' || kind === 'text';
  const place = number ?? (kind === 'terms' ? 0 : nextNumber(writer, kind));
  const before = contentOf(writer, kind, place);
  if (before === null && number !== null && !hasOwnNumber) throw noSuchItem();
  const after = JSON.stringify(content);
  if (after === before) return place;
  put(writer, kind, place, after);
  noteEdit(writer, kind, place, before, after);
  return place;
}

/** Removes an item; it can be undone. @throws FailureError `not-found`. */
export function removeItem(writer: Writer, kind: ProfileItemKind, number: number): void {
  const before = contentOf(writer, kind, number);
  if (before === null) throw noSuchItem();
  put(writer, kind, number, null);
  noteEdit(writer, kind, number, before, null);
}

/** The last change that was not undone, in words; null when there is none. */
export function lastEdit(reader: Reader | Writer): { id: number; what: string } | null {
  const edit = latestEdit(reader);
  if (edit === undefined) return null;
  const did = edit.before === null ? 'adding' : edit.after === null ? 'removing' : 'changing';
  return { id: edit.id, what: `${did} ${nameOf(edit.kind, edit.number)}` };
}

/** Takes the last change back; what it was, or null. Inside the transaction of the caller. */
export function undoEdit(writer: Writer): string | null {
  const edit = latestEdit(writer);
  const said = lastEdit(writer);
  if (edit === undefined || said === null) return null;
  put(writer, edit.kind, edit.number, edit.before);
  writer.database
    .prepare('UPDATE profile_edit SET undone_at = ? WHERE id = ?')
    .run(new Date().toISOString(), edit.id);
  return said.what;
}

interface StoredEdit {
  readonly id: number;
  readonly kind: ProfileItemKind;
  readonly number: number;
  readonly before: string | null;
  readonly after: string | null;
}

function latestEdit(handle: Reader | Writer): StoredEdit | undefined {
  return handle.database
    .prepare<[], StoredEdit>(
      `SELECT id, kind, number, before, after FROM profile_edit
       WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1`,
    )
    .get();
}

function nameOf(kind: ProfileItemKind, number: number): string {
  const names: Readonly<Record<ProfileItemKind, string>> = {
    terms: 'the terms of reference',
    text: `the text of section ${number}`,
    finding: `finding F${number}`,
    recommendation: `recommendation R${number}`,
    hypothesis: `hypothesis ${number}`,
    comment: `comment ${number}`,
    'sign-off': `sign-off ${number}`,
  };
  return names[kind];
}

/** A number is never used twice, so that R3 in an old version is not another R3 in the next. */
function nextNumber(writer: Writer, kind: ProfileItemKind): number {
  const highest = writer.database
    .prepare<[string, string], number | null>(
      `SELECT max(number) FROM (SELECT number FROM profile_item WHERE kind = ?
       UNION ALL SELECT number FROM profile_edit WHERE kind = ?)`,
    )
    .pluck()
    .get(kind, kind);
  return (highest ?? 0) + 1;
}

function contentOf(writer: Writer, kind: ProfileItemKind, number: number): string | null {
  return (
    writer.database
      .prepare<[string, number], string>(
        'SELECT content FROM profile_item WHERE kind = ? AND number = ?',
      )
      .pluck()
      .get(kind, number) ?? null
  );
}

function put(writer: Writer, kind: ProfileItemKind, number: number, content: string | null): void {
  if (content === null) {
    writer.database
      .prepare('DELETE FROM profile_item WHERE kind = ? AND number = ?')
      .run(kind, number);
    return;
  }
  writer.database
    .prepare(
      `INSERT INTO profile_item (kind, number, content, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (kind, number) DO UPDATE SET content = excluded.content,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    )
    .run(kind, number, content, new Date().toISOString(), userInfo().username);
}

function noteEdit(
  writer: Writer,
  kind: ProfileItemKind,
  number: number,
  before: string | null,
  after: string | null,
): void {
  writer.database
    .prepare(
      'INSERT INTO profile_edit (at, by, kind, number, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(new Date().toISOString(), userInfo().username, kind, number, before, after);
}

function noSuchItem(): FailureError {
  return new FailureError(
    'not-found',
    'This part of the draft is no longer there.',
    'Load the draft again; it may have been removed or undone.',
  );
}
