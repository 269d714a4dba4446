import { expect, it } from 'vitest';
import { blankTerms, type ProfileItems } from '../../src/domain/profile/document.ts';
import { obstacles } from '../../src/domain/profile/readiness.ts';
import type { StaleFigure } from '../../src/domain/profile/stale.ts';

const stale: StaleFigure = {
  place: { kind: 'text', number: 7 },
  figure: 'public.count',
  label: 'Incidents',
  accepted: '57',
  current: '58',
  recommendations: [],
};

function said(count: number): string[] {
  const comment = { section: 7, text: 'Is that so?', isSettled: false };
  const items: ProfileItems = {
    terms: { ...blankTerms, reviewOn: '2027-11-01' },
    texts: new Map(),
    findings: new Map(),
    recommendations: new Map(),
    hypotheses: new Map(),
    comments: new Map(Array.from({ length: count }, (_, at) => [at + 1, comment])),
    signOffs: new Map(),
  };
  return obstacles(
    items,
    Array.from({ length: count }, () => stale),
    'made-up',
  )
    .map(({ what, remedy }) => `${what} ${remedy}`)
    .filter((text) => /^\d/.test(text));
}

it('what stands in the way of publishing is said right of one and of many', () => {
  expect(said(0)).toEqual([]);
  expect(said(1)).toEqual([
    '1 figure in the text or a baseline no longer says what the evidence says. Accept or keep it.',
    '1 comment is not settled. Settle it.',
  ]);
  expect(said(2)).toEqual([
    '2 figures in the text or a baseline no longer say what the evidence says. Accept or keep each of them.',
    '2 comments are not settled. Settle them.',
  ]);
});
