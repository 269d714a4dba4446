import type { Failure } from '../../contract/outcome.ts';
import type {
  ExtractGrain,
  ImportedFile,
  ImportKind,
  UnknownValue,
} from '../../contract/results.ts';
import type { BatchCounts } from '../workspace/batches.ts';

/** Where one table of a file stands while it is read: kept outside so that a refused one still reports its counts. */
export interface Reading {
  readonly label: string;
  kind: ImportKind | null;
  preset: string | null;
  batch: number | null;
  grain: ExtractGrain | null;
  unknown: readonly UnknownValue[];
  columnsNotRead: readonly string[];
  readonly counts: BatchCounts;
}

export function newReading(label: string): Reading {
  return {
    label,
    kind: null,
    preset: null,
    batch: null,
    grain: null,
    unknown: [],
    columnsNotRead: [],
    counts: {
      rows: 0,
      accepted: 0,
      rejected: 0,
      duplicates: 0,
      updated: 0,
      withoutLocation: 0,
      reasons: {},
      warnings: [],
    },
  };
}

/** What became of one table. Of a refused one nothing is kept: only what was rejected before is still told. */
export function asResult(path: string, reading: Reading, error: Failure | null): ImportedFile {
  const { label: _label, counts, ...told } = reading;
  const result = { file: path, ok: true, ...told, ...counts };
  if (error === null) return result;
  const { code, message, remedy } = error;
  return {
    ...result,
    ok: false,
    batch: null,
    grain: null,
    rows: counts.rejected,
    accepted: 0,
    duplicates: 0,
    updated: 0,
    withoutLocation: 0,
    error: { code, message, remedy },
  };
}

/** A file that could not be read at all. */
export function failedFile(path: string, error: Failure): ImportedFile {
  return asResult(path, newReading(''), error);
}

/**
 * What became of a file with several tables (a ZIP): their counts summed, the first one that was read as its kind
 * and batch, and each table as a member. It is not ok only when no table was read.
 */
export function combined(path: string, members: readonly ImportedFile[]): ImportedFile {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  const first = members.find((member) => member.ok) ?? only;
  const sum = (count: (member: ImportedFile) => number): number =>
    members.reduce((total, member) => total + count(member), 0);
  const reasons: Record<string, number> = {};
  for (const member of members) {
    for (const [reason, count] of Object.entries(member.reasons)) {
      reasons[reason] = (reasons[reason] ?? 0) + count;
    }
  }
  return {
    file: path,
    ok: first?.ok ?? false,
    kind: first?.kind ?? null,
    preset: first?.preset ?? null,
    batch: first?.batch ?? null,
    unknown: members.flatMap((member) => member.unknown),
    columnsNotRead: [...new Set(members.flatMap((member) => member.columnsNotRead))],
    grain: null,
    rows: sum((member) => member.rows),
    accepted: sum((member) => member.accepted),
    rejected: sum((member) => member.rejected),
    duplicates: sum((member) => member.duplicates),
    updated: sum((member) => member.updated),
    withoutLocation: sum((member) => member.withoutLocation),
    reasons,
    warnings: [...new Set(members.flatMap((member) => member.warnings))],
    members,
    ...(first?.error === undefined ? {} : { error: first.error }),
  };
}
