import { userInfo } from 'node:os';
import { FailureError } from '../../contract/outcome.ts';
import type { KeptVersion } from '../../contract/rules.ts';
import type { Reader, Writer } from './database.ts';
import { bumpRulesState, readSetting, writeSetting } from './settings.ts';

/** What is kept in versions: the rules, and the VAWG list. */
export type ListKind = 'rules' | 'code-list';

const inForceSetting = { rules: 'rules-in-force', 'code-list': 'code-list-in-force' } as const;

/** Version in force; null is the edition that came with the app. */
export function versionInForce(reader: Reader | Writer, kind: ListKind): string | null {
  return readSetting(reader, inForceSetting[kind]) || null;
}

/** The kept content of a version; null when there is none, as for the shipped edition. */
export function keptContent(
  reader: Reader | Writer,
  kind: ListKind,
  version: string,
): string | null {
  return (
    reader.database
      .prepare<[string, string], string>(
        'SELECT content FROM kept_list WHERE kind = ? AND version = ?',
      )
      .pluck()
      .get(kind, version) ?? null
  );
}

/** Name of the version in force; null for the shipped edition. */
export function nameInForce(reader: Reader, kind: ListKind): string | null {
  const version = versionInForce(reader, kind);
  if (version === null) return null;
  const named = reader.database
    .prepare<[string, string], string>('SELECT name FROM kept_list WHERE kind = ? AND version = ?')
    .pluck();
  return named.get(kind, version) ?? null;
}

/** Every version, the newest first, the shipped edition last. */
export function keptVersions(
  reader: Reader,
  kind: ListKind,
  shipped: { readonly version: string; readonly name: string },
): KeptVersion[] {
  const inForce = versionInForce(reader, kind);
  const rows = reader.database
    .prepare<[string], Omit<KeptVersion, 'isInForce' | 'isShipped'>>(
      `SELECT version, name, note, saved_at AS savedAt, saved_by AS savedBy FROM kept_list
       WHERE kind = ? ORDER BY saved_at DESC, version DESC`,
    )
    .all(kind);
  return [
    ...rows.map((row) => ({ ...row, isInForce: row.version === inForce, isShipped: false })),
    {
      ...shipped,
      savedAt: '',
      savedBy: '',
      note: 'Came with Action Ten.',
      isInForce: inForce === null,
      isShipped: true,
    },
  ];
}

/** Keeps a content as the next version after the shipped edition (`2026-11.1`), and puts it in force. */
export function keepVersion(
  writer: Writer,
  kind: ListKind,
  shippedVersion: string,
  kept: { readonly name: string; readonly note: string; content: (version: string) => string },
): string {
  const { database } = writer;
  const count =
    database
      .prepare<[string], number>('SELECT count(*) FROM kept_list WHERE kind = ?')
      .pluck()
      .get(kind) ?? 0;
  const version = `${shippedVersion}.${count + 1}`;
  database
    .prepare(
      `INSERT INTO kept_list (kind, version, name, note, saved_at, saved_by, content)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      kind,
      version,
      kept.name,
      kept.note,
      new Date().toISOString(),
      userInfo().username,
      kept.content(version),
    );
  writeSetting(writer, inForceSetting[kind], version);
  bumpRulesState(writer);
  return version;
}

/** Puts a kept version, or the shipped edition, in force again; throws `not-found` for any other. */
export function putInForce(
  writer: Writer,
  kind: ListKind,
  version: string,
  shippedVersion: string,
): void {
  if (version !== shippedVersion && keptContent(writer, kind, version) === null) {
    throw new FailureError(
      'not-found',
      `There is no version ${version} in this workspace.`,
      'Choose one of the versions that are listed.',
    );
  }
  writeSetting(writer, inForceSetting[kind], version === shippedVersion ? '' : version);
  bumpRulesState(writer);
}

/** Puts the shipped list in force again when the one in force came with a batch that is taken back. */
export function forgetListOfBatch(writer: Writer, batch: number): void {
  const version = versionInForce(writer, 'code-list');
  if (version === null) return;
  const note = writer.database
    .prepare<[string], string>(
      "SELECT note FROM kept_list WHERE kind = 'code-list' AND version = ?",
    )
    .pluck()
    .get(version);
  if (note !== `From batch ${batch}.`) return;
  writeSetting(writer, inForceSetting['code-list'], '');
  bumpRulesState(writer);
}
