import Papa from 'papaparse';
import { readAuditEntries } from '../workspace/audit.ts';
import type { Reader } from '../workspace/database.ts';
import { writeWhole } from '../write-whole.ts';

/** Writes the audit log as CSV, for the information commissioner or an auditor. */
export function saveAuditCsv(reader: Reader, path: string): void {
  const rows = readAuditEntries(reader).map((entry) => ({
    ...entry,
    detail: JSON.stringify(entry.detail),
  }));
  writeWhole(path, `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`);
}
