import { z } from 'zod';
import { confidenceNames, tierNames } from '../domain/evidence/columns.ts';
import { fieldNames, testNames } from '../domain/vawg/rule-set.ts';

const confidences = confidenceNames.filter((name) => name !== 'analyst');
const space = z.enum(['private', 'public', 'set-aside', 'unclassified']);

/** A rule set as a file or a screen gives it; its faults of meaning are found by `ruleProblems`. */
export const ruleSetSchema = z.object({
  format: z.number().int().positive(),
  name: z.string().trim().min(1).max(200),
  version: z.string(),
  settings: z.object({ includeFemaleVictimTier: z.boolean(), institutionalIsPublic: z.boolean() }),
  rules: z
    .array(
      z.object({
        id: z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'a rule id is written in small letters and hyphens'),
        sentence: z.string().max(500),
        isOn: z.boolean(),
        when: z
          .array(
            z.object({
              field: z.enum(fieldNames),
              test: z.enum(testNames),
              values: z.array(z.string().max(200)).max(500).readonly(),
            }),
          )
          .max(20)
          .readonly(),
        answer: z.discriminatedUnion('question', [
          z.object({ question: z.literal('vawg'), tier: z.enum(tierNames) }),
          z.object({
            question: z.literal('online'),
            online: z.boolean(),
            confidence: z.enum(confidences),
          }),
          z.object({
            question: z.literal('space'),
            space,
            subtype: z.string().max(60),
            confidence: z.enum(confidences),
          }),
        ]),
      }),
    )
    .max(500)
    .readonly(),
});

/** What an analyst can decide of a record. */
export const answerSchema = z.discriminatedUnion('question', [
  z.object({ question: z.literal('vawg'), tier: z.enum(['core', 'flagged', 'outside']) }),
  z.object({ question: z.literal('online'), online: z.boolean() }),
  z.object({ question: z.literal('space'), space, subtype: z.string().max(60) }),
]);
