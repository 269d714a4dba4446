import { z } from 'zod';
import { actionPages } from './page-products.ts';
import type * as profile from './profile.ts';
import {
  copiedFigure,
  markedKinds,
  profileItemInput,
  profileItemSchemas,
  publishInput,
  settleFigureInput,
} from './profile-schema.ts';

/** The calls about the profile's draft and its versions. */
export const profileCalls = {
  readProfileDraft: { input: z.object({}), files: [] },
  /** The draft against the evidence of now: live figures, stale sentences, what stands in the way. */
  readProfileState: { input: z.object({}), files: [] },
  readProfileSection: {
    input: z.object({ section: z.number().int().min(0).max(17) }),
    files: [],
  },
  saveProfileItem: { input: profileItemInput, files: [] },
  removeProfileItem: {
    input: z.object({
      kind: z.enum(Object.keys(profileItemSchemas) as (keyof typeof profileItemSchemas)[]),
      number: z.number().int().min(0),
    }),
    files: [],
  },
  /** Takes the last change of the draft back; can be repeated. */
  undoProfileEdit: { input: z.object({}), files: [] },
  settleFigure: { input: settleFigureInput, files: [] },
  /** The draft as a Word document, poured into the force's own template where one is given. */
  exportProfileDocx: {
    input: z.object({
      out: z.string().min(1),
      template: z.string().min(1).nullable().default(null),
    }),
    files: ['out', 'template'],
  },
  /** The two-page brief for the chief officer's meeting, as a page to print. */
  buildBrief: { input: z.object({}), files: [] },
  exportBriefPptx: { input: z.object({ out: z.string().min(1) }), files: ['out'] },
  /** Texts, findings and recommendations that may go into a partner edition, and what in them may name somebody. */
  listPartnerTexts: { input: z.object({}), files: [] },
  /** Marks a text, finding or recommendation for partners as it stands, once somebody has read it; a change of the text takes the mark away. */
  markPartnerText: {
    input: z.object({
      kind: z.enum(markedKinds).default('text'),
      /** The section of a text, or the number of a finding or recommendation. */
      number: z.number().int().min(0),
      isForPartners: z.boolean(),
    }),
    files: [],
  },
  /** A table, chart or map was copied out of the evidence of a section: which one, and nothing of what it says. */
  recordFigureCopied: { input: copiedFigure, files: [] },
  /** The recommendations as a tactical plan, or as a list of actions by partner, to print. */
  buildActionPage: { input: z.object({ page: z.enum(actionPages) }), files: [] },
  exportActionPageDocx: {
    input: z.object({ page: z.enum(actionPages), out: z.string().min(1) }),
    files: ['out'],
  },
  checkProfile: { input: z.object({}), files: [] },
  publishProfile: { input: publishInput, files: [] },
  listProfileVersions: { input: z.object({}), files: [] },
  readProfileVersion: { input: z.object({ version: z.string() }), files: [] },
  /** Two published versions, or one and `draft`. */
  compareProfileVersions: {
    input: z.object({ first: z.string(), second: z.string() }),
    files: [],
  },
} as const;

export interface ProfileOutputs {
  readProfileDraft: profile.ProfileDraft;
  readProfileState: profile.ProfileState;
  readProfileSection: profile.ProfileSection;
  saveProfileItem: { readonly number: number };
  removeProfileItem: null;
  /** What was taken back, in words; null when there was nothing. */
  undoProfileEdit: { readonly what: string | null };
  settleFigure: null;
  exportProfileDocx: { readonly bytes: number; readonly audit: string };
  buildBrief: { readonly html: string; readonly title: string; readonly marking: string };
  exportBriefPptx: { readonly bytes: number; readonly audit: string };
  listPartnerTexts: { readonly texts: readonly profile.PartnerText[] };
  markPartnerText: { readonly texts: readonly profile.PartnerText[] };
  recordFigureCopied: { readonly hash: string };
  buildActionPage: { readonly html: string; readonly title: string; readonly marking: string };
  exportActionPageDocx: { readonly bytes: number; readonly audit: string };
  checkProfile: { readonly checklists: readonly profile.ChecklistReport[] };
  publishProfile: profile.PublishedVersion;
  listProfileVersions: { readonly versions: readonly profile.PublishedVersion[] };
  readProfileVersion: { readonly html: string };
  compareProfileVersions: profile.VersionComparison;
}
