import { readFileSync } from 'node:fs';
import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { assembleDocument } from '../../domain/figures/assemble.ts';
import { staleFigures } from '../../domain/profile/stale.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { buildDocx } from '../word/build-docx.ts';
import { appendAudit } from '../workspace/audit.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { refuseOutput, writeRecorded } from '../write-whole.ts';
import { titlesOf } from './build-profile.ts';
import { profileEvidence } from './profile-evidence.ts';
import { changesSinceLast } from './versions.ts';

/** Writes the draft as a Word document and records that it left; what cannot be recorded is not written. */
export async function exportDocx(
  session: Session,
  { out, template }: ParsedInput<'exportProfileDocx'>,
  job: Job,
): Promise<CallOutputs['exportProfileDocx']> {
  const { writer } = session;
  refuseOutput(out, template === null ? [] : [template]);
  await session.classifyIfStale(job);
  const evidence = await profileEvidence(session, job);
  const { inputs } = evidence;
  const items = profileItems(session.reader);
  const facts = {
    ...titlesOf(inputs, items),
    marking: inputs.marking,
    handling: items.terms.handling,
  };
  const form = template === null ? null : readFileSync(template);
  const changes = changesSinceLast(session, evidence);
  const stale = staleFigures(items, new Map(evidence.figures.map((figure) => [figure.id, figure])));
  const sections = assembleDocument(evidence.sections, items, inputs, { changes, stale });
  const bytes = await buildDocx(sections, facts, form, job);
  const audit = writeRecorded(writer, out, bytes, () =>
    appendAudit(writer, 'profile exported', {
      product: 'profile-docx',
      bytes: bytes.length,
      ownTemplate: template !== null,
    }),
  );
  return { bytes: bytes.length, audit };
}
