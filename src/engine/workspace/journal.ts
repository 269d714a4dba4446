import { realpathSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** How changes are made safe: in a log that is read along, or in a journal to take them back by. */
type Journal = 'write-ahead' | 'rollback';

/**
 * Types of Linux file systems (statfs) that more than one computer may have open: NFS, SMB, CIFS and SMB 2, FUSE
 * (sshfs among others), 9p, Ceph, AFS, GPFS, Lustre, OCFS2, GFS2, and folders shared with a virtual machine.
 */
const sharedTypes = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x00c36400, 0x5346414f,
  0x47504653, 0x0bd00bd0, 0x7461636f, 0x01161970, 0x786f4256,
]);

/**
 * The journal for a workspace at `path`. The write-ahead log rests on memory that processes share: on a file system
 * of several computers that is not the same memory (sqlite.org/wal.html), so there the rollback journal is used.
 * ACTION_TEN_JOURNAL=rollback asks for it anywhere; nothing asks for less.
 */
export function journalFor(path: string): Journal {
  return process.env['ACTION_TEN_JOURNAL'] === 'rollback' || isShared(dirname(path))
    ? 'rollback'
    : 'write-ahead';
}

function isShared(folder: string): boolean {
  try {
    // A letter that stands for a share is given by Windows as the share.
    if (process.platform === 'win32') return isSharePath(realpathSync.native(folder));
    // Some systems give the number with a sign.
    return process.platform === 'linux' && sharedTypes.has(statfsSync(folder).type >>> 0);
  } catch {
    // What cannot be looked at is treated as what needs more care.
    return true;
  }
}

/** Whether a Windows path names a share: \\server\share or \\?\UNC\server\share, and no local device. */
export function isSharePath(path: string): boolean {
  return /^\\\\\?\\UNC\\/i.test(path) || /^\\\\[^?.\\]/.test(path);
}
