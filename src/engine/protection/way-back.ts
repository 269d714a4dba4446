import { userInfo } from 'node:os';
import Papa from 'papaparse';
import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { WayBackRequest } from '../../contract/security-calls.ts';
import { openTables } from '../intake/formats/table-source.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { actorOf, appendAudit, readAuditEntries } from '../workspace/audit.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { keptPseudonym, pseudonyms } from '../workspace/identity.ts';
import { keySlots, slotOf } from '../workspace/key-slots.ts';
import { pseudonymKeyNumber, pseudonymKeys } from '../workspace/pseudonym-keys.ts';
import { refuseOutput, writeRecorded } from '../write-whole.ts';
import { chosenSuspects, type WantedSuspects } from './chosen-suspects.ts';

const asked = 'way back asked';
const released = 'way back released';
/** A request that nobody released by then has to be asked again: the reason may have gone. */
const lapsesAfterDays = 14;

/** One of the two people: the same key slot, or without slots the same account, is the same person. */
interface Person {
  readonly id: string;
  readonly name: string;
}

/** The first of two people asks for the references of suspects. Nothing is written but the log. */
export async function askWayBack(
  session: Session,
  { recipient, purpose, ...wanted }: ParsedInput<'askWayBack'>,
  job: Job,
): Promise<CallOutputs['askWayBack']> {
  const { writer } = session;
  const person = personAtWork(session);
  const { suspects, leftOut } = await chosenSuspects(session, wanted, job);
  if (suspects.size === 0) {
    throw new FailureError(
      'nothing-to-show',
      'No suspect meets these conditions. Nothing was asked for.',
      'Lower the number of incidents or victims.',
      { leftOut },
    );
  }
  return inTransaction(writer, () => {
    const request = wayBackRequests(writer).length + 1;
    const audit = appendAudit(writer, asked, {
      request,
      person: person.id,
      recipient,
      purpose,
      ...wanted,
      suspects: suspects.size,
      pseudonymKey: pseudonymKeyNumber(writer),
    });
    return { request, suspects: suspects.size, leftOut, audit };
  });
}

/**
 * The second person releases it: the pseudonyms of the chosen suspects, each with the reference that the force's own
 * list has for it. References are not in the workspace; each one of the list is hashed with the workspace's keys, and
 * only those that hash to a chosen pseudonym are written.
 *
 * @throws FailureError `not-permitted` for the person who asked, and for a request that lapsed or was released.
 */
export async function releaseWayBack(
  session: Session,
  { request, references, column, passphrase, out }: ParsedInput<'releaseWayBack'>,
  job: Job,
): Promise<CallOutputs['releaseWayBack']> {
  const { writer } = session;
  refuseOutput(out, [references]);
  const waiting = waitingRequest(writer, request);
  const second = secondPerson(session, passphrase);
  if (second.id === waiting.person) {
    throw new FailureError(
      'not-permitted',
      'This request has to be released by somebody other than the person who asked for it.',
      keySlots(writer).length > 0
        ? 'Ask another user of this workspace to give their own passphrase.'
        : 'Ask a colleague to release it from an account of their own, or give each user a passphrase.',
    );
  }
  const { suspects } = await chosenSuspects(session, waiting, job);
  const keys = pseudonymKeys(writer);
  const read = pseudonyms(keys);
  const kept = keptPseudonym(keys);
  const found = new Map<string, string>();
  await eachReference(references, column, (reference) => {
    const asRead = read('person', reference);
    const pseudonym = asRead === null ? null : kept(asRead);
    if (pseudonym !== null && suspects.has(pseudonym)) found.set(pseudonym, reference.trim());
  });
  if (found.size === 0) {
    throw new FailureError(
      'nothing-to-show',
      'The list has none of the suspects. Nothing was written, and the request still waits.',
      'Choose the extract that the incidents came from, and its column of suspect references.',
    );
  }
  const pseudonymKey = pseudonymKeyNumber(writer);
  const { recipient } = waiting;
  const handling = `${session.marking()}. For ${recipient} alone. Request ${request}. Suspects are not convicted persons. Destroy when the purpose has ended.`;
  const rows = [...found].map(([pseudonym, reference]) => ({
    ...suspects.get(pseudonym),
    pseudonym,
    pseudonymKey,
    reference,
    handling,
  }));
  const content = `${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
  const notFound = suspects.size - found.size;
  const audit = writeRecorded(
    writer,
    out,
    content,
    () =>
      appendAudit(writer, released, {
        request,
        person: second.id,
        releasedBy: second.name,
        askedBy: waiting.askedBy,
        recipient,
        suspects: found.size,
        notFound,
        pseudonymKey,
      }),
    { onlyForThisAccount: true },
  );
  return { suspects: found.size, notFound, recipient, audit };
}

/** Every request with what became of it, newest first. The log is their only place, so none can be changed. */
export function listWayBacks(session: Session): CallOutputs['listWayBacks'] {
  return {
    requests: wayBackRequests(session.reader)
      .map(({ person: _person, ...request }) => request)
      .reverse(),
  };
}

interface LoggedRequest extends WayBackRequest, WantedSuspects {
  readonly person: string;
}

function wayBackRequests(handle: Reader | Session['writer']): LoggedRequest[] {
  const entries = readAuditEntries(handle);
  const releases = new Map(
    entries
      .filter(({ action }) => action === released)
      .map((entry) => [Number(entry.detail['request']), entry]),
  );
  return entries
    .filter(({ action }) => action === asked)
    .map(({ at, actor, detail }) => {
      const request = Number(detail['request']);
      const release = releases.get(request);
      const isLapsed = Date.now() - Date.parse(at) > lapsesAfterDays * 86_400_000;
      return {
        request,
        person: String(detail['person']),
        askedAt: at,
        askedBy: actor,
        recipient: String(detail['recipient']),
        purpose: String(detail['purpose']),
        leastIncidents: Number(detail['leastIncidents']),
        leastVictims: Number(detail['leastVictims']),
        suspects: Number(release?.detail['suspects'] ?? detail['suspects']),
        pseudonymKey: Number(release?.detail['pseudonymKey'] ?? detail['pseudonymKey']),
        releasedAt: release?.at ?? null,
        releasedBy: release === undefined ? null : String(release.detail['releasedBy']),
        state: release !== undefined ? 'released' : isLapsed ? 'lapsed' : 'waiting',
      };
    });
}

function waitingRequest(handle: Session['writer'], number: number): LoggedRequest {
  const request = wayBackRequests(handle).find((one) => one.request === number);
  if (request === undefined) {
    throw new FailureError(
      'not-found',
      `There is no request ${number}.`,
      'List the requests with "action-ten way-back WORKSPACE".',
    );
  }
  if (request.state === 'waiting') return request;
  throw new FailureError(
    'not-permitted',
    request.state === 'released'
      ? `Request ${number} was released already: a request gives one file.`
      : `Request ${number} was asked more than ${lapsesAfterDays} days ago and has lapsed.`,
    'Ask again.',
  );
}

function personAtWork({ workspace, writer }: Session): Person {
  if (workspace.slot !== null) return { id: workspace.slot, name: actorOf(writer) };
  if (keySlots(writer).length === 0) {
    const account = userInfo().username;
    return { id: `account:${account}`, name: account };
  }
  throw new FailureError(
    'not-permitted',
    'The workspace was opened with its recovery key, which is no user’s.',
    'Open it with your own passphrase.',
  );
}

/** Who gives their passphrase, or without one who is at work. */
function secondPerson(session: Session, passphrase: string | null): Person {
  if (passphrase === null) return personAtWork(session);
  const slot = slotOf(session.workspace.path, passphrase);
  const owner = keySlots(session.reader).find(({ id }) => id === slot);
  if (owner !== undefined) {
    return { id: owner.id, name: `${owner.name} (${userInfo().username})` };
  }
  throw new FailureError(
    'wrong-passphrase',
    'This is no user’s passphrase. Nothing was written, and the request still waits.',
    'The second person types their own passphrase.',
  );
}

/** Reads one column of a table file. @throws FailureError `no-known-columns` when no table of it has the column. */
async function eachReference(
  path: string,
  column: string,
  take: (reference: string) => void,
): Promise<void> {
  const named = (cells: readonly string[]): number =>
    cells.findIndex((cell) => cell.trim().toLowerCase() === column.trim().toLowerCase());
  const { tables } = await openTables(path, {
    sheet: null,
    isKnownHeader: (cells) => named(cells) >= 0,
  });
  let isThere = false;
  for (const table of tables) {
    const at = named(table.header);
    if (at < 0) continue;
    isThere = true;
    for await (const { rows } of table.rows(() => undefined)) {
      for (const row of rows) take(row[at] ?? '');
    }
  }
  if (isThere) return;
  throw new FailureError(
    'no-known-columns',
    'The list has no column of this name. Nothing was written, and the request still waits.',
    'Name the column that holds the references of suspects, as the file writes it.',
    { columns: tables.flatMap(({ header }) => header).slice(0, 100) },
  );
}
