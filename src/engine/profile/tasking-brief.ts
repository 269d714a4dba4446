import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { taskingBrief } from '../../domain/figures/brief.ts';
import { periodInWords } from '../../domain/figures/opening.ts';
import { dateInWords } from '../../domain/figures/words.ts';
import { readAsset } from '../assets.ts';
import type { Job } from '../jobs.ts';
import { renderBrief } from '../page/brief.ts';
import type { Session } from '../session.ts';
import { buildPptx } from '../slides/build-pptx.ts';
import { appendAudit } from '../workspace/audit.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { refuseOutput, writeRecorded } from '../write-whole.ts';
import { profileEvidence } from './profile-evidence.ts';

async function content(session: Session, job: Job) {
  await session.classifyIfStale(job);
  const { inputs, figures, places } = await profileEvidence(session, job);
  return {
    brief: taskingBrief(profileItems(session.reader), figures, places),
    title: `Tasking brief, violence against women and girls: ${inputs.force}`,
    lead: `From the draft of the problem profile, ${dateInWords(inputs.madeOn)}. Records of ${periodInWords(inputs)}, by recorded date. Force edition: not for partners or the public.`,
    marking: inputs.marking,
  };
}

/** The tasking brief as a page that prints on two sides. */
export async function buildBrief(session: Session, job: Job): Promise<CallOutputs['buildBrief']> {
  const { brief, ...facts } = await content(session, job);
  const fonts = {
    regular: readAsset('fonts', 'inter-400.woff2'),
    bold: readAsset('fonts', 'inter-600.woff2'),
  };
  return {
    html: renderBrief(brief, { ...facts, fonts }),
    title: facts.title,
    marking: facts.marking,
  };
}

/** Writes the tasking brief as slides and records that it left. */
export async function exportBriefPptx(
  session: Session,
  { out }: ParsedInput<'exportBriefPptx'>,
  job: Job,
): Promise<CallOutputs['exportBriefPptx']> {
  const { writer } = session;
  refuseOutput(out);
  const { brief, ...facts } = await content(session, job);
  const bytes = await buildPptx(brief, facts);
  const audit = writeRecorded(writer, out, bytes, () =>
    appendAudit(writer, 'profile exported', { product: 'brief-pptx', bytes: bytes.length }),
  );
  return { bytes: bytes.length, audit };
}
