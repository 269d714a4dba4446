import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { SalvagedTable, SalvagedWorkspace } from '../../../contract/backup-calls.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { breathe, type Job } from '../../jobs.ts';
import { refuseMissingFolder, syncFile, syncFolderOf } from '../../write-whole.ts';
import { checkWorkspace } from '../check.ts';
import { inTransaction, openDamaged, openReader, openWriter, type Writer } from '../database.ts';
import { keySlots, mendKeyFile, type Unlocked, waysToOpen } from '../key-slots.ts';
import { migrate } from '../migrate.ts';
import { underWriterLock } from '../open.ts';
import { refuseExisting } from '../rekey.ts';
import { readSetting, removeSetting, type SettingName, writeSetting } from '../settings.ts';
import { type CopiedTable, copyTable, tablesToCopy } from './copy-tables.ts';
import { mendLinks, type SalvageNotes } from './mend-links.ts';
import { copyLog, logSalvage, type SalvagedLog } from './salvage-log.ts';
import { mendTableList, type TableList } from './table-list.ts';

const ends = ['', '-wal', '-shm', '-journal'];

/** Facts about columns and indexes that are made again from the rows. */
const madeAgain: readonly SettingName[] = [
  'facts-version',
  'classified-version',
  'classification-summary',
  'text-indexed-until',
  'file-being-written',
];

/**
 * Copies what can be read of a damaged workspace into a new file, under the same passphrase, and tells for each table
 * what was kept and what was lost. The damaged file is only read: the work is done on a copy of it beside the new one.
 * The new file passes its check, and its log goes on from the last entry that could be read.
 *
 * @param given A passphrase of the damaged workspace: of one of its users, or that of the file itself.
 * @throws FailureError `exists`, `not-found`, `locked`, `wrong-passphrase`, or `corrupt` when nothing can be read.
 */
export async function salvageWorkspace(
  path: string,
  out: string,
  given: string | null,
  job: Job,
): Promise<SalvagedWorkspace> {
  refuseMissingFolder(out);
  refuseExisting(out);
  const work = `${out}-damaged`;
  const part = `${out}-part`;
  try {
    copyAside(path, work);
    const { list, way } = listUnderOneOf(path, work, given);
    const damaged = openDamaged(work, way.key);
    const writer = openWriter(part, false, way.key);
    try {
      migrate(writer, list.version);
      writer.database.pragma('foreign_keys = OFF');
      // A new file has keys of its own, which would stand in the way of those that are copied.
      writer.database.exec('DELETE FROM setting');
      const salvaged = await copyAll(damaged, writer, list, job);
      const isLocked = way.slot !== null && keySlots(writer).length === 0;
      finish(writer);
      // Without the list of users nobody could open the new file by a passphrase of their own.
      if (isLocked) writer.database.rekey(Buffer.from(given ?? '', 'utf8'));
      const key = isLocked ? given : way.key;
      writer.database.close();
      return { ...salvaged, ...putInPlace(part, out, key), isEncrypted: key !== null };
    } finally {
      damaged.close();
      writer.database.close();
    }
  } finally {
    for (const file of [work, part])
      for (const end of ends) rmSync(`${file}${end}`, { force: true });
  }
}

/** Copies the file with its journal; a page that the disk itself cannot read comes as zeros. */
function copyAside(path: string, work: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new FailureError(
      'not-found',
      'There is no file with this name.',
      'Choose the workspace file that is damaged.',
    );
  }
  const copy = (): void => {
    for (const end of ['', '-wal', '-journal']) {
      if (existsSync(`${path}${end}`)) copyPages(`${path}${end}`, `${work}${end}`);
    }
  };
  try {
    underWriterLock(path, copy);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    // On a disk that cannot be written to nobody writes to the workspace either.
    copy();
  }
}

function copyPages(from: string, to: string): void {
  const bytes = Buffer.alloc(4_096);
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w', 0o600)];
  try {
    for (let at = 0; ; ) {
      let length: number;
      try {
        length = readSync(source, bytes, 0, bytes.length, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EIO') throw error;
        length = bytes.fill(0).length;
      }
      if (length === 0) return;
      writeSync(target, bytes, 0, length, at);
      at += length;
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

/** Tries the keys that the passphrase may stand for; the last one's failure counts. */
function listUnderOneOf(
  path: string,
  work: string,
  given: string | null,
): { list: TableList; way: Unlocked } {
  const isPlain = startsLikeSqlite(work);
  const ways = isPlain ? waysToOpen(path, null) : waysToOpen(path, given);
  let last: unknown = null;
  for (const way of ways) {
    try {
      return { list: mendTableList(work, way.key), way };
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function startsLikeSqlite(path: string): boolean {
  const start = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'SQLite format 3\0';
}

async function copyAll(
  damaged: ReturnType<typeof openDamaged>,
  writer: Writer,
  list: TableList,
  job: Job,
): Promise<Omit<SalvagedWorkspace, 'file' | 'check' | 'isEncrypted'>> {
  const { database } = writer;
  const names = tablesToCopy(writer);
  const tables: CopiedTable[] = [];
  for (const name of names) {
    job.report({ stage: 'Salvaging', done: tables.length, total: names.length });
    await breathe(job);
    tables.push(inTransaction(writer, () => copyTable(damaged, writer, name)));
  }
  const auditKey = readSetting(writer, 'audit-key');
  const { log, notes } = inTransaction(writer, () => ({
    notes: mendLinks(writer, tables),
    log: copyLog(damaged, writer, auditKey),
  }));
  migrate(writer);
  const lostKeys = inTransaction(writer, () => {
    const lost = mendSettings(writer);
    logSalvage(writer, log, tables);
    return lost;
  });
  database.pragma('foreign_keys = ON');
  return {
    tables: tables.map(asTold).filter(({ kept, lost }) => kept > 0 || lost !== 0),
    log: {
      fromHead: log.head,
      kept: log.chained,
      setAside: log.aside.length,
      missing: log.missing,
    },
    notes: inWords(notes, lostKeys, log, list),
  };
}

function asTold({ name, kept, inPart, unread, isOpenEnded }: CopiedTable): SalvagedTable {
  return { table: name, kept, inPart, lost: isOpenEnded ? null : unread };
}

/** Takes away what spoke of columns that were not copied, and makes up what must not be missing. Gives what was lost. */
function mendSettings(writer: Writer): SettingName[] {
  for (const name of madeAgain) removeSetting(writer, name);
  const needed = {
    force: 'Name lost in damage',
    'is-sample': 'no',
    'created-on': new Date().toISOString().slice(0, 10),
    'pseudonym-key': randomBytes(32).toString('hex'),
    'audit-key': randomBytes(32).toString('hex'),
    // Far beyond what it can have been, so that nothing that was kept of the evidence passes for current.
    'evidence-version': '1000000',
    'incidents-version': '1000000',
    'rules-state': '1000000',
  } as const satisfies Partial<Record<SettingName, string>>;
  const lost: SettingName[] = [];
  for (const [name, value] of Object.entries(needed) as [keyof typeof needed, string][]) {
    if (readSetting(writer, name) !== null) continue;
    writeSetting(writer, name, value);
    lost.push(name);
  }
  for (const name of ['evidence-version', 'incidents-version', 'rules-state'] as const)
    writeSetting(writer, name, String(Number(readSetting(writer, name)) + 1));
  return lost;
}

/** Closes the book: no journal is left beside the file. */
function finish({ database }: Writer): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('journal_mode = DELETE');
}

function putInPlace(
  part: string,
  out: string,
  key: string | null,
): Pick<SalvagedWorkspace, 'file' | 'check'> {
  const reader = openReader(part, key);
  const check = checkWorkspace(reader);
  reader.database.close();
  syncFile(part);
  refuseExisting(out);
  renameSync(part, out);
  syncFolderOf(out);
  const writer = openWriter(out, true, key);
  try {
    mendKeyFile(out, writer, key);
    finish(writer);
  } finally {
    writer.database.close();
  }
  return { file: out, check };
}

/** What the analyst has to know beside the numbers, in sentences. */
function inWords(
  notes: SalvageNotes,
  lostKeys: readonly SettingName[],
  log: SalvagedLog,
  list: TableList,
): string[] {
  const said: string[] = [];
  const say = (isSo: boolean, sentence: string): void => {
    if (isSo) said.push(sentence);
  };
  say(
    !list.isWhole,
    'A page of the list of tables is damaged and could not be made again: tables that are not named here were lost.',
  );
  say(
    lostKeys.includes('force') || lostKeys.includes('pseudonym-key'),
    'The settings were lost, the name of the force and its marking among them, and with them the key of pseudonyms: people of files that are imported from now on are not recognised as those of before. Make a new workspace and import the files again if you have them.',
  );
  say(
    lostKeys.includes('audit-key'),
    'The key of the log was lost: its entries are set aside, since they can no longer be held against their marks.',
  );
  say(
    log.aside.length > 0 || log.missing > 0,
    `The log has gaps: ${log.chained} entries stand as they were, ${log.aside.length} were set aside and ${log.missing} are missing.`,
  );
  say(
    notes.batchesMadeUp > 0,
    `${notes.batchesMadeUp} batches lost their line in the list of imports: their rows are there, their files’ names are not.`,
  );
  say(
    notes.batchesWithoutIndex > 0,
    `Records of ${notes.batchesWithoutIndex} batches can no longer be recognised in a file: take those batches back and import their files again, or they come in twice.`,
  );
  say(
    notes.wordsLost > 0,
    `${notes.wordsLost} texts that records share were lost and are named as lost.`,
  );
  say(
    notes.rejectedRowsBlank > 0,
    `${notes.rejectedRowsBlank} rejected rows are there without their text.`,
  );
  return said;
}
