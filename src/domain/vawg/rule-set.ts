import type { confidenceNames, tierNames } from '../evidence/columns.ts';

/** Newest form of a rule file that this version reads. */
export const ruleFormat = 1;

/** The three questions that rules answer. Each has its own order: its first rule that holds decides. */
export const questions = ['vawg', 'online', 'space'] as const;
export type Question = (typeof questions)[number];

/** What a rule may look at; what each holds is in rule-fields.ts. */
export const fieldNames = [
  'source',
  'recordType',
  'crimeStatus',
  'listTier',
  'listCondition',
  'offenceWritten',
  'offence',
  'offenceTitle',
  'offenceCode',
  'domesticAbuse',
  'honourBased',
  'childExploitation',
  'onlineFlag',
  'alcohol',
  'knife',
  'hate',
  'policePerpetrated',
  'femaleVictim',
  'childVictim',
  'atHomeAddressOf',
  'locationTypeMeans',
  'locationType',
  'locationTextMeans',
  'locationText',
  'hasLocation',
  'hasPlatform',
  'platform',
  'platformHint',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** `is`: one of the values. `is-not`: none of them. `contains`: one of the values stands in it as words. */
export const testNames = ['is', 'is-not', 'contains'] as const;
export type TestName = (typeof testNames)[number];

/** One thing that must hold of a record. Texts are compared as plain text (see plainText). */
export interface Condition {
  readonly field: FieldName;
  readonly test: TestName;
  readonly values: readonly string[];
}

export type Tier = (typeof tierNames)[number];
export type Confidence = Exclude<(typeof confidenceNames)[number], 'analyst'>;

/** Where the subtype of a space comes from: written in the rule, or what the location type or text means. */
export const subtypeSources = ['location-type', 'location-text'] as const;

/** What a rule says of the records it decides. */
export type Answer =
  | { readonly question: 'vawg'; readonly tier: Tier }
  | { readonly question: 'online'; readonly online: boolean; readonly confidence: Confidence }
  | {
      readonly question: 'space';
      /** `set-aside`: only where the report was made. `unclassified`: the record does not say. */
      readonly space: 'private' | 'public' | 'set-aside' | 'unclassified';
      /** A subtype, or a subtype source as `from:location-type`; '' for none. */
      readonly subtype: string;
      readonly confidence: Confidence;
    };

/** One rule: when all conditions hold, and no rule before it of the same question did, the answer stands. */
export interface Rule {
  /** Stored with each record that it decides; never changes its meaning in one version. */
  readonly id: string;
  /** What it says, in one plain sentence. */
  readonly sentence: string;
  readonly isOn: boolean;
  readonly when: readonly Condition[];
  readonly answer: Answer;
}

/** A definition of what is VAWG, where: dated, versioned, every version kept. */
export interface RuleSet {
  readonly format: number;
  readonly name: string;
  readonly version: string;
  readonly settings: {
    /** Counts the female-victim tier in VAWG. It is printed on its own line either way. */
    readonly includeFemaleVictimTier: boolean;
    /** Counts institutions (schools, workplaces, hospitals, prisons, care homes) as public space. */
    readonly institutionalIsPublic: boolean;
  };
  /** In order, those of each question among themselves. */
  readonly rules: readonly Rule[];
}

/** A fault of a rule set: which rule (its place from 1, in the file its line), and what is wrong. */
export interface RuleProblem {
  readonly rule: string;
  readonly place: number;
  readonly message: string;
}

/** The rules of one question, in order, those that are switched off left out. */
export function rulesOf(set: RuleSet, question: Question): readonly Rule[] {
  return set.rules.filter((rule) => rule.isOn && rule.answer.question === question);
}
