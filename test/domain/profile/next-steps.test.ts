import { describe, expect, test } from 'vitest';
import {
  type DraftStanding,
  nextSteps,
  type WorkspaceStanding,
} from '../../../src/domain/profile/next-steps.ts';

const draft: DraftStanding = {
  openComments: 0,
  reviewOn: '2027-06-30',
  signOffs: [
    { as: 'peer reviewer', draft: 'a' },
    { as: 'commissioner', draft: 'a' },
  ],
  hash: 'a',
};

const done: WorkspaceStanding = {
  today: '2026-11-28',
  incidents: 100,
  lastMonth: '2026-10',
  isClassificationStale: false,
  unmatched: { offences: 0, records: 0 },
  placesToConfirm: 0,
  places: 3,
  staleFigures: 0,
  draft,
  checklistMissing: 0,
  publishedVersions: 1,
};

const kinds = (change: Partial<WorkspaceStanding>) =>
  nextSteps({ ...done, ...change }).map(({ kind }) => kind);

describe('what is next', () => {
  test('nothing, when everything is done', () => {
    expect(nextSteps(done)).toEqual([]);
  });

  test('an empty workspace has one next step, whatever else is missing', () => {
    expect(
      kinds({ incidents: 0, lastMonth: null, places: 0, draft: { ...draft, signOffs: [] } }),
    ).toEqual(['import-first']);
  });

  // In November the last whole month is October; on 1 December November is whole.
  test.each([
    ['2026-11-28', '2026-10', []],
    ['2026-11-30', '2026-11', []],
    ['2026-12-01', '2026-10', [{ count: 1, urgency: 'soon' }]],
    ['2027-01-05', '2026-10', [{ count: 2, urgency: 'now' }]],
    ['2026-11-28', '2025-10', [{ count: 12, urgency: 'now' }]],
    ['2026-11-28', '2027-02', []],
  ])('on %s with incidents to %s data are due: %j', (today, lastMonth, due) => {
    const steps = nextSteps({ ...done, today, lastMonth });
    expect(
      steps
        .filter(({ kind }) => kind === 'data-due')
        .map(({ count, urgency }) => ({ count, urgency })),
    ).toEqual(due);
  });

  test.each([
    ['2026-11-27', 'review-past', 1],
    ['2026-11-28', 'review-soon', 0],
    ['2026-12-28', 'review-soon', 30],
    ['', 'review-not-set', 0],
  ])('review on "%s" is %s', (reviewOn, kind, count) => {
    expect(nextSteps({ ...done, draft: { ...draft, reviewOn } })).toMatchObject([{ kind, count }]);
  });

  test('review in 31 days is not said yet', () => {
    expect(kinds({ draft: { ...draft, reviewOn: '2026-12-29' } })).toEqual([]);
  });

  test('a signature of an earlier draft does not count', () => {
    expect(nextSteps({ ...done, draft: { ...draft, hash: 'b' } })).toMatchObject([
      { kind: 'sign', count: 2 },
    ]);
    const [first] = draft.signOffs;
    const signOffs = first === undefined ? [] : [first];
    expect(kinds({ draft: { ...draft, signOffs } })).toEqual(['sign']);
  });

  test('signed and never published: publish', () => {
    expect(kinds({ publishedVersions: 0 })).toEqual(['publish']);
  });

  test('what needs no figures is said while the figures are not known', () => {
    const unknown = { places: null, placesToConfirm: null, staleFigures: null };
    const later = { checklistMissing: null, publishedVersions: null };
    expect(kinds({ ...unknown, ...later })).toEqual([]);
    expect(
      kinds({
        ...unknown,
        ...later,
        lastMonth: '2026-08',
        isClassificationStale: true,
        draft: { ...draft, reviewOn: '2026-11-01', openComments: 1 },
      }),
    ).toEqual(['data-due', 'classify', 'review-past', 'comments']);
    expect(kinds({ ...unknown, ...later, lastMonth: '2026-08', draft: null })).toEqual([
      'data-due',
    ]);
  });

  test('the urgent comes first', () => {
    const all = nextSteps({
      ...done,
      checklistMissing: 2,
      unmatched: { offences: 3, records: 40 },
      staleFigures: 1,
    });
    expect(all.map(({ kind, count, records }) => [kind, count, records])).toEqual([
      ['stale', 1, 0],
      ['unmatched', 3, 40],
      ['checklists', 2, 0],
    ]);
  });
});
