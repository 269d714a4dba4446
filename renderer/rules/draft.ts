import type { Question, Rule, RuleSet } from '../../src/domain/vawg/rule-set.ts';

/** The rules of one question, in order, those that are switched off among them. */
export function rulesAbout(set: RuleSet, question: Question): readonly Rule[] {
  return set.rules.filter((rule) => rule.answer.question === question);
}

/** The set with the rules of one question in another order; those of the other questions keep their places. */
function withOrder(set: RuleSet, question: Question, ordered: readonly Rule[]): RuleSet {
  let next = 0;
  const rules = set.rules.map((rule) =>
    rule.answer.question === question ? (ordered[next++] ?? rule) : rule,
  );
  return { ...set, rules };
}

/** Moves a rule to a place (from 0) among the rules of its question. */
export function moveRule(set: RuleSet, id: string, place: number): RuleSet {
  const moved = set.rules.find((rule) => rule.id === id);
  if (moved === undefined) return set;
  const { question } = moved.answer;
  const all = rulesAbout(set, question);
  const bounded = Math.max(0, Math.min(place, all.length - 1));
  if (all[bounded]?.id === id) return set;
  const others = all.filter((rule) => rule.id !== id);
  const ordered = [...others.slice(0, bounded), moved, ...others.slice(bounded)];
  return withOrder(set, question, ordered);
}

/** Puts a changed rule in the place of the rule called `id`. */
export function replaceRule(set: RuleSet, id: string, changed: Rule): RuleSet {
  return { ...set, rules: set.rules.map((rule) => (rule.id === id ? changed : rule)) };
}

/** Adds a rule as the first of its question, where it decides before the others. */
export function addRule(set: RuleSet, added: Rule): RuleSet {
  return { ...set, rules: [added, ...set.rules] };
}

export function removeRule(set: RuleSet, id: string): RuleSet {
  return { ...set, rules: set.rules.filter((rule) => rule.id !== id) };
}

/** An id for a new rule, made of its sentence in small letters and hyphens, that no rule of the set has. */
export function newRuleId(sentence: string, set: RuleSet): string {
  const plain = sentence
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const start = plain.slice(0, 60).replace(/-+$/, '') || 'rule';
  // Words that stand for "no rule" in counts.
  const taken = new Set(['analyst', 'no-rule', 'open-data', ...set.rules.map((rule) => rule.id)]);
  let id = start;
  for (let number = 2; taken.has(id); number++) id = `${start}-${number}`;
  return id;
}

/** How many changes lead from one set to another: rules added, removed, changed and moved, and settings. */
export function countChanges(from: RuleSet, to: RuleSet): number {
  const before = new Map(from.rules.map((rule) => [rule.id, rule]));
  const after = new Map(to.rules.map((rule) => [rule.id, rule]));
  let changes = 0;
  for (const [id, rule] of after) {
    const earlier = before.get(id);
    if (earlier === undefined || !isSame(earlier, rule)) changes++;
  }
  for (const id of before.keys()) if (!after.has(id)) changes++;
  for (const question of ['vawg', 'online', 'space'] as const) {
    const kept = rulesAbout(to, question).filter((rule) => before.has(rule.id));
    const places = new Map(rulesAbout(from, question).map((rule, place) => [rule.id, place]));
    changes += countMoved(kept.map((rule) => places.get(rule.id) ?? -1));
  }
  if (!isSame(from.settings, to.settings)) changes++;
  if (from.name !== to.name) changes++;
  return changes;
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fewest that must move to bring places into rising order: all but the longest rising run. */
function countMoved(places: readonly number[]): number {
  const longestTo: number[] = [];
  for (const [index, place] of places.entries()) {
    let longest = 0;
    for (let earlier = 0; earlier < index; earlier++) {
      if ((places[earlier] ?? 0) < place) longest = Math.max(longest, longestTo[earlier] ?? 0);
    }
    longestTo.push(longest + 1);
  }
  return places.length - Math.max(0, ...longestTo);
}
