import type { LeftOut } from '../domain/evidence/select.ts';
import type { Estimate } from '../domain/vawg/audit-result.ts';
import type { Question, Rule, RuleProblem, RuleSet } from '../domain/vawg/rule-set.ts';

/** A kept version of the rules or of the VAWG list. */
export interface KeptVersion {
  readonly version: string;
  readonly name: string;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly note: string;
  readonly isInForce: boolean;
  /** True for the edition that came with the app. */
  readonly isShipped: boolean;
}

/** The rules in force, with what each matches now. */
export interface RulesInForce {
  readonly set: RuleSet;
  /** Records that each rule decides, by rule id; `no-rule` and `analyst` where neither decided. */
  readonly matches: Readonly<Record<string, number>>;
  readonly incidents: number;
  readonly versions: readonly KeptVersion[];
  /** What a rule may look at, in the order a screen offers it; `values` null when it holds any text. */
  readonly fields: readonly {
    readonly field: string;
    readonly words: string;
    readonly values: readonly string[] | null;
  }[];
  /** Subtypes by space, for rules and decisions. */
  readonly subtypes: Readonly<Record<'private' | 'public', readonly string[]>>;
}

/** Counts of a classification in few numbers, to be laid beside another. */
export interface ClassCounts {
  readonly inVawg: number;
  readonly online: number;
  readonly private: number;
  readonly public: number;
  readonly unclassified: number;
  readonly setAside: number;
}

/** A record in words that identify nobody, for lists and examples. */
export interface RecordLine {
  readonly incident: number;
  readonly recordedOn: string;
  readonly offence: string;
  readonly locationType: string;
  readonly locationText: string;
  readonly tier: string;
  readonly online: boolean;
  readonly space: string;
  readonly subtype: string;
  readonly confidence: string;
}

/** What a draft of the rules would change. Nothing is saved. */
export interface RulesPreview {
  /** When there are any, nothing else is filled. */
  readonly problems: readonly RuleProblem[];
  readonly matches: Readonly<Record<string, number>>;
  readonly before: ClassCounts;
  readonly after: ClassCounts;
  /** Records that one rule hands to another with a different answer, most first, with a few examples. */
  readonly moved: readonly {
    readonly question: Question;
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly examples: readonly RecordLine[];
  }[];
}

/** Records that one rule decides now: some of them, and how many there are. */
export interface RuleExamples {
  readonly rule: Rule | null;
  readonly count: number;
  readonly examples: readonly RecordLine[];
}

/** One row of the VAWG list. */
export interface ListRow {
  readonly class: string;
  readonly code: string;
  readonly cjsCode: string;
  readonly title: string;
  readonly aliases: string;
  readonly tier: string;
  readonly conditions: string;
  readonly threat: string;
  readonly source: string;
  readonly validFrom: string;
}

export interface CodeListInForce {
  readonly version: string;
  readonly rows: readonly ListRow[];
  readonly versions: readonly KeptVersion[];
}

/** A list read from a file, beside the one in force. Nothing is saved while there are problems. */
export interface CodeListFile {
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly rows: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly title: string; readonly columns: readonly string[] }[];
  /** Version under which it was put in force; null when it was only looked at. */
  readonly version: string | null;
}

/** A record in the review queue: what there is to decide by. */
export interface ReviewRow extends RecordLine {
  /** The sentence of the rule that put it where it is. */
  readonly because: string;
  readonly platform: string;
  readonly platformHint: string;
  readonly relationship: string;
  /** Free text of the record; it is shown here and leaves in nothing. */
  readonly summary: string;
  readonly decided: boolean;
}

export interface ReviewQueue {
  readonly rows: readonly ReviewRow[];
  readonly total: number;
}

/** A decision of the analyst: it outranks the rules until it is taken back. */
export interface KeptDecision {
  readonly decision: number;
  readonly at: string;
  readonly by: string;
  readonly records: number;
  readonly what: string;
  readonly why: string;
  readonly undone: boolean;
}

/** Why a record stands where it stands. */
export interface RecordReasons {
  readonly line: RecordLine;
  readonly isCrime: boolean;
  readonly inVawg: boolean;
  readonly threats: readonly string[];
  readonly codeListVersion: string;
  readonly rulesVersion: string;
  /** What was written, and the row of the VAWG list it matched; null when it matched none. */
  readonly offenceWritten: { readonly code: string; readonly title: string };
  readonly listRow: (ListRow & { readonly matchedBy: string }) | null;
  /** Flags and fields that rules can read, in words; those that are not recorded are left out. */
  readonly fields: readonly { readonly words: string; readonly value: string }[];
  readonly questions: readonly {
    readonly question: Question;
    readonly answer: string;
    readonly rule: string;
    readonly sentence: string;
    readonly isAnalyst: boolean;
    /** Conditions of the rule that decided, in words. */
    readonly when: readonly string[];
    /** Rules further down that hold too and would have said something else. */
    readonly beaten: readonly {
      readonly rule: string;
      readonly sentence: string;
      readonly answer: string;
    }[];
  }[];
  readonly severityScore: number | null;
  readonly cambridgeDays: number | null;
  /** For a record with an online element and a position: what that point is. */
  readonly pointIs: string | null;
}

/** A random audit: records drawn blind, coded twice. */
export interface Audit {
  readonly audit: number;
  readonly drawnAt: string;
  readonly records: number;
  readonly seed: number;
  /** Records coded by the first and the second coder, by both, and of those twice under one account. */
  readonly coded: {
    readonly first: number;
    readonly second: number;
    readonly both: number;
    readonly oneAccount: number;
  };
  readonly result: AuditResult | null;
}

/** What an audit says of the rules: where both coders agree, against what the rules found. */
export interface AuditResult {
  readonly agreement: Readonly<
    Record<Question, { readonly same: number; readonly of: number; readonly kappa: number | null }>
  >;
  /** Records of which an analyst decided something in place of the rules: that is not held against them. */
  readonly decided: number;
  /** Of the records the rules put in VAWG (online, private, public), those that the coders put there too. */
  readonly precision: Readonly<Record<'vawg' | 'online' | 'private' | 'public', Estimate>>;
  /** Of the records that the coders call online, those that the rules missed. */
  readonly missedOnline: Estimate;
  /** Of the records that the coders call VAWG, those that the rules missed. */
  readonly missedVawg: Estimate;
}

/** The next record to code: nothing of what the rules said is shown. */
export interface BlindRecord {
  readonly audit: number;
  readonly incident: number;
  readonly left: number;
  /** This account has coded records of the audit as the other coder: two codes of one person are no agreement. */
  readonly isOtherCoder: boolean;
  readonly offenceTitle: string;
  readonly offenceCode: string;
  readonly recordedOn: string;
  readonly occurredFrom: string;
  readonly locationType: string;
  readonly locationText: string;
  readonly platform: string;
  readonly relationship: string;
  readonly victims: string;
  readonly flags: string;
  readonly summary: string;
}

/** A harm list that was loaded or shipped. */
export interface HarmListSummary {
  readonly name: string;
  readonly edition: string;
  readonly source: string;
  readonly weights: number;
}

/** Units ranked by count and by harm, side by side. */
export interface HarmRanking {
  readonly lists: {
    readonly severity: HarmListSummary | null;
    readonly cambridge: HarmListSummary | null;
  };
  readonly units: number;
  /** Incidents of the choice, and those of them that belong to no unit (no address, no identifier, no area). */
  readonly incidents: number;
  readonly inNoUnit: number;
  /** Why other incidents are not in the choice. */
  readonly leftOut: LeftOut;
  readonly unweighted: { readonly severity: number; readonly cambridge: number };
  readonly rows: readonly {
    readonly unit: string;
    readonly count: number;
    readonly countRank: number;
    readonly severity: number | null;
    readonly severityRank: number | null;
    readonly cambridgeDays: number | null;
    readonly cambridgeRank: number | null;
    readonly unweightedSeverity: number;
    readonly unweightedCambridge: number;
    /** The offence with most of the unit's harm and its share, on each list; '' where nothing is weighted. */
    readonly topOffence: { readonly severity: string; readonly cambridge: string };
    /** What the unit's harm rests on, in words; empty when on nothing single. */
    readonly cautions: readonly string[];
  }[];
}
