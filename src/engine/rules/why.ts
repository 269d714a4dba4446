import { FailureError } from '../../contract/outcome.ts';
import type { ListRow, RecordReasons } from '../../contract/rules.ts';
import {
  type IncidentColumns,
  physicalSpaceCodes,
  threatNames,
  tierNames,
} from '../../domain/evidence/columns.ts';
import { ruleHolds } from '../../domain/vawg/apply-rules.ts';
import { analystRule } from '../../domain/vawg/classify.ts';
import type { CodeListEntry } from '../../domain/vawg/code-list.ts';
import { listRow } from '../../domain/vawg/list-file.ts';
import { ruleFields } from '../../domain/vawg/rule-fields.ts';
import {
  type Answer,
  type FieldName,
  fieldNames,
  type Question,
  questions,
  type Rule,
  rulesOf,
} from '../../domain/vawg/rule-set.ts';
import { indexOfRow, type ReadyFacts } from '../analysis/classify.ts';
import type { Standing } from '../analysis/standing.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { recordLine, spaceAt, textAt } from './record-lines.ts';
import { sentenceOf } from './review.ts';

/** Why a record stands where it stands: the list's row, the flags, the rules that decided and those they beat. */
export async function whyRecord(
  session: Session,
  incident: number,
  job: Job,
): Promise<RecordReasons> {
  const standing = await session.evidence(job);
  const { columns, lists, ready } = standing;
  const { incidents } = columns;
  const index = indexOfRow(incidents.id, incident);
  if (index < 0) {
    throw new FailureError(
      'not-found',
      'The record is not in this workspace.',
      'It may have gone with a batch that was taken back. Load the list again.',
    );
  }
  const match = ready.matches[ready.pairs.pairOf[index] ?? 0];
  const threats = incidents.threats[index] ?? 0;
  return {
    line: recordLine(incidents, index),
    isCrime: incidents.isCrime[index] === 1,
    inVawg: incidents.inVawg[index] === 1,
    threats: threatNames.filter((_, bit) => (threats & (1 << bit)) !== 0),
    codeListVersion: lists.codeList.version,
    rulesVersion: lists.rules.version,
    offenceWritten: {
      code: textAt(incidents.offenceCode, index),
      title: textAt(incidents.offenceTitle, index),
    },
    listRow: match === undefined ? null : { ...rowOf(match.entry), matchedBy: match.matchedBy },
    fields: recordedFields(ready, index),
    questions: questions.map((question) => reasonsOf(standing, question, index)),
    severityScore: weight(incidents.severityScore[index]),
    cambridgeDays: weight(incidents.cambridgeDays[index]),
    pointIs: pointIs(incidents, index),
  };
}

function rowOf(entry: CodeListEntry): ListRow {
  return listRow(entry);
}

const weight = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Fields with something in them; "not recorded" and a "no" that only says nothing are left out. */
function recordedFields(ready: ReadyFacts, index: number): RecordReasons['fields'] {
  const silent = new Set(['', 'not recorded', 'none']);
  return fieldNames.flatMap((field) => {
    const value = valueOf(ready, field, index);
    return silent.has(value) ? [] : [{ words: ruleFields[field].words, value }];
  });
}

function valueOf(ready: ReadyFacts, field: FieldName, index: number): string {
  const { codes, values } = ready.column(field);
  return (values[codes[index] ?? 0] ?? []).join(', ');
}

function reasonsOf(
  { columns, lists, ready }: Standing,
  question: Question,
  index: number,
): RecordReasons['questions'][number] {
  const { incidents } = columns;
  const column = {
    vawg: incidents.vawgRule,
    online: incidents.onlineRule,
    space: incidents.spaceRule,
  }[question];
  const id = textAt(column, index);
  const rules = rulesOf(lists.rules, question);
  const place = rules.findIndex((rule) => rule.id === id);
  const decided = rules[place];
  const answer = answerNow(incidents, question, index);
  const isAnalyst = id === analystRule;
  // The rules behind an analyst's decision are all beaten by it.
  const further = isAnalyst ? rules : place < 0 ? [] : rules.slice(place + 1);
  return {
    question,
    answer,
    rule: id,
    sentence: id === '' ? 'No rule finds an online element.' : sentenceOf(lists.rules, id),
    isAnalyst,
    when: decided === undefined ? [] : decided.when.map(conditionInWords),
    beaten: further
      .filter((rule) => ruleHolds(rule, ready.column, index))
      .filter((rule) => !saysNothing(rule.answer) && differs(rule.answer, incidents, index))
      .map((rule: Rule) => ({
        rule: rule.id,
        sentence: rule.sentence,
        answer: answerInWords(rule.answer),
      })),
  };
}

/** A last resort is no alternative that was beaten. */
function saysNothing(answer: Answer): boolean {
  if (answer.question === 'vawg') return answer.tier === 'unmatched';
  return answer.question === 'space' && answer.space === 'unclassified';
}

/** Whether a rule would have said something else of the record than what stands. */
function differs(answer: Answer, incidents: IncidentColumns, index: number): boolean {
  if (answer.question === 'vawg') return answer.tier !== tierNames[incidents.tier[index] ?? 0];
  if (answer.question === 'online') return answer.online !== (incidents.online[index] === 1);
  if (answer.space !== spaceAt(incidents, index)) return true;
  // A subtype that is read from the record is taken for the same; one that is written has to be.
  const isWritten = answer.subtype !== '' && !answer.subtype.startsWith('from:');
  return isWritten && answer.subtype !== textAt(incidents.subtype, index);
}

function answerNow(incidents: IncidentColumns, question: Question, index: number): string {
  if (question === 'vawg') return tierNames[incidents.tier[index] ?? 0] ?? '';
  if (question === 'online') return incidents.online[index] === 1 ? 'online' : 'not online';
  const subtype = textAt(incidents.subtype, index);
  return subtype === '' ? spaceAt(incidents, index) : `${spaceAt(incidents, index)}: ${subtype}`;
}

/** What a rule answers, in a few words. */
export function answerInWords(answer: Answer): string {
  if (answer.question === 'vawg') return answer.tier;
  if (answer.question === 'online') return answer.online ? 'online' : 'not online';
  const { space, subtype } = answer;
  if (subtype === '' || space === 'set-aside' || space === 'unclassified') return space;
  if (subtype === 'from:location-type') return `${space}: as the location type says`;
  return subtype === 'from:location-text'
    ? `${space}: as the location text says`
    : `${space}: ${subtype}`;
}

/** A condition as a sentence part: "Online flag is yes". */
function conditionInWords({ field, test, values }: Rule['when'][number]): string {
  const verb = { is: 'is', 'is-not': 'is not', contains: 'contains' }[test];
  return `${ruleFields[field].words} ${verb} ${values.join(' or ')}`;
}

/** An online offence has no place of its own, so its point is somewhere else. */
function pointIs(incidents: IncidentColumns, index: number): string | null {
  const hasPoint = !Number.isNaN(incidents.easting[index] ?? Number.NaN);
  if (incidents.online[index] !== 1 || !hasPoint) return null;
  if (incidents.physicalSpace[index] === physicalSpaceCodes.public) return null;
  const isHome = textAt(incidents.subtype, index) === 'home';
  return isHome ? "the victim's or suspect's home, not a place of the online offence" : 'unknown';
}
