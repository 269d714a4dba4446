import type { RichText } from './rich-text.ts';

/** Who asked for the profile, what for, and how it is handled: sections 0 and 1 in the analyst's words. */
export interface ProfileTerms {
  readonly title: string;
  readonly author: string;
  readonly commissioner: string;
  readonly aim: string;
  readonly questions: readonly string[];
  readonly inScope: string;
  readonly outOfScope: string;
  readonly handling: string;
  readonly distribution: readonly string[];
  /** `YYYY-MM-DD`, '' when it is not set. */
  readonly reviewOn: string;
  /** Links that Action 9 asks for: police and crime plan, Serious Violence Duty, equality assessment. */
  readonly policeAndCrimePlan: string;
  readonly seriousViolenceDuty: string;
  readonly equalityAssessment: string;
}

export const blankTerms: ProfileTerms = {
  title: '',
  author: '',
  commissioner: '',
  aim: '',
  questions: [],
  inScope: '',
  outOfScope: '',
  handling: '',
  distribution: [],
  reviewOn: '',
  policeAndCrimePlan: '',
  seriousViolenceDuty: '',
  equalityAssessment: '',
};

/** What the analyst wrote in one section. */
export interface SectionText {
  readonly text: RichText;
}

/** Something the profile says: F1, F2, ... in the order they were made. Recommendations rest on findings. */
export interface Finding {
  readonly section: number;
  /** What is known, what may be, or what is not known. */
  readonly standing: 'fact' | 'assessment' | 'gap';
  /** One paragraph; its figures are live. */
  readonly text: RichText;
  /** How sure the analyst is, and why. */
  readonly confidence: 'high' | 'moderate' | 'low';
  readonly why: string;
}

/** How far a recommendation has come. */
export const progressStates = ['open', 'under way', 'done', 'dropped'] as const;
type ProgressState = (typeof progressStates)[number];

export const approaches = ['prevent', 'pursue', 'protect', 'prepare'] as const;

/** What should be done: R1, R2, ... */
export interface Recommendation {
  readonly text: string;
  /** Numbers of the findings it rests on. One without any cannot be published. */
  readonly findings: readonly number[];
  readonly approach: (typeof approaches)[number];
  readonly owner: string;
  readonly partner: string;
  /** `YYYY-MM-DD`, '' when it is not set. */
  readonly dueOn: string;
  /** How it will be known that it worked. */
  readonly measure: string;
  /** Id of the live figure that is measured; '' when none is. */
  readonly figure: string;
  /** The figure's text when the recommendation was made. */
  readonly baseline: string;
  /** The later figure that the analyst saw and decided not to take as baseline; left out for none. */
  readonly baselineKeptAgainst?: string | undefined;
  readonly progress: readonly {
    readonly on: string;
    readonly state: ProgressState;
    readonly note: string;
  }[];
}

/** Why a priority location or group is as it is: the problem analysis triangle and what speaks for and against. */
export interface Hypothesis {
  /** What it explains: the name of a place, a group or a space. */
  readonly about: string;
  readonly statement: string;
  readonly victim: string;
  readonly offender: string;
  readonly location: string;
  readonly evidenceFor: string;
  readonly evidenceAgainst: string;
  readonly state: 'open' | 'supported' | 'rejected';
}

/** A remark of a reader on a section. */
export interface Comment {
  readonly section: number;
  readonly text: string;
  readonly isSettled: boolean;
}

export const signOffRoles = ['peer reviewer', 'commissioner'] as const;

/** Who stands for the draft: first a peer, then the commissioner. */
export interface SignOff {
  readonly as: (typeof signOffRoles)[number];
  readonly name: string;
  readonly on: string;
  readonly note: string;
  /** What was signed: a change of the draft afterwards makes the signature stale. */
  readonly draft: string;
}

/** The parts of a draft that are kept as items, each by kind and number. */
export interface ProfileItems {
  readonly terms: ProfileTerms;
  /** By number of the section. */
  readonly texts: ReadonlyMap<number, SectionText>;
  readonly findings: ReadonlyMap<number, Finding>;
  readonly recommendations: ReadonlyMap<number, Recommendation>;
  readonly hypotheses: ReadonlyMap<number, Hypothesis>;
  readonly comments: ReadonlyMap<number, Comment>;
  readonly signOffs: ReadonlyMap<number, SignOff>;
}

/** State of the last progress entry; a recommendation without any is open. */
export function stateOf({ progress }: Recommendation): ProgressState {
  return progress.at(-1)?.state ?? 'open';
}
