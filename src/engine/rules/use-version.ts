import { type Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { type ListKind, putInForce } from '../workspace/kept-lists.ts';
import { shippedListVersion } from '../workspace/shipped-version.ts';

/** Puts a kept version of the rules or of the VAWG list, or the shipped one, in force again and classifies by it. */
export async function useVersion(
  session: Session,
  kind: ListKind,
  version: string,
  job: Job,
): Promise<{ version: string }> {
  const { writer } = session;
  inTransaction(writer, () => {
    putInForce(writer, kind, version, shippedListVersion);
    appendAudit(writer, `${kind === 'rules' ? 'rules' : 'code list'} put in force`, { version });
  });
  await session.classify(job);
  return { version };
}
