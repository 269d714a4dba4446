import { closeSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';
import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { ImportedFile, ImportKind } from '../../contract/results.ts';
import { breathe, type Job, stopIfCancelled } from '../jobs.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { appendAudit } from '../workspace/audit.ts';
import {
  type BatchCounts,
  nextBatch,
  rejectedRowWriter,
  writeBatch,
} from '../workspace/batches.ts';
import { explainStorageError, type Writer } from '../workspace/database.ts';
import { inLongTransaction } from '../workspace/long-transaction.ts';
import { bumpEvidenceVersion, readSetting } from '../workspace/settings.ts';
import { refuseOutput, writeWhole } from '../write-whole.ts';
import { importBoundaries, readBoundaries, startsLikeJson } from './boundaries.ts';
import { fileFingerprint, openPlainFile, readCsvHead } from './csv-file.ts';
import { importTable } from './import-table.ts';
import { recognise } from './recognise.ts';
import type { ReadingRules } from './values.ts';

type ImportInput = ParsedInput<'importFiles'>;

/** The input of an import with everything but the files as it comes. */
export function importInput(files: string[], kind: ImportInput['kind']): ImportInput {
  return { files, kind, preset: null, map: null, dates: 'dmy', dryRun: false, rejects: null };
}

interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/** Where a file stands while it is read: kept outside so that a refused file still reports its counts. */
interface Reading {
  kind: ImportKind | null;
  preset: string | null;
  batch: number | null;
  readonly counts: BatchCounts;
}

/**
 * Imports files one after the other, each in a transaction of its own: one bad file does not stop the others and
 * leaves nothing behind. A dry run does the same work and takes it back. Every row is counted exactly once.
 * A cancelled job throws; files finished before it was cancelled stay, and are listed in the failure's detail.
 */
export async function importFiles(
  writer: Writer,
  input: ImportInput,
  job: Job,
): Promise<ImportedFile[]> {
  if (input.rejects !== null) refuseOutput(input.rejects, input.files);
  const rules: ReadingRules = {
    dates: input.dates,
    shiftGrid: loadShiftGrid(),
    pseudonymKey: readSetting(writer, 'pseudonym-key') ?? '',
  };
  const finished: ImportedFile[] = [];
  const rejected: RejectedRow[] = [];
  for (const path of input.files) {
    const reading: Reading = { kind: null, preset: null, batch: null, counts: noCounts() };
    const rejectedHere: RejectedRow[] = [];
    try {
      stopIfCancelled(job);
      await importOne(writer, path, input, rules, job, reading, rejectedHere);
      finished.push(asResult(path, reading, null));
    } catch (thrown) {
      const error = asFailureError(thrown);
      if (error.failure.code === 'cancelled') {
        throw new FailureError('cancelled', error.failure.message, error.failure.remedy, {
          files: finished,
        });
      }
      reading.batch = null;
      finished.push(asResult(path, reading, error));
    }
    rejected.push(...rejectedHere);
  }
  if (input.rejects === null) return finished;
  try {
    saveRejects(input.rejects, rejected);
    return finished;
  } catch {
    // The files are imported by now: saying otherwise would be false.
    return finished.map((file) => ({
      ...file,
      warnings: [...file.warnings, 'rejects-not-written'],
    }));
  }
}

/** Any error of one file as a failure: files before it stay imported, so it must not hide their results. */
function asFailureError(thrown: unknown): FailureError {
  const error = explainStorageError(thrown);
  if (error instanceof FailureError) return error;
  return new FailureError(
    'internal',
    'Something went wrong inside Action Ten while this file was read. Nothing of it was kept.',
    'Try the file again. If it happens again, tell the people who support Action Ten.',
  );
}

async function importOne(
  writer: Writer,
  path: string,
  input: ImportInput,
  rules: ReadingRules,
  job: Job,
  reading: Reading,
  rejected: RejectedRow[],
): Promise<void> {
  const { counts } = reading;
  const fingerprint = fileFingerprint();
  const boundaries = isBoundaryFile(path, input) ? readBoundaries(path) : null;
  const head = boundaries === null ? readCsvHead(path) : null;
  const known = head === null ? null : recognise(head.header, input);
  reading.kind = known?.preset.kind ?? 'areas';
  reading.preset = known?.preset.name ?? 'boundaries';
  if (head?.encoding === 'windows-1252') counts.warnings.push('read-as-windows-1252');
  if (known !== null && !input.dryRun) refuseUnmapped(known.preset.kind, known.columnOf);
  await inLongTransaction(writer, !input.dryRun, async () => {
    const batch = nextBatch(writer);
    const keep = rejectedRowWriter(writer, batch);
    const onReject = (line: number, reason: string, text: string): void => {
      keep(line, reason, text);
      if (input.rejects !== null) rejected.push({ file: basename(path), line, reason, text });
    };
    if (boundaries !== null) {
      fingerprint.add(boundaries.text);
      importBoundaries(writer, batch, boundaries, rules, counts, onReject);
      await breathe(job);
    } else if (head !== null && known !== null) {
      const onBytes = (bytes: Buffer): void => fingerprint.add(bytes);
      const wanted = { path, head, known, rules, batch, onBytes, onReject };
      await importTable(writer, wanted, counts, job);
      if (counts.rows === 0) {
        throw new FailureError(
          'empty-file',
          'The file has a header but no rows.',
          'Export it again.',
        );
      }
    }
    writeBatch(writer, batch, {
      ...counts,
      kind: reading.kind ?? 'areas',
      preset: reading.preset ?? '',
      fileName: basename(path),
      fileSha256: fingerprint.hex(),
    });
    if (counts.accepted + counts.updated > 0) bumpEvidenceVersion(writer);
    const { rows, accepted, rejected: refused, duplicates, updated } = counts;
    appendAudit(writer, 'file imported', {
      batch,
      kind: reading.kind,
      preset: reading.preset,
      rows,
      accepted,
      rejected: refused,
      duplicates,
      updated,
    });
    if (!input.dryRun) reading.batch = batch;
  });
}

function isBoundaryFile(path: string, input: ImportInput): boolean {
  if (input.kind !== null) return input.kind === 'areas';
  const { file } = openPlainFile(path);
  const start = Buffer.alloc(64);
  try {
    const length = readSync(file, start, 0, start.length, 0);
    return startsLikeJson(start.subarray(0, length)) || /\.(geo)?json$/i.test(path);
  } finally {
    closeSync(file);
  }
}

/** An import (not a dry run) of incidents needs an offence column and a date column. */
function refuseUnmapped(kind: ImportKind, columnOf: ReadonlyMap<string, number>): void {
  if (kind !== 'incidents') return;
  const has = (...fields: string[]): boolean => fields.some((field) => columnOf.has(field));
  if (has('offenceTitle', 'offenceCode') && has('recordedOn', 'reportedOn', 'occurredFrom')) return;
  throw new FailureError(
    'no-known-columns',
    'The file has no column for the offence or none for a date, and incidents need both.',
    'Say which column is which with a map: offenceTitle or offenceCode, and recordedOn, reportedOn or occurredFrom.',
  );
}

function noCounts(): BatchCounts {
  return {
    rows: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    updated: 0,
    withoutLocation: 0,
    reasons: {},
    warnings: [],
  };
}

function asResult(path: string, reading: Reading, error: FailureError | null): ImportedFile {
  const { kind, preset, batch, counts } = reading;
  const result = { file: path, ok: error === null, kind, preset, batch, ...counts };
  if (error === null) return result;
  // Nothing of a refused file is kept: only what was rejected before it was refused is still told.
  Object.assign(result, {
    rows: counts.rejected,
    accepted: 0,
    duplicates: 0,
    updated: 0,
    withoutLocation: 0,
  });
  const { code, message, remedy } = error.failure;
  return { ...result, error: { code, message, remedy } };
}

/** The rejected rows as CSV: file, line, reason and the row's own text in one column. */
function saveRejects(path: string, rejected: readonly RejectedRow[]): void {
  const header = ['file', 'line', 'reason', 'row'];
  const rows = rejected.map((row) => [row.file, row.line, row.reason, row.text]);
  writeWhole(path, `${Papa.unparse([header, ...rows], { escapeFormulae: true })}\r\n`);
}
