import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../contract/outcome.ts';
import type { MachinePolicy } from '../contract/security-calls.ts';

const policySchema = z.strictObject({
  /** New workspaces need a passphrase, and encryption cannot be taken off. */
  requireEncryption: z.boolean().default(false),
  /** Whether a workspace without a passphrase may be opened; the made-up sample always may. */
  allowUnencrypted: z.boolean().default(true),
  /** What a new workspace is marked with unless the analyst says otherwise. */
  marking: z.string().trim().min(1).max(200).default('OFFICIAL-SENSITIVE'),
  /** Minutes after which an encrypted workspace that nobody touches is closed. */
  idleLockMinutes: z.number().int().min(1).max(240).default(15),
  /** Where automatic copies go; beside the workspace where it is not set. */
  backupFolder: z.string().refine(isAbsolute, 'a whole path is needed').nullable().default(null),
});

/**
 * Where IT sets what holds on this computer, for every user. A fixed place that only an administrator can write to:
 * one that the environment names could be set by anybody.
 */
export const policyFile =
  process.platform === 'win32'
    ? 'C:\\ProgramData\\Action Ten\\policy.json'
    : '/etc/action-ten/policy.json';

/**
 * What IT has set; the defaults where there is no such file. Words that the schema does not know, a value that it does
 * not allow and a file that cannot be read are all refused: a rule that is not understood must not count as none.
 *
 * @throws FailureError `not-permitted`.
 */
export function readPolicy(file: string): MachinePolicy {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return policySchema.parse({});
    throw unusable('it cannot be read');
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw unusable('it is no JSON');
  }
  const parsed = policySchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unusable([issue?.path.join('.'), issue?.message].filter(Boolean).join(': '));
}

function unusable(why: string): FailureError {
  return new FailureError(
    'not-permitted',
    `The rules that IT set for this computer cannot be used (${why}), so no workspace is opened or made.`,
    'Ask IT to correct the policy file of Action Ten (its place stands in the guide for IT), then start Action Ten again.',
  );
}

/** Refuses to make a workspace without a passphrase, or to take one off, where IT does not allow it. */
export function refusePlainIfRequired(policy: MachinePolicy, passphrase: string | null): void {
  if (passphrase !== null || !policy.requireEncryption) return;
  throw new FailureError(
    'not-permitted',
    'On this computer workspaces have to be encrypted.',
    'Give a passphrase (for commands in ACTION_TEN_PASSPHRASE).',
  );
}

/** Refuses a workspace that is open without a passphrase, where IT does not allow it. */
export function refusePlainIfClosed(
  policy: MachinePolicy,
  { isEncrypted, isSample }: { readonly isEncrypted: boolean; readonly isSample: boolean },
): void {
  if (isEncrypted || isSample || policy.allowUnencrypted) return;
  throw new FailureError(
    'not-permitted',
    'On this computer only encrypted workspaces may be opened, and this one has no passphrase. It was not changed.',
    'Ask IT: on a computer where it may be opened it can be given a passphrase.',
  );
}
