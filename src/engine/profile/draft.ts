import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type {
  ChecklistReport,
  ProfileDraft,
  ProfileSection,
  ProfileState,
} from '../../contract/profile.ts';
import { assembleDocument } from '../../domain/figures/assemble.ts';
import { draftSentences } from '../../domain/profile/draft-sentences.ts';
import type { LiveFigure } from '../../domain/profile/live-figure.ts';
import { promptOf } from '../../domain/profile/prompts.ts';
import { obstacles } from '../../domain/profile/readiness.ts';
import { changeFigures, isBlank, type RichText } from '../../domain/profile/rich-text.ts';
import { settle, settleBaseline, staleFigures } from '../../domain/profile/stale.ts';
import type { Job } from '../jobs.ts';
import { renderEvidence } from '../page/render.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import {
  draftHash,
  itemsOf,
  keepItem,
  lastEdit,
  profileItems,
  removeItem,
  undoEdit,
} from '../workspace/profile-items.ts';
import { checklistReports } from './checklists.ts';
import { profileEvidence } from './profile-evidence.ts';

/** The draft alone: never waits for figures. */
export function readDraft({ reader }: Session): ProfileDraft {
  return {
    terms: profileItems(reader).terms,
    texts: itemsOf(reader, 'text'),
    findings: itemsOf(reader, 'finding'),
    recommendations: itemsOf(reader, 'recommendation'),
    hypotheses: itemsOf(reader, 'hypothesis'),
    comments: itemsOf(reader, 'comment'),
    signOffs: itemsOf(reader, 'sign-off'),
    draft: draftHash(reader),
    undo: lastEdit(reader)?.what ?? null,
  };
}

/** How the draft stands against the evidence of now. */
export async function profileState(session: Session, job: Job): Promise<ProfileState> {
  const { inputs, sections, figures } = await profileEvidence(session, job);
  const items = profileItems(session.reader);
  const stale = staleFigures(items, byId(figures));
  return {
    sections: assembleDocument(sections, items, inputs).map(({ number, title, state }) => ({
      number,
      title,
      state,
      hasWords: !isBlank(items.texts.get(number)?.text ?? []),
    })),
    figures,
    stale,
    obstacles: obstacles(items, stale, draftHash(session.reader)),
    reviewDue: reviewDue(items.terms.reviewOn),
  };
}

const soonDays = 30;

function reviewDue(reviewOn: string): ProfileState['reviewDue'] {
  if (reviewOn === '') return 'not set';
  const days = (Date.parse(`${reviewOn}T00:00Z`) - Date.now()) / 86_400_000;
  if (days < 0) return 'past';
  return days <= soonDays ? 'soon' : 'later';
}

/** One section: the evidence, the analyst's words, and sentences on offer. */
export async function readSection(
  session: Session,
  number: number,
  job: Job,
): Promise<ProfileSection> {
  const { inputs, sections, figures } = await profileEvidence(session, job);
  const section = sections.find((one) => one.number === number);
  if (section === undefined) {
    throw new FailureError(
      'not-found',
      `A profile has no section ${number}.`,
      'Choose a section from 0 to 17.',
    );
  }
  const own = figures.filter((figure) => figure.section === number);
  return {
    number,
    title: section.title,
    prompt: promptOf(number),
    text: profileItems(session.reader).texts.get(number)?.text ?? [],
    evidence: section.blocks,
    html: renderEvidence(section, inputs.marking),
    drafts: draftSentences(number, byId(figures)),
    figures: own,
  };
}

/** Keeps one item of the draft and logs that it was changed, never what it says. */
export function saveItem(
  session: Session,
  { kind, number, content }: ParsedInput<'saveProfileItem'>,
): { number: number } {
  const { writer } = session;
  return inTransaction(writer, () => {
    const kept = keepItem(writer, kind, number, content);
    appendAudit(writer, 'draft changed', { kind, number: kept });
    return { number: kept };
  });
}

/** Removes one item of the draft. */
export function dropItem(session: Session, input: ParsedInput<'removeProfileItem'>): null {
  const { writer } = session;
  inTransaction(writer, () => {
    removeItem(writer, input.kind, input.number);
    appendAudit(writer, 'draft changed', { kind: input.kind, number: input.number, removed: true });
  });
  return null;
}

/** Takes the last change of the draft back. */
export function undoDraft(session: Session): { what: string | null } {
  const { writer } = session;
  return inTransaction(writer, () => {
    const what = undoEdit(writer);
    if (what !== null) appendAudit(writer, 'draft change undone', {});
    return { what };
  });
}

/** Takes or keeps one stale figure where it stands; the rest of the analyst's words is not touched. */
export function settleFigure(session: Session, input: ParsedInput<'settleFigure'>): null {
  const { writer, reader } = session;
  const { place, decision, ...stale } = input;
  const items = profileItems(reader);
  const change = (text: RichText): RichText =>
    changeFigures(text, (reference) => settle(reference, stale, decision));
  inTransaction(writer, () => {
    if (place.kind === 'text') {
      const text = items.texts.get(place.number)?.text;
      if (text !== undefined) keepItem(writer, 'text', place.number, { text: change(text) });
    } else if (place.kind === 'finding') {
      const finding = items.findings.get(place.number);
      if (finding !== undefined) {
        keepItem(writer, 'finding', place.number, { ...finding, text: change(finding.text) });
      }
    } else {
      const recommendation = items.recommendations.get(place.number);
      if (recommendation?.figure === stale.figure) {
        const settled = settleBaseline(recommendation, stale, decision);
        keepItem(writer, 'recommendation', place.number, settled);
      }
    }
    appendAudit(writer, 'stale figure settled', { figure: stale.figure, decision });
  });
  return null;
}

/** The draft held against every checklist. */
export async function checkDraft(session: Session, job: Job): Promise<ChecklistReport[]> {
  const { inputs, sections } = await profileEvidence(session, job);
  return checklistReports(session.reader, inputs, sections, profileItems(session.reader));
}

function byId(figures: readonly LiveFigure[]): ReadonlyMap<string, LiveFigure> {
  return new Map(figures.map((figure) => [figure.id, figure]));
}
