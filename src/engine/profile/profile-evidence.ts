import type { Section } from '../../domain/figures/blocks.ts';
import { collectSections, placesOf } from '../../domain/figures/collect.ts';
import type { ProfileInputs } from '../../domain/figures/inputs.ts';
import { liveFigures } from '../../domain/figures/live-figures.ts';
import type { HotPlace } from '../../domain/figures/places.ts';
import type { LiveFigure } from '../../domain/profile/live-figure.ts';
import type { FinishedRun } from '../analysis/run.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { evidenceVersion, rulesState } from '../workspace/settings.ts';
import { agreedState, profileInputs } from './profile-inputs.ts';
import { RememberedParts } from './remembered-parts.ts';

/** What the evidence of now says: sections without the analyst's words, live figures and places. */
export interface ProfileEvidence {
  readonly inputs: ProfileInputs;
  readonly runs: readonly FinishedRun[];
  readonly sections: readonly Section[];
  readonly figures: readonly LiveFigure[];
  readonly places: readonly HotPlace[];
  /** Names of the parts that had to be made; the others are as they were made before from the same. */
  readonly made: readonly string[];
}

const kept = new WeakMap<Session, { readonly key: string; readonly evidence: ProfileEvidence }>();

const parts = new WeakMap<Session, RememberedParts>();

function newParts(session: Session): RememberedParts {
  const made = new RememberedParts();
  parts.set(session, made);
  return made;
}

/** The evidence of a session's profile; made again only when rows, lists, rules, decisions, recipe, register or day changed. */
export async function profileEvidence(session: Session, job: Job): Promise<ProfileEvidence> {
  const { reader } = session;
  const today = new Date().toISOString().slice(0, 10);
  const key = `${evidenceVersion(reader)} ${rulesState(reader)} ${today} ${agreedState(reader)}`;
  const known = kept.get(session);
  if (known?.key === key) return known.evidence;
  job.report({ stage: 'Collecting figures', done: 0, total: 2 });
  const { inputs, runs } = await profileInputs(session, job);
  job.report({ stage: 'Collecting figures', done: 1, total: 2 });
  const { remember, made } = (parts.get(session) ?? newParts(session)).of(inputs);
  const places = placesOf(remember);
  const evidence = {
    inputs,
    runs,
    sections: collectSections(inputs, remember),
    figures: liveFigures(inputs, places, remember),
    places,
    made,
  };
  kept.set(session, { key, evidence });
  return evidence;
}
