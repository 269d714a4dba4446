import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { ReviewQueue, ReviewRow } from '../../contract/rules.ts';
import {
  confidenceNames,
  type EvidenceColumns,
  type IncidentColumns,
  tierNames,
} from '../../domain/evidence/columns.ts';
import { isInSpace } from '../../domain/evidence/select.ts';
import { analystRule, openDataRule } from '../../domain/vawg/classify.ts';
import { privateSubtypes, publicSubtypes } from '../../domain/vawg/location-types.ts';
import type { RuleSet } from '../../domain/vawg/rule-set.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { type DecidedAnswer, keepDecision, undoDecision } from '../workspace/decisions.ts';
import { recordLine, textAt } from './record-lines.ts';

/** Records to review, in the order of the file. */
export async function reviewQueue(
  session: Session,
  { about, onlyVawg, skip, limit }: ParsedInput<'reviewQueue'>,
  job: Job,
): Promise<ReviewQueue> {
  const { columns, lists, summary } = await session.evidence(job);
  const { incidents } = columns;
  const belongs = belongsTo(about, incidents);
  // What matched nothing is in no VAWG tier, and open data never is: for those the switch would empty the queue.
  const asksVawg = onlyVawg && about !== 'unmatched' && (summary.vawg['total'] ?? 0) > 0;
  const chosen: number[] = [];
  let total = 0;
  for (let index = 0; index < incidents.length; index++) {
    if (!belongs(index) || (asksVawg && incidents.inVawg[index] !== 1)) continue;
    if (total >= skip && chosen.length < limit) chosen.push(index);
    total++;
  }
  const texts = summaries(
    session.reader,
    chosen.map((index) => incidents.id[index] ?? 0),
  );
  const relationships = relationshipsOf(columns, chosen);
  return {
    total,
    rows: chosen.map((index): ReviewRow => {
      const line = recordLine(incidents, index);
      return {
        ...line,
        because: sentenceOf(lists.rules, textAt(incidents.spaceRule, index)),
        platform: textAt(incidents.platform, index),
        platformHint: textAt(incidents.platformHint, index),
        relationship: relationships.get(index) ?? '',
        summary: texts.get(line.incident) ?? '',
        decided: incidents.decided[index] !== 0,
      };
    }),
  };
}

/** Whether a record belongs on a queue, by its classes. */
function belongsTo(
  about: ParsedInput<'reviewQueue'>['about'],
  incidents: IncidentColumns,
): (index: number) => boolean {
  const unmatched = tierNames.indexOf('unmatched');
  const weak = [
    confidenceNames.indexOf('free-text-hint'),
    confidenceNames.indexOf('offence-inference'),
  ];
  const undecided = (index: number): boolean => incidents.decided[index] === 0;
  const belongs: Readonly<Record<ParsedInput<'reviewQueue'>['about'], (index: number) => boolean>> =
    {
      unclassified: (index) => undecided(index) && isInSpace(incidents, index, 'unclassified'),
      'low-confidence': (index) =>
        undecided(index) && weak.includes(incidents.confidence[index] ?? 0),
      'platform-hint': (index) =>
        undecided(index) &&
        incidents.platformHint.codes[index] !== 0 &&
        incidents.online[index] !== 1,
      unmatched: (index) => undecided(index) && incidents.tier[index] === unmatched,
      decided: (index) => !undecided(index),
    };
  return belongs[about];
}

/** Keeps the analyst's decision on one question for several records. */
export function decideRecords(
  session: Session,
  { incidents, answer, why }: ParsedInput<'decideRecords'>,
): { decision: number; records: number } {
  refuseUnknownSubtype(answer);
  const { writer } = session;
  return inTransaction(writer, () => {
    const decision = keepDecision(writer, incidents, answer, why);
    const records = new Set(incidents).size;
    appendAudit(writer, 'records decided', { decision, question: answer.question, records });
    return { decision, records };
  });
}

function refuseUnknownSubtype(answer: DecidedAnswer): void {
  if (answer.question !== 'space') return;
  const known: Readonly<Record<string, readonly string[]>> = {
    private: privateSubtypes,
    public: publicSubtypes,
    'set-aside': [''],
    unclassified: [''],
  };
  if (known[answer.space]?.includes(answer.subtype)) return;
  throw new FailureError(
    'bad-request',
    `"${answer.subtype}" is not a kind of ${answer.space} place.`,
    `Choose one of: ${known[answer.space]?.join(', ') || 'none'}.`,
  );
}

/** Takes a decision back. */
export function takeDecisionBack(session: Session, decision: number): { records: number } {
  const { writer } = session;
  return inTransaction(writer, () => {
    const records = undoDecision(writer, decision);
    appendAudit(writer, 'decision taken back', { decision, records });
    return { records };
  });
}

/** Free texts of a few records, by row id. */
export function summaries(reader: Reader, rows: readonly number[]): ReadonlyMap<number, string> {
  const find = reader.database
    .prepare<[number], string | null>('SELECT summary FROM incident WHERE id = ?')
    .pluck();
  return new Map(rows.map((row) => [row, find.get(row) ?? '']));
}

/** Relationships of the victims of some incidents, by index of the incident. */
export function relationshipsOf(
  { victims }: EvidenceColumns,
  indexes: readonly number[],
): ReadonlyMap<number, string> {
  const asked = new Set(indexes);
  const found = new Map<number, string>();
  for (let victim = 0; victim < victims.length; victim++) {
    const incident = victims.incident[victim] ?? -1;
    if (!asked.has(incident)) continue;
    const relationship = textAt(victims.relationship, victim);
    if (relationship === '') continue;
    const before = found.get(incident);
    if (before === undefined) found.set(incident, relationship);
    else if (!before.split(', ').includes(relationship)) {
      found.set(incident, `${before}, ${relationship}`);
    }
  }
  return found;
}

/** What a rule says, or what stands in place of one. */
export function sentenceOf(rules: RuleSet, id: string): string {
  if (id === analystRule) return 'An analyst decided this in place of the rules.';
  if (id === openDataRule)
    return 'Open data has no victim sex and no flags: it is all-victim context, whatever rules or decisions say.';
  return rules.rules.find((rule) => rule.id === id)?.sentence ?? 'No rule of this question holds.';
}
