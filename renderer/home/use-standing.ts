import { useEffect, useState } from 'react';
import type { Place } from '../../src/contract/hotspots.ts';
import type {
  ChecklistReport,
  ProfileDraft,
  ProfileState,
  PublishedVersion,
} from '../../src/contract/profile.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { type NextStep, nextSteps } from '../../src/domain/profile/next-steps.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';

/** What the home screen shows; null parts are still being read. */
interface Known {
  readonly draft: ProfileDraft | null;
  readonly state: ProfileState | null;
  readonly checklists: readonly ChecklistReport[] | null;
  readonly versions: readonly PublishedVersion[] | null;
  readonly places: readonly Place[] | null;
  /** Likely places that wait for a decision. */
  readonly placesToConfirm: number | null;
}

const nothingKnown: Known = {
  draft: null,
  state: null,
  checklists: null,
  versions: null,
  places: null,
  placesToConfirm: null,
};

export interface HomeStanding extends Known {
  /** null until everything that they rest on is read. */
  readonly steps: readonly NextStep[] | null;
}

/** Reads where the profile stands. What is quick shows at once; figures may take seconds after new data. */
export function useStanding(summary: WorkspaceSummary): HomeStanding {
  const { take } = useWorkbench();
  const [known, setKnown] = useState(nothingKnown);
  useEffect(() => {
    let isGone = false;
    const add = (part: Partial<Known>) => {
      if (!isGone) setKnown((before) => ({ ...before, ...part }));
    };
    const read = async () => {
      const [draft, versions, matched] = await Promise.all([
        ask('readProfileDraft', {}),
        ask('listProfileVersions', {}),
        ask('listMatchedPlaces', { confidence: 'likely', limit: 1_000 }),
      ]);
      add({
        draft: take(draft),
        versions: take(versions)?.versions ?? null,
        placesToConfirm:
          take(matched)?.places.filter(({ decision }) => decision === null).length ?? null,
      });
      const [state, checked, places] = await Promise.all([
        ask('readProfileState', {}),
        ask('checkProfile', {}),
        ask('listPlaces', {}),
      ]);
      add({
        state: take(state),
        checklists: take(checked)?.checklists ?? null,
        places: take(places)?.places ?? null,
      });
    };
    void read();
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- take only tells of a failure
  }, [summary]);
  return { ...known, steps: stepsOf(summary, known) };
}

function stepsOf(summary: WorkspaceSummary, known: Known): readonly NextStep[] | null {
  const { draft, state, checklists, versions, places, placesToConfirm } = known;
  if (draft === null || state === null || checklists === null) return null;
  if (versions === null || places === null || placesToConfirm === null) return null;
  const unmatched = summary.classification?.unmatchedOffences ?? [];
  return nextSteps({
    today: todayHere(),
    incidents: summary.counts.incidents,
    lastMonth: summary.period?.to ?? null,
    isClassificationStale: summary.classificationStale,
    unmatched: {
      offences: unmatched.length,
      records: unmatched.reduce((sum, { count }) => sum + count, 0),
    },
    placesToConfirm,
    places: places.length,
    staleFigures: state.stale.length,
    openComments: draft.comments.filter(({ content }) => !content.isSettled).length,
    reviewOn: draft.terms.reviewOn,
    signOffs: draft.signOffs.map(({ content }) => content),
    draft: draft.draft,
    checklistMissing: checklists
      .flatMap(({ results }) => results)
      .filter(({ state: met }) => met === 'missing').length,
    publishedVersions: versions.length,
  });
}

/** The date on this computer's calendar, `YYYY-MM-DD`. */
function todayHere(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
