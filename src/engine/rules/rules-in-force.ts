import { readFileSync } from 'node:fs';
import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import { ruleSetSchema } from '../../contract/rule-schema.ts';
import type { RuleExamples, RulesInForce } from '../../contract/rules.ts';
import type { CodedText, IncidentColumns } from '../../domain/evidence/columns.ts';
import { privateSubtypes, publicSubtypes } from '../../domain/vawg/location-types.ts';
import { ruleFields } from '../../domain/vawg/rule-fields.ts';
import { ruleProblems } from '../../domain/vawg/rule-problems.ts';
import { type RuleProblem, type RuleSet, ruleFormat } from '../../domain/vawg/rule-set.ts';
import { rulesInForce, shippedRules } from '../analysis/lists.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { keepVersion, keptContent, keptVersions } from '../workspace/kept-lists.ts';
import { shippedListVersion } from '../workspace/shipped-version.ts';
import { writeRecorded } from '../write-whole.ts';
import { recordLine } from './record-lines.ts';

/** A rule file is a few kilobytes; what is larger is no rule file. */
const largestRuleFileBytes = 5_000_000;

/** The rules in force with what each matches now. */
export async function readRules(session: Session, job: Job): Promise<RulesInForce> {
  const { columns, lists } = await session.evidence(job);
  return {
    set: lists.rules,
    matches: matchesOf(columns.incidents),
    incidents: columns.incidents.length,
    versions: keptVersions(session.reader, 'rules', {
      version: shippedListVersion,
      name: shippedRules().name,
    }),
    fields: Object.entries(ruleFields).map(([field, { words, values }]) => ({
      field,
      words,
      values,
    })),
    subtypes: { private: privateSubtypes, public: publicSubtypes },
  };
}

/** Records that each rule decides, by rule id. Ids are not shared between questions. */
export function matchesOf(incidents: IncidentColumns): Record<string, number> {
  const matches: Record<string, number> = {};
  for (const column of [incidents.vawgRule, incidents.onlineRule, incidents.spaceRule]) {
    for (const [rule, count] of countsByText(column)) matches[rule] = (matches[rule] ?? 0) + count;
  }
  return matches;
}

function countsByText(column: CodedText): [string, number][] {
  const counts = new Float64Array(column.values.length);
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
  return column.values
    .map((text, code): [string, number] => [text, counts[code] ?? 0])
    .filter(([text, count]) => text !== '' && count > 0);
}

/** Puts a draft in force as a new version and classifies by it; refused while it has problems. */
export async function saveRules(
  session: Session,
  input: ParsedInput<'saveRules'>,
  job: Job,
): Promise<{ version: string }> {
  const set = input.set as RuleSet;
  const problems = ruleProblems(set);
  if (problems.length > 0) throw refusedRules(problems);
  const { writer } = session;
  const version = inTransaction(writer, () => {
    const kept = keepVersion(writer, 'rules', shippedListVersion, {
      name: set.name,
      note: input.note,
      content: (next) => JSON.stringify({ ...set, format: ruleFormat, version: next }),
    });
    appendAudit(writer, 'rules changed', { version: kept, rules: set.rules.length });
    return kept;
  });
  await session.classify(job);
  return { version };
}

/** Writes a version of the rules, those in force when none is named, to a file that `readRuleFile` reads. */
export function exportRules(
  session: Session,
  version: string | null,
  out: string,
): { version: string } {
  const set = rulesOfVersion(session.reader, version);
  const text = `${JSON.stringify(set, null, 2)}\n`;
  writeRecorded(session.writer, out, text, () =>
    appendAudit(session.writer, 'rules exported', { version: set.version }),
  );
  return { version: set.version };
}

function rulesOfVersion(reader: Reader, version: string | null): RuleSet {
  if (version === null) return rulesInForce(reader);
  if (version === shippedListVersion) return shippedRules();
  const content = keptContent(reader, 'rules', version);
  if (content === null) {
    throw new FailureError(
      'not-found',
      `There is no version ${version} of the rules in this workspace.`,
      'Choose one of the versions that are listed.',
    );
  }
  return JSON.parse(content) as RuleSet;
}

/** Reads a rule file as a draft; every fault is named with its rule, and nothing is kept. */
export function readRuleFile(path: string): {
  set: RuleSet | null;
  problems: readonly RuleProblem[];
} {
  const bytes = readFileSync(path);
  const whole = (message: string) => ({ set: null, problems: [{ rule: '', place: 0, message }] });
  if (bytes.length > largestRuleFileBytes) return whole('the file is too large for a rule file');
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const line = lineOfJsonError(bytes.toString('utf8'), error);
    return whole(`the file is not written as JSON${line === null ? '' : ` (line ${line})`}`);
  }
  const format = (content as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > ruleFormat) {
    return whole(
      `the rules have form ${format}; this version of Action Ten reads up to ${ruleFormat}`,
    );
  }
  const parsed = ruleSetSchema.safeParse(content);
  if (!parsed.success) {
    return {
      set: null,
      problems: parsed.error.issues.slice(0, 50).map(({ path: where, message }) => ({
        rule: '',
        place: where[0] === 'rules' && typeof where[1] === 'number' ? where[1] + 1 : 0,
        message: `${where.join('.') || 'the file'}: ${message}`,
      })),
    };
  }
  const set = parsed.data as RuleSet;
  return { set, problems: ruleProblems(set) };
}

function lineOfJsonError(text: string, error: unknown): number | null {
  const position = /position (\d+)/.exec(String(error))?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

function refusedRules(problems: readonly RuleProblem[]): FailureError {
  const [first] = problems;
  // A fault of the whole set stands at no rule.
  const isOfOne = first !== undefined && first.place > 0;
  const where = isOfOne ? `rule ${first.place} (${first.rule}): ` : '';
  return new FailureError(
    'bad-request',
    `The rules cannot be put in force: ${where}${first?.message ?? ''}.`,
    'Correct the rule, or discard the change. Nothing was changed.',
    { problems: problems.length },
  );
}

/** Some of the records that a rule decides now. */
export async function ruleExamples(
  session: Session,
  input: ParsedInput<'ruleExamples'>,
  job: Job,
): Promise<RuleExamples> {
  const { columns, lists } = await session.evidence(job);
  const { incidents } = columns;
  const examples: number[] = [];
  let count = 0;
  for (const column of [incidents.vawgRule, incidents.onlineRule, incidents.spaceRule]) {
    const code = column.values.indexOf(input.rule);
    if (code < 1) continue;
    for (let index = 0; index < incidents.length; index++) {
      if (column.codes[index] !== code) continue;
      count++;
      if (examples.length < input.limit) examples.push(index);
    }
  }
  return {
    rule: lists.rules.rules.find((rule) => rule.id === input.rule) ?? null,
    count,
    examples: examples.map((index) => recordLine(incidents, index)),
  };
}
