import { lstatSync, realpathSync } from 'node:fs';

/**
 * Where the workspace at `path` lies: another place when `path` is a link. Lock, journal, keys and copies belong beside
 * the file itself: by a link a second process would find the writer's place free, and a file that is written anew would
 * take the link's place and leave the old one behind.
 */
export function whereItLies(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
  } catch {
    // Not there, which whoever opens it says better.
    return path;
  }
}
