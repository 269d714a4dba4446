import { describe, expect, it } from 'vitest';
import {
  blankTerms,
  type ProfileItems,
  type Recommendation,
} from '../../src/domain/profile/document.ts';
import type { LiveFigure } from '../../src/domain/profile/live-figure.ts';
import { isStale, settle, settleBaseline, staleFigures } from '../../src/domain/profile/stale.ts';

const recommendation: Recommendation = {
  text: 'Visit the place.',
  findings: [1],
  approach: 'prevent',
  owner: '',
  partner: '',
  dueOn: '',
  measure: 'Incidents there',
  figure: 'place.count',
  baseline: '257 (Incidents there)',
  progress: [],
};

const itemsOf = (one: Recommendation): ProfileItems => ({
  terms: blankTerms,
  texts: new Map(),
  findings: new Map(),
  recommendations: new Map([[4, one]]),
  hypotheses: new Map(),
  comments: new Map(),
  signOffs: new Map(),
});

const figure = (text: string): ReadonlyMap<string, LiveFigure> =>
  new Map([
    [
      'place.count',
      {
        id: 'place.count',
        section: 12,
        label: 'Incidents there',
        text,
        value: null,
        basis: '',
        n: 0,
        beside: [],
      },
    ],
  ]);

const stale = (one: Recommendation, text: string) => staleFigures(itemsOf(one), figure(text));

describe('a baseline', () => {
  it('holds while the figure stands in it, with or without words around it', () => {
    expect(stale(recommendation, '257')).toEqual([]);
    expect(stale({ ...recommendation, baseline: '257' }, '257')).toEqual([]);
  });

  it('is stale once the evidence says another figure, and a part of a longer number is not it', () => {
    expect(stale(recommendation, '301')).toEqual([
      {
        place: { kind: 'recommendation', number: 4 },
        figure: 'place.count',
        label: 'Incidents there',
        accepted: '257 (Incidents there)',
        current: '301',
        recommendations: [4],
      },
    ]);
    expect(stale(recommendation, '57')).toHaveLength(1);
    expect(stale({ ...recommendation, baseline: '13.9 %' }, '3.9 %')).toHaveLength(1);
  });

  it('is stale when its figure can no longer be given', () => {
    const [found] = staleFigures(itemsOf(recommendation), new Map());
    if (found === undefined) throw new Error('the baseline is not stale');
    expect(found.current).toBe('');
    // Kept all the same: the analyst answers for it, and is not asked again.
    const keptOld = settleBaseline(recommendation, found, 'keep');
    expect(staleFigures(itemsOf(keptOld), new Map())).toEqual([]);
    expect(stale(keptOld, '301')).toHaveLength(1);
  });

  it('is meant to differ once work has begun', () => {
    const begun: Recommendation = {
      ...recommendation,
      progress: [{ on: '2026-11-01', state: 'under way', note: '' }],
    };
    expect(stale(begun, '301')).toEqual([]);
  });

  it('is taken or kept as the analyst decides, and asked about again only when it changes again', () => {
    const [found] = stale(recommendation, '301');
    if (found === undefined) throw new Error('the baseline is not stale');
    const taken = settleBaseline(recommendation, found, 'accept');
    expect(taken.baseline).toBe('301');
    expect(stale(taken, '301')).toEqual([]);
    const keptOld = settleBaseline(recommendation, found, 'keep');
    expect(keptOld.baseline).toBe('257 (Incidents there)');
    expect(stale(keptOld, '301')).toEqual([]);
    expect(stale(keptOld, '302')).toHaveLength(1);
  });

  it('without a live figure is the analyst’s own and never stale', () => {
    expect(stale({ ...recommendation, figure: '' }, '301')).toEqual([]);
  });
});

describe('a figure in a sentence', () => {
  const reference = {
    type: 'figure',
    figure: 'place.count',
    accepted: '257',
    keptAgainst: '',
  } as const;

  it('can be kept when the evidence can no longer give it', () => {
    expect(isStale(reference, '')).toBe(true);
    const found = { figure: 'place.count', accepted: '257', current: '' };
    const keptOld = settle(reference, found, 'keep');
    expect(isStale(keptOld, '')).toBe(false);
    expect(isStale(keptOld, '301')).toBe(true);
    expect(isStale(keptOld, '257')).toBe(false);
  });
});
