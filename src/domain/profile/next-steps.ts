import type { SignOff } from './document.ts';

/**
 * What is known of a workspace and its draft, as far as it says what is to be done next. null: not known yet, since it
 * rests on figures that are still being worked out.
 */
export interface WorkspaceStanding {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly incidents: number;
  /** Last month with a recorded incident, `YYYY-MM`; null without any. */
  readonly lastMonth: string | null;
  readonly isClassificationStale: boolean;
  /** Offences that match nothing on the list: wordings, and the records that have them. */
  readonly unmatched: { readonly offences: number; readonly records: number };
  /** Likely places that nobody has accepted or refused yet. */
  readonly placesToConfirm: number | null;
  /** Locations of concern in the register. */
  readonly places: number | null;
  /** Figures in the analyst's words that the evidence no longer says. */
  readonly staleFigures: number | null;
  readonly draft: DraftStanding | null;
  /** Items of all checklists that the profile does not meet at all. */
  readonly checklistMissing: number | null;
  readonly publishedVersions: number | null;
}

/** What the draft itself says, without a figure. */
export interface DraftStanding {
  readonly openComments: number;
  /** `YYYY-MM-DD`, '' when it is not set. */
  readonly reviewOn: string;
  readonly signOffs: readonly Pick<SignOff, 'as' | 'draft'>[];
  /** Hash of the draft as it stands: a signature of another one does not count. */
  readonly hash: string;
}

export type NextStepKind =
  | 'import-first'
  | 'data-due'
  | 'classify'
  | 'stale'
  | 'review-past'
  | 'review-soon'
  | 'review-not-set'
  | 'unmatched'
  | 'confirm-places'
  | 'find-places'
  | 'comments'
  | 'checklists'
  | 'sign'
  | 'publish';

/** One thing to do. `count` is how many there are of what it names; `on` the date or month that it is about. */
export interface NextStep {
  readonly kind: NextStepKind;
  readonly urgency: 'now' | 'soon' | 'later';
  readonly count: number;
  /** A second count where one is not enough: the records behind the unmatched offences. */
  readonly records: number;
  readonly on: string;
}

const soonDays = 30;
const millisecondsADay = 86_400_000;

/**
 * What is to be done next as far as it is known, the most urgent first; empty when all is done. Police extracts come by month, so data are
 * due when a whole month has passed without a recorded incident, and urgent when two have.
 */
export function nextSteps(standing: WorkspaceStanding): NextStep[] {
  if (standing.incidents === 0) return [step('import-first', 'now')];
  const found = [...evidenceSteps(standing), ...draftSteps(standing)];
  const order = ['now', 'soon', 'later'];
  return found.toSorted((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
}

function step(
  kind: NextStepKind,
  urgency: NextStep['urgency'],
  facts: Partial<Pick<NextStep, 'count' | 'records' | 'on'>> = {},
): NextStep {
  return { kind, urgency, count: 0, records: 0, on: '', ...facts };
}

function evidenceSteps(standing: WorkspaceStanding): NextStep[] {
  const { lastMonth, today, unmatched } = standing;
  const placesToConfirm = standing.placesToConfirm ?? 0;
  const found: NextStep[] = [];
  const behind = lastMonth === null ? 0 : wholeMonthsWithout(lastMonth, today);
  if (behind > 0 && lastMonth !== null) {
    found.push(step('data-due', behind > 1 ? 'now' : 'soon', { count: behind, on: lastMonth }));
  }
  if (standing.isClassificationStale) found.push(step('classify', 'now'));
  if (unmatched.offences > 0) {
    const { offences: count, records } = unmatched;
    found.push(step('unmatched', 'soon', { count, records }));
  }
  if (placesToConfirm > 0) found.push(step('confirm-places', 'soon', { count: placesToConfirm }));
  if (standing.places === 0) found.push(step('find-places', 'later'));
  return found;
}

function draftSteps(standing: WorkspaceStanding): NextStep[] {
  const { draft, today } = standing;
  const staleFigures = standing.staleFigures ?? 0;
  const checklistMissing = standing.checklistMissing ?? 0;
  const found: NextStep[] = [];
  if (staleFigures > 0) found.push(step('stale', 'now', { count: staleFigures }));
  if (checklistMissing > 0) found.push(step('checklists', 'later', { count: checklistMissing }));
  if (draft === null) return found;
  const { openComments, signOffs, hash } = draft;
  found.push(...reviewSteps(draft.reviewOn, today));
  if (openComments > 0) found.push(step('comments', 'soon', { count: openComments }));
  const signed = new Set(signOffs.filter((one) => one.draft === hash).map((one) => one.as));
  if (signed.size < 2) found.push(step('sign', 'later', { count: 2 - signed.size }));
  else if (standing.publishedVersions === 0) found.push(step('publish', 'later'));
  return found;
}

function reviewSteps(reviewOn: string, today: string): NextStep[] {
  if (reviewOn === '') return [step('review-not-set', 'later')];
  const days = Math.round((Date.parse(reviewOn) - Date.parse(today)) / millisecondsADay);
  if (days < 0) return [step('review-past', 'now', { count: -days, on: reviewOn })];
  if (days <= soonDays) return [step('review-soon', 'soon', { count: days, on: reviewOn })];
  return [];
}

/** Whole months that ended before `today` and came after `lastMonth`. */
function wholeMonthsWithout(lastMonth: string, today: string): number {
  return Math.max(0, monthNumber(today) - 1 - monthNumber(lastMonth));
}

function monthNumber(date: string): number {
  const [year, month] = date.split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? 0);
}
