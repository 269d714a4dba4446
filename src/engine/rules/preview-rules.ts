import type { RulesPreview } from '../../contract/rules.ts';
import type { CodedText, IncidentColumns } from '../../domain/evidence/columns.ts';
import { ruleProblems } from '../../domain/vawg/rule-problems.ts';
import type { Question, RuleSet } from '../../domain/vawg/rule-set.ts';
import { classifyFacts, evidenceOf } from '../analysis/classify.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { liveDecisions } from '../workspace/decisions.ts';
import { classCounts, recordLine } from './record-lines.ts';
import { matchesOf } from './rules-in-force.ts';

const examplesEach = 5;
const mostMoves = 100;

/** What a draft of the rules would change, from the facts in memory. Nothing is saved. */
export async function previewRules(
  session: Session,
  set: RuleSet,
  job: Job,
): Promise<RulesPreview> {
  const { facts, ready, columns } = await session.evidence(job);
  const before = columns.incidents;
  const problems = ruleProblems(set);
  if (problems.length > 0) {
    const counts = classCounts(before);
    return { problems, matches: {}, before: counts, after: counts, moved: [] };
  }
  const classes = classifyFacts(facts, ready, set, liveDecisions(session.reader));
  const after = evidenceOf(facts, classes).incidents;
  const moved = [
    ...moves('vawg', before, after, (incidents) => incidents.vawgRule, vawgAnswer),
    ...moves('online', before, after, (incidents) => incidents.onlineRule, onlineAnswer),
    ...moves('space', before, after, (incidents) => incidents.spaceRule, spaceAnswer(after)),
  ];
  return {
    problems: [],
    matches: matchesOf(after),
    before: classCounts(before),
    after: classCounts(after),
    moved: moved.toSorted((a, b) => b.count - a.count).slice(0, mostMoves),
  };
}

type SameAnswer = (before: IncidentColumns, after: IncidentColumns, index: number) => boolean;

const vawgAnswer: SameAnswer = (before, after, index) =>
  before.tier[index] === after.tier[index] && before.inVawg[index] === after.inVawg[index];
const onlineAnswer: SameAnswer = (before, after, index) =>
  before.online[index] === after.online[index];

function spaceAnswer(after: IncidentColumns): SameAnswer {
  // The two columns of subtypes number their texts each in its own order.
  const codes = new Map(after.subtype.values.map((text, code) => [text, code]));
  return (before, now, index) =>
    before.physicalSpace[index] === now.physicalSpace[index] &&
    before.setAside[index] === now.setAside[index] &&
    codes.get(before.subtype.values[before.subtype.codes[index] ?? 0] ?? '') ===
      now.subtype.codes[index];
}

/** Records whose answer changes, by the rule they leave and the rule they come to. */
function moves(
  question: Question,
  before: IncidentColumns,
  after: IncidentColumns,
  ruleOf: (incidents: IncidentColumns) => CodedText,
  isSame: SameAnswer,
): RulesPreview['moved'][number][] {
  const from = ruleOf(before);
  const to = ruleOf(after);
  const width = to.values.length;
  const found = new Map<number, { count: number; examples: number[] }>();
  for (let index = 0; index < before.length; index++) {
    if (isSame(before, after, index)) continue;
    const key = (from.codes[index] ?? 0) * width + (to.codes[index] ?? 0);
    let move = found.get(key);
    if (move === undefined) {
      move = { count: 0, examples: [] };
      found.set(key, move);
    }
    move.count++;
    if (move.examples.length < examplesEach) move.examples.push(index);
  }
  return [...found].map(([key, { count, examples }]) => ({
    question,
    from: from.values[Math.floor(key / width)] || 'no-rule',
    to: to.values[key % width] || 'no-rule',
    count,
    examples: examples.map((index) => recordLine(after, index)),
  }));
}
