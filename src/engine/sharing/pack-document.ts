import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../../contract/outcome.ts';
import { readAuditEntries } from '../workspace/audit.ts';
import type { Reader } from '../workspace/database.ts';
import { sha256 } from '../workspace/digest.ts';
import type { ShareTerms } from './make-layer.ts';

/** An edition as it lies in a pack. */
export interface PackDocument {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly edition: 'partner' | 'public';
  /** Ending of its file name, with the dot. */
  readonly ending: string;
  /** Entry of the log that holds its disclosure. */
  readonly disclosure: string;
  readonly disclosedOn: string;
}

/** A profile of a few hundred pages with maps has about 10 MB. */
const largestBytes = 200_000_000;

const exported = z.object({ sha256: z.string(), disclosure: z.string() });
const disclosed = z.object({
  edition: z.enum(['partner', 'public']),
  recipient: z.string(),
  agreement: z.string().nullable(),
});

/**
 * The edition that a pack is to hold. It is known by the SHA-256 that the log kept when it was exported, so that a
 * pack holds only what went through the gate, unchanged, for the same reader: partners may be given the public
 * edition too, the public no other.
 *
 * @throws FailureError `not-found` for a file that is gone, `not-permitted` for any file but such an edition.
 */
export function packDocument(reader: Reader, path: string, { about }: ShareTerms): PackDocument {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) {
    throw new FailureError(
      'not-found',
      'The edition is not where it was. Nothing was written.',
      'Choose the file again.',
    );
  }
  if (!facts.isFile() || facts.size > largestBytes) throw notAnEdition();
  const bytes = readFileSync(path);
  const hash = sha256(bytes);
  const entries = readAuditEntries(reader);
  const disclosure = entries
    .filter(({ action }) => action === 'profile exported')
    .map(({ detail }) => exported.safeParse(detail).data)
    .findLast((record) => record?.sha256 === hash)?.disclosure;
  const entry = entries.find(
    (one) => one.hash === disclosure && one.action === 'profile edition disclosed',
  );
  const edition = disclosed.safeParse(entry?.detail).data;
  if (entry === undefined || edition === undefined || disclosure === undefined) {
    throw notAnEdition();
  }
  const isForThem =
    edition.edition === 'public' ||
    (about.level === 'partner' && edition.agreement === about.agreement);
  if (!isForThem) {
    throw new FailureError(
      'not-permitted',
      `This edition was made for ${edition.recipient}${edition.agreement === null ? '' : ` under ${edition.agreement}`}, and the pack is for ${about.recipient}. Nothing was written.`,
      'Export the edition for the same recipient first, and choose that file.',
    );
  }
  return {
    bytes,
    sha256: hash,
    edition: edition.edition,
    ending: extname(path).toLowerCase() === '.html' ? '.html' : '.pdf',
    disclosure,
    disclosedOn: entry.at.slice(0, 10),
  };
}

function notAnEdition(): FailureError {
  return new FailureError(
    'not-permitted',
    'This file is not an edition as it was exported from this workspace: a pack holds only what went through disclosure control, unchanged. Nothing was written.',
    'Export the partner or public edition first, and choose that file as it is.',
  );
}
