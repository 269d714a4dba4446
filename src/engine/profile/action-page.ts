import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { type ActionPage, actionSections } from '../../domain/figures/action-pages.ts';
import { dateInWords } from '../../domain/figures/words.ts';
import { readAsset } from '../assets.ts';
import type { Job } from '../jobs.ts';
import { renderSheet } from '../page/render.ts';
import type { Session } from '../session.ts';
import { buildDocx } from '../word/build-docx.ts';
import { appendAudit } from '../workspace/audit.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { refuseOutput, writeRecorded } from '../write-whole.ts';
import { recommendationsForPartners } from './partner-texts.ts';

const titles: Readonly<Record<ActionPage, string>> = {
  'tactical-plan': 'Tactical plan, violence against women and girls',
  'partner-actions': 'Partner action list, violence against women and girls',
};

/** From the draft alone: an action page never waits for figures. */
function content(session: Session, page: ActionPage) {
  const madeOn = new Date().toISOString().slice(0, 10);
  const items = profileItems(session.reader);
  return {
    sections: actionSections(page, items, madeOn, recommendationsForPartners(session)),
    title: `${titles[page]}: ${session.summary().force}`,
    lead: `From the draft of the problem profile, ${dateInWords(madeOn)}. Force edition: not for partners or the public until it was read for them.`,
    marking: session.marking(),
    handling: items.terms.handling,
  };
}

/** The tactical plan or the partner action list as a page of its own. */
export function buildActionPage(
  session: Session,
  { page }: ParsedInput<'buildActionPage'>,
): CallOutputs['buildActionPage'] {
  const { sections, title, lead, marking } = content(session, page);
  const fonts = {
    regular: readAsset('fonts', 'inter-400.woff2'),
    bold: readAsset('fonts', 'inter-600.woff2'),
  };
  return { html: renderSheet(sections, { title, lead, marking, fonts }), title, marking };
}

/** Writes it as a Word document and records that it left. */
export async function exportActionPageDocx(
  session: Session,
  { page, out }: ParsedInput<'exportActionPageDocx'>,
  job: Job,
): Promise<CallOutputs['exportActionPageDocx']> {
  const { writer } = session;
  refuseOutput(out);
  const { sections, ...facts } = content(session, page);
  const bytes = await buildDocx(sections, facts, null, job);
  const audit = writeRecorded(writer, out, bytes, () =>
    appendAudit(writer, 'profile exported', { product: `${page}-docx`, bytes: bytes.length }),
  );
  return { bytes: bytes.length, audit };
}
