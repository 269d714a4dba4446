import type { CallInput, CallName, CallOutputs } from '../../src/contract/calls.ts';
import { exclusiveCalls } from '../../src/contract/exclusive-calls.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { type PlainKey, t } from '../words/t.ts';
import { noteOutcome, startOfCall } from './failure-told.ts';
import { asJobIfLong, asJob as followJob } from './jobs.ts';

/**
 * Changes of which success says nothing of what failed before: those that the window makes by itself, and the salvage of
 * a damaged workspace, which is offered in the very message that says so and is read there.
 */
const apartCalls: ReadonlySet<CallName> = new Set([
  'indexTexts',
  'saveProfileItem',
  'salvageWorkspace',
]);

/** Shows work of the shell as a job from its start. */
export async function asJob<Value>(
  label: string,
  work: (key: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const start = startOfCall();
  const outcome = await followJob(label, work);
  noteOutcome(outcome, { of: label, start, isChange: true });
  return outcome;
}

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
  const words: PlainKey = callWords[name] ?? 'job.working';
  const start = startOfCall();
  const outcome = await (label === undefined
    ? asJobIfLong(t(words), work)
    : followJob(label, work));
  const isChange = exclusiveCalls.has(name) && !apartCalls.has(name);
  noteOutcome(outcome, { of: name, start, isChange });
  return outcome;
}
