import { type ProfileItems, type Recommendation, stateOf } from './document.ts';
import type { LiveFigure } from './live-figure.ts';
import { type FigureReference, figuresIn } from './rich-text.ts';

/** What a figure is kept against that the evidence can no longer give: '' would read as never decided. */
const notGiven = 'not given';

/** Where a figure stands in the draft. */
export interface Place {
  readonly kind: 'text' | 'finding' | 'recommendation';
  /** Number of the section, finding or recommendation. */
  readonly number: number;
}

/** A figure in the analyst's words that the evidence no longer says. */
export interface StaleFigure {
  readonly place: Place;
  readonly figure: string;
  readonly label: string;
  /** What the sentence says. */
  readonly accepted: string;
  /** What the evidence says now; '' when the figure can no longer be given. */
  readonly current: string;
  /** Recommendations that rest on this sentence, by number. */
  readonly recommendations: readonly number[];
}

/**
 * Every figure in texts, findings and baselines whose accepted text is not the current one, in the order of the
 * draft. One that the analyst kept against exactly this current text is not named again until it changes once more.
 * Nothing is ever changed in the analyst's words by this.
 */
export function staleFigures(
  items: ProfileItems,
  figures: ReadonlyMap<string, LiveFigure>,
): StaleFigure[] {
  const restingOn = (finding: number): number[] =>
    [...items.recommendations]
      .filter(([, { findings }]) => findings.includes(finding))
      .map(([number]) => number);
  const stale: StaleFigure[] = [];
  const look = (
    place: Place,
    references: readonly FigureReference[],
    recommendations: readonly number[],
  ): void => {
    const seen = new Set<string>();
    for (const reference of references) {
      const { figure, accepted } = reference;
      const live = figures.get(figure);
      const current = live?.text ?? '';
      const key = `${figure} ${accepted}`;
      if (seen.has(key) || !isStale(reference, current)) continue;
      seen.add(key);
      stale.push({
        place,
        figure,
        label: live?.label ?? figure,
        accepted,
        current,
        recommendations,
      });
    }
  };
  for (const [number, { text }] of items.texts) {
    look({ kind: 'text', number }, figuresIn(text), []);
  }
  for (const [number, { text }] of items.findings) {
    look({ kind: 'finding', number }, figuresIn(text), restingOn(number));
  }
  for (const [number, recommendation] of items.recommendations) {
    const live = figures.get(recommendation.figure);
    const current = live?.text ?? '';
    if (!isBaselineStale(recommendation, current)) continue;
    stale.push({
      place: { kind: 'recommendation', number },
      figure: recommendation.figure,
      label: live?.label ?? recommendation.figure,
      accepted: recommendation.baseline,
      current,
      recommendations: [number],
    });
  }
  return stale;
}

/**
 * Whether a baseline no longer holds the figure that it was taken from. Once work has begun, the baseline is what was
 * before it and is meant to differ.
 */
function isBaselineStale(recommendation: Recommendation, current: string): boolean {
  const { figure, baseline, baselineKeptAgainst = '' } = recommendation;
  if (figure === '' || baseline === '' || stateOf(recommendation) !== 'open') return false;
  if (baselineKeptAgainst === (current || notGiven)) return false;
  return current === '' || !holdsWhole(baseline, current);
}

/** Whether a text holds another as it stands and not as a part of a longer number: 57 is not in 257 or 57.3. */
function holdsWhole(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + part.length)];
    if (!/[\d.,+-]$/u.test(before) && !/^[\d]|^[.,]\d/u.test(after)) return true;
  }
  return false;
}

/** A recommendation's baseline as the analyst decided: the current figure taken, or the old one kept against it. */
export function settleBaseline(
  recommendation: Recommendation,
  { accepted, current }: Pick<StaleFigure, 'accepted' | 'current'>,
  decision: 'accept' | 'keep',
): Recommendation {
  if (recommendation.baseline !== accepted) return recommendation;
  return decision === 'accept'
    ? { ...recommendation, baseline: current, baselineKeptAgainst: undefined }
    : { ...recommendation, baselineKeptAgainst: current || notGiven };
}

/** Whether a sentence says another text than the current one, and the analyst did not keep it against that one. */
export function isStale({ accepted, keptAgainst }: FigureReference, current: string): boolean {
  return current !== accepted && keptAgainst !== (current || notGiven);
}

/** A figure reference as the analyst decided: the current text taken, or the old one kept against it. */
export function settle(
  reference: FigureReference,
  stale: Pick<StaleFigure, 'figure' | 'accepted' | 'current'>,
  decision: 'accept' | 'keep',
): FigureReference {
  if (reference.figure !== stale.figure || reference.accepted !== stale.accepted) return reference;
  return decision === 'accept'
    ? { ...reference, accepted: stale.current, keptAgainst: '' }
    : { ...reference, keptAgainst: stale.current || notGiven };
}
