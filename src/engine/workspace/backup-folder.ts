import { rmSync } from 'node:fs';

/** Automatic copies lie beside the workspace, where the force chose to keep evidence and nowhere else. */
export const backupFolder = (path: string): string => `${path}-backups`;

/** Removes every automatic copy: they hold what was erased, or are under a passphrase that was given up. */
export function removeBackups(path: string): void {
  rmSync(backupFolder(path), { recursive: true, force: true });
}
