import type { Reader, Writer } from './database.ts';

/** Facts about the workspace itself. The two keys are random, 32 bytes in hex, and never leave the file. */
export type SettingName =
  | 'force'
  | 'marking'
  | 'is-sample'
  | 'created-on'
  | 'pseudonym-key'
  | 'audit-key'
  | 'key-slots'
  | 'retention'
  | 'texts-for-partners'
  | 'evidence-version'
  | 'incidents-version'
  | 'text-indexed-until'
  | 'recipe'
  | 'recipe-before'
  | 'places-before'
  | 'rules-in-force'
  | 'code-list-in-force'
  | 'rules-state'
  | 'facts-version'
  | 'classified-version'
  | 'classification-summary'
  | 'file-being-written';

/** The setting's text, or null when it was never set. */
export function readSetting(handle: Reader | Writer, name: SettingName): string | null {
  const row = handle.database
    .prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?')
    .get(name);
  return row?.value ?? null;
}

/** Sets the text of a setting, new or known. */
export function writeSetting(writer: Writer, name: SettingName, value: string): void {
  writer.database
    .prepare(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, value);
}

/** Takes a setting away, as if it had never been set. */
export function removeSetting(writer: Writer, name: SettingName): void {
  writer.database.prepare('DELETE FROM setting WHERE name = ?').run(name);
}

/**
 * Counts up the evidence version: whatever was built from the rows before is now stale. Columns of incidents and their
 * people, and their classes, are stale only when `changed` says that such rows, or their positions, are among them.
 */
export function bumpEvidenceVersion(writer: Writer, changed: 'incidents' | 'others'): void {
  writeSetting(writer, 'evidence-version', String(evidenceVersion(writer) + 1));
  if (changed === 'incidents') {
    writeSetting(writer, 'incidents-version', String(incidentsVersion(writer) + 1));
  }
}

/** How often rows of incidents, victims or suspects, or their positions, changed since the workspace was made. */
export function incidentsVersion(handle: Reader | Writer): number {
  return Number(readSetting(handle, 'incidents-version') ?? '0');
}

/** How often evidence changed since the workspace was made. */
export function evidenceVersion(handle: Reader | Writer): number {
  return Number(readSetting(handle, 'evidence-version') ?? '0');
}

/** Counts up the state of rules, lists and decisions: classes made before are now stale. */
export function bumpRulesState(writer: Writer): void {
  writeSetting(writer, 'rules-state', String(rulesState(writer) + 1));
}

/** How often rules, lists or decisions changed since the workspace was made. */
export function rulesState(handle: Reader | Writer): number {
  return Number(readSetting(handle, 'rules-state') ?? '0');
}
