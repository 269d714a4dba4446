import { randomInt } from 'node:crypto';
import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { Audit, BlindRecord } from '../../contract/rules.ts';
import {
  decidedBits,
  type EvidenceColumns,
  flagCodes,
  type IncidentColumns,
  sourceNames,
} from '../../domain/evidence/columns.ts';
import type { ProfileAudit } from '../../domain/figures/inputs.ts';
import { RandomStream } from '../../domain/sample/random.ts';
import { type AuditedRecord, auditResult, type Coded } from '../../domain/vawg/audit-result.ts';
import { questions } from '../../domain/vawg/rule-set.ts';
import { indexOfRow } from '../analysis/classify.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import {
  allSamples,
  codesOf,
  isOtherCoder,
  keepCode,
  keepSample,
  leftToCode,
  takeLastCode,
} from '../workspace/audit-samples.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { dateAt, spaceAt, textAt } from './record-lines.ts';
import { relationshipsOf, summaries } from './review.ts';

/**
 * Draws records of the force at random, each as likely as any other, whatever the rules said of them. Open data has
 * nothing to code by and is not drawn.
 */
export async function drawAudit(
  session: Session,
  { records, seed }: ParsedInput<'drawAudit'>,
  job: Job,
): Promise<{ audit: number }> {
  const { columns } = await session.evidence(job);
  const force = sourceNames.indexOf('force');
  const pool = columns.incidents.id.filter((_, index) => columns.incidents.source[index] === force);
  if (pool.length < records) {
    throw new FailureError(
      'nothing-to-show',
      `There are ${pool.length} records of the force to draw from, fewer than the ${records} asked for. None was drawn.`,
      'Ask for fewer records, or import the force extract first.',
    );
  }
  const usedSeed = seed ?? randomInt(4_294_967_295);
  const random = new RandomStream(usedSeed, 0);
  // Fisher and Yates: only as many steps as records are drawn.
  for (let place = 0; place < records; place++) {
    const other = random.integer(place, pool.length - 1);
    const kept = pool[place] ?? 0;
    pool[place] = pool[other] ?? 0;
    pool[other] = kept;
  }
  const { writer } = session;
  const audit = inTransaction(writer, () => {
    const number = keepSample(writer, usedSeed, [...pool.subarray(0, records)]);
    appendAudit(writer, 'random audit drawn', { audit: number, records, seed: usedSeed });
    return number;
  });
  return { audit };
}

/** The audits with what they say of the rules in force now. */
export async function listAudits(session: Session, job: Job): Promise<{ audits: Audit[] }> {
  const samples = allSamples(session.reader);
  if (samples.length === 0) return { audits: [] };
  const { columns } = await session.evidence(job);
  return {
    audits: samples.map((sample) => {
      const { first, second, both, oneAccount } = codedRecords(
        session.reader,
        columns.incidents,
        sample.audit,
      );
      return {
        ...sample,
        coded: { first, second, both: both.length, oneAccount },
        result: both.length === 0 ? null : auditResult(both),
      };
    }),
  };
}

/** The audits that were coded twice, at least in part, for the profile's limitations. */
export function codedAudits(reader: Reader, incidents: IncidentColumns): ProfileAudit[] {
  return allSamples(reader).flatMap(({ audit, drawnAt, records }) => {
    const { both, oneAccount } = codedRecords(reader, incidents, audit);
    return both.length === 0
      ? []
      : [
          {
            drawnOn: drawnAt.slice(0, 10),
            records,
            coded: both.length,
            oneAccount,
            result: auditResult(both),
          },
        ];
  });
}

function codedRecords(reader: Reader, incidents: IncidentColumns, audit: number) {
  const both: AuditedRecord[] = [];
  let [first, second, oneAccount] = [0, 0, 0];
  for (const [incident, coded] of codesOf(reader, audit)) {
    if (coded.first !== undefined) first++;
    if (coded.second !== undefined) second++;
    const index = indexOfRow(incidents.id, incident);
    if (coded.first === undefined || coded.second === undefined || index < 0) continue;
    if (coded.first.by === coded.second.by) oneAccount++;
    const decided = incidents.decided[index] ?? 0;
    both.push({
      first: coded.first.coded,
      second: coded.second.coded,
      rules: saidByRules(incidents, index),
      decided: questions.filter((question) => (decided & decidedBits[question]) !== 0),
    });
  }
  return { first, second, both, oneAccount };
}

function saidByRules(incidents: IncidentColumns, index: number): Coded {
  return {
    vawg: incidents.inVawg[index] === 1,
    online: incidents.online[index] === 1,
    space: spaceAt(incidents, index) as Coded['space'],
  };
}

/** The next record for a coder; nothing of what the rules said of it. */
export async function nextAuditRecord(
  session: Session,
  { audit, coder }: ParsedInput<'nextAuditRecord'>,
  job: Job,
): Promise<{ record: BlindRecord | null }> {
  const left = leftToCode(session.reader, audit, coder);
  const [incident] = left;
  if (incident === undefined) return { record: null };
  const { columns } = await session.evidence(job);
  const { incidents } = columns;
  const index = indexOfRow(incidents.id, incident);
  return {
    record: {
      audit,
      incident,
      left: left.length,
      isOtherCoder: isOtherCoder(session.reader, audit, coder),
      offenceTitle: textAt(incidents.offenceTitle, index),
      offenceCode: textAt(incidents.offenceCode, index),
      recordedOn: dateAt(incidents.recordedMinutes, incidents.recordedPrecision, index),
      occurredFrom: dateAt(incidents.occurredFromMinutes, incidents.occurredPrecision, index),
      locationType: textAt(incidents.locationType, index),
      locationText: textAt(incidents.locationText, index),
      platform: textAt(incidents.platform, index),
      relationship: relationshipsOf(columns, [index]).get(index) ?? '',
      victims: victimsInWords(columns, index),
      flags: flagsInWords(incidents, index),
      summary: summaries(session.reader, [incident]).get(incident) ?? '',
    },
  };
}

function victimsInWords({ victims }: EvidenceColumns, index: number): string {
  const said: string[] = [];
  for (let victim = 0; victim < victims.length; victim++) {
    if (victims.incident[victim] !== index) continue;
    const age = victims.ageYears[victim] ?? -1;
    said.push(
      `${textAt(victims.sex, victim) || 'sex not recorded'}, ${age < 0 ? 'age not recorded' : age}`,
    );
  }
  return said.join('; ') || 'none recorded';
}

function flagsInWords(incidents: IncidentColumns, index: number): string {
  const flags = [
    ['domestic abuse', incidents.domesticAbuse],
    ['honour-based', incidents.honourBased],
    ['child exploitation', incidents.childExploitation],
    ['online', incidents.onlineFlag],
  ] as const;
  return (
    flags
      .filter(([, column]) => column[index] === flagCodes.yes)
      .map(([words]) => words)
      .join(', ') || 'none'
  );
}

/** Keeps what a coder said of a record of an audit. */
export function codeAuditRecord(
  session: Session,
  { audit, coder, incident, vawg, online, space }: ParsedInput<'codeAuditRecord'>,
): { left: number } {
  const { writer } = session;
  return inTransaction(writer, () => {
    const left = leftToCode(writer, audit, coder);
    if (!left.includes(incident)) {
      throw new FailureError(
        'not-found',
        'This record is not waiting to be coded in this audit.',
        'Load the next record and go on from there.',
      );
    }
    keepCode(writer, audit, coder, incident, { vawg, online, space });
    appendAudit(writer, 'audit record coded', { audit, coder, left: left.length - 1 });
    return { left: left.length - 1 };
  });
}

/** Takes the record that a coder coded last back, to be coded again. */
export function undoAuditCode(
  session: Session,
  { audit, coder }: ParsedInput<'undoAuditCode'>,
): { left: number } {
  const { writer } = session;
  return inTransaction(writer, () => {
    if (!takeLastCode(writer, audit, coder)) {
      throw new FailureError(
        'not-found',
        'There is no record that you coded last in this audit. Nothing was changed.',
        'Only the account that coded a record can take it back.',
      );
    }
    const left = leftToCode(writer, audit, coder).length;
    appendAudit(writer, 'audit code undone', { audit, coder, left });
    return { left };
  });
}
