import type { ProfileItems } from './document.ts';
import { isBlank } from './rich-text.ts';

/** What a test of a checklist asks of the profile. */
export type ChecklistTest =
  /** The section has figures from evidence. */
  | { readonly test: 'figures'; readonly section: number }
  /** The analyst wrote in the section. */
  | { readonly test: 'words'; readonly section: number }
  /** A kind of evidence is there. */
  | { readonly test: 'evidence'; readonly kind: EvidenceKind }
  /** There is at least one of these items. */
  | { readonly test: 'items'; readonly kind: 'findings' | 'recommendations' | 'hypotheses' }
  /** A blank of the terms of reference is filled. */
  | { readonly test: 'terms'; readonly field: string };

export type EvidenceKind =
  | 'incidents'
  | 'partner'
  | 'perceptions'
  | 'voices'
  | 'venues'
  | 'population'
  | 'activities'
  | 'comparators';

/** A checklist: a dated file, so that a force's own and the framework's successors can stand beside ours. */
export interface Checklist {
  readonly name: string;
  readonly edition: string;
  readonly source: string;
  readonly items: readonly {
    readonly id: string;
    /** What is asked, in our own words. */
    readonly asks: string;
    readonly source: string;
    readonly tests: readonly ChecklistTest[];
  }[];
}

/** What a profile holds, as far as checklists ask. */
export interface ProfileHoldings {
  readonly items: ProfileItems;
  /** Sections with at least one table, chart or map from evidence. */
  readonly withFigures: ReadonlySet<number>;
  readonly evidence: ReadonlySet<EvidenceKind>;
}

export interface ChecklistResult {
  readonly id: string;
  readonly asks: string;
  readonly source: string;
  readonly state: 'met' | 'partly' | 'missing';
  /** What is there and what is not. */
  readonly why: string;
}

/** Holds a profile against a checklist: an item is met when all its tests are, partly when some are. */
export function checkProfile(checklist: Checklist, holdings: ProfileHoldings): ChecklistResult[] {
  return checklist.items.map(({ id, asks, source, tests }) => {
    const results = tests.map((test) => ({ isMet: isMet(test, holdings), words: inWords(test) }));
    const missing = results.filter((result) => !result.isMet).map(({ words }) => words);
    const there = results.filter((result) => result.isMet).map(({ words }) => words);
    const state =
      missing.length === 0 ? 'met' : there.length === 0 ? ('missing' as const) : 'partly';
    const parts = [
      there.length === 0 ? '' : `There: ${there.join('; ')}.`,
      missing.length === 0 ? '' : `Not there: ${missing.join('; ')}.`,
    ];
    return { id, asks, source, state, why: parts.filter((part) => part !== '').join(' ') };
  });
}

function isMet(test: ChecklistTest, { items, withFigures, evidence }: ProfileHoldings): boolean {
  if (test.test === 'figures') return withFigures.has(test.section);
  if (test.test === 'evidence') return evidence.has(test.kind);
  if (test.test === 'items') return items[test.kind].size > 0;
  if (test.test === 'words') return !isBlank(items.texts.get(test.section)?.text ?? []);
  const value: unknown = Object.entries(items.terms).find(([name]) => name === test.field)?.[1];
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
}

const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  incidents: 'police incidents',
  partner: 'partner events',
  perceptions: 'reports of feeling unsafe',
  voices: 'statements from engagements',
  venues: 'venues',
  population: 'population',
  activities: 'activities',
  comparators: 'comparators',
};

function inWords(test: ChecklistTest): string {
  if (test.test === 'figures') return `figures in section ${test.section}`;
  if (test.test === 'words') return `the analyst's words in section ${test.section}`;
  if (test.test === 'evidence') return evidenceWords[test.kind];
  if (test.test === 'items') return test.kind;
  return `terms of reference: ${test.field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()}`;
}
