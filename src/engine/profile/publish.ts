import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { PublishedVersion } from '../../contract/profile.ts';
import { assembleDocument } from '../../domain/figures/assemble.ts';
import { obstacles } from '../../domain/profile/readiness.ts';
import { staleFigures } from '../../domain/profile/stale.ts';
import { packRun } from '../analysis/kept-runs.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { draftHash, itemsOf, profileItems, removeItem } from '../workspace/profile-items.ts';
import { keepVersion } from '../workspace/profile-versions.ts';
import { drawProfile } from './build-profile.ts';
import { profileEvidence } from './profile-evidence.ts';
import { changesSinceLast, factsOf } from './versions.ts';

/**
 * Publishes the draft as a version that never changes. Refused, with every reason, while anything stands in the way;
 * the draft goes on as the beginning of the next version, its signatures taken off.
 */
export async function publishProfile(
  session: Session,
  input: ParsedInput<'publishProfile'>,
  job: Job,
): Promise<PublishedVersion> {
  const { writer, reader } = session;
  await session.classifyIfStale(job);
  const evidence = await profileEvidence(session, job);
  const items = profileItems(reader);
  const stale = staleFigures(items, new Map(evidence.figures.map((one) => [one.id, one])));
  const inTheWay = obstacles(items, stale, draftHash(reader));
  if (inTheWay.length > 0) {
    throw new FailureError(
      'not-permitted',
      `The draft cannot be published yet: ${inTheWay.map(({ what }) => what).join(' ')}`,
      [...new Set(inTheWay.map(({ remedy }) => remedy))].join(' '),
      { obstacles: inTheWay.length },
    );
  }
  const { inputs } = evidence;
  const sections = assembleDocument(evidence.sections, items, inputs, {
    version: input.version,
    retainUntil: input.retainUntil,
    changes: changesSinceLast(session, evidence),
  });
  const { html } = drawProfile(sections, inputs, items);
  const keepers = evidence.runs.map(packRun);
  return inTransaction(writer, () => {
    for (const keep of keepers) keep(writer);
    const kept = keepVersion(writer, {
      version: input.version,
      note: input.note,
      codeListVersion: inputs.codeListVersion,
      rulesVersion: inputs.definition.version,
      fingerprint: inputs.evidence.fingerprint,
      retainUntil: input.retainUntil,
      facts: factsOf(evidence, session, input.version),
      html,
    });
    for (const { number } of itemsOf(reader, 'sign-off')) removeItem(writer, 'sign-off', number);
    appendAudit(writer, 'profile published', {
      version: input.version,
      hash: kept.hash,
      fingerprint: kept.fingerprint,
    });
    return kept;
  });
}
