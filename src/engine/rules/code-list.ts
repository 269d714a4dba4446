import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { CodeListFile, CodeListInForce, ListRow } from '../../contract/rules.ts';
import type { VawgCodeList } from '../../domain/vawg/code-list.ts';
import {
  differencesOf,
  listColumns,
  listRows,
  readListRows,
  withAssignedOffence,
} from '../../domain/vawg/list-file.ts';
import { codeListInForce } from '../analysis/lists.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { keepVersion, keptVersions } from '../workspace/kept-lists.ts';
import { shippedListVersion } from '../workspace/shipped-version.ts';
import { writeRecorded } from '../write-whole.ts';
import { readListText } from './list-text.ts';

const shipped = { version: shippedListVersion, name: 'VAWG list of Action Ten' };
/** A list of every offence there is takes under a megabyte. */
const largestListBytes = 20_000_000;

/** The VAWG list in force, its rows and its versions. */
export function readCodeList(session: Session): CodeListInForce {
  const list = codeListInForce(session.reader);
  return {
    version: list.version,
    rows: listRows(list),
    versions: keptVersions(session.reader, 'code-list', shipped),
  };
}

/** Assigns an offence that matched nothing, as a new version of the list, and classifies by it. */
export async function assignOffence(
  session: Session,
  { text, code, to }: ParsedInput<'assignOffence'>,
  job: Job,
): Promise<{ version: string }> {
  const list = codeListInForce(session.reader);
  const assigned = withAssignedOffence(list, { text, code }, to);
  if (!assigned.ok) {
    throw new FailureError(
      'bad-request',
      `The offence cannot be assigned: ${assigned.message}.`,
      'Choose another title, or make it a row of its own. Nothing was changed.',
    );
  }
  const version = keep(session, assigned.rows, 'One offence assigned.', 'offence assigned');
  await session.classify(job);
  return { version };
}

/** Reads a list from a file beside the one in force and, when asked and without fault, puts it in force. */
export async function readCodeListFile(
  session: Session,
  { file, use }: ParsedInput<'readCodeListFile'>,
  job: Job,
): Promise<CodeListFile> {
  const bytes = readFileSync(file);
  if (bytes.length > largestListBytes) {
    throw new FailureError(
      'wrong-format',
      'The file is too large for a list of offences.',
      'Choose the list, not an extract.',
    );
  }
  const { table, problems: ofFile } = readListText(bytes);
  const parsed = readListRows(table, 'draft');
  const found = [...ofFile, ...(parsed.ok || ofFile.length > 0 ? [] : parsed.problems)];
  if (!parsed.ok || found.length > 0) {
    const problems = found.slice(0, 200).map(({ line, message }) => ({ line, message }));
    const rows = table.rows.length;
    return { problems, rows, added: [], removed: [], changed: [], version: null };
  }
  const rows = listRows(parsed.list);
  const differences = differencesOf(listRows(codeListInForce(session.reader)), rows);
  let version: string | null = null;
  if (use) {
    version = keep(session, rows, 'Loaded from a file.', 'list loaded');
    await session.classify(job);
  }
  return { problems: [], rows: rows.length, ...differences, version };
}

/** Writes the list in force as CSV in the form that `readCodeListFile` reads. */
export function exportCodeList(session: Session, out: string): { version: string } {
  const list: VawgCodeList = codeListInForce(session.reader);
  const text = `${Papa.unparse({ fields: [...listColumns], data: listRows(list) }, { newline: '\r\n' })}\r\n`;
  writeRecorded(session.writer, out, text, () =>
    appendAudit(session.writer, 'code list exported', { version: list.version }),
  );
  return { version: list.version };
}

function keep(session: Session, rows: readonly ListRow[], note: string, action: string): string {
  const { writer } = session;
  return inTransaction(writer, () => {
    const version = keepVersion(writer, 'code-list', shippedListVersion, {
      name: shipped.name,
      note,
      content: () => JSON.stringify(rows),
    });
    appendAudit(writer, `code list: ${action}`, { version, rows: rows.length });
    return version;
  });
}
