import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedInput } from '../contract/calls.ts';
import { FailureError } from '../contract/outcome.ts';
import type { BuiltSample } from '../contract/results.ts';
import { gridToWgs84 } from '../domain/geography/british-national-grid.ts';
import { generateSampleForce, sampleForceName } from '../domain/sample/generate.ts';
import { importInput } from './intake/import-files.ts';
import { type Job, stopIfCancelled } from './jobs.ts';
import { keepSampleDraft } from './sample-draft.ts';
import { needSession } from './session.ts';
import { loadShiftGrid } from './shift-grid.ts';
import type { EngineState } from './state.ts';
import { keepAgreement } from './workspace/agreements.ts';
import { appendAudit } from './workspace/audit.ts';
import { inTransaction } from './workspace/database.ts';
import { createWorkspace } from './workspace/open.ts';
import { importIntoSession } from './writer-thread.ts';

/** Kinds of sample file that are imported, in the order in which they are. */
const importedKinds = [
  'areas',
  'population',
  'venues',
  'incidents',
  'partner',
  'perceptions',
  'voices',
  'activities',
  'calendar',
  'comparators',
];

/** Kinds whose columns alone do not tell what they are. */
const namedKinds = ['capability', 'conduct'] as const;

/** A made-up agreement that is live whatever today is, so that sharing can be tried. */
const sampleAgreement = {
  reference: 'ISA-SAMPLE',
  party: 'Council',
  purpose: 'To try sharing with the made-up sample force',
  gateway: 'Made up: Crime and Disorder Act 1998, section 115',
  regime: 'Part 3 DPA 2018',
  expires: '2999-12-31',
} as const;

/** Writes the sample force's files into a folder (made if need be) and returns their paths. */
export function writeSampleFiles(
  directory: string,
  options: { readonly seed: number; readonly incidents: number },
): string[] {
  return sampleFiles(directory, options).map((file) => file.path);
}

function sampleFiles(directory: string, options: { seed: number; incidents: number }) {
  mkdirSync(directory, { recursive: true });
  const shiftGrid = loadShiftGrid();
  const files = generateSampleForce({
    ...options,
    gridToWgs84: (easting, northing) => gridToWgs84(shiftGrid, easting, northing),
  });
  return files.map((file) => {
    const path = join(directory, file.name);
    const descriptor = openSync(path, 'w');
    try {
      for (const part of file.text()) writeSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
    return { path, kind: file.kind };
  });
}

/**
 * Makes the sample force's files and a workspace that holds them, classified, and leaves it open. The
 * workspace is `northmoor.actionten` in the folder.
 */
export async function buildSample(
  state: EngineState,
  input: ParsedInput<'buildSample'>,
  job: Job,
): Promise<BuiltSample> {
  job.report({ stage: 'Making the sample force', done: 0, total: null });
  const files = sampleFiles(join(input.directory, 'files'), input);
  stopIfCancelled(job);
  const path = join(input.directory, 'northmoor.actionten');
  const session = needSession(
    state.use(
      createWorkspace({
        path,
        force: sampleForceName,
        marking: 'OFFICIAL-SENSITIVE (SAMPLE: MADE-UP DATA)',
        isSample: true,
        passphrase: null,
      }),
    ),
  );
  const wanted = importedKinds.flatMap((kind) => files.filter((file) => file.kind === kind));
  const imported = await importIntoSession(
    session,
    importInput(
      wanted.map((file) => file.path),
      null,
    ),
    job,
  );
  for (const kind of namedKinds) {
    const paths = files.filter((file) => file.kind === kind).map(({ path: file }) => file);
    imported.push(...(await importIntoSession(session, importInput(paths, kind), job)));
  }
  const refused = imported.find((file) => !file.ok);
  if (refused !== undefined) {
    throw new FailureError(
      'internal',
      'A file of the sample force could not be imported.',
      'Install Action Ten again.',
      { code: refused.error?.code },
    );
  }
  inTransaction(session.writer, () => {
    keepAgreement(session.writer, sampleAgreement);
    appendAudit(session.writer, 'agreement registered', {
      reference: sampleAgreement.reference,
      expires: sampleAgreement.expires,
    });
  });
  const classification = await session.classify(job);
  if (input.draft) await keepSampleDraft(session, job);
  return {
    workspace: path,
    files: files.map((file) => file.path),
    imported,
    classification,
    summary: session.summary(),
  };
}
