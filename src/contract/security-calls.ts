import { z } from 'zod';
import { legalRegimes } from './agreement-terms.ts';

/** What a workspace is locked with. Never trimmed: a space at its end is part of it. */
export const passphrase = z.string().min(1, 'a passphrase cannot be empty').max(1_000);

const userName = z.string().trim().min(1, 'name the user').max(100);

const line = z.string().trim().min(1).max(500);

/** The calls about passphrase, copies, sharing agreements and erasure. */
export const securityCalls = {
  /** Writes the workspace anew under another passphrase, of its user where users have key slots; null takes the encryption off. */
  changePassphrase: { input: z.object({ passphrase: passphrase.nullable() }), files: [] },
  listUsers: { input: z.object({}), files: [] },
  /** Gives another person a key slot. `ownName`: who is at work, when this is the first slot beside their own. */
  addUser: {
    input: z.object({
      name: userName,
      passphrase,
      ownName: userName.nullable().default(null),
    }),
    files: [],
  },
  /** Takes a person's key slot away and writes the workspace anew under another key. */
  removeUser: { input: z.object({ slot: z.string().max(64) }), files: [] },
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
  /** Files in the workspace and the last day on which their rows may be kept. */
  listRetention: { input: z.object({}), files: [] },
  setRetention: {
    input: z.object({
      batch: z.number().int().positive(),
      until: z.iso.date().nullable(),
    }),
    files: [],
  },
  /** The first of two people asks for the force's references of suspects, for one named recipient. */
  askWayBack: {
    input: z.object({
      recipient: line.max(100),
      purpose: line,
      leastIncidents: z.number().int().min(1).max(1_000).default(2),
      leastVictims: z.number().int().min(0).max(1_000).default(0),
    }),
    files: [],
  },
  listWayBacks: { input: z.object({}), files: [] },
  /** The second person releases it. `references`: the force's own list; `passphrase`: theirs, when they are not at work. */
  releaseWayBack: {
    input: z.object({
      request: z.number().int().positive(),
      references: z.string().min(1),
      column: line.default('suspectReference'),
      passphrase: passphrase.nullable().default(null),
      out: z.string().min(1),
    }),
    files: ['references', 'out'],
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
      regime: z.enum(legalRegimes).default(legalRegimes[0]),
      expires: z.iso.date(),
    }),
    files: [],
  },
  /** Changes the last day of an agreement: one that has passed ends it at once. */
  changeAgreement: {
    input: z.object({ reference: line.max(100), expires: z.iso.date() }),
    files: [],
  },
  /** Takes a registration back, as long as nothing was made under it. */
  removeAgreement: { input: z.object({ reference: line.max(100) }), files: [] },
  listAgreements: { input: z.object({}), files: [] },
  /** What IT has set for this computer. */
  readPolicy: { input: z.object({}), files: [] },
} as const;

/** What IT has set for this computer, with the defaults for what it has not. */
export interface MachinePolicy {
  /** New workspaces need a passphrase, and it cannot be taken off. */
  readonly requireEncryption: boolean;
  /** Whether a workspace without a passphrase may be opened. */
  readonly allowUnencrypted: boolean;
  /** Of a new workspace, unless the analyst says otherwise. */
  readonly marking: string;
  /** Minutes after which an encrypted workspace that nobody touches is closed. */
  readonly idleLockMinutes: number;
  /** Absolute path of the folder for automatic copies; null: beside each workspace. */
  readonly backupFolder: string | null;
}

/** A registered sharing agreement. Live until the end of the day it expires, unless it was ended before. */
export interface Agreement {
  readonly reference: string;
  readonly party: string;
  readonly purpose: string;
  readonly gateway: string;
  readonly regime: (typeof legalRegimes)[number];
  readonly expires: string;
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly isLive: boolean;
}

/** A copy that an erasure cannot reach. A backup is named by the head of its log, since paths are logged nowhere. */
export interface StillHolding {
  readonly what:
    | 'backup'
    | 'copy before a change of format'
    | 'published version (totals, no rows)';
  readonly at: string | null;
  readonly name: string;
}

/** A file in the workspace and how long it may be kept. */
export interface RetainedSource {
  readonly batch: number;
  readonly kind: string;
  readonly file: string;
  readonly importedAt: string;
  readonly rows: number;
  /** Last day; null: none was set. */
  readonly until: string | null;
  readonly isDue: boolean;
}

/** A request for the way back from pseudonyms to references, and what became of it. */
export interface WayBackRequest {
  readonly request: number;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly suspects: number;
  /** Number of the key that the pseudonyms are under. */
  readonly pseudonymKey: number;
  readonly state: 'waiting' | 'lapsed' | 'released';
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
}

/** A person with a key slot of their own. */
export interface User {
  readonly slot: string;
  readonly name: string;
  readonly addedAt: string;
  /** Operating system account that added them. */
  readonly addedBy: string;
  readonly isYou: boolean;
}

/**
 * The file's own key, told once when it is made: it opens the workspace when the file of slots is lost, and belongs in
 * a sealed envelope. Null where the work made none.
 */
type RecoveryKey = string | null;

export interface SecurityOutputs {
  readPolicy: MachinePolicy;
  /** `isWeak`: shorter than twelve characters; it was set all the same. */
  changePassphrase: {
    readonly encrypted: boolean;
    readonly isWeak: boolean;
    readonly recoveryKey: RecoveryKey;
  };
  listUsers: { readonly users: readonly User[]; readonly you: string | null };
  addUser: { readonly slot: string; readonly recoveryKey: RecoveryKey };
  removeUser: { readonly recoveryKey: RecoveryKey };
  backupWorkspace: { readonly file: string; readonly bytes: number; readonly head: string };
  /** Rows erased by table, and published versions whose totals still hold what was erased. */
  eraseRecords: {
    readonly erased: Readonly<Record<string, number>>;
    readonly outOfReach: readonly string[];
    /** Copies that the workspace knows of and that may hold what was erased. */
    readonly stillHolding: readonly StillHolding[];
    /** What was looked for afterwards: rows that are left, and pages of the file that hold nothing. Both are 0. */
    readonly proof: { readonly rowsLeft: number; readonly freePages: number };
    readonly audit: string;
  };
  listRetention: { readonly sources: readonly RetainedSource[] };
  setRetention: { readonly sources: readonly RetainedSource[] };
  /** How many suspects it would name, and who never is. */
  askWayBack: {
    readonly request: number;
    readonly suspects: number;
    readonly leftOut: Readonly<Record<string, number>>;
    readonly audit: string;
  };
  listWayBacks: { readonly requests: readonly WayBackRequest[] };
  /** `notFound`: chosen suspects whose reference the list does not have. */
  releaseWayBack: {
    readonly suspects: number;
    readonly notFound: number;
    readonly recipient: string;
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
  changeAgreement: Agreement;
  removeAgreement: null;
  listAgreements: { readonly agreements: readonly Agreement[] };
}
