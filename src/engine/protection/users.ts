import { userInfo } from 'node:os';
import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import { needSession, type Session } from '../session.ts';
import type { EngineState } from '../state.ts';
import { type AuditDetail, appendAudit } from '../workspace/audit.ts';
import { refuseBackupsOutOfReach, removeBackups } from '../workspace/backup-folder.ts';
import { inTransaction } from '../workspace/database.ts';
import {
  type KeySlot,
  keepKeySlots,
  keySlots,
  newFileKey,
  newSlot,
  slotOf,
  type Unlocked,
  writeKeyFile,
} from '../workspace/key-slots.ts';
import { openUnlocked, underWriterLock } from '../workspace/open.ts';
import { rewriteUnderKey } from '../workspace/rekey.ts';

/** Below this many characters a passphrase is called weak; three random words are longer. */
const weakBelow = 12;

/** Who can open the workspace, by key slot; empty where it has none. */
export function listUsers({ reader, workspace }: Session): CallOutputs['listUsers'] {
  return {
    you: workspace.user,
    users: keySlots(reader).map(({ id, name, addedAt, addedBy }) => ({
      slot: id,
      name,
      addedAt,
      addedBy,
      isYou: id === workspace.slot,
    })),
  };
}

/**
 * Gives another person a passphrase of their own. The first time the file is written anew under a key that nobody
 * chose, and who is at work keeps their passphrase as the first slot's.
 *
 * @throws FailureError `not-permitted` for a plain workspace, `exists` for a name or a passphrase that is taken.
 */
export function addUser(
  state: EngineState,
  { name, passphrase, ownName }: ParsedInput<'addUser'>,
): CallOutputs['addUser'] {
  const session = needSession(state.session);
  const { path, passphrase: key } = session.workspace;
  const { writer } = session;
  if (key === null) {
    throw new FailureError(
      'not-permitted',
      'This workspace is not encrypted, so nobody can have a key of their own.',
      'Set a passphrase first.',
    );
  }
  const slots = keySlots(writer);
  const own = ownName ?? userInfo().username;
  const taken = slots.length === 0 ? [own] : slots.map((slot) => slot.name);
  if (taken.some((one) => one.toLowerCase() === name.toLowerCase())) {
    throw new FailureError(
      'exists',
      `There is a user "${name}" already. Nothing was changed.`,
      'Give another name.',
    );
  }
  refuseShort(passphrase);
  refuseTaken(path, passphrase, slots.length === 0 ? key : null);
  const account = userInfo().username;
  const added = newSlot(name, account, passphrase);
  if (slots.length === 0) {
    const mine = newSlot(own, account, key);
    const recoveryKey = rewrite(state, session, { slots: [mine, added], slot: mine.id }, [
      ['user added', { user: own, slot: mine.id }],
      ['user added', { user: name, slot: added.id }],
    ]);
    return { slot: added.id, recoveryKey };
  }
  const all = [...slots, added];
  inTransaction(writer, () => {
    keepKeySlots(writer, all);
    appendAudit(writer, 'user added', { user: name, slot: added.id });
  });
  // Stopped before this, the next opening writes it.
  writeKeyFile(path, all, [key]);
  return { slot: added.id, recoveryKey: null };
}

/**
 * Takes a person's key away: the file is written anew under another key, so that neither the slot nor a file of slots
 * that was kept opens it. Copies made before stay open to them.
 *
 * @throws FailureError `not-permitted` for the last slot and for one's own.
 */
export function removeUser(
  state: EngineState,
  { slot }: ParsedInput<'removeUser'>,
): CallOutputs['removeUser'] {
  const session = needSession(state.session);
  const slots = keySlots(session.writer);
  const gone = slots.find(({ id }) => id === slot);
  if (gone === undefined) {
    throw new FailureError(
      'not-found',
      'There is no such user. Nothing was changed.',
      'List the users again.',
    );
  }
  if (slots.length === 1) {
    throw new FailureError(
      'not-permitted',
      'The last user cannot be removed: nobody could open the workspace any more.',
      'Add another user first.',
    );
  }
  if (slot === session.workspace.slot) {
    throw new FailureError(
      'not-permitted',
      'You cannot remove yourself: another user has to.',
      'Ask another user of this workspace.',
    );
  }
  const left = slots.filter(({ id }) => id !== slot);
  const recoveryKey = rewrite(state, session, { slots: left, slot: session.workspace.slot }, [
    ['user removed', { user: gone.name, slot }],
  ]);
  return { recoveryKey };
}

/**
 * Changes one's own passphrase where users have slots, else that of the file (null takes the encryption off). Either
 * way the file is written anew under another key.
 */
export function changePassphrase(
  state: EngineState,
  { passphrase }: ParsedInput<'changePassphrase'>,
): CallOutputs['changePassphrase'] {
  const session = needSession(state.session);
  const slots = keySlots(session.reader);
  const isWeak = passphrase !== null && passphrase.length < weakBelow;
  if (slots.length === 0) {
    const { path, passphrase: before } = session.workspace;
    void session.writer;
    reopening(state, path, { key: before, slot: null }, { key: passphrase, slot: null }, () =>
      rewriteUnderKey(path, before, passphrase, null, (renewed) =>
        appendAudit(renewed, 'passphrase changed', {
          encryptedBefore: before !== null,
          encryptedAfter: passphrase !== null,
        }),
      ),
    );
    return { encrypted: passphrase !== null, isWeak, recoveryKey: null };
  }
  const mine = slots.find(({ id }) => id === session.workspace.slot);
  if (passphrase === null || mine === undefined) {
    throw new FailureError(
      'not-permitted',
      passphrase === null
        ? 'A workspace whose users have keys of their own stays encrypted.'
        : 'The workspace was opened with its recovery key, which is no user’s.',
      passphrase === null
        ? 'Make a plain workspace and import the files there, if that is permitted.'
        : 'Add a user with a new passphrase, and remove the one whose passphrase was forgotten.',
    );
  }
  refuseShort(passphrase);
  refuseTaken(session.workspace.path, passphrase, null);
  const { id, name, addedBy, addedAt } = mine;
  const renewed: KeySlot = { ...newSlot(name, addedBy, passphrase), addedAt };
  const recoveryKey = rewrite(
    state,
    session,
    {
      slots: slots.map((slot) => (slot.id === id ? renewed : slot)),
      slot: renewed.id,
    },
    [['passphrase changed', { user: name, slot: renewed.id }]],
  );
  return { encrypted: true, isWeak, recoveryKey };
}

/** Writes the file anew under a new key for these slots, and gives that key. */
function rewrite(
  state: EngineState,
  session: Session,
  { slots, slot }: { readonly slots: readonly KeySlot[]; readonly slot: string | null },
  log: readonly (readonly [action: string, detail: AuditDetail])[],
): string {
  const { path, passphrase: before, user, slot: slotBefore } = session.workspace;
  void session.writer;
  const key = newFileKey();
  reopening(state, path, { key: before, slot: slotBefore }, { key, slot }, () => {
    rewriteUnderKey(
      path,
      before,
      key,
      user,
      (renewed) => {
        keepKeySlots(renewed, slots);
        for (const [action, detail] of log) appendAudit(renewed, action, detail);
      },
      // With both keys until the new file is in place: stopped anywhere, every user can open what is there.
      () => writeKeyFile(path, slots, before === null ? [key] : [key, before]),
    );
    writeKeyFile(path, slots, [key]);
  });
  return key;
}

/**
 * Closes the workspace for work on its file, and opens it again: with the new key, or as it was when that failed.
 * Automatic copies are removed: they are under the key that was given up, or in plain text.
 */
function reopening(
  state: EngineState,
  path: string,
  before: Unlocked,
  after: Unlocked,
  work: () => void,
): void {
  const { backupFolder } = state.policy;
  refuseBackupsOutOfReach(backupFolder);
  state.use(null, { copyFirst: false });
  // Until the work is done the old file is the one that is there.
  let way = before;
  try {
    underWriterLock(path, () => {
      work();
      way = after;
      removeBackups(
        path,
        backupFolder,
        // The failure takes the place of the answer that held it.
        ' Where users have keys of their own, change your passphrase once more then: that shows a recovery key.',
      );
    });
  } finally {
    state.use(openUnlocked(path, way));
  }
}

function refuseShort(passphrase: string): void {
  if (passphrase.length >= weakBelow) return;
  throw new FailureError(
    'bad-request',
    `The passphrase of a user has at least ${weakBelow} characters.`,
    'Take three random words or more.',
  );
}

/** Two people with one passphrase would be one person to the log. */
function refuseTaken(path: string, passphrase: string, fileKey: string | null): void {
  if (passphrase !== fileKey && slotOf(path, passphrase) === null) return;
  throw new FailureError(
    'exists',
    'Another user has this passphrase already. Nothing was changed.',
    'Take another one: each user has to be told from the others.',
  );
}
