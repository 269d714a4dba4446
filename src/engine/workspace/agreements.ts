import { userInfo } from 'node:os';
import { FailureError } from '../../contract/outcome.ts';
import type { Agreement } from '../../contract/security-calls.ts';
import type { Reader, Writer } from './database.ts';

const columns = `reference, party, purpose, gateway, regime, expires,
  registered_at AS registeredAt, registered_by AS registeredBy`;

/** Every agreement, the latest registered first. */
export function allAgreements(reader: Reader | Writer): Agreement[] {
  return reader.database
    .prepare<[], Omit<Agreement, 'isLive'>>(
      `SELECT ${columns} FROM agreement ORDER BY registered_at DESC, reference`,
    )
    .all()
    .map((agreement) => ({ ...agreement, isLive: isLive(agreement.expires) }));
}

/** Registers an agreement; an expired or known reference is refused. Inside the caller's transaction. */
export function keepAgreement(
  writer: Writer,
  wanted: Omit<Agreement, 'isLive' | 'registeredAt' | 'registeredBy'>,
): Agreement {
  if (!isLive(wanted.expires)) {
    throw new FailureError(
      'bad-request',
      'The agreement has expired already, so it was not registered.',
      'Give the day until which it holds.',
    );
  }
  const known = writer.database
    .prepare<[string], number>('SELECT 1 FROM agreement WHERE reference = ?')
    .pluck()
    .get(wanted.reference);
  if (known !== undefined) {
    throw new FailureError(
      'exists',
      `There is an agreement "${wanted.reference}" already. It was not changed.`,
      'A renewed agreement has a reference of its own, so that old shares keep theirs.',
    );
  }
  const agreement = {
    ...wanted,
    registeredAt: new Date().toISOString(),
    registeredBy: userInfo().username,
  };
  writer.database
    .prepare(
      `INSERT INTO agreement (reference, party, purpose, gateway, regime, expires, registered_at, registered_by)
       VALUES (@reference, @party, @purpose, @gateway, @regime, @expires, @registeredAt, @registeredBy)`,
    )
    .run(agreement);
  return { ...agreement, isLive: true };
}

/** Changes the last day of an agreement. Inside the caller's transaction. */
export function changeAgreement(
  writer: Writer,
  reference: string,
  expires: string,
): { agreement: Agreement; before: string } {
  const { isLive: _was, ...known } = needAgreement(writer, reference);
  writer.database
    .prepare('UPDATE agreement SET expires = ? WHERE reference = ?')
    .run(expires, reference);
  return { agreement: { ...known, expires, isLive: isLive(expires) }, before: known.expires };
}

/**
 * Takes a registration back. Inside the caller's transaction.
 * @throws FailureError `needed-later` when something was made under it: the log names it for good.
 */
export function removeAgreement(writer: Writer, reference: string): void {
  needAgreement(writer, reference);
  const used = writer.database
    .prepare<[string], number>(
      `SELECT 1 FROM audit_entry
       WHERE json_valid(detail) AND json_extract(detail, '$.agreement') = ? LIMIT 1`,
    )
    .pluck()
    .get(reference);
  if (used !== undefined) {
    throw new FailureError(
      'needed-later',
      `Something was made under the agreement "${reference}", so it stays in the register.`,
      'To end it, give it a last day that has passed. Nothing was changed.',
    );
  }
  writer.database.prepare('DELETE FROM agreement WHERE reference = ?').run(reference);
}

function needAgreement(handle: Reader | Writer, reference: string): Agreement {
  const found = allAgreements(handle).find((one) => one.reference === reference);
  if (found !== undefined) return found;
  throw new FailureError(
    'not-found',
    `There is no agreement "${reference}". Nothing was changed.`,
    'Choose one of the register.',
  );
}

/**
 * The live agreement under which a recipient may be given something.
 * @throws FailureError `not-permitted` when there is none: without one nothing is shared.
 */
export function liveAgreement(
  reader: Reader,
  reference: string | null,
  recipient: string,
): Agreement {
  const known = allAgreements(reader);
  const named = (party: string): boolean => party.toLowerCase() === recipient.trim().toLowerCase();
  const found =
    reference === null
      ? known.find(({ party, isLive: live }) => live && named(party))
      : known.find((agreement) => agreement.reference === reference);
  if (found === undefined) {
    throw new FailureError(
      'not-permitted',
      reference === null
        ? 'No live agreement names this recipient, so nothing may be shared with them.'
        : `There is no agreement "${reference}".`,
      'Register the sharing agreement first, under Sharing, Agreements (for commands: action-ten agreement), or name the one it falls under.',
    );
  }
  if (!found.isLive || !named(found.party)) {
    throw new FailureError(
      'not-permitted',
      found.isLive
        ? `The agreement "${found.reference}" is with another party.`
        : `The agreement "${found.reference}" expired on ${found.expires}.`,
      'Name the recipient as the agreement does, or register the agreement that holds now.',
    );
  }
  return found;
}

function isLive(expires: string): boolean {
  return expires >= new Date().toISOString().slice(0, 10);
}
