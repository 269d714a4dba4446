import { basename } from 'node:path';
import type { ParsedInput } from '../../contract/calls.ts';
import type { Job } from '../jobs.ts';
import type { Writer } from '../workspace/database.ts';
import type { RejectedLine } from './rejected-rows.ts';

export type ImportInput = ParsedInput<'importFiles'>;

/** What every file of an import needs. */
export interface ImportContext {
  readonly writer: Writer;
  readonly input: ImportInput;
  readonly pseudonymKey: string;
  readonly job: Job;
  /** Rejected rows for the file that was asked for; null when none was. */
  readonly rejected: RejectedLine[] | null;
}

/** What a file is called in reports: never its folder. */
export function fileLabel(path: string, label: string): string {
  return label === '' ? basename(path) : `${basename(path)}/${label}`;
}
