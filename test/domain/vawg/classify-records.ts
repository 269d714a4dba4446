import { readFileSync } from 'node:fs';
import {
  confidenceNames,
  crimeStatusNames,
  homeOfNames,
  type IncidentClasses,
  type IncidentFacts,
  noMinutes,
  recordTypeNames,
  sourceNames,
  threatNames,
  tierNames,
} from '../../../src/domain/evidence/columns.ts';
import { CodeBuilder } from '../../../src/domain/evidence/text-codes.ts';
import { classifyIncidents } from '../../../src/domain/vawg/classify.ts';
import type { Decision } from '../../../src/domain/vawg/decisions.ts';
import { fieldColumns, type RuleInputs } from '../../../src/domain/vawg/field-columns.ts';
import { locationLookup } from '../../../src/domain/vawg/location-types.ts';
import { offenceLookup } from '../../../src/domain/vawg/offence-lookup.ts';
import { matchPairs, offencePairs } from '../../../src/domain/vawg/offence-pairs.ts';
import type { RuleSet } from '../../../src/domain/vawg/rule-set.ts';
import { shippedCodeList, shippedLocationTypes } from './lists.ts';

/** A record as a test writes it; what it does not name is not recorded. */
export interface SimpleRecord {
  readonly source?: (typeof sourceNames)[number];
  readonly recordType?: (typeof recordTypeNames)[number];
  readonly crimeStatus?: (typeof crimeStatusNames)[number];
  readonly offenceTitle?: string | null;
  readonly offenceCode?: string | null;
  readonly domesticAbuse?: boolean | null;
  readonly honourBased?: boolean | null;
  readonly childExploitation?: boolean | null;
  readonly online?: boolean | null;
  readonly victims?: readonly { readonly sex: string | null; readonly ageYears: number | null }[];
  readonly locationType?: string | null;
  readonly locationText?: string | null;
  readonly atHomeAddressOf?: (typeof homeOfNames)[number];
  readonly hasLocation?: boolean;
  readonly platform?: string | null;
}

/** What the product says of a record, in words. */
export interface Said {
  readonly tier: string;
  readonly inVawg: boolean;
  readonly isCrime: boolean;
  readonly threats: readonly string[];
  readonly vawgRule: string;
  readonly matchedBy: string | null;
  readonly online: boolean;
  readonly onlineRule: string;
  readonly space: 'none' | 'private' | 'public';
  readonly setAside: boolean;
  readonly subtype: string;
  readonly spaceRule: string;
  readonly confidence: string;
}

/** The rules that came with the app. */
export function shippedRules(): RuleSet {
  const file = new URL('../../../assets/rules/rules-2026-11.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as RuleSet;
}

const findOffence = offenceLookup(shippedCodeList());
const findLocation = locationLookup(shippedLocationTypes());

/** Records as the columns that rules look at. */
export function factsOf(records: readonly SimpleRecord[]): IncidentFacts {
  const { length } = records;
  const bytes = (of: (record: SimpleRecord) => number) => Uint8Array.from(records, of);
  const flags = (of: (record: SimpleRecord) => boolean | null | undefined) =>
    bytes((record) => ({ true: 1, false: 2 })[String(of(record))] ?? 0);
  const texts = (of: (record: SimpleRecord) => string | null | undefined) => {
    const column = new CodeBuilder(length);
    for (const [index, record] of records.entries()) column.set(index, of(record) ?? null);
    return column.finish();
  };
  const none = new Uint8Array(length);
  const never = new Int32Array(length).fill(noMinutes);
  const blank = texts(() => '');
  const victims = (of: (victim: NonNullable<SimpleRecord['victims']>[number]) => boolean) =>
    bytes((record) => ((record.victims ?? []).some(of) ? 1 : 0));
  return {
    id: Int32Array.from(records, (_, index) => index + 1),
    easting: new Float64Array(length).fill(Number.NaN),
    northing: new Float64Array(length).fill(Number.NaN),
    hasLocation: bytes((record) => (record.hasLocation === false ? 0 : 1)),
    recordedMinutes: never,
    recordedPrecision: none,
    reportedMinutes: never,
    occurredFromMinutes: never,
    occurredToMinutes: never,
    occurredPrecision: none,
    source: bytes((record) => sourceNames.indexOf(record.source ?? 'force')),
    recordType: bytes((record) => recordTypeNames.indexOf(record.recordType ?? 'crime')),
    crimeStatus: bytes((record) => crimeStatusNames.indexOf(record.crimeStatus ?? '')),
    atHomeAddressOf: bytes((record) => homeOfNames.indexOf(record.atHomeAddressOf ?? '')),
    domesticAbuse: flags((record) => record.domesticAbuse),
    honourBased: flags((record) => record.honourBased),
    childExploitation: flags((record) => record.childExploitation),
    onlineFlag: flags((record) => record.online),
    alcohol: none,
    knife: none,
    hate: none,
    policePerpetrated: none,
    arrested: none,
    preChargeBail: none,
    fileSubmitted: none,
    offenceTitle: texts((record) => record.offenceTitle),
    offenceCode: texts((record) => record.offenceCode),
    locationType: texts((record) => record.locationType),
    locationText: texts((record) => record.locationText),
    place: new Uint32Array(length),
    areaCode: blank,
    riskLevel: blank,
    riskIndicators: blank,
    orderType: blank,
    orderMadeMinutes: never,
    orderBreachedMinutes: never,
    referralService: blank,
    referredMinutes: never,
    outcome: blank,
    outcomeMinutes: never,
    platform: texts((record) => record.platform),
    platformHint: blank,
    hasFemaleVictim: victims(({ sex }) => sex === 'female'),
    hasChildVictim: victims(({ ageYears }) => ageYears !== null && ageYears < 18),
  };
}

/** The facts made ready for rules with the shipped lists. */
export function ruleInputsOf(records: readonly SimpleRecord[]): RuleInputs {
  const facts = factsOf(records);
  const pairs = offencePairs(facts);
  return { facts, pairs, matches: matchPairs(pairs, findOffence), findLocation };
}

/** The classes that rules and decisions (by index) make of records. */
export function classesOf(
  inputs: RuleInputs,
  rules: RuleSet,
  decisions: ReadonlyMap<number, Decision>,
): IncidentClasses {
  const unweighted = new Float64Array(inputs.pairs.pairs.length).fill(Number.NaN);
  return classifyIncidents({
    ...inputs,
    rules,
    column: fieldColumns(inputs),
    weights: { severityScore: unweighted, cambridgeDays: unweighted },
    decisions,
  });
}

/** Classifies records as the product does, by index of the decision where there is one. */
export function classifyRecords(
  records: readonly SimpleRecord[],
  rules: RuleSet = shippedRules(),
  decisions: ReadonlyMap<number, Decision> = new Map(),
): Said[] {
  const inputs = ruleInputsOf(records);
  const classes = classesOf(inputs, rules, decisions);
  return records.map((_, index) => said(classes, inputs, index));
}

function said(classes: IncidentClasses, inputs: RuleInputs, index: number): Said {
  const text = (column: 'vawgRule' | 'onlineRule' | 'spaceRule' | 'subtype'): string =>
    classes[column].values[classes[column].codes[index] ?? 0] ?? '';
  const threats = classes.threats[index] ?? 0;
  return {
    tier: tierNames[classes.tier[index] ?? 0] ?? '',
    inVawg: classes.inVawg[index] === 1,
    isCrime: classes.isCrime[index] === 1,
    threats: threatNames.filter((_, bit) => (threats & (1 << bit)) !== 0),
    vawgRule: text('vawgRule'),
    matchedBy: inputs.matches[inputs.pairs.pairOf[index] ?? 0]?.matchedBy ?? null,
    online: classes.online[index] === 1,
    onlineRule: text('onlineRule'),
    space: (['none', 'private', 'public'] as const)[classes.physicalSpace[index] ?? 0] ?? 'none',
    setAside: classes.setAside[index] === 1,
    subtype: text('subtype'),
    spaceRule: text('spaceRule'),
    confidence: confidenceNames[classes.confidence[index] ?? 0] ?? '',
  };
}
