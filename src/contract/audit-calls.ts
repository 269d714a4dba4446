import { z } from 'zod';
import type { Audit, BlindRecord } from './rules.ts';

/** The calls about random audits of the rules, part of the one list. */
export const auditCalls = {
  drawAudit: {
    input: z.object({
      records: z.number().int().min(10).max(2_000).default(200),
      seed: z.number().int().min(0).max(4_294_967_295).nullable().default(null),
    }),
    files: [],
  },
  listAudits: { input: z.object({}), files: [] },
  nextAuditRecord: {
    input: z.object({ audit: z.number().int().positive(), coder: z.enum(['first', 'second']) }),
    files: [],
  },
  codeAuditRecord: {
    input: z.object({
      audit: z.number().int().positive(),
      coder: z.enum(['first', 'second']),
      incident: z.number().int().positive(),
      vawg: z.boolean(),
      online: z.boolean(),
      space: z.enum(['private', 'public', 'set-aside', 'unclassified']),
    }),
    files: [],
  },
  /** Takes the record that a coder coded last back, to be coded again; only under the account that coded it. */
  undoAuditCode: {
    input: z.object({ audit: z.number().int().positive(), coder: z.enum(['first', 'second']) }),
    files: [],
  },
} as const;

export interface AuditOutputs {
  drawAudit: { readonly audit: number };
  listAudits: { readonly audits: readonly Audit[] };
  nextAuditRecord: { readonly record: BlindRecord | null };
  codeAuditRecord: { readonly left: number };
  undoAuditCode: { readonly left: number };
}
