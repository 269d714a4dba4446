import {
  confidenceNames,
  crimeStatusNames,
  decidedBits,
  type IncidentClasses,
  type IncidentFacts,
  physicalSpaceCodes,
  sourceNames,
  tierNames,
} from '../evidence/columns.ts';
import { CodeBuilder } from '../evidence/text-codes.ts';
import { applyRules, noRule } from './apply-rules.ts';
import type { DecidedSpace, Decision } from './decisions.ts';
import type { FieldColumn, RuleInputs } from './field-columns.ts';
import { isInstitutional, type LocationMeaning } from './location-types.ts';
import { type Answer, type FieldName, type RuleSet, rulesOf, type Tier } from './rule-set.ts';
import { threatsOf } from './threats.ts';

/** The rule id of a record that an analyst decided in place of the rules. */
export const analystRule = 'analyst';
/** The rule id of a record that no rule decided. */
export const noRuleId = 'no-rule';

/** The rule id of open data that rules or a decision would have counted: it is context whatever they say. */
export const openDataRule = 'open-data';

/** Weights of each offence pair; NaN = unweighted. */
export interface PairWeights {
  readonly severityScore: Float64Array;
  readonly cambridgeDays: Float64Array;
}

/** Everything that classes are made from. */
export interface ClassifyInputs extends RuleInputs {
  readonly rules: RuleSet;
  readonly column: (field: FieldName) => FieldColumn;
  readonly weights: PairWeights;
  /** The analyst's live decisions by index of the incident. */
  readonly decisions: ReadonlyMap<number, Decision>;
}

/**
 * Says of every record whether it is VAWG, whether it has an online element and in which physical space it
 * happened, each by the first rule that holds, or by the analyst's decision, which outranks rules. A record may be
 * online and private or public: it keeps both and counts in both.
 */
export function classifyIncidents(inputs: ClassifyInputs): IncidentClasses {
  const length = inputs.facts.id.length;
  const online = classifyOnline(inputs, length);
  const vawg = classifyVawg(inputs, length, online.online);
  const space = classifySpace(inputs, length, online);
  const decided = new Uint8Array(length);
  for (const [index, decision] of inputs.decisions) {
    decided[index] =
      (decision.vawg === undefined ? 0 : decidedBits.vawg) |
      (decision.online === undefined ? 0 : decidedBits.online) |
      (decision.space === undefined ? 0 : decidedBits.space);
  }
  return {
    ...vawg,
    ...space,
    online: online.online,
    onlineRule: online.rule,
    decided,
    isCrime: crimes(inputs.facts),
    offence: offenceTitles(inputs),
    ...harmWeights(inputs),
  };
}

/** A report of rape not recorded as a crime (N100) is an incident, never a crime. */
function crimes({ recordType, crimeStatus }: IncidentFacts): Uint8Array {
  const n100 = crimeStatusNames.indexOf('N100');
  return recordType.map((type, index) => (type === 0 && crimeStatus[index] !== n100 ? 1 : 0));
}

function classifyVawg(inputs: ClassifyInputs, length: number, online: Uint8Array) {
  const { facts, decisions } = inputs;
  const rules = rulesOf(inputs.rules, 'vawg');
  const decidedBy = applyRules(rules, inputs.column, length);
  const tierOfRule = rules.map((rule) =>
    rule.answer.question === 'vawg' ? tierNames.indexOf(rule.answer.tier) : 0,
  );
  const unmatched = tierNames.indexOf('unmatched');
  const rule = new CodeBuilder(length);
  const ruleCodes = rules.map((one) => rule.codeOf(one.id));
  const none = rule.codeOf(noRuleId);
  const tier = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const by = decidedBy[index] ?? noRule;
    tier[index] = by === noRule ? unmatched : (tierOfRule[by] ?? unmatched);
    rule.setCode(index, by === noRule ? none : (ruleCodes[by] ?? none));
  }
  for (const [index, decision] of decisions) {
    if (decision.vawg === undefined) continue;
    tier[index] = tierNames.indexOf(decision.vawg);
    rule.set(index, analystRule);
  }
  keepOpenDataOut(facts, tier, rule);
  const counts = tierNames.map((name) => (countsAsVawg(name, inputs.rules) ? 1 : 0));
  const inVawg = tier.map((code) => counts[code] ?? 0);
  const ofRecord = threatsOf({ ...inputs, online });
  const isUnder = tierNames.map(
    (name) => name === 'core' || name === 'flagged' || name === 'female-victim',
  );
  const threats = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    if (isUnder[tier[index] ?? 0] === true) threats[index] = ofRecord(index);
  }
  return { tier, inVawg, threats, vawgRule: rule.finish() };
}

/** Open data has neither victim sex nor flags: all-victim context, never a VAWG count, whatever the rules say. */
function keepOpenDataOut({ source }: IncidentFacts, tier: Uint8Array, rule: CodeBuilder): void {
  const openData = sourceNames.indexOf('open-data');
  const context = tierNames.indexOf('context');
  for (let index = 0; index < tier.length; index++) {
    if (source[index] !== openData || tier[index] === context) continue;
    tier[index] = context;
    rule.set(index, openDataRule);
  }
}

/** Whether a tier counts in VAWG under a definition. */
export function countsAsVawg(tier: Tier, { settings }: RuleSet): boolean {
  if (tier === 'female-victim') return settings.includeFemaleVictimTier;
  return tier === 'core' || tier === 'flagged';
}

function classifyOnline(inputs: ClassifyInputs, length: number) {
  const rules = rulesOf(inputs.rules, 'online');
  const decidedBy = applyRules(rules, inputs.column, length);
  const rule = new CodeBuilder(length);
  const ruleCodes = rules.map((one) => rule.codeOf(one.id));
  const online = new Uint8Array(length);
  const confidence = new Uint8Array(length).fill(confidenceNames.indexOf('none'));
  const answers = rules.map((one) => (one.answer.question === 'online' ? one.answer : null));
  for (let index = 0; index < length; index++) {
    const answer = answers[decidedBy[index] ?? noRule];
    if (!answer) continue;
    online[index] = answer.online ? 1 : 0;
    if (answer.online) confidence[index] = confidenceNames.indexOf(answer.confidence);
    rule.setCode(index, ruleCodes[decidedBy[index] ?? noRule] ?? 0);
  }
  for (const [index, decision] of inputs.decisions) {
    if (decision.online === undefined) continue;
    online[index] = decision.online ? 1 : 0;
    confidence[index] = confidenceNames.indexOf(decision.online ? 'analyst' : 'none');
    rule.set(index, analystRule);
  }
  return { online, rule: rule.finish(), confidence };
}

type SpaceAnswer = Extract<Answer, { question: 'space' }>;

/** What one rule makes of one location: worked out once for each pair of them. */
interface Place {
  readonly space: number;
  readonly setAside: number;
  readonly subtype: string;
  readonly confidence: number;
}

function classifySpace(
  inputs: ClassifyInputs,
  length: number,
  online: { readonly confidence: Uint8Array },
) {
  const { facts } = inputs;
  const rules = rulesOf(inputs.rules, 'space');
  const decidedBy = applyRules(rules, inputs.column, length);
  const rule = new CodeBuilder(length);
  const subtype = new CodeBuilder(length);
  const ruleCodes = rules.map((one) => rule.codeOf(one.id));
  const none = rule.codeOf(noRuleId);
  const physicalSpace = new Uint8Array(length);
  const setAside = new Uint8Array(length);
  const confidence = new Uint8Array(length).fill(confidenceNames.indexOf('none'));
  const places = rules.map((one) => placesOf(one.answer as SpaceAnswer, inputs));
  const set = (index: number, place: Place): void => {
    physicalSpace[index] = place.space;
    setAside[index] = place.setAside;
    confidence[index] = place.confidence;
    subtype.set(index, place.subtype);
  };
  const unknown = confidenceNames.indexOf('none');
  for (let index = 0; index < length; index++) {
    const by = decidedBy[index] ?? noRule;
    const place = by === noRule ? undefined : places[by]?.(index);
    if (place !== undefined) set(index, place);
    rule.setCode(index, by === noRule ? none : (ruleCodes[by] ?? none));
    // Where no place is known, the confidence is that of the online element.
    if (confidence[index] === unknown) confidence[index] = online.confidence[index] ?? unknown;
  }
  for (const [index, decision] of inputs.decisions) {
    if (decision.space === undefined) continue;
    set(index, decidedPlace(decision.space, inputs.rules));
    rule.set(index, analystRule);
  }
  return {
    physicalSpace,
    setAside,
    confidence,
    spaceRule: rule.finish(),
    subtype: subtype.finish(),
  };

  function placesOf(answer: SpaceAnswer, { findLocation }: RuleInputs) {
    const source =
      answer.subtype === 'from:location-type'
        ? facts.locationType
        : answer.subtype === 'from:location-text'
          ? facts.locationText
          : null;
    if (source === null) {
      const place = placeOf(answer, answer.subtype, inputs.rules);
      return () => place;
    }
    const known: (Place | undefined)[] = [];
    return (index: number): Place => {
      const code = source.codes[index] ?? 0;
      known[code] ??= placeOf(
        answer,
        subtypeBy(answer.space, findLocation(source.values[code] ?? '')),
        inputs.rules,
      );
      return known[code];
    };
  }
}

/** The subtype that a location means. Someone on duty in a hospital was in a health place, else at work. */
function subtypeBy(space: SpaceAnswer['space'], found: LocationMeaning | undefined): string {
  if (found === undefined || !('subtype' in found)) return '';
  if (space === 'public' && found.space === 'set-aside') {
    return found.subtype === 'hospital' ? 'health' : 'workplace';
  }
  // A rule may say something else of the place than its type does: "home" is then no kind of public place.
  return found.space === space ? found.subtype : '';
}

function placeOf(answer: SpaceAnswer, subtype: string, rules: RuleSet): Place {
  return {
    ...spaceCodes(answer.space, subtype, rules),
    subtype: answer.space === 'set-aside' || answer.space === 'unclassified' ? '' : subtype,
    confidence: confidenceNames.indexOf(answer.confidence),
  };
}

function decidedPlace({ space, subtype }: DecidedSpace, rules: RuleSet): Place {
  return {
    ...spaceCodes(space, subtype, rules),
    subtype,
    confidence: confidenceNames.indexOf('analyst'),
  };
}

function spaceCodes(
  space: SpaceAnswer['space'],
  subtype: string,
  { settings }: RuleSet,
): { space: number; setAside: number } {
  if (space === 'set-aside') return { space: physicalSpaceCodes.none, setAside: 1 };
  if (space === 'unclassified') return { space: physicalSpaceCodes.none, setAside: 0 };
  const isLeftOut =
    space === 'public' && isInstitutional(subtype) && !settings.institutionalIsPublic;
  return { space: isLeftOut ? physicalSpaceCodes.none : physicalSpaceCodes[space], setAside: 0 };
}

/** Published categories are shown as published; a force's many spellings as the list's one title. */
function offenceTitles({ facts, pairs, matches }: ClassifyInputs) {
  const length = facts.id.length;
  const offence = new CodeBuilder(length);
  const openData = sourceNames.indexOf('open-data');
  const listed = pairs.pairs.map(({ code, title }, pair) =>
    offence.codeOf(matches[pair]?.entry.title ?? (title || code)),
  );
  const published = pairs.pairs.map(({ code, title }) => offence.codeOf(title || code));
  for (let index = 0; index < length; index++) {
    const pair = pairs.pairOf[index] ?? 0;
    const codes = facts.source[index] === openData ? published : listed;
    offence.setCode(index, codes[pair] ?? 0);
  }
  return offence.finish();
}

function harmWeights({ facts, pairs, weights }: ClassifyInputs) {
  const length = facts.id.length;
  const severityScore = new Float64Array(length);
  const cambridgeDays = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    const pair = pairs.pairOf[index] ?? 0;
    severityScore[index] = weights.severityScore[pair] ?? Number.NaN;
    cambridgeDays[index] = weights.cambridgeDays[pair] ?? Number.NaN;
  }
  return { severityScore, cambridgeDays };
}
