import type { Place } from '../../src/contract/hotspots.ts';
import type {
  ChecklistReport,
  ProfileDraft,
  ProfileState,
  PublishedVersion,
} from '../../src/contract/profile.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import { type NextStep, nextSteps } from '../../src/domain/profile/next-steps.ts';
import { useCall } from '../app/use-loaded.ts';

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

export interface HomeStanding extends Known {
  /** What is next as far as it is known. */
  readonly steps: readonly NextStep[];
  /** More steps may follow: what they rest on is still being worked out. */
  readonly isWaiting: boolean;
}

/**
 * Reads where the profile stands. What needs no figures shows at once and is asked for first; the figures may take
 * seconds after new data.
 */
export function useStanding(summary: WorkspaceSummary): HomeStanding {
  const { path, counts, classification, classificationStale } = summary;
  const lists = [classification?.codeListVersion, classification?.rulesVersion];
  const since = JSON.stringify([path, counts, classificationStale, lists]);
  const draft = useCall('readProfileDraft', {}, { since });
  const versions = useCall('listProfileVersions', {}, { since });
  const likely = { confidence: 'likely', limit: 1_000 } as const;
  const matched = useCall('listMatchedPlaces', likely, { since });
  const quick = [draft, versions, matched];
  const figures = quick.some(({ isCurrent }) => !isCurrent) ? null : {};
  const places = useCall('listPlaces', figures, { since });
  const state = useCall('readProfileState', figures, { since });
  const checked = useCall('checkProfile', figures, { since });
  const known = {
    draft: draft.value,
    state: state.value,
    checklists: checked.value?.checklists ?? null,
    versions: versions.value?.versions ?? null,
    places: places.value?.places ?? null,
    placesToConfirm:
      matched.value?.places.filter(({ decision }) => decision === null).length ?? null,
  };
  const read = [...quick, places, state, checked];
  return {
    ...known,
    steps: stepsOf(summary, known),
    isWaiting: read.some(({ isCurrent }) => !isCurrent),
  };
}

function stepsOf(summary: WorkspaceSummary, known: Known): readonly NextStep[] {
  const { draft, state, checklists, versions, places, placesToConfirm } = known;
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
    places: places?.length ?? null,
    staleFigures: state?.stale.length ?? null,
    draft: draft && {
      openComments: draft.comments.filter(({ content }) => !content.isSettled).length,
      reviewOn: draft.terms.reviewOn,
      signOffs: draft.signOffs.map(({ content }) => content),
      hash: draft.draft,
    },
    checklistMissing:
      checklists?.flatMap(({ results }) => results).filter(({ state: met }) => met === 'missing')
        .length ?? null,
    publishedVersions: versions?.length ?? null,
  });
}

/** The date on this computer's calendar, `YYYY-MM-DD`. */
function todayHere(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
