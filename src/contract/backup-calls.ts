import { z } from 'zod';
import type { OpenedWorkspace, WorkspaceCheck } from './results.ts';
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
  /** Copies what can be read of a damaged workspace, which need not be open, into a new file. */
  salvageWorkspace: {
    input: z.object({
      path: z.string().min(1),
      out: z.string().min(1),
      passphrase: passphrase.nullable().default(null),
    }),
    files: ['path', 'out'],
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

/** What became of a table of a damaged workspace. */
export interface SalvagedTable {
  readonly table: string;
  /** Rows in the new file. */
  readonly kept: number;
  /** Of these, rows that lost a long value. */
  readonly inPart: number;
  /** Rows that were lost, at most; null when it is not known how many. */
  readonly lost: number | null;
}

/** What was salvaged. The damaged file is as it was. */
export interface SalvagedWorkspace {
  /** The new file. */
  readonly file: string;
  readonly isEncrypted: boolean;
  readonly tables: readonly SalvagedTable[];
  /** Entries of the log: as they were, set aside behind a gap, and missing; and the last head that was read. */
  readonly log: {
    readonly fromHead: string | null;
    readonly kept: number;
    readonly setAside: number;
    readonly missing: number;
  };
  /** What else the analyst has to know, in sentences. */
  readonly notes: readonly string[];
  /** Of the new file. */
  readonly check: WorkspaceCheck;
}

export interface BackupOutputs {
  salvageWorkspace: SalvagedWorkspace;
  /** The newest first. */
  listBackups: { readonly backups: readonly Backup[] };
  /** `keptAs`: the name that the replaced file has now, in the same folder; null when there was none. */
  restoreBackup: OpenedWorkspace & { readonly keptAs: string | null };
}
