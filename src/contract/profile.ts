import type { Block, SectionState } from '../domain/figures/blocks.ts';
import type { ChecklistResult } from '../domain/profile/checklist.ts';
import type { VersionComparison } from '../domain/profile/compare.ts';
import type {
  Comment,
  Finding,
  Hypothesis,
  ProfileTerms,
  Recommendation,
  SectionText,
  SignOff,
} from '../domain/profile/document.ts';
import type { LiveFigure } from '../domain/profile/live-figure.ts';
import type { PersonalWords } from '../domain/profile/partner-words.ts';
import type { RichText } from '../domain/profile/rich-text.ts';
import type { StaleFigure } from '../domain/profile/stale.ts';
import type { MarkedKind } from './profile-schema.ts';

/** An item with its number, and who changed it last. */
export interface Numbered<Content> {
  readonly number: number;
  readonly content: Content;
  readonly changedAt: string;
  readonly changedBy: string;
}

/** The draft as it stands, without the evidence: quick to read while the analyst writes. */
export interface ProfileDraft {
  readonly terms: ProfileTerms;
  /** By number of the section; one without words may be left out. */
  readonly texts: readonly Numbered<SectionText>[];
  readonly findings: readonly Numbered<Finding>[];
  readonly recommendations: readonly Numbered<Recommendation>[];
  readonly hypotheses: readonly Numbered<Hypothesis>[];
  readonly comments: readonly Numbered<Comment>[];
  readonly signOffs: readonly Numbered<SignOff>[];
  /** Hash of everything that is signed: a signature that names another one is stale. */
  readonly draft: string;
  /** What the last undo would take back; null when there is nothing. */
  readonly undo: string | null;
}

/** How the draft stands against the evidence of now. */
export interface ProfileState {
  readonly sections: readonly {
    readonly number: number;
    readonly title: string;
    readonly state: SectionState;
    readonly hasWords: boolean;
  }[];
  readonly figures: readonly LiveFigure[];
  readonly stale: readonly StaleFigure[];
  readonly obstacles: readonly { readonly what: string; readonly remedy: string }[];
  /** Review date is past or within 30 days. */
  readonly reviewDue: 'past' | 'soon' | 'later' | 'not set';
}

/** One section with its evidence beside the analyst's words. */
export interface ProfileSection {
  readonly number: number;
  readonly title: string;
  readonly prompt: string;
  readonly text: RichText;
  /** Tables, charts and maps made from evidence, as content without form. */
  readonly evidence: readonly Block[];
  /** The same evidence as a page, for the panel beside the editor. */
  readonly html: string;
  /** Sentences offered from the numbers, in careful wording; never put into the text by themselves. */
  readonly drafts: readonly RichText[];
  readonly figures: readonly LiveFigure[];
}

export interface ChecklistReport {
  readonly name: string;
  readonly edition: string;
  readonly source: string;
  readonly results: readonly ChecklistResult[];
}

export interface PublishedVersion {
  readonly version: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly note: string;
  readonly codeListVersion: string;
  readonly rulesVersion: string;
  /** Fingerprint of the data it was made from. */
  readonly fingerprint: string;
  /** Hash of the frozen document: what is read back is checked against it. */
  readonly hash: string;
  readonly retainUntil: string | null;
}

export type { VersionComparison };

/** A text, finding or recommendation of the analyst as it would stand in a partner edition. */
export interface PartnerText {
  readonly kind: MarkedKind;
  /** The section of a text, or the number of a finding or recommendation. */
  readonly number: number;
  /** Where it would stand. */
  readonly section: number;
  /** Without the numbers of live figures. */
  readonly words: string;
  readonly isMarked: boolean;
  readonly markedBy: string | null;
  /** What may name somebody or give a small number away: to be looked at by a person. */
  readonly found: readonly PersonalWords[];
}
