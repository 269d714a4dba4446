import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from './engine.mjs';
import { passphrases } from './works.mjs';

export const blankTerms = {
  title: 'Problem profile of Northmoor',
  author: 'A. Analyst',
  commissioner: 'C. Commissioner',
  aim: '',
  questions: [],
  inScope: '',
  outOfScope: '',
  handling: '',
  distribution: [],
  reviewOn: '2099-01-31',
  policeAndCrimePlan: '',
  seriousViolenceDuty: '',
  equalityAssessment: '',
};

/** An encrypted workspace of the made-up force, signed and ready to publish, and two made-up files to import. */
export async function makeSample(home, { incidents = 3_000, passphrase = passphrases[0] } = {}) {
  const engine = await startEngine();
  const { workspace } = await engine.ask('buildSample', {
    directory: home,
    incidents,
    draft: false,
  });
  await engine.ask('saveProfileItem', { kind: 'terms', number: null, content: blankTerms });
  const { draft } = await engine.ask('readProfileDraft');
  for (const as of ['peer reviewer', 'commissioner']) {
    const content = { as, name: 'Somebody', on: '2026-11-20', note: '', draft };
    await engine.ask('saveProfileItem', { kind: 'sign-off', number: null, content });
  }
  if (passphrase !== null) await engine.ask('changePassphrase', { passphrase });
  await engine.stop();
  const files = { small: join(home, 'small.csv'), large: join(home, 'large.csv') };
  writeExtract(files.small, 2_000);
  // Over 4 MB: imported on a thread of its own.
  writeExtract(files.large, 36_000);
  return { workspace, files };
}

/** A made-up extract of `rows` incidents. */
export function writeExtract(path, rows, first = 1) {
  const header =
    'reference,offenceTitle,recordedOn,victimReference,victimSex,easting,northing,summary';
  const lines = Array.from({ length: rows }, (_, index) => {
    const number = first + index;
    const day = String(1 + (number % 28)).padStart(2, '0');
    const place = `${400_000 + (number % 97) * 50},${400_000 + (number % 89) * 50}`;
    return `MADE-UP-${path.length}-${number},Stalking,${day}/10/2026,V${number},female,${place},Made up for a test and of no person: number ${number} of a row`;
  });
  writeFileSync(path, `${header}\r\n${lines.join('\r\n')}\r\n`);
}
