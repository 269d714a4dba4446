import type { Failure } from '../../../contract/outcome.ts';
import type { UnknownValue } from '../../../contract/results.ts';
import type { FilledColumn, PackedRows } from '../../workspace/packed-rows.ts';
import type { TableKind } from '../presets/preset.ts';
import type { WarningCounts } from '../row-warnings.ts';
import type { DateOrderSeen } from '../values.ts';

/** A row that was refused: its line in the file, the reason's code and its own text as CSV. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
  readonly text: string;
}

/**
 * A row whose record may stand in an earlier row of the file. It is refused when it contradicts that row and adds
 * no victim, suspect or link: its cells travel along for that case.
 */
export interface RepeatingRow {
  /** Its record's place in the batch. */
  readonly record: number;
  readonly line: number;
  /** Its cells, joined by NUL, which none of them holds. */
  readonly cells: string;
}

/** People of the records of a batch: -1 in an `…Of` list where a record has none. */
export interface PackedPeople {
  readonly victims: PackedRows;
  readonly victimOf: Int32Array;
  readonly suspects: PackedRows;
  readonly suspectOf: Int32Array;
  /** One a record with both; its single column is the relationship. */
  readonly links: PackedRows;
  readonly linkOf: Int32Array;
}

/** Some hundred rows of a file, read and checked, on their way to the workspace. */
export interface PackedBatch {
  readonly records: PackedRows;
  /** Number of the file's row that each record comes from; a row that became several records repeats. */
  readonly rowOf: Int32Array;
  /** How many rows of the file each record stands for; 0 for a further record of the same row. */
  readonly rowsIn: Int32Array;
  readonly people: PackedPeople | null;
  readonly rejected: readonly RejectedRow[];
  readonly repeating: readonly RepeatingRow[];
  /** Rows read, refused ones included, that carry no usable position. */
  readonly withoutLocation: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** How a table of a file was understood. */
export interface TableFacts {
  /** Name of the member or sheet; '' for a plain file. */
  readonly label: string;
  /** Column names of the file; [] when it has none. */
  readonly header: readonly string[];
  readonly columnsNotRead: readonly string[];
  readonly kind: TableKind;
  readonly preset: string;
  /** Columns of the workspace's tables that the file fills, in the order of the packed columns. */
  readonly columns: readonly FilledColumn[];
  readonly victimColumns: readonly FilledColumn[];
  readonly suspectColumns: readonly FilledColumn[];
  readonly warnings: readonly string[];
  /** True when this very table was imported before: it cannot tell anything new, and must not undo what is newer. */
  readonly isKnownFile: boolean;
}

/** What reading a file gives, in order: for each table its facts, its batches and its end; then the file's end. */
export type ReadMessage =
  | { readonly type: 'table'; readonly facts: TableFacts }
  | { readonly type: 'batch'; readonly batch: PackedBatch }
  | {
      readonly type: 'table-end';
      readonly sha256: string;
      readonly warnings: WarningCounts;
      readonly unknown: readonly UnknownValue[];
      readonly dateOrder: DateOrderSeen;
    }
  | { readonly type: 'table-failed'; readonly label: string; readonly failure: Failure }
  | { readonly type: 'skipped'; readonly labels: readonly string[] };

/** What is asked of the reader of a file. */
export interface ReadRequest {
  readonly path: string;
  readonly sheet: string | null;
  readonly kind: TableKind | null;
  readonly preset: string | null;
  readonly map: Readonly<Record<string, string>> | null;
  readonly dates: 'dmy' | 'mdy' | null;
  readonly damagedCodes: 'repair' | 'reject';
  /** Columns that look like people's details and are read all the same. */
  readonly keep: readonly string[];
  readonly dryRun: boolean;
  /** SHA-256 of the tables that were imported before and not taken back. */
  readonly knownTables: readonly string[];
  readonly pseudonymKey: string;
}
