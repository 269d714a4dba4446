import { mostRules } from './apply-rules.ts';
import { analystRule, noRuleId, openDataRule } from './classify.ts';
import { privateSubtypes, publicSubtypes } from './location-types.ts';
import { plainText } from './plain-text.ts';
import { ruleFields } from './rule-fields.ts';
import {
  type Answer,
  type Condition,
  type FieldName,
  questions,
  type Rule,
  type RuleProblem,
  type RuleSet,
  ruleFormat,
  rulesOf,
  subtypeSources,
} from './rule-set.ts';

const subtypes: Readonly<Record<string, readonly string[]>> = {
  private: privateSubtypes,
  public: publicSubtypes,
};

/** Ids that stand for something else than a rule. */
const reservedIds: ReadonlySet<string> = new Set([analystRule, noRuleId, openDataRule]);

/**
 * Every fault of a rule set: an empty rule, one that contradicts itself or matches everything, a value that its
 * field cannot hold, an id twice, a file newer than the app. A set with a fault is never put in force.
 */
export function ruleProblems(set: RuleSet): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (set.format > ruleFormat) {
    const message = `the rules have form ${set.format}; this version of Action Ten reads up to ${ruleFormat}`;
    return [{ rule: '', place: 0, message }];
  }
  if (set.rules.length === 0) problems.push({ rule: '', place: 0, message: 'there are no rules' });
  const seen = new Set<string>();
  for (const [index, rule] of set.rules.entries()) {
    const report = (message: string) => problems.push({ rule: rule.id, place: index + 1, message });
    if (seen.has(rule.id)) report(`the id ${rule.id} stands twice`);
    if (reservedIds.has(rule.id)) report(`the id ${rule.id} means something else`);
    seen.add(rule.id);
    if (rule.sentence.trim() === '') report('the rule has no sentence that says what it does');
    for (const message of conditionProblems(rule)) report(message);
    for (const message of answerProblems(rule.answer)) report(message);
    if (countsOpenData(rule)) report('open data is context: no rule can count it as VAWG');
  }
  for (const question of questions) {
    const own = set.rules.filter((rule) => rule.answer.question === question).length;
    const nothing = { vawg: 'unmatched', online: null, space: 'unclassified' }[question];
    if (nothing !== null && rulesOf(set, question).length === 0) {
      const message = `no rule of the question ${question} is switched on, so every record would be ${nothing}`;
      problems.push({ rule: '', place: 0, message });
    }
    if (own > mostRules) {
      const message = `${own} rules of one question (${question}); there can be ${mostRules}`;
      problems.push({ rule: '', place: 0, message });
    }
  }
  return problems;
}

function conditionProblems(rule: Rule): string[] {
  if (rule.when.length === 0) {
    return ['the rule has no condition, so it would match every record that reaches it'];
  }
  const problems = rule.when.flatMap(valueProblems);
  if (problems.length > 0) return problems;
  const byField = new Map<FieldName, Condition[]>();
  for (const condition of rule.when) {
    byField.set(condition.field, [...(byField.get(condition.field) ?? []), condition]);
  }
  let narrows = false;
  for (const [field, conditions] of byField) {
    if (contradict(field, conditions)) {
      problems.push(`its conditions on "${ruleFields[field].words}" cannot hold together`);
    }
    if (conditions.some((condition) => !admitsAll(condition))) narrows = true;
  }
  if (!narrows) problems.push('its conditions hold of every record');
  return problems;
}

function countsOpenData({ when, answer }: Rule): boolean {
  if (answer.question !== 'vawg' || answer.tier === 'context') return false;
  return when.some(
    ({ field, test, values }) =>
      field === 'source' && test === 'is' && values.every((value) => value === 'open-data'),
  );
}

function valueProblems(condition: Condition): string[] {
  const { words, values } = ruleFields[condition.field];
  // Marks alone ("---") are nothing once texts are compared as plain text: "is not" them would hold of every record.
  if (condition.values.every((value) => plainText(value) === '')) {
    return [`the condition on "${words}" names no value`];
  }
  if (values === null) return [];
  if (condition.test === 'contains') return [`"${words}" has fixed values: ask which it is`];
  return condition.values
    .filter((value) => !values.includes(value))
    .map(
      (value) =>
        `"${value}" is not a value of "${words}"; a newer version of Action Ten may know it`,
    );
}

/** Whether the conditions on one field leave nothing. A text can contain several things, so those are held to `is`. */
function contradict(field: FieldName, conditions: readonly Condition[]): boolean {
  // A record's offence may have several conditions on the list, so two of them can hold together.
  if (field === 'listCondition') return false;
  const { values } = ruleFields[field];
  const key = (value: string) => (values === null ? plainText(value) : value);
  let left: Set<string> | null = values === null ? null : new Set(values);
  const refused = new Set<string>();
  const parts: (readonly string[])[] = [];
  for (const condition of conditions) {
    const own = new Set(condition.values.map(key));
    if (condition.test === 'is') {
      left = left === null ? own : new Set([...left].filter((value) => own.has(value)));
    } else if (condition.test === 'is-not') {
      for (const value of own) refused.add(value);
    } else parts.push([...own].filter((words) => words !== ''));
  }
  const remains = (value: string): boolean =>
    !refused.has(value) &&
    parts.every((own) => own.some((words) => ` ${value} `.includes(` ${words} `)));
  return left !== null && ![...left].some(remains);
}

function admitsAll(condition: Condition): boolean {
  const { values } = ruleFields[condition.field];
  return (
    condition.test === 'is' &&
    values !== null &&
    values.every((value) => condition.values.includes(value))
  );
}

function answerProblems(answer: Answer): string[] {
  if (answer.question !== 'space') return [];
  const { space, subtype } = answer;
  if (subtype === '' || subtypeSources.some((source) => subtype === `from:${source}`)) {
    return space === 'private' || space === 'public'
      ? subtype === ''
        ? [`a ${space} place needs a subtype`]
        : []
      : [];
  }
  if (space === 'set-aside' || space === 'unclassified') {
    return [`${space} has no subtype of its own`];
  }
  return subtypes[space]?.includes(subtype)
    ? []
    : [`"${subtype}" is not a subtype of ${space}: ${subtypes[space]?.join(', ') ?? ''}`];
}
