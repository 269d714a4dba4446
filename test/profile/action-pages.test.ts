import { describe, expect, it } from 'vitest';
import { actionSections } from '../../src/domain/figures/action-pages.ts';
import {
  blankTerms,
  type ProfileItems,
  type Recommendation,
} from '../../src/domain/profile/document.ts';

const recommendation: Recommendation = {
  text: 'Visit the place.',
  findings: [2, 1],
  approach: 'prevent',
  owner: 'Inspector',
  partner: 'Council',
  dueOn: '2026-10-01',
  measure: 'Incidents there',
  figure: '',
  baseline: '257',
  progress: [],
};

const finding = (text: string) =>
  ({
    section: 7,
    standing: 'fact',
    text: [{ type: 'paragraph', standing: null, content: [{ type: 'text', text }] }],
    confidence: 'high',
    why: '',
  }) as const;

const items: ProfileItems = {
  terms: blankTerms,
  texts: new Map(),
  findings: new Map([
    [1, finding('It is hot.')],
    [2, finding('Nothing is done.')],
  ]),
  recommendations: new Map([
    [1, recommendation],
    [
      2,
      {
        ...recommendation,
        approach: 'pursue',
        partner: '',
        findings: [9],
        progress: [{ on: '2026-11-02', state: 'done', note: 'Looked at.' }],
      },
    ],
    [
      3,
      { ...recommendation, progress: [{ on: '2026-11-02', state: 'dropped', note: 'No money.' }] },
    ],
  ]),
  hypotheses: new Map(),
  comments: new Map(),
  signOffs: new Map(),
};

const titlesOf = (page: 'tactical-plan' | 'partner-actions') =>
  actionSections(page, items, '2026-11-28', new Set([1])).map(({ title }) => title);

const rowsOf = (page: 'tactical-plan' | 'partner-actions', title: string) => {
  const section = actionSections(page, items, '2026-11-28', new Set([1])).find(
    (one) => one.title === title,
  );
  return section?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
};

describe('the tactical plan', () => {
  it('puts each action under its approach with what it rests on and what became of it', () => {
    expect(titlesOf('tactical-plan')).toEqual([
      'How it stands',
      'Prevent',
      'Pursue',
      'Protect',
      'Prepare',
    ]);
    expect(rowsOf('tactical-plan', 'Prevent')).toEqual([
      [
        'R1. Visit the place.',
        'F1: It is hot. F2: Nothing is done.',
        'Inspector, with Council',
        '1 October 2026, overdue',
        'Incidents there; baseline 257',
        'open',
      ],
    ]);
    const [pursued] = rowsOf('tactical-plan', 'Pursue') ?? [];
    expect(pursued?.slice(1, 4)).toEqual(['no finding', 'Inspector', '1 October 2026']);
    expect(pursued?.at(-1)).toBe('done since 2 November 2026: Looked at.');
    expect(rowsOf('tactical-plan', 'Protect')).toEqual([]);
  });

  it('says how many are where, the dropped ones too', () => {
    const [head] = actionSections('tactical-plan', items, '2026-11-28', new Set([1]));
    expect(JSON.stringify(head?.blocks)).toContain(
      'of 3 recommendations: 1 open, 0 under way, 1 done, 1 dropped and left out below. Past their date and not done: 1.',
    );
  });
});

describe('the partner action list', () => {
  it('groups by partner and tells neither finding nor figure', () => {
    expect(titlesOf('partner-actions')).toEqual([
      'How it stands',
      'Council',
      'No partner named yet',
    ]);
    expect(rowsOf('partner-actions', 'Council')).toEqual([
      ['R1. Visit the place.', 'Prevent', 'Inspector', '1 October 2026', 'open', 'yes'],
    ]);
    // Not read and marked for partners unless somebody has done so.
    expect(rowsOf('partner-actions', 'No partner named yet')?.map((row) => row.at(-1))).toEqual([
      'not yet',
    ]);
    const words = JSON.stringify(
      actionSections('partner-actions', items, '2026-11-28', new Set([1])),
    );
    for (const kept of ['It is hot', '257', 'Looked at']) expect(words).not.toContain(kept);
  });

  it('says so when there is nothing to do', () => {
    const none = { ...items, recommendations: new Map() };
    expect(
      JSON.stringify(actionSections('partner-actions', none, '2026-11-28', new Set([1]))),
    ).toContain('No recommendation has been written yet.');
  });
});
