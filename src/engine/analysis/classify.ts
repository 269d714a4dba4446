import type { ClassificationSummary } from '../../contract/results.ts';
import {
  type EvidenceColumns,
  type IncidentColumns,
  sourceNames,
  tierNames,
} from '../../domain/evidence/columns.ts';
import { isInSpace } from '../../domain/evidence/select.ts';
import { weighOffence } from '../../domain/harm/weigh.ts';
import type { HarmWeightList } from '../../domain/harm/weight-list.ts';
import { type ClassifyInputs, classifyIncidents } from '../../domain/vawg/classify.ts';
import type { Decision } from '../../domain/vawg/decisions.ts';
import {
  type FieldColumn,
  fieldColumns,
  type RuleInputs,
} from '../../domain/vawg/field-columns.ts';
import { matchPairs, type OffencePairs, offencePairs } from '../../domain/vawg/offence-pairs.ts';
import type { FieldName, RuleSet } from '../../domain/vawg/rule-set.ts';
import type { Job } from '../jobs.ts';
import { type Classes, type Facts, fingerprintOf, hashFacts } from '../workspace/column-store.ts';
import type { Reader } from '../workspace/database.ts';
import { readIncidentFacts } from './incident-facts.ts';
import { type Lists, loadPlatformFinder } from './lists.ts';
import { readPeople } from './people-columns.ts';

/** Reads what the records say into columns. Nothing is written. */
export async function readFacts(reader: Reader, job: Job): Promise<Facts> {
  const own = await readIncidentFacts(reader, loadPlatformFinder(), job);
  const facts = await readPeople(reader, own, job);
  return { ...facts, hash: hashFacts(facts) };
}

/** The facts made ready for rules: offences matched to the list, and the columns that rules look at. */
export interface ReadyFacts extends RuleInputs {
  readonly column: (field: FieldName) => FieldColumn;
  readonly weights: ClassifyInputs['weights'];
}

/** Matches each distinct offence to the list and weighs it. */
export function readyFacts(facts: Facts, lists: Lists): ReadyFacts {
  const pairs = offencePairs(facts.incidents);
  const matches = matchPairs(pairs, lists.findOffence);
  const inputs = { facts: facts.incidents, pairs, matches, findLocation: lists.findLocation };
  return {
    ...inputs,
    column: fieldColumns(inputs),
    weights: {
      severityScore: pairWeights(pairs, matches, lists.severity),
      cambridgeDays: pairWeights(pairs, matches, lists.cambridge),
    },
  };
}

function pairWeights(
  { pairs }: OffencePairs,
  matches: RuleInputs['matches'],
  list: HarmWeightList | null,
): Float64Array {
  return Float64Array.from(pairs, ({ code }, pair) =>
    list === null
      ? Number.NaN
      : (weighOffence(list, code === '' ? null : code, matches[pair]?.entry) ?? Number.NaN),
  );
}

/** Applies rules and the analyst's decisions to the facts. Nothing is written. */
export function classifyFacts(
  facts: Facts,
  ready: ReadyFacts,
  rules: RuleSet,
  decisionsByRow: ReadonlyMap<number, Decision>,
): Classes {
  const incidents = classifyIncidents({
    ...ready,
    rules,
    decisions: byIndex(facts, decisionsByRow),
  });
  return { incidents, fingerprint: fingerprintOf(facts.hash, incidents) };
}

/** Decisions by place in the columns; ids ascend, so each is found by halving. */
function byIndex(
  facts: Facts,
  decisions: ReadonlyMap<number, Decision>,
): ReadonlyMap<number, Decision> {
  const { id } = facts.incidents;
  const found = new Map<number, Decision>();
  for (const [row, decision] of decisions) {
    const index = indexOfRow(id, row);
    if (index >= 0) found.set(index, decision);
  }
  return found;
}

/** Place of a row id in the columns; -1 when it is not there. */
export function indexOfRow(id: Int32Array, row: number): number {
  let low = 0;
  let high = id.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = id[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Facts and classes together, as everything downstream reads them. */
export function evidenceOf(facts: Facts, classes: Classes): EvidenceColumns {
  return {
    incidents: {
      length: facts.incidents.id.length,
      ...facts.incidents,
      ...classes.incidents,
    },
    victims: facts.victims,
    suspects: facts.suspects,
    fingerprint: classes.fingerprint,
  };
}

/** Counts of a classification, and what matched nothing on the list, most first. */
export function summarise(
  incidents: IncidentColumns,
  ready: ReadyFacts,
  lists: Lists,
): ClassificationSummary {
  const vawg: Record<string, number> = { total: 0 };
  for (const name of tierNames) vawg[name] = 0;
  const spaces = { online: 0, private: 0, public: 0, unclassified: 0 };
  const vawgSpaces = { online: 0, private: 0, public: 0, unclassified: 0 };
  for (let index = 0; index < incidents.length; index++) {
    const tier = tierNames[incidents.tier[index] ?? 0] ?? 'unmatched';
    vawg[tier] = (vawg[tier] ?? 0) + 1;
    const inVawg = incidents.inVawg[index] === 1;
    if (inVawg) vawg['total'] = (vawg['total'] ?? 0) + 1;
    for (const space of ['online', 'private', 'public', 'unclassified'] as const) {
      if (!isInSpace(incidents, index, space)) continue;
      spaces[space]++;
      if (inVawg) vawgSpaces[space]++;
    }
  }
  return {
    codeListVersion: lists.codeList.version,
    rulesVersion: lists.rules.version,
    settings: lists.rules.settings,
    vawg,
    spaces,
    vawgSpaces,
    unmatchedOffences: unmatchedOffences(incidents, ready),
  };
}

/** Rules under which a record without a listed offence is no gap of the list. */
const nothingToMatch: ReadonlySet<string> = new Set([
  'non-crime-without-flag',
  'crime-status-cancelled',
  'crime-status-transferred',
]);

/** What matches nothing in the list is listed, flagged or not: it is never dropped. */
function unmatchedOffences(
  incidents: IncidentColumns,
  { pairs, matches }: ReadyFacts,
): ClassificationSummary['unmatchedOffences'] {
  const counts = new Float64Array(pairs.pairs.length);
  const openData = sourceNames.indexOf('open-data');
  const skipped = incidents.vawgRule.values.map((rule) => nothingToMatch.has(rule));
  for (let index = 0; index < incidents.length; index++) {
    const pair = pairs.pairOf[index] ?? 0;
    if (matches[pair] !== undefined || incidents.source[index] === openData) continue;
    if (skipped[incidents.vawgRule.codes[index] ?? 0] === true) continue;
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return pairs.pairs
    .map(({ code, title }, pair) => ({ text: title, code, count: counts[pair] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
