import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { syncFile, syncFolderOf } from '../write-whole.ts';
import type { Reader, Writer } from './database.ts';
import { lockedSlot, openSealed, openSlot, seal } from './key-boxes.ts';
import { readSetting, writeSetting } from './settings.ts';

const slotSchema = z.object({
  id: z.string(),
  /** Who it belongs to, as the log names them. */
  name: z.string(),
  /** Operating system account that added it. */
  addedBy: z.string(),
  addedAt: z.string(),
  publicKey: z.string(),
  salt: z.string(),
  locked: z.string(),
});

/** One user's way into an encrypted workspace: a key pair whose private half is locked with their own passphrase. */
export type KeySlot = z.output<typeof slotSchema>;

const keyFileSchema = z.object({
  format: z.literal(1),
  slots: z.array(
    z.object({
      id: z.string(),
      salt: z.string(),
      locked: z.string(),
      /** The file's key for this slot; two while the file is being written anew under another. */
      sealed: z.array(z.string()),
    }),
  ),
});

type KeyFile = z.output<typeof keyFileSchema>;

/** What opens the file: its key (null: plain), and whose slot gave it (null: none did). */
export interface Unlocked {
  readonly key: string | null;
  readonly slot: string | null;
}

/** Beside the workspace, since what opens a file cannot lie in it. Holds no names and nothing of the data. */
const keyFilePath = (path: string): string => `${path}-keys`;

/**
 * A new key for a file whose users have slots. Written so that a person can copy it by hand: given as a passphrase it
 * opens the file without any slot, for the day on which the file of slots is lost.
 */
export function newFileKey(): string {
  return (randomBytes(24).toString('hex').match(/.{6}/g) ?? []).join('-');
}

/** Makes a slot. @param passphrase What its owner will type. */
export function newSlot(name: string, addedBy: string, passphrase: string): KeySlot {
  const id = randomBytes(8).toString('hex');
  return { id, name, addedBy, addedAt: new Date().toISOString(), ...lockedSlot(id, passphrase) };
}

/** The slots as the workspace itself knows them, oldest first; none in a plain one or with a single passphrase. */
export function keySlots(handle: Reader | Writer): KeySlot[] {
  const text = readSetting(handle, 'key-slots');
  return text === null ? [] : z.array(slotSchema).parse(JSON.parse(text));
}

/** Sets the slots. Inside the caller's transaction; `writeKeyFile` has to follow. */
export function keepKeySlots(writer: Writer, slots: readonly KeySlot[]): void {
  writeSetting(writer, 'key-slots', JSON.stringify(slots));
}

/**
 * Writes the file of slots beside the workspace: the file's keys, each sealed for each slot. Public keys come from
 * inside the encrypted workspace, never from this file, so nobody can slip one in.
 */
export function writeKeyFile(
  path: string,
  slots: readonly KeySlot[],
  fileKeys: readonly string[],
): void {
  const content: KeyFile = {
    format: 1,
    slots: slots.map(({ id, salt, locked, publicKey }) => ({
      id,
      salt,
      locked,
      sealed: fileKeys.map((key) => seal(publicKey, key)),
    })),
  };
  const part = `${keyFilePath(path)}.part`;
  writeFileSync(part, JSON.stringify(content), { mode: 0o600 });
  syncFile(part);
  renameSync(part, keyFilePath(path));
  syncFolderOf(path);
}

/** What may open the file: keys that the passphrase finds in a slot, then the passphrase itself. */
export function waysToOpen(path: string, passphrase: string | null): Unlocked[] {
  if (passphrase === null) return [{ key: null, slot: null }];
  return [...fromSlots(path, passphrase), { key: passphrase, slot: null }];
}

/** The slot that a passphrase opens; null when it opens none. */
export function slotOf(path: string, passphrase: string): string | null {
  return fromSlots(path, passphrase)[0]?.slot ?? null;
}

function fromSlots(path: string, passphrase: string): Unlocked[] {
  for (const { id, salt, locked, sealed } of readKeyFile(path)?.slots ?? []) {
    const privateKey = openSlot(id, salt, locked, passphrase);
    if (privateKey === null) continue;
    return sealed.flatMap((box) => {
      const key = openSealed(privateKey, box);
      return key === null ? [] : [{ key, slot: id }];
    });
  }
  return [];
}

/**
 * Brings the file of slots in line with the workspace, after work that was stopped half way or when it was lost. Only
 * the writer may do this.
 */
export function mendKeyFile(path: string, writer: Writer, key: string | null): void {
  const slots = key === null ? [] : keySlots(writer);
  if (slots.length === 0 || key === null) {
    rmSync(keyFilePath(path), { force: true });
    return;
  }
  const there = readKeyFile(path)?.slots ?? [];
  const isSame =
    there.length === slots.length &&
    there.every(({ id, locked, sealed }, index) => {
      const slot = slots[index];
      return slot?.id === id && slot.locked === locked && sealed.length === 1;
    });
  if (!isSame) writeKeyFile(path, slots, [key]);
}

/** Removes the file of slots of a workspace that is removed. */
export function removeKeyFile(path: string): void {
  rmSync(keyFilePath(path), { force: true });
}

/** Null when there is none, or when it is not what was written: then only the file's own key opens the workspace. */
function readKeyFile(path: string): KeyFile | null {
  if (!existsSync(keyFilePath(path))) return null;
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(keyFilePath(path), 'utf8')));
  } catch {
    return null;
  }
}
