import type { ParsedInput } from '../../contract/calls.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { decidePlace } from '../workspace/derived-positions.ts';
import { bumpEvidenceVersion } from '../workspace/settings.ts';

/** Keeps the analyst's decision on where a text is, for every record that has it. */
export function decideMatchedPlace(
  session: Session,
  { evidence, text, decision }: ParsedInput<'decideMatchedPlace'>,
): { records: number } {
  const { writer } = session;
  return inTransaction(writer, () => {
    const records = decidePlace(writer, evidence, text, decision);
    if (records > 0) {
      bumpEvidenceVersion(writer, evidence === 'incident' ? 'incidents' : 'others');
    }
    appendAudit(writer, 'matched place decided', { evidence, decision, records });
    return { records };
  });
}
