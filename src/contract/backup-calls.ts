import { z } from 'zod';
import type { OpenedWorkspace } from './results.ts';
import { passphrase } from './security-calls.ts';

/** The calls about the copies that the engine makes by itself. */
export const backupCalls = {
  /** Copies of a workspace that need not be open, nor be there any more. */
  listBackups: { input: z.object({ path: z.string().min(1) }), files: ['path'] },
  /** Puts a copy in the place of its workspace and opens it; what was there is kept beside it. */
  restoreBackup: {
    input: z.object({
      path: z.string().min(1),
      backup: z.number().int().positive(),
      passphrase: passphrase.nullable().default(null),
    }),
    files: ['path'],
  },
} as const;

/** One automatic copy. */
export interface Backup {
  /** Counts up with each copy. */
  readonly number: number;
  /** When it was made, by this computer's clock: `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string;
  readonly bytes: number;
}

export interface BackupOutputs {
  /** The newest first. */
  listBackups: { readonly backups: readonly Backup[] };
  /** `keptAs`: the name that the replaced file has now, in the same folder; null when there was none. */
  restoreBackup: OpenedWorkspace & { readonly keptAs: string | null };
}
