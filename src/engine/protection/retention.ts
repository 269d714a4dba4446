import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { StillHolding } from '../../contract/security-calls.ts';
import type { Session } from '../session.ts';
import { appendAudit, readAuditEntries } from '../workspace/audit.ts';
import { listBatches } from '../workspace/batches.ts';
import { inTransaction } from '../workspace/database.ts';
import { publishedVersions } from '../workspace/profile-versions.ts';
import { keepRetentionDate, retentionDates } from '../workspace/retention.ts';

/** Every file that is in the workspace, with the last day it may be kept; those that are due first. */
export function listRetention({ reader }: Session): CallOutputs['listRetention'] {
  const dates = retentionDates(reader);
  const today = new Date().toISOString().slice(0, 10);
  const sources = listBatches(reader)
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ batch, kind, file, label, importedAt, rows }) => {
      const until = dates.get(batch) ?? null;
      const name = label === '' ? file : `${file} / ${label}`;
      return {
        batch,
        kind,
        file: name,
        importedAt,
        rows,
        until,
        isDue: until !== null && until < today,
      };
    });
  return {
    sources: sources.sort((a, b) => Number(b.isDue) - Number(a.isDue) || b.batch - a.batch),
  };
}

/** Sets or takes away the last day on which a file's rows may be kept, and logs it. */
export function setRetention(
  session: Session,
  { batch, until }: ParsedInput<'setRetention'>,
): CallOutputs['listRetention'] {
  const { writer } = session;
  if (!listBatches(session.reader).some((one) => one.batch === batch && one.undoneAt === null)) {
    throw new FailureError(
      'not-found',
      `There is no batch ${batch} in this workspace, or it was taken back.`,
      'List the batches and choose one of them.',
    );
  }
  inTransaction(writer, () => {
    keepRetentionDate(writer, batch, until);
    appendAudit(writer, 'retention set', { batch, until });
  });
  return listRetention(session);
}

/**
 * What may still hold rows that came in at or after a moment, as far as the workspace knows: backups and exports of
 * the log, copies beside the file, published versions.
 */
export function stillHolding({ reader, workspace }: Session, since: string): StillHolding[] {
  const backups = readAuditEntries(reader)
    .filter(({ action, at }) => action === 'backup made' && at >= since)
    .map(({ at, hash }) => ({ what: 'backup', at, name: hash }) as const);
  const name = basename(workspace.path);
  const copies = readdirSync(dirname(workspace.path))
    .filter((file) => file.startsWith(`${name}-before-`) && !file.endsWith('-keys'))
    .map((file) => ({ what: 'copy before a change of format', at: null, name: file }) as const);
  const versions = publishedVersions(reader)
    .filter(({ publishedAt }) => publishedAt >= since)
    .map(
      ({ version, publishedAt }) =>
        ({ what: 'published version (totals, no rows)', at: publishedAt, name: version }) as const,
    );
  return [...backups, ...copies, ...versions];
}
