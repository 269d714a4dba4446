import type { CallInput, CallName, CallOutputs } from '../../src/contract/calls.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { type PlainKey, t } from '../words/t.ts';
import { asJob, asJobIfLong } from './jobs.ts';

export { asJob } from './jobs.ts';

/** What a call is called when nobody named it and it takes over a second. */
const callWords: Partial<Readonly<Record<CallName, PlainKey>>> = {
  workspaceSummary: 'job.summary',
  readProfileState: 'job.state',
  checkProfile: 'job.checklists',
  readProfileSection: 'job.section',
  runAnalysis: 'job.analysis',
  filterCharts: 'job.charts',
  listPlaces: 'job.places',
  readPlace: 'job.places',
  previewRules: 'job.rules',
  reviewQueue: 'job.review',
  harmRanking: 'job.harm',
  previewFiles: 'job.preview',
  dataQuality: 'job.quality',
  searchRecords: 'job.search',
  readAudit: 'job.audit',
  checkWorkspace: 'job.check',
};

/**
 * Asks the engine. A labelled call is a job: it is shown at once, with progress, and can be cancelled. Any other
 * becomes one when it takes over a second.
 */
export async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  label?: string,
): Promise<Outcome<CallOutputs[Name]>> {
  const call = window.actionTen[name] as (
    given: CallInput<Name>,
    jobKey?: string,
  ) => Promise<Outcome<CallOutputs[Name]>>;
  const work = (key: string) => call(input, key);
  if (label !== undefined) return asJob(label, work);
  const words: PlainKey = callWords[name] ?? 'job.working';
  return asJobIfLong(t(words), work);
}
