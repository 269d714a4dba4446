import type { ParsedInput } from '../../contract/calls.ts';
import type { BuiltProfile } from '../../contract/results.ts';
import { assembleDocument } from '../../domain/figures/assemble.ts';
import type { Section } from '../../domain/figures/blocks.ts';
import type { ProfileInputs } from '../../domain/figures/inputs.ts';
import type { ProfileItems } from '../../domain/profile/document.ts';
import { staleFigures } from '../../domain/profile/stale.ts';
import { packRun } from '../analysis/kept-runs.ts';
import { readAsset } from '../assets.ts';
import type { Job } from '../jobs.ts';
import { renderPage } from '../page/render.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { buildOuterEdition } from './outer-edition.ts';
import { profileEvidence } from './profile-evidence.ts';
import { changesSinceLast } from './versions.ts';

/** Builds an edition of the profile from the workspace and the draft as they stand. */
export async function buildProfile(
  session: Session,
  input: ParsedInput<'buildProfile'>,
  job: Job,
): Promise<BuiltProfile> {
  if (input.edition !== 'force') return buildOuterEdition(session, input, job);
  await session.classifyIfStale(job);
  const evidence = await profileEvidence(session, job);
  const { inputs, runs, figures } = evidence;
  const items = profileItems(session.reader);
  const changes = changesSinceLast(session, evidence);
  const stale = staleFigures(items, new Map(figures.map((figure) => [figure.id, figure])));
  const sections = assembleDocument(evidence.sections, items, inputs, { changes, stale });
  job.report({ stage: 'Drawing the profile', done: 1, total: 2 });
  const { title, html } = drawProfile(sections, inputs, items);
  const { writer } = session.workspace;
  if (writer !== null) {
    const keepers = runs.map(packRun);
    inTransaction(writer, () => {
      for (const keep of keepers) keep(writer);
      appendAudit(writer, 'profile built', { edition: 'force', runs: runs.length });
    });
  }
  const count = (state: string): number =>
    sections.filter((section) => section.state === state).length;
  return {
    edition: 'force',
    html,
    title,
    marking: inputs.marking,
    sections: sections.map(({ number, title: name, state }) => ({ number, title: name, state })),
    completeness: {
      figures: count('figures'),
      analyst: count('analyst'),
      notBuilt: count('not-built'),
      sections: sections.length,
    },
    stale: stale.map(({ label, accepted, current }) => `${label}: ${accepted} is now ${current}`),
    made: evidence.made,
    suppressed: 0,
    removals: null,
    audit: null,
  };
}

/** The document as one page. */
export function drawProfile(
  sections: readonly Section[],
  inputs: ProfileInputs,
  items: ProfileItems,
): { title: string; html: string } {
  const { title, lead } = titlesOf(inputs, items);
  const html = renderPage(sections, {
    title,
    lead,
    marking: inputs.marking,
    fonts: {
      regular: readAsset('fonts', 'inter-400.woff2'),
      bold: readAsset('fonts', 'inter-600.woff2'),
    },
  });
  return { title, html };
}

/** What the document is called: the force's own title, but never for open data, which is no VAWG profile. */
export function titlesOf(
  inputs: ProfileInputs,
  items: ProfileItems,
): { title: string; lead: string } {
  if (inputs.isContextOnly) {
    return {
      title: `Open crime data in context: ${inputs.force}`,
      lead: 'Published open data, all victims. Not a VAWG measure.',
    };
  }
  const { title } = items.terms;
  return {
    title:
      title === '' ? `Problem profile, violence against women and girls: ${inputs.force}` : title,
    lead: 'Dangerous and risky online, private and public spaces',
  };
}
