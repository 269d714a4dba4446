import { sampleDraft } from '../domain/sample/analyst.ts';
import type { Job } from './jobs.ts';
import { profileEvidence } from './profile/profile-evidence.ts';
import type { Session } from './session.ts';
import { appendAudit } from './workspace/audit.ts';
import { inTransaction } from './workspace/database.ts';
import { keepItem } from './workspace/profile-items.ts';

/** Writes the made-up analyst's draft of the profile, so that the sample shows a finished document. Signs nothing. */
export async function keepSampleDraft(session: Session, job: Job): Promise<void> {
  const { inputs, figures } = await profileEvidence(session, job);
  const draft = sampleDraft(new Map(figures.map((figure) => [figure.id, figure])), inputs.madeOn);
  const { writer } = session;
  inTransaction(writer, () => {
    keepItem(writer, 'terms', null, draft.terms);
    for (const [section, text] of draft.texts) keepItem(writer, 'text', section, { text });
    for (const finding of draft.findings) keepItem(writer, 'finding', null, finding);
    for (const one of draft.recommendations) keepItem(writer, 'recommendation', null, one);
    for (const one of draft.hypotheses) keepItem(writer, 'hypothesis', null, one);
    for (const one of draft.comments) keepItem(writer, 'comment', null, one);
    appendAudit(writer, 'sample draft written', {
      findings: draft.findings.length,
      recommendations: draft.recommendations.length,
    });
  });
}
