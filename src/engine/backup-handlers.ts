import { existsSync } from 'node:fs';
import type { BackupOutputs } from '../contract/backup-calls.ts';
import type { MachinePolicy } from '../contract/security-calls.ts';
import { openAllowed, slowlyIfWrong } from './open-slowly.ts';
import { needSession, type Session } from './session.ts';
import type { HandlersOf } from './state.ts';
import { appendAudit } from './workspace/audit.ts';
import { findBackups, isBackupDue, makeBackup, putBackupInPlace } from './workspace/backups.ts';
import { inTransaction } from './workspace/database.ts';
import { underWriterLock } from './workspace/open.ts';
import { salvageWorkspace } from './workspace/salvage/salvage.ts';
import { whereItLies } from './workspace/where-it-lies.ts';

/** What answers the calls about automatic copies. */
export const backupHandlers: HandlersOf<keyof BackupOutputs> = {
  async listBackups(state, { path }) {
    const found = findBackups(whereItLies(path), state.policy.backupFolder);
    return { backups: found.map(({ number, madeAt, bytes }) => ({ number, madeAt, bytes })) };
  },

  async restoreBackup(state, { path: chosen, backup, passphrase }) {
    const path = whereItLies(chosen);
    // Before anything is put in place: where what IT has set cannot be read, nothing is.
    const { backupFolder } = state.policy;
    // Closed without a copy of its own: that could push out the very copy that was chosen.
    if (state.session?.workspace.path === path) state.use(null, { copyFirst: false });
    let placed = { keptAs: null as string | null, madeAt: '' };
    underWriterLock(path, () => {
      placed = putBackupInPlace(path, backupFolder, {
        number: backup,
        passphrase,
        now: new Date(),
      });
    });
    const session = needSession(state.use(await openAllowed(state, { path, passphrase })));
    const { writer } = session;
    const { keptAs, madeAt } = placed;
    inTransaction(writer, () =>
      appendAudit(writer, 'workspace restored', { backup, madeAt, replaced: keptAs !== null }),
    );
    return { status: session.workspace.status, summary: session.summary(), keptAs };
  },

  async salvageWorkspace(state, { path: chosen, out, passphrase }, job) {
    const path = whereItLies(chosen);
    // The one at hand is closed without a copy: a copy of damage would push out a sound one.
    if (state.session?.workspace.path === path) state.use(null, { copyFirst: false });
    return slowlyIfWrong(() => salvageWorkspace(path, out, passphrase, job));
  },
};

/**
 * Makes the automatic copy of a session that writes, when something was saved since the last one. Never throws: the
 * work that a copy would stand beside must not fail because of it, and Home shows how old the newest copy is.
 */
export function copyIfDue(
  { workspace }: Session,
  kept: number,
  { backupFolder }: MachinePolicy,
): void {
  const { writer, path } = workspace;
  if (writer === null || kept === 0 || !existsSync(path)) return;
  try {
    if (isBackupDue(path, backupFolder))
      makeBackup(writer, path, backupFolder, { kept, now: new Date() });
  } catch {
    // A full disk, a folder that may not be written to: the next close tries again.
  }
}
