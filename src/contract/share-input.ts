import { z } from 'zod';
import { pageProducts } from './page-products.ts';

/** The thresholds that are in use; null takes the rule of the level. */
const threshold = z
  .union([z.literal(3), z.literal(5), z.literal(10)], 'is 3, 5 or 10')
  .nullable()
  .default(null);

/** Who decided to tell more than the rule of the level, and why. */
const decision = z
  .object({
    by: z.string().trim().min(1, 'name who decided').max(200),
    why: z.string().trim().min(1, 'say why').max(500),
  })
  .nullable()
  .default(null);

/** What is shared, with whom, under which agreement, and where it goes. */
export const shareInput = z.object({
  layer: z.string().nullable().default(null),
  format: z.string().nullable().default(null),
  level: z.string(),
  recipient: z.string().trim().min(1, 'name who receives the layer'),
  agreement: z.string().nullable().default(null),
  /** Fewest records a number may stand for at partner level; null takes the standard rule. */
  threshold,
  decision,
  /** Side of the cells of hot spots in metres; null takes the finest at which most have a number. */
  cellMetres: z.number().int().min(50).max(10_000).nullable().default(null),
  out: z.string().min(1).nullable().default(null),
  pack: z.string().min(1).nullable().default(null),
  /** An edition that was exported here for the same recipient, to go into the pack. */
  document: z.string().min(1).nullable().default(null),
});

/** What the force may choose of a partner or public edition: to tell less as it likes, more only by a named decision. */
export const editionChoices = {
  /** Another threshold than the level's own (5 for a partner, 10 for the public). */
  threshold,
  /** Who decided on a lower threshold, and why; the log and the certificate have both. */
  decision,
  /** Sections, or single figures and tables by their caption, to leave out. */
  leaveOut: z
    .array(
      z.object({
        section: z.number().int().min(1).max(17),
        caption: z.string().max(2_000).nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
} as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A page that was printed or saved outside the engine, for the log. */
export const exportRecord = z.object({
  product: z.enum(pageProducts),
  bytes: z.number().int(),
  /** SHA-256 of the file, by which a pack knows an edition again. */
  sha256: hash,
  /** Entry of the log that holds the disclosure of which it is the document; null for the force's own. */
  disclosure: hash.nullable().default(null),
});
