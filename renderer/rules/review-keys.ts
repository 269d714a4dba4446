import type { CallInput } from '../../src/contract/calls.ts';
import { t } from '../words/t.ts';

export type ReviewAnswer = CallInput<'decideRecords'>['answer'];

export interface Decided {
  readonly key: string;
  readonly words: string;
  readonly answer: ReviewAnswer;
}

/** Decisions by one key, in the order of the legend. */
export const decisionKeys: readonly Decided[] = [
  {
    key: '1',
    words: t('decide.home'),
    answer: { question: 'space', space: 'private', subtype: 'home' },
  },
  {
    key: '2',
    words: t('decide.street'),
    answer: { question: 'space', space: 'public', subtype: 'street' },
  },
  {
    key: '3',
    words: t('spaces.unclassified'),
    answer: { question: 'space', space: 'unclassified', subtype: '' },
  },
  {
    key: '4',
    words: t('spaces.set-aside'),
    answer: { question: 'space', space: 'set-aside', subtype: '' },
  },
  { key: 'O', words: t('spaces.online'), answer: { question: 'online', online: true } },
  { key: 'N', words: t('answer.notOnline'), answer: { question: 'online', online: false } },
  { key: 'V', words: t('decide.in'), answer: { question: 'vawg', tier: 'core' } },
  { key: 'X', words: t('decide.outside'), answer: { question: 'vawg', tier: 'outside' } },
];

/** The decision that a pressed key stands for, if any. */
export function decisionOf(event: KeyboardEvent): Decided | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return decisionKeys.find(({ key }) => key === event.key.toUpperCase());
}

/** How far a pressed key moves through the rows; 0 for any other key. */
export function stepOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  const key = event.key.toLowerCase();
  if (key === 'arrowdown' || key === 'j') return 1;
  return key === 'arrowup' || key === 'k' ? -1 : 0;
}
