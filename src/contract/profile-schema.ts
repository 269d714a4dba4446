import { z } from 'zod';
import { approaches, progressStates, signOffRoles } from '../domain/profile/document.ts';
import { richTextSchema } from './rich-text-schema.ts';

const line = z.string().trim().max(500);
const lines = z.string().max(5_000);
const day = z.union([z.literal(''), z.iso.date()]);
const section = z.number().int().min(0).max(17);
const list = z.array(line.min(1)).max(200).readonly();

const terms = z.object({
  title: line,
  author: line,
  commissioner: line,
  aim: lines,
  questions: list,
  inScope: lines,
  outOfScope: lines,
  handling: lines,
  distribution: list,
  reviewOn: day,
  policeAndCrimePlan: lines,
  seriousViolenceDuty: lines,
  equalityAssessment: lines,
});
const finding = z.object({
  section,
  standing: z.enum(['fact', 'assessment', 'gap']),
  text: richTextSchema,
  confidence: z.enum(['high', 'moderate', 'low']),
  why: lines,
});
const recommendation = z.object({
  text: lines,
  findings: z.array(z.number().int().positive()).max(100).readonly(),
  approach: z.enum(approaches),
  owner: line,
  partner: line,
  dueOn: day,
  measure: lines,
  figure: z.string().max(100),
  baseline: line,
  baselineKeptAgainst: line.optional(),
  progress: z
    .array(
      z.object({
        on: z.iso.date(),
        state: z.enum(progressStates),
        note: lines,
      }),
    )
    .max(500)
    .readonly(),
});
const hypothesis = z.object({
  about: line,
  statement: lines,
  victim: lines,
  offender: lines,
  location: lines,
  evidenceFor: lines,
  evidenceAgainst: lines,
  state: z.enum(['open', 'supported', 'rejected']),
});
const comment = z.object({ section, text: lines.min(1), isSettled: z.boolean() });
const signOff = z.object({
  as: z.enum(signOffRoles),
  name: line.min(1, 'say who signs'),
  on: z.iso.date(),
  note: lines,
  draft: z.string().max(100),
});

/** The form of each kind of item of a draft, checked when it comes in and again when it is read. */
export const profileItemSchemas = {
  terms,
  text: z.object({ text: richTextSchema }),
  finding,
  recommendation,
  hypothesis,
  comment,
  'sign-off': signOff,
} as const;

export type ProfileItemKind = keyof typeof profileItemSchemas;

const number = z.number().int().min(0).nullable();

/** One item to keep: `number` null makes a new one. Terms are number 0; a text has its section's number. */
export const profileItemInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('terms'), number, content: terms }),
  z.object({ kind: z.literal('text'), number: section, content: profileItemSchemas.text }),
  z.object({ kind: z.literal('finding'), number, content: finding }),
  z.object({ kind: z.literal('recommendation'), number, content: recommendation }),
  z.object({ kind: z.literal('hypothesis'), number, content: hypothesis }),
  z.object({ kind: z.literal('comment'), number, content: comment }),
  z.object({ kind: z.literal('sign-off'), number, content: signOff }),
]);

/** Which figure of a section's evidence was copied: its section, and its kind and number within it. */
export const copiedFigure = z.object({
  section,
  figure: z.string().regex(/^(?:Figure|Table) \d{1,4}$/, 'is the number of a figure or table'),
});

/** What of the analyst's can be marked for partners. */
export const markedKinds = ['text', 'finding', 'recommendation'] as const;
export type MarkedKind = (typeof markedKinds)[number];

export const settleFigureInput = z.object({
  place: z.object({
    kind: z.enum(['text', 'finding', 'recommendation']),
    number: z.number().int().min(0),
  }),
  figure: z.string(),
  accepted: z.string(),
  current: z.string(),
  decision: z.enum(['accept', 'keep']),
});

export const publishInput = z.object({
  version: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9. _-]{0,39}$/, 'a version is a short name such as 2026-11'),
  /** Until when the rows behind the version are to be kept; the version itself is kept for good. */
  retainUntil: z.iso.date().nullable().default(null),
  note: z.string().max(2_000).default(''),
});
