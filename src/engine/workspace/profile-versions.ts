import { userInfo } from 'node:os';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FailureError } from '../../contract/outcome.ts';
import type { PublishedVersion } from '../../contract/profile.ts';
import type { VersionFacts } from '../../domain/profile/compare.ts';
import type { Reader, Writer } from './database.ts';
import { sha256 } from './digest.ts';

/** A version as it is frozen: the document as a page, and the facts that later versions are compared with. */
export interface FrozenVersion {
  readonly version: string;
  readonly note: string;
  readonly codeListVersion: string;
  readonly rulesVersion: string;
  readonly fingerprint: string;
  readonly retainUntil: string | null;
  readonly facts: VersionFacts;
  readonly html: string;
}

/** Freezes a version for good. @throws FailureError `exists` for a name that is taken. */
export function keepVersion(writer: Writer, frozen: FrozenVersion): PublishedVersion {
  if (storedVersion(writer, frozen.version) !== undefined) {
    throw new FailureError(
      'exists',
      `There is a version "${frozen.version}" already, and a published version never changes. Nothing was published.`,
      'Choose another name.',
    );
  }
  const facts = JSON.stringify(frozen.facts);
  const kept: PublishedVersion = {
    version: frozen.version,
    publishedAt: new Date().toISOString(),
    publishedBy: userInfo().username,
    note: frozen.note,
    codeListVersion: frozen.codeListVersion,
    rulesVersion: frozen.rulesVersion,
    fingerprint: frozen.fingerprint,
    hash: sha256(`${facts}\n${frozen.html}`),
    retainUntil: frozen.retainUntil,
  };
  writer.database
    .prepare(
      `INSERT INTO profile_version (version, published_at, published_by, note, code_list, rules,
       fingerprint, facts, document, hash, retain_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      kept.version,
      kept.publishedAt,
      kept.publishedBy,
      kept.note,
      kept.codeListVersion,
      kept.rulesVersion,
      kept.fingerprint,
      facts,
      gzipSync(frozen.html),
      kept.hash,
      kept.retainUntil,
    );
  return kept;
}

const columns = `version, published_at AS publishedAt, published_by AS publishedBy, note,
  code_list AS codeListVersion, rules AS rulesVersion, fingerprint, hash, retain_until AS retainUntil`;

/** Every published version, the newest first. */
export function publishedVersions(reader: Reader): PublishedVersion[] {
  return reader.database
    .prepare<[], PublishedVersion>(
      `SELECT ${columns} FROM profile_version ORDER BY published_at DESC, version DESC`,
    )
    .all();
}

/** A version's facts and document, checked against the hash it was published with. */
export function frozenVersion(
  reader: Reader,
  version: string,
): { readonly facts: VersionFacts; readonly html: string } {
  const row = storedVersion(reader, version);
  if (row === undefined) {
    throw new FailureError(
      'not-found',
      `There is no published version "${version}".`,
      'List the versions and choose one of them.',
    );
  }
  const html = gunzipSync(row.document).toString('utf8');
  if (sha256(`${row.facts}\n${html}`) !== row.hash) {
    throw new FailureError(
      'corrupt',
      `Version "${version}" is not as it was published.`,
      'Keep the file as evidence and tell your information security officer; restore a backup.',
    );
  }
  return { facts: JSON.parse(row.facts) as VersionFacts, html };
}

function storedVersion(handle: Reader | Writer, version: string) {
  return handle.database
    .prepare<[string], { facts: string; document: Buffer; hash: string }>(
      'SELECT facts, document, hash FROM profile_version WHERE version = ?',
    )
    .get(version);
}
