import { z } from 'zod';

/** What a workspace is locked with. Never trimmed: a space at its end is part of it. */
export const passphrase = z.string().min(1, 'a passphrase cannot be empty').max(1_000);

const line = z.string().trim().min(1).max(500);

/** The calls about passphrase, copies, sharing agreements and erasure. */
export const securityCalls = {
  /** Writes the workspace anew under another passphrase; null takes the encryption off. */
  changePassphrase: { input: z.object({ passphrase: passphrase.nullable() }), files: [] },
  /** A whole copy under the same passphrase; its audit head is noted beside it by the caller. */
  backupWorkspace: { input: z.object({ out: z.string().min(1) }), files: ['out'] },
  /** Erases a person's or record's rows by reference, or a whole batch, for good. `why` must not name them. */
  eraseRecords: {
    input: z.object({
      reference: line.nullable().default(null),
      batch: z.number().int().positive().nullable().default(null),
      why: line,
    }),
    files: [],
  },
  /** Puts every pseudonym under a new key, so that one that became known outside says nothing about those of now. */
  renewPseudonyms: { input: z.object({ why: line }), files: [] },
  registerAgreement: {
    input: z.object({
      reference: line.max(100),
      party: line,
      purpose: line,
      gateway: line,
      /** Which law the sharing stands under. */
      regime: z.enum(['Part 3 DPA 2018', 'UK GDPR']).default('Part 3 DPA 2018'),
      expires: z.iso.date(),
    }),
    files: [],
  },
  listAgreements: { input: z.object({}), files: [] },
} as const;

/** A registered sharing agreement. Live until the end of the day it expires, unless it was ended before. */
export interface Agreement {
  readonly reference: string;
  readonly party: string;
  readonly purpose: string;
  readonly gateway: string;
  readonly regime: 'Part 3 DPA 2018' | 'UK GDPR';
  readonly expires: string;
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly isLive: boolean;
}

export interface SecurityOutputs {
  /** `isWeak`: shorter than twelve characters; it was set all the same. */
  changePassphrase: { readonly encrypted: boolean; readonly isWeak: boolean };
  backupWorkspace: { readonly file: string; readonly bytes: number; readonly head: string };
  /** Rows erased by table, and published versions whose totals still hold what was erased. */
  eraseRecords: {
    readonly erased: Readonly<Record<string, number>>;
    readonly outOfReach: readonly string[];
    readonly audit: string;
  };
  /** The number of the new key, how many pseudonyms were renewed, and what was released under older keys. */
  renewPseudonyms: {
    readonly key: number;
    readonly renewed: Readonly<Record<'victims' | 'suspects' | 'places', number>>;
    readonly publishedUnderOlderKeys: readonly string[];
    readonly audit: string;
  };
  registerAgreement: Agreement;
  listAgreements: { readonly agreements: readonly Agreement[] };
}
